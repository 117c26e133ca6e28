"""The plain-text format: one document per file, in any encoding and with any newlines.

Newlines become "\\n", and a vertical tab becomes a blank, while the bytes are decoded. From then on the text is what it
is, and every offset counts in it. A form feed, which XML can't hold either, stays: it may tell that a page ends.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import SourceError
from tei_tools.model import SourceText
from tei_tools.read.encoding import Decoded, decode

VERTICAL_TAB = {ord("\v"): " "}  # one for one: an offset stays the column that an editor shows
NO_TEXT = "\ufeff\u200b\u2060"  # marks without width: a file of nothing else is empty

# Noncharacters are forbidden though XML can hold most of them: the proof of conservation uses two as brackets.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
HARMLESS = re.compile("(?:[ -\ud7ff]++|[\t\n\f]++)*+")
"""Twenty times as fast as `FORBIDDEN`, which is then asked only from the first unusual character on."""


def source_text(data: bytes, name: str) -> tuple[SourceText, list[Diagnostic]]:
    """Raises `SourceError`; diagnostics `read.encoding-assumed` and `read.not-nfc`."""
    if not data:
        raise SourceError("the file is empty", place=name, remedy="give a file that holds the text of a document")
    decoded = decode(data, name)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(VERTICAL_TAB) if "\v" in text else text
    lines = (0, *(found.end() for found in re.finditer("\n", text)))
    source = SourceText(text, name, decoded.encoding, hashlib.sha256(data).hexdigest(), lines)
    _refuse(source)
    return source, [*_assumed(decoded, name), *_not_composed(source)]


def _refuse(source: SourceText) -> None:
    """What can't become a document: nothing at all, and characters that TEI can't hold."""
    if not source.text.strip().strip(NO_TEXT).strip():
        remedy = "give a file that holds the text of a document"
        raise SourceError("the file holds nothing but blanks", place=source.path, remedy=remedy)
    harmless = HARMLESS.match(source.text)
    found = FORBIDDEN.search(source.text, harmless.end() if harmless else 0)
    if found:
        code = ord(found.group())
        kind, remedy = _why_forbidden(code)
        place = source.place(found.start())
        raise SourceError(f"the character U+{code:04X} {kind}", place=str(place), remedy=remedy)


def _why_forbidden(code: int) -> tuple[str, str]:
    if code < 0x20:
        return "is a control character, which XML 1.0 can't hold", "delete it, or put what it stands for in its place"
    if 0xD800 <= code <= 0xDFFF:
        return "is a lone surrogate, half of a character", "the file is damaged here: restore the character"
    return "is a noncharacter, which no text may hold", "delete it; it was put there by a program, not by a writer"


def _assumed(decoded: Decoded, name: str) -> list[Diagnostic]:
    if not decoded.guess:
        return []
    message = f"the file does not say in which encoding it is; {decoded.encoding} was assumed ({decoded.guess})"
    hint = "look at its accented letters and quotation marks; if they are wrong, save the file as UTF-8"
    return [Diagnostic("read.encoding-assumed", "warning", message, Place(name), hint)]


def _not_composed(source: SourceText) -> list[Diagnostic]:
    """The first place that differs from Unicode's composed form, and how many there are."""
    if source.text.isascii() or unicodedata.is_normalized("NFC", source.text):
        return []
    composed = unicodedata.normalize("NFC", source.text)
    pairs = enumerate(zip(source.text, composed, strict=False))
    first = next((offset for offset, (ours, theirs) in pairs if ours != theirs), len(composed))
    cluster = source.text[first : first + 2]
    names = " ".join(f"U+{ord(char):04X}" for char in cluster)
    message = f"from here on the text is not in composed form (NFC): {cluster.strip()!r} is {names}"
    hint = "nothing is changed and names are still matched; to have it composed, normalise the file itself"
    return [Diagnostic("read.not-nfc", "info", message, source.place(first), hint)]

"""Which encoding the bytes are in, and the text that they mean.

In this order: a byte order mark, UTF-8, UTF-16 that can't be anything else, a Western legacy encoding where nearly
all is ASCII, and charset-normalizer's judgement for the rest. Only the last three are guesses, and they are said to be.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from tei_tools.diagnostics import Place
from tei_tools.errors import SourceError

MARKS = (  # the longer mark first: that of UTF-32-LE begins with that of UTF-16-LE
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (a .docx, .odt or .epub file is one)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
WESTERN = ("cp1252", "mac_roman", "cp850", "cp1250")
"""Tried in this order where nearly all is ASCII: statistics can't tell them apart by a handful of quotation marks."""
TYPOGRAPHY = frozenset("“”‘’„‚«»‹›¿¡–—•…§°·†‡£€½¼¾¶©®\xa0")
CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r")
SURROGATE = re.compile(b"\xed[\xa0-\xbf][\x80-\xbf]")
TEXT_CATEGORIES = frozenset("LMNPSZ")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`guess` says why an encoding was assumed that nothing declares; it is empty where there was nothing to assume."""

    text: str
    encoding: str
    guess: str = ""


def decode(data: bytes, name: str) -> Decoded:
    """Raises `SourceError` for a binary file, and for bytes that break the encoding that they are clearly in."""
    _refuse_known_kind(data, name)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], encoding, name), encoding)
    guessed = _unmarked_utf16(data) if b"\0" in data else None
    if guessed:
        return guessed
    _refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if SURROGATE.match(data, error.start) or _damaged_utf8(data):
            raise _broken(error, data, "utf-8", name) from error
    return _legacy(data, name)


def place_of_byte(data: bytes, offset: int, encoding: str, name: str) -> Place:
    """The line and column that an editor shows for a byte."""
    before = re.split("\r\n|\r|\n", data[:offset].decode(encoding, errors="replace"))
    return Place(name, len(before), len(before[-1]) + 1)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(error, data, encoding, name) from error


def _broken(error: UnicodeDecodeError, data: bytes, encoding: str, name: str) -> SourceError:
    place = place_of_byte(data, error.start, encoding, name)
    if "surrogate" in error.reason or (encoding == "utf-8" and SURROGATE.match(data, error.start)):
        what = "a lone surrogate, half of a character, stands here"
    else:
        what = f"the byte 0x{data[error.start]:02X} is no part of a {encoding.upper()} character"
    remedy = "the file is damaged or mixes encodings: save it anew as UTF-8 and check this place"
    return SourceError(what, place=str(place), remedy=remedy)


def _refuse_known_kind(data: bytes, name: str) -> None:
    for magic, kind in KINDS:
        if data.startswith(magic):
            raise SourceError(f"this is {kind}, not plain text", place=name, remedy="save its text as UTF-8 plain text")


def _refuse_binary(data: bytes, name: str) -> None:
    """A stray control character among text is left to the check of characters, which tells its place."""
    controls = len(data) - len(data.translate(None, CONTROL))
    if controls > 2 and controls > len(data) // 100:
        remedy = "give the document as UTF-8 plain text"
        raise SourceError("this is a binary file: it is full of control bytes", place=name, remedy=remedy)


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, only where every character is assigned and ASCII blanks or letters abound."""
    if len(data) % 2 or len(data) < 8:
        return None
    high_first = data[0::2].count(0)
    high_last = data[1::2].count(0)
    encoding = "utf-16-be" if high_first > high_last else "utf-16-le"
    if min(high_first, high_last) * 20 > max(high_first, high_last) or max(high_first, high_last) * 20 < len(data):
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if any(unicodedata.category(char)[0] not in TEXT_CATEGORIES and char not in "\t\n\v\f\r\ufeff" for char in text):
        return None
    return Decoded(text, encoding, "every second byte of the ASCII characters is 0, as in UTF-16")


def _damaged_utf8(data: bytes) -> bool:
    """Whether more non-ASCII characters are UTF-8 than not: then it is no legacy encoding, but a damaged file."""
    decoded = data.decode("utf-8", errors="replace")
    broken = decoded.count("\ufffd")
    whole = sum(not char.isascii() for char in decoded) - broken
    return whole > broken


def _legacy(data: bytes, name: str) -> Decoded:
    if b"\0" in data:
        remedy = "give the document as UTF-8 plain text"
        raise SourceError("this is a binary file: it holds the byte 0", place=name, remedy=remedy)
    foreign = [byte for byte in data if byte > 127]
    if len(foreign) * 4 < len(data):
        return _western(data)
    from charset_normalizer import from_bytes  # 30 ms to import, and hardly ever needed

    best = from_bytes(data).best()
    if best is None:
        remedy = "save it as UTF-8 plain text"
        raise SourceError("the encoding of the file can't be told", place=name, remedy=remedy)
    guess = "charset-normalizer holds it for the likeliest"
    return Decoded(_strictly(data, best.encoding, name), best.encoding, guess)


def _western(data: bytes) -> Decoded:
    """The Western encoding in which the most characters stand where they are at home; the first one of equals."""
    best, best_score = Decoded("", ""), -1
    for encoding in WESTERN:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = sum(_at_home(text, found.start()) for found in re.finditer(r"[^\x00-\x7f]", text))
        if score > best_score:
            guess = "its quotation marks, dashes and accented letters then stand where they belong"
            best, best_score = Decoded(text, encoding, guess), score
    return best


def _at_home(text: str, offset: int) -> bool:
    """Typography outside of words, a small letter beside letters, a capital at the beginning of a word."""
    char = text[offset]
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if char in TYPOGRAPHY:
        return char == "’" or not (before.isalpha() and after.isalpha()) or char in "–—"
    if unicodedata.category(char) == "Ll":
        return before.isalpha() or after.isalpha()
    return unicodedata.category(char) == "Lu" and not before.isalpha() and after.isalpha()

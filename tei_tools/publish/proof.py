"""The proof that a file made of a TEI document has its words, all of them, in its order, and none of its own.

Words are compared to the code point. Blanks of any kind and number count as one; between blocks there is one, whatever
parts them; beside a page mark there may be one. Where it is a matter of form whether a block stands apart (a quotation,
a signature), it may be there. Notes stand at their calls. What a file adds (page marks, numbers of notes, bullets,
supplied words) is not read back: each reader knows it by its style.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place

TEI = "{http://www.tei-c.org/ns/1.0}"
EDGE, DOUBT = "\n", "\ufdd0"
"""Between blocks; and where there may be a blank or none. No text has the second."""
BLOCKS = frozenset(
    {"p", "head", "item", "label", "cell", "l", "lb", "addrLine", "figDesc", "titlePart", "dateline", "salute", "note"}
)
PHRASES = frozenset({
    "persName", "orgName", "placeName", "name", "rs", "surname", "forename", "genName", "addName", "roleName",
    "nameLink", "country", "region", "settlement", "date", "time", "idno", "term", "gloss", "num", "measure",
    "ident", "hi", "emph", "foreign", "title", "code", "ref", "ptr", "choice", "subst", "abbr", "add", "del", "sic",
    "orig", "supplied", "gap", "anchor", "cb", "milestone", "graphic", "author", "editor", "publisher", "pubPlace",
    "edition", "extent", "biblScope",
})  # fmt: skip
CONTEXT = 30
"""How much of the words a message shows on each side of a difference, in code points."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words without their blanks, and the offsets in them at which a blank stands, or may stand."""

    letters: str
    blanks: frozenset[int]
    doubts: frozenset[int]


def of_parts(parts: Iterator[str]) -> Words:
    """The words of a text that comes in parts; EDGE and DOUBT stand among them."""
    letters: list[str] = []
    blanks: set[int] = set()
    doubts: set[int] = set()
    at = 0
    for stretch in "".join(parts).split(DOUBT):
        blanks.update({at} if stretch[:1].isspace() else ())
        for number, piece in enumerate(stretch.split()):
            blanks.update({at} if number else ())
            letters.append(piece)
            at += len(piece)
        blanks.update({at} if stretch[-1:].isspace() else ())
        doubts.add(at)
    return Words("".join(letters), frozenset(blanks - {0, at}), frozenset(doubts))


def of_tei(tei: bytes | str) -> Words:
    """What a file has to say that is made of this TEI."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, huge_tree=True)
    root = etree.fromstring(tei.encode("utf-8") if isinstance(tei, str) else tei, parser)
    texts = [root] if root.tag == f"{TEI}text" else list(root.iterfind(f"{TEI}text"))
    return of_parts(part for text in texts or root.iterfind(f"{TEI}TEI/{TEI}text") for part in _parts(text))


def _parts(element: etree._Element) -> Iterator[str]:
    edge = _edge(element)
    yield edge
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _parts(child)
        yield child.tail or ""
    yield edge


def _edge(element: etree._Element) -> str:
    name = str(element.tag).removeprefix(TEI)
    if name in PHRASES:
        return ""
    return EDGE if name in BLOCKS and element.get("place") != "inline" else DOUBT


def check(tei: bytes | str, found: Words, place: str, what: str) -> list[Diagnostic]:
    """Where the words of a file are not those of the TEI; `what` names the format.

    Emits publish.not-conserved, with the first difference.
    """
    expected = of_tei(tei)
    at = _difference(expected, found)
    if at is None:
        return []
    message = f"the {what} differs from the TEI: “{_shown(expected, at)}” in the TEI, “{_shown(found, at)}” in the file"
    hint = "the file was not written; this is a fault of the program: please report it with the TEI"
    return [Diagnostic("publish.not-conserved", "error", message, Place(place), hint)]


def _difference(expected: Words, found: Words) -> int | None:
    if expected.letters != found.letters:
        pairs = zip(expected.letters, found.letters, strict=False)
        least = min(len(expected.letters), len(found.letters))
        return next((at for at, (a, b) in enumerate(pairs) if a != b), least)
    wrong = (expected.blanks - found.blanks - expected.doubts) | (found.blanks - expected.blanks - expected.doubts)
    return min(wrong, default=None)


def _shown(words: Words, at: int) -> str:
    start, end = max(0, at - CONTEXT), min(len(words.letters), at + CONTEXT)
    return "".join((" " if i in words.blanks else "") + words.letters[i] for i in range(start, end))

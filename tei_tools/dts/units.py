"""The citation trees of a document.

The default tree is document, block, note: a note stands below the block that calls it. `pages` are the pages of the
original, `notes` all notes in a row. A unit is a stretch of the document between two positions (see `fragment`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tei_tools.corpus import Document
from tei_tools.corpus.reading import BLOCKS, HOLDERS, XML_ID, elements, local
from tei_tools.dts.fragment import Positions
from tei_tools.unique import unique

TREES = {
    "": ("the document, its blocks, and the notes that a block calls", ("document", "block", "note")),
    "pages": ("the pages of the printed original", ("page",)),
    "notes": ("the notes, in a row", ("note",)),
}
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Unit:
    """`first` and `last` are positions in the document; `element` is the whole unit where it is one element."""

    identifier: str
    level: int
    parent: str | None
    type: str
    title: str
    first: int
    last: int
    element: etree._Element | None = field(default=None, repr=False)


class Tree:
    """The units of one tree, in the order of the document."""

    def __init__(self, document: Document, name: str) -> None:
        """Raises `KeyError` where a document has no such tree."""
        self.positions = Positions(document.element)
        makers = {"": _blocks, "pages": _pages, "notes": _notes}
        self.units = {unit.identifier: unit for unit in makers[name](document, self.positions)}

    def below(self, identifier: str | None, depth: int) -> Iterator[Unit]:
        """The units below one (below the root for None), at most so many levels; all for -1. It is not among them."""
        top = self.units[identifier].level if identifier else 0
        inside = {identifier}
        for unit in self.units.values():
            if unit.parent in inside:
                inside.add(unit.identifier)
                if depth < 0 or unit.level <= top + depth:
                    yield unit

    def between(self, start: Unit, end: Unit, depth: int) -> Iterator[Unit]:
        """The units from one to another, both included, down to a depth below the deeper of them; all for -1."""
        deepest = max(start.level, end.level)
        order = list(self.units.values())
        last = order.index(end)
        inside = [unit for unit in order[last + 1 :] if unit.first <= end.last]
        for unit in (*order[order.index(start) : last + 1], *inside):
            if depth < 0 or unit.level <= deepest + depth:
                yield unit


def _blocks(document: Document, positions: Positions) -> Iterator[Unit]:
    ident = document.id
    yield Unit(ident, 1, None, "document", document.title, *positions.of(document.element), document.element)
    taken = {ident}
    for count, block in enumerate(_outermost(document.element), 1):
        name = unique(block.get(XML_ID, "") or f"b{count}", taken)
        yield Unit(name, 2, ident, "block", _title(document, block), *positions.of(block), block)
        for note in _called(block):
            called = unique(note.get(XML_ID, "") or f"n{len(taken)}", taken)
            yield Unit(called, 3, name, "note", _title(document, note), *positions.of(note), note)


def _outermost(root: etree._Element) -> Iterator[etree._Element]:
    """The blocks of a document that are not within one; what only holds blocks is none."""
    for child in root:
        name = local(child)
        if name in {"div", "lg", "floatingText", "body", "front", "back", "text"}:
            yield from _outermost(child)
        elif name in BLOCKS or (name and name in HOLDERS):
            yield child


def _called(block: etree._Element) -> list[etree._Element]:
    return [note for note in elements(block, "note") if note is not block and note.get("rend") != "inline"]


def _notes(document: Document, positions: Positions) -> Iterator[Unit]:
    taken: set[str] = set()
    for note in _called(document.element):
        name = unique(note.get(XML_ID, "") or f"n{len(taken) + 1}", taken)
        yield Unit(name, 1, None, "note", _title(document, note), *positions.of(note), note)


def _pages(document: Document, positions: Positions) -> Iterator[Unit]:
    """From one page break to the next; what stands before the first is on the page that the header tells."""
    marks = list(elements(document.element, "pb"))
    first, last = positions.of(document.element)
    begin = document.pages[0] if document.pages and (not marks or document.pages[0] != marks[0].get("n")) else ""
    starts = [(begin or "0", first)] + [(mark.get("n", ""), positions.of(mark)[0]) for mark in marks]
    taken: set[str] = set()
    for i, (n, start) in enumerate(starts):
        end = starts[i + 1][1] - 1 if i + 1 < len(starts) else last
        if end > start or i:
            yield Unit(unique(n or "0", taken), 1, None, "page", f"p. {n}" if n != "0" else "", start, end)


def _title(document: Document, element: etree._Element) -> str:
    """The first words, to be shown in a list."""
    start, end = document.reading.spans.get(element, (0, 0))
    words = " ".join(document.text[start:end].split())
    return words if len(words) <= SHOWN else words[:SHOWN].rpartition(" ")[0] + " …"

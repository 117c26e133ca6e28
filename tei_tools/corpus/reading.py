"""The running text of a document: its blocks, one a line, then those of its notes; and the element of each offset.

White space within a block is one blank, a line break is a blank, a page break is nothing. Of two readings the text has
the one of the source (TEI Guidelines 3.5.1). Offsets are 0-based code points, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "p head salute byline docTitle titlePart docDate argument epigraph trailer ab dateline signed addrLine l label "
    "item cell figDesc opener closer fw postscript list table row lg figure div front body back text floatingText "
    "listBibl note"
)
"""Elements that begin and end a line of the running text; all others stand within one."""
HOLDERS = _names("text front body back div list table row listBibl lg figure floatingText postscript")
"""Their own text is layout."""
SILENT = _names("corr reg gap anchor milestone graphic expan teiHeader standOff")
"""Not of the source: an editor's reading, a mark of a place, data."""
SENTENCE_END = re.compile(r"[.?!][”’\"')\]]*(?=\s+[“‘\"'(\[]?[A-Z0-9À-Þ])|\n")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Sen|Gov|Amb|Adm|Lt|Jr|Sr|St|No|Nos|vol|vols|pp?|ff?)|\b[A-Z])\.$"
)


def local(element: etree._Element) -> str:
    """The name without its namespace; "" for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that stands directly in `element`, on the original's page `page` ("" where unknown)."""

    start: int
    element: etree._Element
    page: str
    note: str
    node: etree._Element
    tail: bool
    """Where the words stand in the tree: the tail of `node`, or its text."""
    begins: bool
    """Whether a blank at their beginning was left out."""

    def raw(self, offset: int) -> int:
        """The index in that text of an offset into the run."""
        text = (self.node.tail if self.tail else self.node.text) or ""
        starts = [match.start() for match in re.finditer(r"\s+|\S", text)][self.begins :]
        return starts[offset] if offset < len(starts) else len(text)


@dataclass(frozen=True, slots=True)
class Reading:
    """`text`, and where its parts come from."""

    text: str
    runs: tuple[Run, ...]
    spans: dict[etree._Element, tuple[int, int]] = field(repr=False)
    _starts: tuple[int, ...] = field(repr=False)

    def at(self, offset: int) -> Run:
        """The run that holds a code point. Raises `IndexError` outside the text."""
        if not 0 <= offset < len(self.text):
            raise IndexError(f"the text has {len(self.text)} characters, and no offset {offset}")
        return self.runs[bisect_right(self._starts, offset) - 1]

    def end(self, run: Run) -> int:
        """Where a run ends."""
        at = bisect_right(self._starts, run.start)
        return self._starts[at] if at < len(self._starts) else len(self.text)

    def span(self, element: etree._Element) -> tuple[int, int]:
        """The offsets of an element's text. Raises `KeyError` for an element that is not in the running text."""
        return self.spans[element]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence, or sentences, around a span; never more than the line (block) that it stands in."""
        first = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        last = len(self.text) if stop < 0 else stop
        for match in SENTENCE_END.finditer(self.text, first, last):
            if ABBREVIATION.search(self.text, max(first, match.start() - 6), match.start() + 1):
                continue
            if match.end() <= start:
                first = match.end()
            elif match.end() >= end:
                last = match.end()
                break
        while first < start and self.text[first].isspace():
            first += 1
        return first, last


def read(root: etree._Element, page: str = "") -> Reading:
    """The running text of an element: a document's div, or the text of a file; it begins on `page`."""
    made = _Reader(page)
    made.block(root)
    made.notes()
    text = "".join(made.parts).rstrip("\n")
    size = len(text)
    spans = {element: (min(a, size), min(b, size)) for element, (a, b) in made.spans.items()}
    runs = tuple(run for run in made.runs if run.start < size)
    return Reading(text, runs, spans, tuple(run.start for run in runs))


class _Reader:
    """Gathers the text in reading order; notes wait until the body has ended."""

    def __init__(self, page: str) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.last = "\n"
        self.runs: list[Run] = []
        self.spans: dict[etree._Element, tuple[int, int]] = {}
        self.page = page
        self.note = ""
        self.waiting: list[tuple[etree._Element, str]] = []

    def block(self, element: etree._Element) -> None:
        self._edge()
        start = self.size
        self._content(element)
        self._close(element, start)
        self._edge()

    def notes(self) -> None:
        for note, page in self.waiting:
            self.page, self.note = page, note.get(XML_ID, "")
            self.block(note)

    def _content(self, element: etree._Element) -> None:
        holds = local(element) not in HOLDERS
        if holds:
            self._text(element.text, element, element)
        for child in element:
            self._child(child)
            if holds:
                self._text(child.tail, element, child, tail=True)

    def _child(self, child: etree._Element) -> None:
        name = local(child)
        if name == "pb":
            self.page = child.get("n", "")
        elif name in {"lb", "cb"}:
            self._text(" ", child, child)
        elif name == "note" and child.get("rend") != "inline":
            self.waiting.append((child, self.page))
        elif name in BLOCKS:
            self.block(child)
        elif name == "choice":
            for reading in child:
                if local(reading) not in SILENT:
                    self._child(reading)
        elif name and name not in SILENT:
            start = self.size
            self._content(child)
            self._close(child, start)

    def _close(self, element: etree._Element, start: int) -> None:
        """An element begins at its first character: the blank before it is of the text around it."""
        end = self.size
        if self.last in "\n " and end > start:
            end -= 1
        self.spans[element] = (min(start, end), end)

    def _text(self, text: str | None, element: etree._Element, node: etree._Element, *, tail: bool = False) -> None:
        if not text:
            return
        words = re.sub(r"\s+", " ", text)
        begins = self.last in "\n " and words.startswith(" ")
        words = words[begins:]
        if words:
            self.runs.append(Run(self.size, element, self.page, self.note, node, tail, begins))
            self.parts.append(words)
            self.size += len(words)
            self.last = words[-1]

    def _edge(self) -> None:
        if self.last == " ":
            self.parts[-1] = self.parts[-1][:-1]
            self.size -= 1
            self.last = self.parts[-1][-1:] if self.parts[-1] else "x"
            if not self.parts[-1]:
                self.runs.pop()
                self.parts.pop()
        if self.last != "\n":
            self.parts.append("\n")
            self.size += 1
            self.last = "\n"


def elements(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The TEI elements of these names below one, in the order of the file."""
    return root.iter(*(TEI + name for name in names))

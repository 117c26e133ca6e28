"""The body of a document: its div with heads, blocks, page breaks and notes.

`pb` never stands first or last in a paragraph-like element (TEI project practice; the FRUS schema asks for it): a
marker at the edge of a block moves out of it and stands between blocks, one between two cells goes into the next.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from tei_tools.encode.inline import BROKEN_LINES, XML_ID, element, fill, last_child, tei
from tei_tools.model import Annotation, Block, Document, Span
from tei_tools.note_groups import ends, groups
from tei_tools.profile import Profile
from tei_tools.wrapping import full, width

BLANKS = " \t\n\r\f\v"
"""What is layout at the edge of a block; other spaces of Unicode are text."""
KEEPS_MARKERS = frozenset({"cell"})


class Body:
    """Makes the document div of one document; used once."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self.document = document
        self.joins = profile.page_joins
        self.wide = width(profile.wrapped, document.source.text)
        """How wide the lines of a wrapped text are: the ends of its full ones mean nothing."""
        self.source = document.source
        self.text = document.source.text
        self.calls = {id(call): note for call, note in zip(document.of("note"), document.notes, strict=True)}
        self.identified = {id(a): identified for a, identified in _with_page_ids(document.of("pb"))}
        self.inside = sorted(document.annotations, key=_order)
        self.starts = [annotation.span.start for annotation in self.inside]
        self.placed: set[int] = set()
        self.pages = Pages(document.of("pb"))
        self.page = 0
        """Index of the page break that comes next; within a note, of those in it."""
        self.note_ids = note_ids(document)
        self.groups = groups(document)
        self.ends = ends(self.groups)
        self.divs = 0

    def build(self, parent: etree._Element) -> etree._Element:
        """Add the div of the document to `parent`."""
        metadata = self.document.metadata
        attributes = {"type": "document", "subtype": metadata.subtype}
        if metadata.number:
            attributes["n"] = metadata.number
        div = element(parent, "div", {**attributes, XML_ID: metadata.id})
        body = self.document.body
        self._children(div, body, self._body_end())
        return div

    def _body_end(self) -> int:
        """Where the body ends: before the list of notes, if there is one at the end."""
        last = self.groups[-1] if self.groups else None
        return last.span.start if last and not last.foot else len(self.text)

    def _children(self, parent: etree._Element, blocks: Iterable[Block], end: int) -> None:
        for block in blocks:
            self._page_breaks(parent, self._begin(block))
            self._block(parent, block)
        self._page_breaks(parent, end)

    def _begin(self, block: Block) -> int:
        leaf = next(iter(block.leaves()))
        return self._trimmed(leaf).start

    def _page_breaks(self, parent: etree._Element, before: int) -> None:
        """The page breaks outside of blocks that come next, up to an offset."""
        if parent.tag == tei("row"):
            return
        end = self.pages.first(before)
        for annotation in self.pages.marks[self.page : end]:
            if id(annotation) not in self.placed:
                self.placed.add(id(annotation))
                element(parent, "pb", self.identified[id(annotation)].attributes)
        self.page = max(self.page, end)

    def _block(self, parent: etree._Element, block: Block) -> None:
        if block.element == "#text":
            self._stretch(parent, block)
            return
        attributes = dict(block.attributes)
        if block.element == "div" and attributes.get("type") == "attachment":
            self.divs += 1
            attributes[XML_ID] = f"{self.document.metadata.id}a{self.divs}"
        child = element(parent, block.element, attributes)
        if block.children:
            self._children(child, block.children, block.span.end)
        else:
            self._leaf(child, block)

    def _stretch(self, parent: etree._Element, block: Block) -> None:
        """Text between elements: of a paragraph that goes on behind a page break, the brackets around a signature."""
        last = last_child(parent)
        if last is not None and last.tag == tei("pb"):
            last.tail = f"{last.tail or ''} "
        self._leaf(parent, block)

    def _trimmed(self, leaf: Block) -> Span:
        """The span of a leaf without the page markers and blanks at its edges."""
        return trimmed(leaf, self.pages, self.text)

    def _leaf(self, child: etree._Element, leaf: Block) -> None:
        span = self._trimmed(leaf)
        low, high = bisect_left(self.starts, span.start), bisect_right(self.starts, span.end)
        found: list[Annotation] = []
        for annotation in self.inside[low:high]:
            if annotation.span.start == span.end and len(annotation.span):
                continue
            if annotation.element == "note" and id(annotation) in self.placed:
                continue
            if annotation.element in ("pb", "note"):
                self.placed.add(id(annotation))
            found.append(self.identified.get(id(annotation), annotation))
        lines = leaf.element in BROKEN_LINES and not self._wrapped(span) and not self._only_pages(span, found)
        fill(child, span, found, self.source, self._note, lines=lines)

    def _only_pages(self, span: Span, found: Iterable[Annotation]) -> bool:
        """Whether a profile lets paragraphs go on over page marks, and no other line ends are in the block."""
        pages = [a.span for a in found if a.element == "pb"] if self.joins else []
        between = zip([span.start, *(p.end for p in pages)], [*(p.start for p in pages), span.end], strict=True)
        return bool(pages) and not any("\n" in self.text[a:b].strip() for a, b in between)

    def _wrapped(self, span: Span) -> bool:
        """Whether line ends of a block mean nothing: its lines are full, or they stand about page breaks only."""
        first, _, rest = self.source.slice(span).partition("\n")
        begin = self.text.rfind("\n", 0, span.start) + 1
        return self.wide > 0 and bool(rest) and full(len(first) + span.start - begin, rest, self.wide)

    def _note(self, parent: etree._Element, call: Annotation) -> None:
        block = self.calls[id(call)]
        attributes = {"n": call.attributes["n"], XML_ID: self.note_ids[id(call)]}
        if "type" in block.attributes:
            attributes["type"] = block.attributes["type"]
        attributes["place"] = "bottom"
        if call.cert != "high":
            attributes |= {"cert": call.cert, "resp": f"#recognise.{call.source}"}
        note = element(parent, "note", attributes)
        outer, self.page = self.page, self.pages.first(block.marker.start if block.marker else block.span.start)
        children = block.children or self._paragraph(block)
        if children:
            self._children(note, children, self._note_end(block))
        else:
            self._leaf(note, block)
        self.page = outer

    def _paragraph(self, block: Block) -> tuple[Block, ...]:
        """A note that a page break opens or closes gets a paragraph, so that the break can stand outside it."""
        end = self._note_end(block)
        pages = self.pages.within(block.span.start, end)
        span = self._trimmed(block)
        if all(span.start < page.span.start and page.span.end < span.end for page in pages):
            return ()
        return (Block("p", block.span),)

    def _note_end(self, block: Block) -> int:
        return self.ends[id(block)]


class Pages:
    """The page breaks of a document, in source order, looked up by offset."""

    def __init__(self, marks: Sequence[Annotation]) -> None:
        self.marks = marks
        self._starts = [mark.span.start for mark in marks]

    def first(self, offset: int) -> int:
        """Index of the first page break that does not begin before an offset."""
        return bisect_left(self._starts, offset)

    def within(self, start: int, end: int) -> Sequence[Annotation]:
        """Those that begin in a stretch of the text."""
        return self.marks[self.first(start) : self.first(end)]


def trimmed(leaf: Block, pages: Pages, text: str) -> Span:
    """The span of a leaf without page markers at its edges, and without the blanks between them and the text."""
    start, end = leaf.span.start, leaf.span.end
    if leaf.element in KEEPS_MARKERS:
        return leaf.span
    inside = [page.span for page in pages.within(start, end) if page.span.end <= end]
    for page in inside:
        if not text[start : page.start].strip(BLANKS):
            start = page.end
    for page in reversed(inside):
        if page.start >= start and not text[page.end : end].strip(BLANKS):
            end = page.start
    kept = text[start:end]
    return Span(start + len(kept) - len(kept.lstrip(BLANKS)), end - len(kept) + len(kept.rstrip(BLANKS)))


def note_ids(document: Document) -> Mapping[int, str]:
    """The xml:id of each call, by identity of its annotation."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for index, call in enumerate(document.of("note"), 1):
        n = call.attributes["n"]
        base = f"{document.metadata.id}fn{n if n.isalnum() and n.isascii() else f's{index}'}"
        name, count = base, 1
        while name in taken:
            count += 1
            name = f"{base}_{count}"
        taken.add(name)
        ids[id(call)] = name
    return ids


def page_ids(pages: Iterable[Annotation]) -> Iterator[tuple[Annotation, str]]:
    """Each page break with its xml:id: pg_621, and pg_621_2 for a repeat."""
    seen: dict[str, int] = {}
    for page in pages:
        n = page.attributes["n"]
        seen[n] = seen.get(n, 0) + 1
        yield page, f"pg_{n}" if seen[n] == 1 else f"pg_{n}_{seen[n]}"


def _with_page_ids(pages: Iterable[Annotation]) -> Iterable[tuple[Annotation, Annotation]]:
    """Each page break with one that has an xml:id too."""
    for page, name in page_ids(pages):
        n = page.attributes["n"]
        attributes = {"n": n, XML_ID: name, **{k: v for k, v in page.attributes.items() if k != "n"}}
        yield page, Annotation("pb", page.span, attributes, page.cert, page.source)


def _order(annotation: Annotation) -> tuple[int, int, int]:
    """By offset; there outer before inner, and notes last: one without call before one whose call begins there."""
    start, end = annotation.span.start, annotation.span.end
    return (start, 1, end) if annotation.element == "note" else (start, 0, -end)

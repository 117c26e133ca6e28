"""The data that the stages hand on: immutable source, blocks that cut it, annotations that point into it.

All offsets are 0-based code points into `SourceText.text`, half-open. Nothing here is ever changed after it was made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tei_tools.diagnostics import Place

Cert = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def __reduce__(self) -> tuple[Any, ...]:
        # Documents wait pickled between the two halves of the pipeline; by constructor that takes half the time.
        return Span, (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Decided:
    """What an editor decided about a stretch of a text: that it is an element of this kind, or that it is none.

    `kind` is an element, or `block`; `attributes` are those of the element (`corr` of a `sic`, `element` of a `block`).
    An empty span is a point, or, where `whole`, the document as such. What was decided of all places of some words
    (`everywhere`) gives way to a longer name. `place` is the row in the file of decisions.
    """

    kind: str
    span: Span
    accepted: bool
    attributes: Mapping[str, str]
    place: Place
    everywhere: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded source. `text` has "\\n" for every newline of the bytes; `sha256` is that of the bytes."""

    text: str
    path: str
    encoding: str
    sha256: str
    lines: tuple[int, ...] = field(repr=False)
    """Offset of the first character of each line."""
    first_line: int = 1
    """Where the text begins in its file: a document of a file that holds several keeps the file's line numbers."""
    decided: tuple[Decided, ...] = field(default=(), repr=False)
    """What editors decided about it, beside the source and never in it."""

    def decisions(self, *kinds: str) -> tuple[Decided, ...]:
        """What was decided about stretches of the text, of these kinds."""
        return tuple(decided for decided in self.decided if decided.kind in kinds and not decided.whole)

    def place(self, offset: int) -> Place:
        """File, line and column (both from 1) of a code point."""
        row = bisect_right(self.lines, offset)
        return Place(self.path, row + self.first_line - 1, offset - self.lines[row - 1] + 1)

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text that becomes a block element of TEI.

    A block with children holds no text of its own outside them; a block without children holds `span`.
    `marker` is declared markup before its content (a bullet, the number of a note in the list); it lies outside `span`.
    """

    element: str
    span: Span
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Block, ...] = ()
    marker: Span | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return Block, (self.element, self.span, self.attributes, self.children, self.marker)

    def leaves(self) -> Iterator[Block]:
        """The blocks that hold text, in source order."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def walk(self) -> Iterator[Block]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something recognised in a stretch of the text: `source` is the recogniser, `evidence` what it rests on.

    An annotation of an empty span stands between two characters (a note whose call is lost, a gap).
    """

    element: str
    span: Span
    attributes: Mapping[str, str] = field(default_factory=dict)
    cert: Cert = "high"
    source: str = ""
    evidence: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        return Annotation, (self.element, self.span, self.attributes, self.cert, self.source, self.evidence)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the document, for the header: a date, a sender. Keys with "_" are not for TEI."""

    kind: str
    text: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    cert: Cert = "high"
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the header says. `facts` of kind sender, addressee, place, date, participant; `pages` as (first, last)."""

    id: str
    number: str = ""
    kind: str = ""
    subtype: str = "historical-document"
    title: str = ""
    first_page: str = ""
    edition: str = ""
    facts: tuple[Fact, ...] = ()

    def of(self, kind: str) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.kind == kind)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the header says of the edition, beside the document. `date` is the day of encoding, or ""."""

    edition: str = ""
    title: str = ""
    editors: tuple[str, ...] = ()
    publisher: str = ""
    licence: str = ""
    licence_text: str = ""
    date: str = ""
    names_model: str = ""
    """Version and date of the model that found the names, or ""."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the edition.

    `blocks`: the parts of its div in source order, then the `note` blocks of the list of notes. The k-th annotation of
    element `note` is the call of the k-th note block.
    """

    source: SourceText
    blocks: tuple[Block, ...]
    annotations: tuple[Annotation, ...] = ()
    metadata: Metadata = field(default_factory=lambda: Metadata(id=""))

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks before the list of notes."""
        return tuple(block for block in self.blocks if not _listed(block))

    @property
    def notes(self) -> tuple[Block, ...]:
        """The list of notes; a source line above the heading is a `note` too, but stands in the body."""
        return tuple(block for block in self.blocks if _listed(block))

    def of(self, element: str) -> tuple[Annotation, ...]:
        """The annotations of one element, in source order."""
        return tuple(annotation for annotation in self.annotations if annotation.element == element)


def _listed(block: Block) -> bool:
    return block.element == "note" and block.marker is not None

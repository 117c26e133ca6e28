"""What a conversion takes and gives: a source, the first half of its work, the documents that it became."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import TeiToolsError
from tei_tools.executor.files import File
from tei_tools.model import Document


class Source(File):
    """A source of a conversion: a file, or bytes with a path as their name."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a source, encoded."""

    document: Document
    tei: bytes


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a doubt about a source stands: in the document of that id, next to `anchor`, an id of its page.

    `word` is what stands there, `before` and `after` the line around it, as far as a reader needs it.
    """

    place: Place
    document: str
    anchor: str = ""
    before: str = ""
    word: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a source: its documents, mostly one, and the TEI file that holds them all.

    `tei` is None where a document failed, and `error` or a diagnostic of severity error says why.
    """

    source: Source
    parts: tuple[Part, ...]
    tei: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    error: TeiToolsError | None = None
    asked: tuple[tuple[str, str], ...] = ()
    """What its documents asked of the collection (`link.lookups`)."""
    spots: tuple[Spot, ...] = ()
    """Where its doubts stand, for those who look them up."""

    @property
    def document(self) -> Document | None:
        """The first document; the only one of most sources."""
        return self.parts[0].document if self.parts else None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the first half leaves for the second: a document with its candidates."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    decisions: tuple[Place, ...] = ()
    """The rows of decisions that had their say."""
    tei: bytes | None = None
    """The TEI file that the document was, where it was one already."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document that is linked and encoded, and neither proven nor validated yet: its tree, and that as bytes."""

    document: Document
    root: etree._Element
    tei: bytes
    diagnostics: list[Diagnostic]
    proven: bool = False
    """Whether it is known already that its words are those of the source."""

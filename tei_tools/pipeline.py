"""The stages of a conversion, in order, and how a collection runs through them.

    read → segment → recognise        each document on its own: the map step, which also gives its Evidence
    reduce                            the evidence of all documents becomes the CollectionIndex
    link → encode → validate          each document on its own, with the index

Between the two halves the documents wait in a temporary file, so that memory does not grow with the collection.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import IO

from lxml import etree

from tei_tools import profile as profiles
from tei_tools.authority import Authority
from tei_tools.authority.names import Names
from tei_tools.diagnostics import Diagnostic, Place, in_order
from tei_tools.encode import encode, serialise
from tei_tools.errors import SourceError, TeiToolsError
from tei_tools.link import correspondence, overlaps, references, setting
from tei_tools.link import persons as person_links
from tei_tools.link.evidence import Evidence, evidence
from tei_tools.link.index import CollectionIndex, reduce
from tei_tools.model import Annotation, Document, Imprint
from tei_tools.profile import Profile
from tei_tools.read import LIMIT, read
from tei_tools.recognise import date, gap, note, pb, pers_name, place_name, ref, term
from tei_tools.recognise.term import Terms
from tei_tools.segment import segment
from tei_tools.validate import validate
from tei_tools.validate.conservation import check as conserved

STAGES = ("read", "segment", "recognise", "link", "encode", "validate")
MARKUP = (pb, note)
"""Recognisers of declared markup: the others must know it, as it is no text."""
RECOGNISERS = (date, place_name, ref, gap)

Keep = Callable[[str, str, object], None]
"""Called with a source's stem, a stage and its result, where results of stages are kept."""


@dataclass(frozen=True)
class Settings:
    """What a conversion depends on beside its sources."""

    profile: Profile = field(default_factory=lambda: profiles.load("frus"))
    imprint: Imprint = field(default_factory=Imprint)
    authority: Authority = field(default_factory=Authority)
    limit: int = LIMIT
    keep: Keep | None = None

    @cached_property
    def names(self) -> Names:
        return Names(self.authority, self.profile.names)

    @cached_property
    def terms(self) -> Terms:
        return Terms(self.authority)


@dataclass(frozen=True, slots=True)
class Source:
    """A source by its path; `data` holds the bytes where they come from elsewhere (standard input)."""

    path: Path
    data: bytes | None = None

    @property
    def stem(self) -> str:
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Converted:
    """One document's outcome: `tei` is None where it failed, and `error` or a diagnostic of severity error says why."""

    source: Source
    document: Document | None
    tei: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    error: TeiToolsError | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the first half leaves for the second: the document with its candidates."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def convert(sources: Sequence[Source], settings: Settings) -> Iterator[Converted]:
    """Every source, in order, as TEI. A document that fails does not stop the others."""
    with tempfile.TemporaryFile() as spool:
        gathered: list[Evidence] = []
        for source in sources:
            outcome = _prepared(source, settings, gathered)
            pickle.dump(outcome, spool, pickle.HIGHEST_PROTOCOL)
        index = reduce(gathered)
        spool.seek(0)
        for source in sources:
            yield _finished(source, spool, index, settings)


def _prepared(source: Source, settings: Settings, gathered: list[Evidence]) -> Prepared | TeiToolsError:
    try:
        prepared = prepare(source, settings)
    except TeiToolsError as error:
        return error
    gathered.append(evidence(prepared.document, prepared.document.annotations))
    return prepared


def _finished(source: Source, spool: IO[bytes], index: CollectionIndex, settings: Settings) -> Converted:
    outcome: Prepared | TeiToolsError = pickle.load(spool)
    if isinstance(outcome, TeiToolsError):
        return Converted(source, None, None, (), outcome)
    try:
        return finish(source, outcome, index, settings)
    except TeiToolsError as error:
        return Converted(source, outcome.document, None, outcome.diagnostics, error)


def prepare(source: Source, settings: Settings) -> Prepared:
    """Read, segment and recognise one source. Raises `SourceError`."""
    text, found = read(source.path, source.data, limit=settings.limit)
    _kept(settings, source, "10-read", text)
    document, problems = segment(text, settings.profile)
    found += problems
    edition = settings.imprint.edition
    document = replace(document, metadata=replace(document.metadata, edition=edition))
    _kept(settings, source, "20-segment", document)
    for recogniser in MARKUP:
        document = _with(document, recogniser.recognise(document, settings.profile), found)
    marked = document
    for recogniser in RECOGNISERS:
        document = _with(document, recogniser.recognise(marked, settings.profile), found)
    if settings.authority.persons:
        document = _with(document, pers_name.recognise(marked, settings.names), found)
    if settings.authority.terms:
        document = _with(document, term.recognise(marked, settings.terms), found)
    facts = tuple(setting.facts(document))
    document = replace(document, metadata=replace(document.metadata, facts=facts, first_page=_first_page(document)))
    _kept(settings, source, "30-recognise", document)
    return Prepared(document, tuple(found))


def _first_page(document: Document) -> str:
    """The page on which a document begins, from its first marker: "621" within the text means that it began on 620."""
    pages = document.of("pb")
    if not pages or not pages[0].attributes["n"].isdigit():
        return ""
    first = int(pages[0].attributes["n"])
    before = document.source.text[: pages[0].span.start].strip()
    return str(first - 1 if before else first) if first > 1 else ""


def _with(document: Document, results: Iterable[Annotation | Diagnostic], found: list[Diagnostic]) -> Document:
    """The document with more annotations; diagnostics go to `found`."""
    annotations: list[Annotation] = []
    for result in results:
        if isinstance(result, Diagnostic):
            found.append(result)
        else:
            annotations.append(result)
    return replace(document, annotations=(*document.annotations, *annotations))


def link(prepared: Prepared, index: CollectionIndex, settings: Settings) -> tuple[Document, list[Diagnostic]]:
    """A document with what the collection says of it: persons, roles, references; its annotations nested."""
    document, found = prepared.document, list(prepared.diagnostics)
    names, refs = document.of("persName"), document.of("ref")
    others = [a for a in document.annotations if a.element not in ("persName", "ref")]
    bare = replace(document, annotations=tuple(others))
    document = _with(bare, person_links.link(document, names, settings.authority, index), found)
    referring = replace(document, annotations=refs)
    linked = references.link(referring, index, settings.profile, settings.imprint.edition)
    document = _with(document, linked, found)
    document = _with(replace(document, annotations=()), correspondence.roles(document, settings.profile), found)
    document = _with(replace(document, annotations=()), overlaps.settle(document, document.annotations), found)
    facts = (*document.metadata.facts, *correspondence.facts(document))
    found += _duplicates(document, index)
    return replace(document, metadata=replace(document.metadata, facts=facts)), found


def _duplicates(document: Document, index: CollectionIndex) -> Iterator[Diagnostic]:
    number = document.metadata.number
    others = [entry.path for entry in index.by_number.get(number, ()) if entry.path != document.source.path]
    if number and others:
        message = f"document {number} stands in {', '.join(others)} too"
        hint = "correct one of the numbers; references to it stay open until then"
        yield Diagnostic("link.duplicate-number", "warning", message, document.source.place(0), hint)


def finish(source: Source, prepared: Prepared, index: CollectionIndex, settings: Settings) -> Converted:
    """Link, encode and validate one document. What fails the proof or the checks is not given as TEI."""
    document, found = link(prepared, index, settings)
    _kept(settings, source, "40-link", document)
    root = encode(document, settings.profile, settings.imprint, settings.authority)
    data = serialise(root)
    _kept(settings, source, "50-encode", data)
    found += conserved(document, data.decode("utf-8"), settings.profile)
    tree = etree.ElementTree(root)
    found += validate(tree, f"{source.stem}.xml")
    failed = any(d.severity == "error" for d in found)
    return Converted(source, document, None if failed else data, tuple(in_order(found)))


def _kept(settings: Settings, source: Source, stage: str, result: object) -> None:
    if settings.keep is not None:
        settings.keep(source.stem, stage, result)


def place_of(path: str | PurePath) -> Place:
    return Place(str(path))


__all__ = [
    "STAGES",
    "Converted",
    "Prepared",
    "Settings",
    "Source",
    "SourceError",
    "convert",
    "finish",
    "link",
    "prepare",
]

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
from typing import IO

from lxml import etree

from tei_tools import profile as profiles
from tei_tools.authority import Authority
from tei_tools.authority.names import Names
from tei_tools.authority.reading import read as read_aloud
from tei_tools.conversion import Converted as Converted
from tei_tools.conversion import Part as Part
from tei_tools.conversion import Prepared as Prepared
from tei_tools.conversion import Source as Source
from tei_tools.decisions import Decisions, obey
from tei_tools.decisions.resolve import Resolved, resolve
from tei_tools.diagnostics import Diagnostic, in_order
from tei_tools.encode import encode, serialise, volume
from tei_tools.errors import TeiToolsError, fault
from tei_tools.link import correspondence, ids, overlaps, references, setting
from tei_tools.link import persons as person_links
from tei_tools.link.evidence import Evidence, evidence
from tei_tools.link.index import CollectionIndex, reduce
from tei_tools.model import Annotation, Document, Imprint, SourceText
from tei_tools.profile import Profile
from tei_tools.read import LIMIT, read
from tei_tools.recognise import date, gap, note, pb, pers_name, pers_name_unknown, place_name, ref, term
from tei_tools.recognise.term import Terms
from tei_tools.segment import identifier, segment, split
from tei_tools.validate import validate
from tei_tools.validate.conservation import check as conserved

STAGES = ("read", "segment", "recognise", "link", "encode", "validate")
MARKUP = (pb, note)
"""Recognisers of declared markup: the others must know it, as it is no text."""
RECOGNISERS = (date, place_name, ref, gap)
SCHEMA = "tei_tools#convert"
"""Of our rules those that no recogniser checks: what they doubt, they tell with its place in the source."""

Keep = Callable[[str, str, object], None]
"""Called with a source's stem, a stage and its result, where results of stages are kept."""


@dataclass(frozen=True)
class Settings:
    """What a conversion depends on beside its sources."""

    profile: Profile = field(default_factory=lambda: profiles.load("frus"))
    imprint: Imprint = field(default_factory=Imprint)
    authority: Authority = field(default_factory=Authority)
    decisions: Decisions = field(default_factory=Decisions)
    limit: int = LIMIT
    file_of: references.Namer = references.by_source
    relative: bool = False
    """Whether references to other documents of the collection name their files."""
    keep: Keep | None = None

    @cached_property
    def names(self) -> Names:
        return Names(self.authority, self.profile.names)

    @cached_property
    def terms(self) -> Terms:
        return Terms(self.authority)


def convert(sources: Sequence[Source], settings: Settings) -> Iterator[Converted]:
    """Every source, in order, as TEI. A source that fails does not stop the others."""
    with tempfile.TemporaryFile() as spool:
        gathered: list[Evidence] = []
        for source in sources:
            outcome = _prepared(source, settings, gathered)
            pickle.dump(outcome, spool, pickle.HIGHEST_PROTOCOL)
        index = reduce(gathered)
        spool.seek(0)
        told = tuple(settings.decisions.told(index.decisions, index.names))
        for source in sources:
            converted = _finished(source, spool, index, settings)
            yield replace(converted, diagnostics=(*told, *converted.diagnostics)) if told else converted
            told = ()


def _prepared(source: Source, settings: Settings, gathered: list[Evidence]) -> list[Prepared] | TeiToolsError:
    try:
        prepared = prepare(source, settings)
    except TeiToolsError as error:
        return error
    except Exception as error:
        return fault(error, str(source.path))
    gathered += [evidence(each.document, each.document.annotations, each.decisions) for each in prepared]
    return prepared


def _finished(source: Source, spool: IO[bytes], index: CollectionIndex, settings: Settings) -> Converted:
    outcome: list[Prepared] | TeiToolsError = pickle.load(spool)
    if isinstance(outcome, TeiToolsError):
        return Converted(source, (), None, (), outcome)
    try:
        return finish(source, outcome, index, settings)
    except TeiToolsError as error:
        return Converted(source, (), None, _said(outcome), error)
    except Exception as error:
        return Converted(source, (), None, _said(outcome), fault(error, str(source.path)))


def _said(prepared: Sequence[Prepared]) -> tuple[Diagnostic, ...]:
    return tuple(diagnostic for each in prepared for diagnostic in each.diagnostics)


def prepare(source: Source, settings: Settings) -> list[Prepared]:
    """Read a source, and segment and recognise each of its documents. Raises `SourceError`."""
    text, found = read(source.path, source.data, limit=settings.limit)
    _kept(settings, source.stem, "10-read", text)
    prepared: list[Prepared] = []
    taken: set[str] = set()
    for count, part in enumerate(split(text, settings.profile), 1):
        document, problems, resolved = _segmented(part, source, settings)
        found += problems
        ident = document.metadata.id
        if ident in taken or (count > 1 and not document.metadata.number):
            found += ids.repeated(document)
            ident = f"{ident}_{count}"
        taken.add(ident)
        metadata = replace(document.metadata, id=ident, edition=settings.imprint.edition)
        document = replace(document, metadata=metadata)
        recognised = _recognised(document, source, settings, found)
        prepared.append(Prepared(recognised, tuple(found), resolved.used))
        found = []
    return prepared


def _segmented(part: SourceText, source: Source, settings: Settings) -> tuple[Document, list[Diagnostic], Resolved]:
    """A document with what was decided about it; what was decided of its blocks and pages cuts it anew."""
    document, problems = segment(part, settings.profile)
    resolved = resolve(settings.decisions, part, (document.metadata.id, source.stem), settings.profile)
    if resolved.decided:
        part = replace(part, decided=resolved.decided)
        document = replace(document, source=part)
    if part.decisions("block", "pb"):
        document, problems = segment(part, settings.profile)
    return document, [*problems, *resolved.diagnostics], resolved


def _recognised(document: Document, source: Source, settings: Settings, found: list[Diagnostic]) -> Document:
    name = _name(source, document)
    _kept(settings, name, "20-segment", document)
    for recogniser in MARKUP:
        document = _with(document, recogniser.recognise(document, settings.profile), found)
    marked = document
    for recogniser in RECOGNISERS:
        document = _with(document, recogniser.recognise(marked, settings.profile), found)
    document = _with(document, _named(marked, settings), found)
    if document.source.decided:
        document = replace(document, annotations=tuple(obey.obeyed(document.source, document.annotations)))
    facts = tuple(setting.facts(document))
    document = replace(document, metadata=replace(document.metadata, facts=facts, first_page=pb.first_page(document)))
    _kept(settings, name, "30-recognise", document)
    return document


def _named(document: Document, settings: Settings) -> Iterator[Annotation | Diagnostic]:
    """What is looked for in the text as it is read, without marks: persons and terms."""
    reading = read_aloud(document)
    names = list(pers_name.recognise(reading, settings.names))
    yield from names
    if settings.authority.persons:
        yield from pers_name_unknown.unknown(reading, document.source, names, settings.authority)
    if settings.authority.terms:
        yield from term.recognise(reading, settings.terms)


def _name(source: Source, document: Document) -> str:
    """What a document's kept results are called: as its source, and by its id where the source holds several."""
    return source.stem if document.source.first_line == 1 else f"{source.stem}-{document.metadata.id}"


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
    linked = references.link(
        referring, index, settings.profile, settings.imprint.edition, settings.file_of, relative=settings.relative
    )
    document = _with(document, linked, found)
    document = _with(replace(document, annotations=()), correspondence.roles(document, settings.profile), found)
    claims = obey.without(document.source, document.annotations)
    document = _with(replace(document, annotations=()), overlaps.settle(document, claims), found)
    found += obey.unfit(document)
    facts = (*document.metadata.facts, *correspondence.facts(document))
    found += ids.duplicates(document, index)
    return replace(document, metadata=replace(document.metadata, facts=facts)), found


def finish(source: Source, prepared: Sequence[Prepared], index: CollectionIndex, settings: Settings) -> Converted:
    """Link, encode and validate the documents of one source. What fails the proof or the checks is not given as TEI."""
    if len(prepared) > 1:
        settings = replace(settings, file_of=references.within(prepared[0].document.source.path), relative=True)
    found: list[Diagnostic] = []
    parts: list[Part] = []
    roots: list[etree._Element] = []
    for each in prepared:
        document, problems = link(each, index, settings)
        name = _name(source, document)
        _kept(settings, name, "40-link", document)
        root = encode(document, settings.profile, settings.imprint, settings.authority)
        data = serialise(root)
        _kept(settings, name, "50-encode", data)
        problems += conserved(document, data.decode("utf-8"), settings.profile)
        problems += validate(etree.ElementTree(root), f"{name}.xml", schema=SCHEMA)
        found += problems
        roots.append(root)
        if not any(d.severity == "error" for d in problems):
            parts.append(Part(document, data))
    whole = len(parts) == len(prepared)
    tei = parts[0].tei if whole and len(parts) == 1 else None
    if whole and len(parts) > 1:
        tei, problems = assembled(roots, settings, f"{source.stem}.xml")
        found += problems
    return Converted(source, tuple(parts), tei, tuple(in_order(found)))


def assembled(
    roots: Sequence[etree._Element], settings: Settings, file: str, *, front: bool = False
) -> tuple[bytes | None, list[Diagnostic]]:
    """Several documents as one TEI file, and what is wrong with it; no file where that is an error."""
    ident = file.removesuffix(".xml") if front else f"{settings.imprint.edition or 'tei'}.{identifier(file)}"
    whole = volume(roots, settings.imprint, settings.profile, ident, front=front)
    found = validate(etree.ElementTree(whole), file, schema=SCHEMA)
    failed = any(d.severity == "error" for d in found)
    return None if failed else serialise(whole), found


def _kept(settings: Settings, name: str, stage: str, result: object) -> None:
    if settings.keep is not None:
        settings.keep(name, stage, result)

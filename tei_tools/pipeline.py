"""The stages of a conversion, in order, and how a collection runs through them.

    read → segment → recognise        each document on its own: the map step, which also gives its Evidence
    reduce                            the evidence of all documents becomes the CollectionIndex
    link → encode → validate          each document on its own, with the index

Between the two halves the documents wait in a temporary file, so that memory does not grow with the collection.
They go to the executor in small batches, in process or elsewhere, with the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from lxml import etree

from tei_tools import upgrade
from tei_tools.authority.reading import read as read_aloud
from tei_tools.conversion import Converted as Converted
from tei_tools.conversion import Encoded
from tei_tools.conversion import Part as Part
from tei_tools.conversion import Prepared as Prepared
from tei_tools.conversion import Source as Source
from tei_tools.decisions import obey
from tei_tools.decisions.resolve import Resolved, resolve
from tei_tools.diagnostics import Diagnostic, apart, in_order
from tei_tools.encode import encode, serialise, volume
from tei_tools.encode.spots import spots
from tei_tools.errors import TeiToolsError, fault
from tei_tools.executor import Executor, InProcess
from tei_tools.existing import is_tei
from tei_tools.link import correspondence, ids, lookups, overlaps, references, setting
from tei_tools.link import persons as person_links
from tei_tools.link.index import CollectionIndex
from tei_tools.model import Annotation, Document, SourceText
from tei_tools.read import bytes_of, read
from tei_tools.recognise import date, gap, note, org_name, pb, pers_name, pers_name_unknown, place_name, ref, term
from tei_tools.segment import identifier, segment, split
from tei_tools.segment.lines import Line
from tei_tools.settings import Settings as Settings
from tei_tools.stopwatch import spent
from tei_tools.transport import content
from tei_tools.validate import conservation, validate
from tei_tools.validate.conservation import Proof
from tei_tools.validate.schemas import GRAMMAR

STAGES = ("read", "segment", "recognise", "link", "encode", "validate")
MARKUP = (pb, note)
"""Recognisers of declared markup: the others must know it, as it is no text."""
RECOGNISERS = (date, place_name, ref, gap)
VOLUME_SCHEMA = "tei_tools#convert"
"""For several documents in one file. Of our rules those that no recogniser checks: what they doubt, they tell with its
place in the source. A single document is held against the grammar alone (docs/decisions/027)."""

Outcome = list[Prepared] | TeiToolsError
"""What the first half makes of a source."""
IN_PROCESS = InProcess()
Given = TypeVar("Given")
Result = TypeVar("Result")


def convert(
    sources: Sequence[Source], settings: Settings, executor: Executor = IN_PROCESS, *, recorded: bool = False
) -> Iterator[Converted]:
    """Every source, in order, as TEI. A source that fails does not stop the others.

    Other processes send documents back without their text and annotations. `recorded`: what each asked is told.
    """
    from tei_tools import collection  # which is made of the two halves here

    yield from collection.convert(sources, settings, executor, recorded=recorded)


def attempt(
    source: Source, given: Given | TeiToolsError, step: Callable[[Source, Given], Result]
) -> Result | TeiToolsError:
    """What a step makes of what it is given for a source; an error stops this source, and no other."""
    if isinstance(given, TeiToolsError):
        return given
    try:
        return step(source, given)
    except TeiToolsError as error:
        return error
    except Exception as error:
        return fault(error, str(source.path))


def prepare(source: Source, settings: Settings) -> list[Prepared]:
    """Read a source, and segment and recognise each of its documents. Raises `SourceError`."""
    data = content(source, settings.limit)
    if source.path.suffix == ".xml" or data is not None:
        data = bytes_of(source.path, settings.limit) if data is None else data
        if is_tei(data):
            with spent("recognise", source.path):
                return upgrade.prepare(source, data, settings, _told)
    with spent("read", source.path):
        text, found = read(source.path, data, limit=settings.limit)
    _kept(settings, source.stem, "10-read", text)
    prepared: list[Prepared] = []
    taken: set[str] = set()
    for count, (part, lines) in enumerate(split(text, settings.profile), 1):
        with spent("segment", source.path):
            document, problems, resolved = _segmented(part, lines, source, settings)
        found += problems
        ident = document.metadata.id
        if ident in taken or (count > 1 and not document.metadata.number):
            found += ids.repeated(document)
            ident = f"{ident}_{count}"
        taken.add(ident)
        metadata = replace(document.metadata, id=ident, edition=settings.imprint.edition)
        document = replace(document, metadata=metadata)
        with spent("recognise", source.path):
            recognised = _recognised(document, source, settings, found)
        prepared.append(Prepared(recognised, tuple(found), resolved.used))
        found = []
    return prepared


def _segmented(
    part: SourceText, lines: list[Line], source: Source, settings: Settings
) -> tuple[Document, list[Diagnostic], Resolved]:
    """A document with what was decided about it; what was decided of its blocks and pages cuts it anew."""
    document, problems = segment(part, settings.profile, lines)
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
        marks = apart(recogniser.recognise(document, settings.profile), found)
        document = replace(document, annotations=(*document.annotations, *marks))
    document = replace(document, metadata=replace(document.metadata, title=note.title(document)))
    annotations = [*document.annotations]
    for recogniser in RECOGNISERS:
        if recogniser is place_name and settings.authority.places:
            continue  # with the list, below
        annotations += apart(recogniser.recognise(document, settings.profile), found)
    annotations += apart(_named(document, settings), found)
    if document.source.decided:
        annotations = obey.obeyed(document.source, annotations)
    document = replace(document, annotations=tuple(annotations))
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
    if settings.authority.orgs:
        yield from org_name.recognise(reading, document.source, settings.orgs)
    if settings.authority.places:
        dated = list(place_name.recognise(document, settings.profile))
        yield from place_name.recognise_listed(document, reading, settings.places, dated)


def _told(document: Document, settings: Settings) -> Iterator[Annotation | Diagnostic]:
    """What is looked for in TEI that is there already: names, and what datelines say."""
    yield from _named(document, settings)
    yield from date.recognise(document, settings.profile)
    if not settings.authority.places:
        yield from place_name.recognise(document, settings.profile)


def _name(source: Source, document: Document) -> str:
    """What a document's kept results are called: as its source, and by its id where the source holds several."""
    return source.stem if document.source.first_line == 1 else f"{source.stem}-{document.metadata.id}"


def link(prepared: Prepared, index: CollectionIndex, settings: Settings) -> tuple[Document, list[Diagnostic]]:
    """A document with what the collection says of it: persons, roles, references; its annotations nested."""
    document, found = prepared.document, list(prepared.diagnostics)
    names, refs = document.of("persName"), document.of("ref")
    annotations = [a for a in document.annotations if a.element not in ("persName", "ref")]
    annotations += apart(person_links.link(document, names, settings.authority, index, settings.names_model), found)
    referring = replace(document, annotations=refs)
    linked = references.link(
        referring, index, settings.profile, settings.imprint.edition, settings.file_of, relative=settings.relative
    )
    document = replace(document, annotations=(*annotations, *apart(linked, found)))
    document = replace(document, annotations=tuple(correspondence.roles(document, settings.profile)))
    claims = obey.without(document.source, document.annotations)
    document = replace(document, annotations=tuple(apart(overlaps.settle(document, claims), found)))
    found += obey.unfit(document)
    facts = (*document.metadata.facts, *correspondence.facts(document))
    found += ids.duplicates(document, index)
    return replace(document, metadata=replace(document.metadata, facts=facts)), found


def finish(
    batch: Sequence[tuple[Source, Outcome]], index: CollectionIndex, settings: Settings, *, recorded: bool = False
) -> Iterator[Converted]:
    """Link, encode and validate a batch of sources. What fails the proof or the checks is not given as TEI.

    The proofs of a batch share one run of the stylesheet; each document still has its own.
    """
    asked: list[set[lookups.Question]] = [set() for _ in batch]
    encoded = [
        attempt(
            each,
            outcome,
            partial(_encoded, index=lookups.recorded(index, row) if recorded else index, settings=settings),
        )
        for (each, outcome), row in zip(batch, asked, strict=True)
    ]
    documents = [each for result in encoded if not isinstance(result, TeiToolsError) for each in result]
    with spent("validate", *(source.path for source, _ in batch)):
        texts = iter(conservation.texts([each.tei.decode("utf-8") for each in documents if not each.proven]))
    for (source, outcome), result, row in zip(batch, encoded, asked, strict=True):
        own = [] if isinstance(result, TeiToolsError) else [None if e.proven else next(texts) for e in result]
        with spent("validate", source.path):
            converted = attempt(source, result, partial(_proven, texts=own, settings=settings))
        made = converted if isinstance(converted, Converted) else _failed(source, outcome, converted)
        yield replace(made, asked=tuple(sorted(row))) if row else made


def _failed(source: Source, outcome: Outcome, error: TeiToolsError) -> Converted:
    found = () if isinstance(outcome, TeiToolsError) else tuple(d for each in outcome for d in each.diagnostics)
    return Converted(source, (), None, found, error)


def _encoded(source: Source, prepared: Sequence[Prepared], index: CollectionIndex, settings: Settings) -> list[Encoded]:
    """The documents of a source, linked and encoded."""
    if len(prepared) > 1:
        settings = replace(settings, file_of=references.within(prepared[0].document.source.path), relative=True)
    encoded: list[Encoded] = []
    for each in prepared:
        if each.tei is not None:
            with spent("encode", source.path):
                encoded.append(upgrade.encoded(source, each, index, settings))
            continue
        with spent("link", source.path):
            document, found = link(each, index, settings)
        name = _name(source, document)
        _kept(settings, name, "40-link", document)
        with spent("encode", source.path):
            root = encode(document, settings.profile, settings.imprint, settings.authority)
            data = serialise(root)
        _kept(settings, name, "50-encode", data)
        encoded.append(Encoded(document, root, data, found))
    return encoded


def _proven(source: Source, encoded: Sequence[Encoded], texts: Sequence[Proof | None], settings: Settings) -> Converted:
    """The documents of a source that keep their words and the grammar; and the file of all, where all of them do."""
    found: list[Diagnostic] = []
    parts: list[Part] = []
    for each, text in zip(encoded, texts, strict=True):
        problems = [*each.diagnostics]
        if text is not None:
            problems += conservation.compare(each.document, text, settings.profile)
        problems += validate(etree.ElementTree(each.root), f"{_name(source, each.document)}.xml", schema=GRAMMAR)
        found += problems
        if not any(d.severity == "error" for d in problems):
            parts.append(Part(each.document, each.tei))
    whole = len(parts) == len(encoded)
    tei = parts[0].tei if whole and len(parts) == 1 else None
    if whole and len(parts) > 1:
        tei, problems = assembled([each.root for each in encoded], settings, f"{source.stem}.xml")
        found += problems
    told = (s for each in encoded if not each.proven for s in spots(each.document, (d.place for d in found)))
    return Converted(source, tuple(parts), tei, tuple(in_order(found)), spots=tuple(told))


def assembled(
    roots: Iterable[etree._Element], settings: Settings, file: str, *, front: bool = False
) -> tuple[bytes | None, list[Diagnostic]]:
    """Several documents as one TEI file, and what is wrong with it; no file where that is an error."""
    ident = file.removesuffix(".xml") if front else f"{settings.imprint.edition or 'tei'}.{identifier(file)}"
    whole = volume(roots, settings.imprint, settings.profile, ident, front=front)
    found = validate(etree.ElementTree(whole), file, schema=VOLUME_SCHEMA)
    failed = any(d.severity == "error" for d in found)
    return None if failed else serialise(whole), found


def _kept(settings: Settings, name: str, stage: str, result: object) -> None:
    if settings.keep is not None:
        settings.keep(name, stage, result)

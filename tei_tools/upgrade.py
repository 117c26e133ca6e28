"""The two halves of the pipeline for a source that is TEI already: what its text says is added, nothing is changed.

`prepare` finds names, and the places and dates of datelines, where the file has tagged nothing; `encoded` puts them
into its tree, with the entries of lists that they point at, a `correspDesc` where the header has none (who wrote to
whom, by heading, lists TO and FROM and signature; when and where, by dateline), and the applications that found them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from lxml import etree

from tei_tools.conversion import Encoded, Prepared, Source
from tei_tools.corpus.reading import TEI
from tei_tools.diagnostics import Diagnostic, apart
from tei_tools.encode import serialise
from tei_tools.encode import upgrade as parts
from tei_tools.encode.inline import attributes_of
from tei_tools.errors import EncodeError
from tei_tools.existing import PRESENT, as_document, completed, inserted
from tei_tools.existing.header import applications
from tei_tools.existing.reading import parsed, single, tagged
from tei_tools.link import correspondence, setting
from tei_tools.link import persons as person_links
from tei_tools.link.index import CollectionIndex
from tei_tools.model import Annotation, Document
from tei_tools.settings import Settings

Found = Callable[[Document, Settings], Iterable[Annotation | Diagnostic]]


def prepare(source: Source, data: bytes, settings: Settings, named: Found) -> list[Prepared]:
    """The document of a TEI file, with the names that `named` finds where nothing is tagged. Raises `SourceError`."""
    place = str(source.path)
    read = single(parsed(data, place), place)
    document = as_document(read, data, place, settings.imprint.edition)
    kind = document.metadata.kind or settings.profile.kind(read.title)
    document = replace(document, metadata=replace(document.metadata, kind=kind))
    spans = tagged(read)
    found: list[Diagnostic] = []
    names = apart(named(document, settings), found)
    new = [name for name in names if not any(span.overlaps(name.span) for span in spans)]
    annotations = sorted((*document.annotations, *new), key=lambda annotation: annotation.span)
    return [Prepared(replace(document, annotations=tuple(annotations)), tuple(found), tei=data)]


def encoded(source: Source, prepared: Prepared, index: CollectionIndex, settings: Settings) -> Encoded:
    """The file with what was found. Raises `EncodeError` where its text would not be the same."""
    assert prepared.tei is not None
    place, document, found = str(source.path), prepared.document, list(prepared.diagnostics)
    present = [a for a in document.annotations if PRESENT in a.attributes]
    new = [a for a in document.annotations if PRESENT not in a.attributes]
    names = [a for a in new if a.element == "persName"]
    linked = [a for a in new if a.element != "persName"]
    linked += apart(person_links.link(document, names, settings.authority, index, settings.names_model), found)
    root = parsed(prepared.tei, place)
    read = single(root, place)
    spans = tagged(read)  # what the names model found is new here
    linked = [name for name in linked if not any(span.overlaps(name.span) for span in spans)]
    told = replace(document, annotations=tuple(sorted((*present, *_longest(linked)), key=lambda a: a.span)))
    told = replace(told, annotations=tuple(correspondence.roles(told, settings.profile)))
    facts = (*told.metadata.facts, *setting.facts(told), *correspondence.facts(told))
    told = replace(told, metadata=replace(told.metadata, facts=facts))
    before = _words(root)
    added = {a.span: a for a in told.annotations if PRESENT not in a.attributes}
    found += inserted(read.reading, told, added.values(), attributes_of)
    completed(root, parts.entries(told, settings.authority), parts.correspondence(told, settings.profile))
    applications(root, parts.applications(told, settings.imprint.names_model))
    if _words(root) != before:
        raise EncodeError("the text would not be the same", place=place, remedy="please report it with the file")
    return Encoded(told, root, serialise(root), found, proven=True)


def _longest(annotations: Sequence[Annotation]) -> list[Annotation]:
    """Of names that overlap the longer one, and of those the first."""
    kept: list[Annotation] = []
    for annotation in sorted(annotations, key=lambda a: (-len(a.span), a.span.start)):
        if not any(other.span.overlaps(annotation.span) for other in kept):
            kept.append(annotation)
    return kept


def _words(root: etree._Element) -> str:
    text = root.find(f"{TEI}text")
    return "" if text is None else "".join(text.itertext(etree.Element))

"""The two halves of the pipeline for a source that is TEI already: what its text says is added, nothing is changed.

`prepare` finds names where the file has tagged nothing; `encoded` puts them into its tree, with the entries of lists
that they point at, a `correspDesc` where the header has none, and the applications that found them.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from lxml import etree

from tei_tools.conversion import Encoded, Prepared, Source
from tei_tools.corpus.reading import TEI
from tei_tools.diagnostics import Diagnostic
from tei_tools.encode import serialise
from tei_tools.encode import upgrade as parts
from tei_tools.errors import EncodeError
from tei_tools.existing import PRESENT, as_document, completed, inserted
from tei_tools.existing.header import applications
from tei_tools.existing.reading import parsed, single, tagged
from tei_tools.link import correspondence
from tei_tools.link import persons as person_links
from tei_tools.link.index import CollectionIndex
from tei_tools.model import Annotation, Document
from tei_tools.settings import Settings

Found = Callable[[Document, Settings], Iterable[Annotation | Diagnostic]]


def prepare(source: Source, data: bytes, settings: Settings, named: Found) -> list[Prepared]:
    """The document of a TEI file, with the names that `named` finds where nothing is tagged. Raises `SourceError`."""
    place = str(source.path)
    document = as_document(data, place, settings.imprint.edition)
    spans = tagged(single(parsed(data, place), place))
    found: list[Diagnostic] = []
    new: list[Annotation] = []
    for each in named(document, settings):
        if isinstance(each, Diagnostic):
            found.append(each)
        elif not any(span.overlaps(each.span) for span in spans):
            new.append(each)
    annotations = sorted((*document.annotations, *new), key=lambda annotation: annotation.span)
    return [Prepared(replace(document, annotations=tuple(annotations)), tuple(found), tei=data)]


def encoded(source: Source, prepared: Prepared, index: CollectionIndex, settings: Settings) -> Encoded:
    """The file with what was found. Raises `EncodeError` where its text would not be the same."""
    assert prepared.tei is not None
    place, document, found = str(source.path), prepared.document, list(prepared.diagnostics)
    present = [a for a in document.annotations if PRESENT in a.attributes]
    new = [a for a in document.annotations if PRESENT not in a.attributes]
    linked: list[Annotation] = [a for a in new if a.element != "persName"]
    names = [a for a in new if a.element == "persName"]
    for each in person_links.link(document, names, settings.authority, index, settings.names_model):
        if isinstance(each, Diagnostic):
            found.append(each)
        else:
            linked.append(each)
    linked = _apart(linked)
    told = replace(document, annotations=tuple(sorted((*present, *linked), key=lambda a: a.span)))
    told = replace(told, annotations=tuple(correspondence.roles(told, settings.profile)))
    facts = (*told.metadata.facts, *correspondence.facts(told))
    told = replace(told, metadata=replace(told.metadata, facts=facts))
    root = parsed(prepared.tei, place)
    before = _words(root)
    roles = {a.span: a for a in told.annotations if PRESENT not in a.attributes}
    reading = single(root, place).reading
    responsible = {source: {"resp": f"#recognise.{source}"} for source in {a.source for a in roles.values()}}
    found += inserted(reading, told, roles.values(), responsible)
    completed(root, parts.entries(told, settings.authority), parts.correspondence(told, settings.profile))
    applications(root, parts.applications(told, settings.imprint.names_model))
    if _words(root) != before:
        raise EncodeError("the text would not be the same", place=place, remedy="please report it with the file")
    document = replace(document, annotations=told.annotations, metadata=told.metadata)
    return Encoded(document, root, serialise(_bare(root)), found)


def _apart(annotations: Sequence[Annotation]) -> list[Annotation]:
    """Of names that overlap the longer one, and of those the first."""
    kept: list[Annotation] = []
    for annotation in sorted(annotations, key=lambda a: (-len(a.span), a.span.start)):
        if not any(other.span.overlaps(annotation.span) for other in kept):
            kept.append(annotation)
    return kept


def _words(root: etree._Element) -> str:
    text = root.find(f"{TEI}text")
    return "" if text is None else "".join(text.itertext(etree.Element))


def _bare(root: etree._Element) -> etree._Element:
    """The root without the instructions before it: those of our schemas are written anew."""
    return copy.deepcopy(root)

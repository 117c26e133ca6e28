"""Where a reference leads: into this file, to another document of the collection, or out to the series' site.

A target "#d175" of a recogniser becomes "#d175" only in the file that holds it, "d175.xml" (the file's name) elsewhere
in the collection, and the profile's address outside of it. What points into this volume but has no address is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from tei_tools.diagnostics import Diagnostic
from tei_tools.link.evidence import Evidence
from tei_tools.link.index import CollectionIndex
from tei_tools.model import Annotation, Document
from tei_tools.profile import Profile


def link(
    document: Document, index: CollectionIndex, profile: Profile, edition: str
) -> Iterator[Annotation | Diagnostic]:
    """The references of a document with @target; those that lead nowhere stay without, and are reported.

    Emits link.reference-open.
    """
    for annotation in document.of("ref"):
        volume, _, ident = annotation.attributes["target"].partition("#")
        target = _target(volume, ident, document, index, profile, edition)
        if target:
            yield replace(annotation, attributes={"target": target})
            continue
        yield replace(annotation, attributes={}, cert="low", evidence="nothing in the collection has this number")
        words = document.source.slice(annotation.span)
        message = f"“{words}” leads to nothing that is known"
        hint = "give --edition, so that references leave the collection, or add the document to it"
        yield Diagnostic("link.reference-open", "info", message, document.source.place(annotation.span.start), hint)


def _target(volume: str, ident: str, document: Document, index: CollectionIndex, profile: Profile, edition: str) -> str:
    if not volume or volume == edition:
        found = list(_holders(ident, index))
        if len(found) == 1:
            return _local(found[0], ident, document)
        if len(found) > 1:
            own = [entry for entry in found if entry.path == document.source.path]
            return _local(own[0], ident, document) if own else ""
        volume = edition
    if not volume:
        return ""
    pattern = profile.reference_document if ident else profile.reference_volume
    return pattern.replace("{volume}", volume).replace("{id}", ident)


def _holders(ident: str, index: CollectionIndex) -> Iterator[Evidence]:
    """The documents of the collection that hold an id: a document's, a footnote's or a page's."""
    if ident.startswith("pg_"):
        yield from index.by_page.get(ident.removeprefix("pg_"), ())
        return
    number, _, note = ident.partition("fn")
    for entry in index.by_id.get(number, ()):
        if not note or note in entry.notes:
            yield entry


def _local(entry: Evidence, ident: str, document: Document) -> str:
    if entry.path == document.source.path:
        return f"#{ident}"
    file = f"{PurePath(entry.path).stem}.xml"
    return file if ident == entry.document else f"{file}#{ident}"

"""Where a reference leads: into this file, to another document of the collection, or out to the series' site.

A target "#d175" of a recogniser becomes "#d175" only in the file that holds it. Elsewhere in the collection it becomes
"d175.xml" (the file's name) in an edition that is built, and in files converted one by one the address on the series'
site, where the edition has an identifier (docs/decisions/014). Outside the collection it is that address. What points
into this volume but has no address is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from tei_tools.diagnostics import Diagnostic
from tei_tools.link.evidence import Evidence
from tei_tools.link.index import CollectionIndex
from tei_tools.model import Annotation, Document
from tei_tools.profile import Profile

Namer = Callable[[Evidence], str]
"""The TEI file that holds a document."""


def by_source(entry: Evidence) -> str:
    """The file that `convert` writes: named as the source."""
    return f"{PurePath(entry.path).stem}.xml"


def within(path: str) -> Namer:
    """The names for a source that holds several documents: they go by their ids until they stand in one file."""
    return lambda entry: by_document(entry) if entry.path == path else by_source(entry)


def by_document(entry: Evidence) -> str:
    """The file that `build` writes: named as the document."""
    return f"{entry.document}.xml"


def link(
    document: Document,
    index: CollectionIndex,
    profile: Profile,
    edition: str,
    file_of: Namer = by_source,
    *,
    relative: bool = False,
) -> Iterator[Annotation | Diagnostic]:
    """The references of a document with @target; those that lead nowhere stay without, and are reported.

    "footnote 1, infra" (`_known`) is a reference only where the collection has the next document.

    Emits link.reference-open.
    """
    here = file_of(Evidence(document.metadata.id, document.source.path))
    for annotation in document.of("ref"):
        given = annotation.attributes.get("target", "")
        if not given or "://" in given:
            yield annotation  # an editor's
            continue
        volume, _, ident = given.partition("#")
        own = volume in ("", edition)
        files = {file_of(entry): entry for entry in _holders(ident, index)} if own else {}
        if not files and "_known" in annotation.attributes:
            continue
        elif here in files or (len(files) == 1 and (relative or not edition)):
            target = _local(here, files, ident)
        elif len(files) == 1:
            target = _outside(edition, ident, profile)
        elif files or (own and ident.partition("fn")[0] in index.by_id):
            # Several documents of one number, or a footnote that the document has not.
            target = ""
        else:
            target = _outside(volume or edition, ident, profile)
        if target:
            yield replace(annotation, attributes={"target": target})
        else:
            yield replace(annotation, attributes={}, cert="low", evidence="nothing in the collection has this number")
            yield _open(document, annotation)


def _open(document: Document, annotation: Annotation) -> Diagnostic:
    message = f"“{document.source.slice(annotation.span)}” leads to nothing that is known"
    hint = "give --edition, so that references leave the collection, or add the document to it"
    return Diagnostic("link.reference-open", "info", message, document.source.place(annotation.span.start), hint)


def _outside(volume: str, ident: str, profile: Profile) -> str:
    """The address on the series' site; none where the edition has no identifier."""
    if not volume:
        return ""
    pattern = profile.reference_document if ident else profile.reference_volume
    return pattern.replace("{volume}", volume).replace("{id}", ident)


def _local(here: str, files: Mapping[str, Evidence], ident: str) -> str:
    if here in files:
        return f"#{ident}"
    ((file, entry),) = files.items()
    return file if ident == entry.document and file == by_document(entry) else f"{file}#{ident}"


def _holders(ident: str, index: CollectionIndex) -> Iterator[Evidence]:
    """The documents of the collection that hold an id: a document's, a footnote's or a page's."""
    if ident.startswith("pg_"):
        yield from index.by_page.get(ident.removeprefix("pg_"), ())
        return
    number, _, note = ident.partition("fn")
    for entry in index.by_id.get(number, ()):
        if not note or note in entry.notes:
            yield entry

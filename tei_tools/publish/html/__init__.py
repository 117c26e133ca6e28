"""The site of an edition: a page per document, the index, the list of persons, style sheets, scripts and fonts.

This stage makes files in memory; it is given the transformation, and who calls it writes them to disk. Where a page
stands and what it can lead to is told to the stylesheets by `description.py`, as `xslt/lib/site.xsl` explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from tei_tools.errors import PublishError
from tei_tools.publish.html.assets import assets, own
from tei_tools.publish.html.colours import faint
from tei_tools.publish.html.description import Download, Facts, described
from tei_tools.publish.html.document import page
from tei_tools.publish.html.entries import Entry, entry
from tei_tools.publish.html.overview import overview, views

__all__ = ["Download", "Facts", "Output", "Transform", "assets", "faint", "site"]


class Output(Protocol):
    @property
    def text(self) -> str: ...


class Transform(Protocol):
    def __call__(self, tei: str | bytes, to: str = ..., *, place: str = ..., **options: Any) -> Output: ...


def site(
    documents: Sequence[tuple[str, bytes]], facts: Facts, transform: Transform, *, profile: str = ""
) -> Iterator[tuple[str, bytes]]:
    """(file name, bytes) of the whole site; `documents` are (document id, TEI) in the order of the edition.

    The pages are made one after the other, as they are asked for. Raises `PublishError` where an id is used twice.
    """
    entries = [entry(id_, tei) for id_, tei in documents]
    _distinct(entries)
    known = frozenset(f"{item.id}.xml" for item in entries)
    options = {"locale": facts.language, "profile": profile, "site": described(facts, views(entries))}
    row = [None, *entries, None]
    for (id_, tei), *neighbours in zip(documents, row, row[2:], strict=False):
        yield f"{id_}.html", page(id_, tei, facts, transform, neighbours, known, options)
    yield from overview(entries, facts, transform, options)
    yield from assets()
    yield from own(facts.look)


def _distinct(entries: Sequence[Entry]) -> None:
    ids = [item.id for item in entries]
    if len(set(ids)) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise PublishError(f"two documents would be written to {twice}.html", remedy="give one of them another id")

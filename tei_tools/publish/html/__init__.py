"""The site of an edition: a page per document, the pages of the edition as a whole, style sheets, scripts and fonts.

This stage makes files in memory; it is given the transformation, and who calls it writes them to disk. Where a page
stands and what it can lead to is told to the stylesheets by `description.py`, in the form that `xslt/lib/site.xsl`
reads. One document at a time is looked at: what other pages need of it is its summary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Protocol

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import PublishError
from tei_tools.publish.html.assets import assets, own
from tei_tools.publish.html.colours import faint
from tei_tools.publish.html.description import Download, Facts, described
from tei_tools.publish.html.document import page
from tei_tools.publish.html.entries import Entry, entry
from tei_tools.publish.html.overview import VIEWS, overview, sitemap, views
from tei_tools.publish.html.prose import Prose
from tei_tools.publish.html.summaries import Summaries

__all__ = ["Download", "Facts", "Output", "Prose", "Transform", "assets", "faint", "site"]


class Output(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def documents(self) -> Mapping[str, str]: ...


class Transform(Protocol):
    def __call__(self, tei: str | bytes, to: str = ..., *, place: str = ..., **options: Any) -> Output: ...


def site(
    documents: Sequence[tuple[str, bytes]],
    facts: Facts,
    transform: Transform,
    *,
    profile: str = "",
    prose: Sequence[Prose] = (),
    report: Callable[[Diagnostic], None] = lambda _: None,
) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of the whole site; `documents` are (document id, TEI) in the order of the edition.

    The pages are made one after the other, as they are asked for; those of documents come first, in their order. Emits
    `publish.dead-link` to `report`. Raises `PublishError` where two pages would be one file.
    """
    entries = [entry(id_, tei) for id_, tei in documents]
    _distinct([f"{item.id}.html" for item in entries], [item.path for item in prose])
    pages = views(entries, search=facts.search)
    rules = str(facts.look.rules or "")
    options = {"locale": facts.language, "profile": profile, "rules": rules, "site": described(facts, pages, prose)}
    summaries = Summaries()
    paths = [item.path for item in prose]
    of_documents = _documents(documents, entries, facts, transform, options, summaries)
    for path, content in chain(of_documents, overview(summaries, facts, pages, transform, options)):
        yield path, content
        paths.append(path)
    for item in prose:
        yield from _prose(item, transform, options, frozenset(paths), report)
    if facts.url:
        yield "sitemap.xml", sitemap(facts, paths)
    yield from assets()
    yield from own(facts.look)


def _documents(
    documents: Sequence[tuple[str, bytes]],
    entries: Sequence[Entry],
    facts: Facts,
    transform: Transform,
    options: Mapping[str, Any],
    summaries: Summaries,
) -> Iterator[tuple[str, bytes]]:
    known = frozenset(f"{item.id}.xml" for item in entries)
    row = [None, *entries, None]
    for (id_, tei), *neighbours in zip(documents, row, row[2:], strict=False):
        made = page(id_, tei, facts, transform, neighbours, known, options)
        summaries.add(made.documents["summary.xml"])
        yield f"{id_}.html", made.text.encode()


def _prose(
    item: Prose,
    transform: Transform,
    options: Mapping[str, Any],
    paths: frozenset[str],
    report: Callable[[Diagnostic], None],
) -> Iterator[tuple[str, bytes]]:
    """A page of prose with its pictures; what it links to and the site has not becomes no link."""
    dead = [(path, line) for path, line in item.links if path not in paths]
    for path, line in dead:
        report(_dead(path, Place(item.source, line)))
    missing = " ".join(sorted({path for path, _ in dead}))
    made = transform(item.article, "html", place=item.source, page=item.path, missing=missing, **options)
    yield item.path, made.text.encode()
    yield from item.pictures


def _dead(path: str, place: Place) -> Diagnostic:
    hint = "correct the link: pages of documents are named by their ids, d178.html"
    return Diagnostic("publish.dead-link", "warning", f"the site has no page {path}: it became no link", place, hint)


def _distinct(documents: Sequence[str], prose: Sequence[str]) -> None:
    """Names that differ in case only are one file on many disks."""
    taken = {path.casefold(): "a page of the site" for _, path in (*VIEWS, ("not-found", "404.html"))}
    for what, paths in (("a document", documents), ("a page of your own", prose)):
        for path in paths:
            if path.casefold() in taken:
                message = f"{what} and {taken[path.casefold()]} would both be written to {path}"
                raise PublishError(message, remedy="give the document another id, or the file another name")
            taken[path.casefold()] = what

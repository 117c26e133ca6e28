"""The site of an edition: a page per document, the pages of the edition as a whole, style sheets, scripts and fonts.

This stage makes files in memory; it is given the transformation, and who calls it writes them to disk. Where a page
stands and what it can lead to is told to the stylesheets by `description.py`, in the form that `xslt/lib/site.xsl`
reads. One document at a time is looked at: what other pages need of it is its summary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, Protocol

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import TeiToolsError, TransformError
from tei_tools.publish.html.apart import apart, raised
from tei_tools.publish.html.assets import assets, own
from tei_tools.publish.html.colours import faint
from tei_tools.publish.html.description import Download, Facts, described
from tei_tools.publish.html.document import Afresh, Made, Maker, Page, Surroundings, pages_of
from tei_tools.publish.html.entries import Entry, entry
from tei_tools.publish.html.overview import overview, sitemap, views
from tei_tools.publish.html.prose import Prose
from tei_tools.publish.html.summaries import Summaries

__all__ = [
    "Afresh",
    "Download",
    "Entry",
    "Facts",
    "Made",
    "Maker",
    "Output",
    "Page",
    "Prose",
    "Surroundings",
    "Transform",
    "assets",
    "entry",
    "faint",
    "made",
    "site",
]


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
    fail: Callable[[TeiToolsError], None] = raised,
) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of the whole site; `documents` are (document id, TEI) in the order of the edition.

    See `made`, which this is for documents of which nothing is known.
    """
    entries = [entry(id_, tei) for id_, tei in documents]
    maker = Afresh(documents, transform)
    for path, content in made(entries, facts, transform, maker, profile=profile, prose=prose, report=report, fail=fail):
        assert content is not None
        yield path, content


def made(
    entries: Sequence[Entry],
    facts: Facts,
    transform: Transform,
    maker: Maker,
    *,
    profile: str = "",
    prose: Sequence[Prose] = (),
    report: Callable[[Diagnostic], None] = lambda _: None,
    fail: Callable[[TeiToolsError], None] = raised,
) -> Iterator[Page]:
    """The whole site of the documents that have these entries.

    The pages are made one after the other, as they are asked for; those of documents come first, in their order. A page
    that can't be made, or that would be one file with another, is told to `fail` and left out; pages that had led to it
    come a second time. Emits `publish.dead-link` to `report`. Raises `UsageError` for a language that is not there and
    `CompileError` where the edition's own rules do not compile: then there can be no page at all.
    """
    entries, prose = apart(entries, prose, fail)
    pages = views(entries, search=facts.search)
    rules = str(facts.look.rules or "")
    options = {"locale": facts.language, "profile": profile, "rules": rules, "site": described(facts, pages, prose)}
    summaries = Summaries()
    paths = {item.path for item in prose}
    of_documents = pages_of(entries, facts, maker, options, summaries, fail)
    for path, content in chain(of_documents, _overview(summaries, facts, pages, transform, maker, options, fail)):
        yield path, content
        paths.add(path)
    for item in prose:
        try:
            yield from _prose(item, transform, options, frozenset(paths), report)
        except TransformError as error:
            fail(error)
    if facts.url:
        yield "sitemap.xml", sitemap(facts, sorted(paths))
    yield from assets()
    yield from own(facts.look)


def _overview(
    summaries: Summaries,
    facts: Facts,
    pages: Sequence[tuple[str, str]],
    transform: Transform,
    maker: Maker,
    options: Mapping[str, Any],
    fail: Callable[[TeiToolsError], None],
) -> Iterator[Page]:
    merged = summaries.merged(facts.language)  # which are complete when the first of these is asked for
    yield from maker.overview(merged, options, partial(overview, merged, facts, pages, transform, options, fail))


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
    page = transform(item.article, "html", place=item.source, page=item.path, missing=missing, **options)
    yield item.path, page.text.encode()
    yield from item.pictures


def _dead(path: str, place: Place) -> Diagnostic:
    hint = "correct the link: pages of documents are named by their ids, d178.html"
    return Diagnostic("publish.dead-link", "warning", f"the site has no page {path}: it became no link", place, hint)

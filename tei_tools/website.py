"""The format html of an edition: its site, the index to search in, and what of them failed.

A page that can't be made is reported and left out; the others are written, and do not lead to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tei_tools import edition
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import PublishError, TeiToolsError
from tei_tools.made import Made, origin_of_all
from tei_tools.publish import html as site
from tei_tools.publish import search
from tei_tools.publish.html.prose import prose
from tei_tools.run import Run
from tei_tools.transform import transform

DOWNLOADS = {
    "tei": (".xml", "application/tei+xml"),
    "text": (".txt", "text/plain"),
    "pdf": (".pdf", "application/pdf"),
    "epub": (".epub", "application/epub+zip"),
}
"""The ending and media type of each format that a reader may want to have."""


def as_html(edition_: edition.Edition, made: Sequence[Made], run: Run) -> None:
    """Write the site. What fails is an error of the report; raises `UsageError` and `CompileError`."""
    sources = {f"{document.id}.html": document.source for document in made}
    fail = run.report.errors.append
    run.report.diagnostics += site.faint(edition_.site, edition.NAME)
    facts = _facts(edition_, tuple(_downloads(made, run)), run.settings.imprint.date)
    pages = site.site(
        [(document.id, document.tei) for document in made],
        facts,
        transform,
        profile=edition_.profile,
        prose=list(_prose(edition_, fail)),
        report=run.report.diagnostics.append,
        fail=lambda error: fail(_at_home(error, sources)),
    )
    written = _write(edition_, pages, made, run)
    if facts.search:
        _searchable(edition_, [f"{document.id}.html" for document in made], written, made, run)
    else:
        run.report.diagnostics.append(_no_search())


def _write(
    edition_: edition.Edition, pages: Iterator[tuple[str, bytes]], made: Sequence[Made], run: Run
) -> frozenset[str]:
    """The names of all files; a page that was made again, since another failed, is written again."""
    by_page = {f"{document.id}.html": document for document in made}
    everything = origin_of_all(edition_.id, made, "html")
    written: set[str] = set()
    for name, content in pages:
        origin = by_page[name].origin("html") if name in by_page else everything
        if name in written:
            run.manifest.write(f"html/{name}", content, origin)
        else:
            run.keep(f"html/{name}", content, origin)
        written.add(name)
        run.progress("html", min(len(written), len(made)), len(made))
    return frozenset(written)


def _searchable(
    edition_: edition.Edition, names: Sequence[str], written: frozenset[str], made: Sequence[Made], run: Run
) -> None:
    """The index of the documents that have a page."""
    pages = ((name, run.manifest.folder.read(f"html/{name}") or b"") for name in names if name in written)
    everything = origin_of_all(edition_.id, made, "html")
    try:
        for name, content in search.index(pages):
            run.keep(f"html/{name}", content, everything)
    except PublishError as error:
        run.report.errors.append(error)


def _prose(edition_: edition.Edition, fail: Callable[[TeiToolsError], None]) -> Iterator[site.Prose]:
    """The editors' own pages, without those that are faulty."""
    for file in edition_.site.pages:
        try:
            yield prose(file)
        except TeiToolsError as error:
            fail(error)


def _at_home(error: TeiToolsError, sources: dict[str, str]) -> TeiToolsError:
    """A page that could not be made is named with the source that it was to be made of, which an editor knows."""
    source = sources.get(error.place.removesuffix(".xml") + ".html")
    if source is None or source == error.place:
        return error
    return type(error)(error.message, place=f"{source} ({error.place})", remedy=error.remedy)


def _no_search() -> Diagnostic:
    hint = "pip install 'tei-tools[search]' and build again"
    return Diagnostic(
        "publish.search-missing", "info", "the site has no search: Pagefind is not installed", Place(edition.NAME), hint
    )


def _facts(edition_: edition.Edition, downloads: tuple[site.Download, ...], date: str) -> site.Facts:
    return site.Facts(
        title=", ".join(part for part in (edition_.series, edition_.title) if part),
        editors=edition_.editors,
        language=edition_.site.language or edition_.language,
        publisher=edition_.publisher,
        date=date,
        licence=edition_.licence_text or edition_.licence,
        licence_url=edition_.licence,
        url=edition_.url and edition_.url.rstrip("/") + "/",
        downloads=downloads,
        look=edition_.site,
        search=search.available(),
    )


def _downloads(made: Sequence[Made], run: Run) -> Iterator[site.Download]:
    """The formats beside the site, and which documents are there in them, made by this run or an earlier one."""
    for key, (ending, type_) in DOWNLOADS.items():
        there = (item.id for item in made if run.manifest.folder.where(f"{key}/{item.id}{ending}").exists())
        yield site.Download(key, f"../{key}/", ending, type_, frozenset(there))

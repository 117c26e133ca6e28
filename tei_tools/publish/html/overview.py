"""The pages of the edition as a whole: its documents by date, registers, timeline, printed pages, and more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from tei_tools.errors import TeiToolsError, TransformError
from tei_tools.publish.html.description import Facts
from tei_tools.publish.html.entries import Entry

if TYPE_CHECKING:
    from tei_tools.publish.html import Transform

VIEWS = (
    ("index", "index.html"),
    ("persons", "persons.html"),
    ("organisations", "organisations.html"),
    ("places", "places.html"),
    ("terms", "terms.html"),
    ("timeline", "timeline.html"),
    ("correspondence", "correspondence.html"),
    ("pages", "pages.html"),
    ("search", "search.html"),
    ("about", "about.html"),
)
"""(view, path) in the order of the navigation; `xslt/modules/html/edition` has a file for each."""
OF_MANY = frozenset({"timeline", "correspondence"})
"""What shows how documents relate, so that one alone gives no picture."""
UNLISTED = ("404.html", "search.html", "pages/")
"""What a search engine need not know: pages that only lead elsewhere."""


def views(entries: Sequence[Entry], *, search: bool) -> list[tuple[str, str]]:
    """Those of `VIEWS` that these documents give."""
    counts = {view: sum(view in item.views for item in entries) for view, _ in VIEWS}
    counts |= {"index": 2, "about": 2, "search": 2 if search else 0}
    return [(view, path) for view, path in VIEWS if counts[view] > (1 if view in OF_MANY else 0)]


def overview(
    merged: str,
    facts: Facts,
    pages: Sequence[tuple[str, str]],
    transform: Transform,
    options: Mapping[str, Any],
    fail: Callable[[TeiToolsError], None],
) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of each of `pages`, and what goes with them: a page per entry and per printed page, 404, a feed.

    `merged` are the summaries of all documents. Pages that can't be made are told to `fail`.
    """
    shown = {view for view, _ in pages}
    runs = [*pages, ("not-found", "404.html")]
    if shown & {"persons", "organisations", "places", "terms"}:
        runs.append(("entries", "persons/"))
    if "pages" in shown:
        runs.append(("page", "pages/"))
    if facts.url and facts.date:
        runs.append(("feed", "feed.xml"))
    for view, path in runs:
        try:
            made = transform(merged, "html", place=path, view=view, page=path, **options)
        except TransformError as error:
            fail(error)
            continue
        if made.text:
            yield path, made.text.encode()
        for name, text in made.documents.items():
            yield name, text.encode()


def sitemap(facts: Facts, paths: Iterable[str]) -> bytes:
    """sitemap.xml, by the protocol of sitemaps.org, for a site that says its address."""
    listed = [path for path in paths if path.endswith(".html") and not path.startswith(UNLISTED)]
    day = f"<lastmod>{facts.date}</lastmod>" if facts.date else ""
    rows = [f"<url><loc>{escape(facts.address(path))}</loc>{day}</url>" for path in listed]
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return (start + "\n".join(rows) + "\n</urlset>\n").encode()

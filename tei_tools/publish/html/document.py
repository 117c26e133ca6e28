"""The page of a document: what its stylesheet is told, and how pages are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from tei_tools.errors import CompileError, TeiToolsError, TransformError
from tei_tools.publish.html.description import Facts
from tei_tools.publish.html.entries import Entry
from tei_tools.publish.html.summaries import Summaries

if TYPE_CHECKING:
    from tei_tools.publish.html import Transform

Surroundings = Mapping[str, Any]
Made = tuple[bytes | None, str] | TransformError
"""The content and the summary of a page, or why there is none; the content is None where it stands already."""
Page = tuple[str, bytes | None]
"""The path of a page in the site, and its content; None for one that stands there already."""


class Maker(Protocol):
    """Makes the pages of a site, or knows them from an earlier time."""

    def pages(self, wanted: Sequence[tuple[str, Surroundings]]) -> Iterator[Made]:
        """The page of each document, by its id and the options of the transformation. Raises `CompileError`."""

    def overview(self, merged: str, options: Surroundings, make: Callable[[], Iterator[Page]]) -> Iterator[Page]:
        """What `make` makes of the merged summaries and the options."""


class Afresh:
    """Makes each page when it is asked for."""

    def __init__(self, documents: Sequence[tuple[str, bytes]], transform: Transform) -> None:
        self._documents, self._transform = dict(documents), transform

    def pages(self, wanted: Sequence[tuple[str, Surroundings]]) -> Iterator[Made]:
        for id_, options in wanted:
            try:
                made = self._transform(self._documents[id_], "html", place=f"{id_}.xml", **options)
            except CompileError:
                raise
            except TransformError as error:
                yield error
                continue
            yield made.text.encode(), made.documents["summary.xml"]

    def overview(self, _merged: str, _options: Surroundings, make: Callable[[], Iterator[Page]]) -> Iterator[Page]:
        return make()


def pages_of(
    entries: Sequence[Entry],
    facts: Facts,
    maker: Maker,
    options: Surroundings,
    summaries: Summaries,
    fail: Callable[[TeiToolsError], None],
) -> Iterator[Page]:
    """(path, content) of each page; what others need of it goes into `summaries`.

    A document that has none is told to `fail`, and pages that had led to it are made again, without that link.
    """
    known = frozenset(f"{item.id}.xml" for item in entries)
    broken: set[str] = set()
    rows = between(entries)
    wanted = [(e.id, surroundings(e, facts, row, known, options)) for e, row in zip(entries, rows, strict=True)]
    for item, made in zip(entries, maker.pages(wanted), strict=True):
        if isinstance(made, TransformError):
            fail(made)
            broken.add(item.id)
        else:
            summaries.add(made[1])
            yield f"{item.id}.html", made[0]
    left = [item for item in entries if item.id not in broken]
    gone = {f"{id_}.xml" for id_ in broken}
    before = dict(zip((item.id for item in entries), rows, strict=True))
    again = [
        (item.id, surroundings(item, facts, row, known - gone, options))
        for item, row in zip(left, between(left), strict=True)
        if broken and (row != before[item.id] or not gone.isdisjoint(item.files))
    ]
    for (id_, _), made in zip(again, maker.pages(again) if again else (), strict=True):
        if not isinstance(made, TransformError):
            yield f"{id_}.html", made[0]


def between(entries: Sequence[Entry]) -> list[tuple[Entry | None, Entry | None]]:
    """For each of `entries`, the one before and the one after it."""
    row = [None, *entries, None]
    return list(zip(row, row[2:], strict=False))


def surroundings(
    entry: Entry, facts: Facts, neighbours: Sequence[Entry | None], known: frozenset[str], options: Surroundings
) -> Surroundings:
    """What the page of one document is told: its neighbours and its downloads.

    Pointers at files that are not `known` get no link.
    """
    formats = " ".join(form.key for form in facts.downloads if entry.id in form.documents)
    missing = " ".join(sorted(entry.files - known))
    told = {**options, "page": f"{entry.id}.html", "missing": missing, "formats": formats}
    for way, neighbour in zip(("previous", "next"), neighbours, strict=True):
        if neighbour is not None:
            told |= {f"{way}_href": f"{neighbour.id}.html", f"{way}_title": neighbour.label}
    return told

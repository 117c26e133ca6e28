"""The pages of documents, each between its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tei_tools.errors import CompileError, TeiToolsError, TransformError
from tei_tools.publish.html.description import Facts
from tei_tools.publish.html.entries import Entry
from tei_tools.publish.html.summaries import Summaries

if TYPE_CHECKING:
    from tei_tools.publish.html import Output, Transform

LOCAL = re.compile(rb"""target\s*=\s*["']([^"'#:/?\s]+\.xml)""")


def pages_of(
    documents: Sequence[tuple[str, bytes]],
    entries: Sequence[Entry],
    facts: Facts,
    transform: Transform,
    options: Mapping[str, Any],
    summaries: Summaries,
    fail: Callable[[TeiToolsError], None],
) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of each page; what others need of it goes into `summaries`.

    A document that has none is told to `fail`, and pages that had led to it are made again, without that link.
    """
    known = frozenset(f"{item.id}.xml" for item in entries)
    broken: set[str] = set()
    for (id_, tei), neighbours in zip(documents, between(entries), strict=True):
        try:
            made = page(id_, tei, facts, transform, neighbours, known, options)
        except CompileError:
            raise
        except TransformError as error:
            fail(error)
            broken.add(id_)
            continue
        summaries.add(made.documents["summary.xml"])
        yield f"{id_}.html", made.text.encode()
    if not broken:
        return
    left = [item for item in entries if item.id not in broken]
    around = dict(zip((item.id for item in left), between(left), strict=True))
    gone = {f"{id_}.xml" for id_ in broken}
    for (id_, tei), neighbours in zip(documents, between(entries), strict=True):
        if id_ not in broken and (neighbours != around[id_] or not gone.isdisjoint(_pointed_at(tei))):
            made = page(id_, tei, facts, transform, around[id_], known - gone, options)
            yield f"{id_}.html", made.text.encode()


def between(entries: Sequence[Entry]) -> list[tuple[Entry | None, Entry | None]]:
    """For each of `entries`, the one before and the one after it."""
    row = [None, *entries, None]
    return list(zip(row, row[2:], strict=False))


def _pointed_at(tei: bytes) -> set[str]:
    return {name.decode("utf-8", "replace") for name in LOCAL.findall(tei)}


def page(
    id_: str,
    tei: bytes,
    facts: Facts,
    transform: Transform,
    neighbours: Sequence[Entry | None],
    known: frozenset[str],
    options: Mapping[str, Any],
) -> Output:
    """The page of one document, between its neighbours, with its summary as a further document of the result.

    Pointers at files that are not `known` get no link.
    """
    missing = _pointed_at(tei) - known
    formats = " ".join(form.key for form in facts.downloads if id_ in form.documents)
    surroundings = {**options, "page": f"{id_}.html", "missing": " ".join(sorted(missing)), "formats": formats}
    for way, neighbour in zip(("previous", "next"), neighbours, strict=True):
        if neighbour is not None:
            surroundings |= {f"{way}_href": f"{neighbour.id}.html", f"{way}_title": neighbour.label}
    return transform(tei, "html", place=f"{id_}.xml", **surroundings)

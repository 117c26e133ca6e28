"""The page of a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tei_tools.publish.html.description import Facts
from tei_tools.publish.html.entries import Entry

if TYPE_CHECKING:
    from tei_tools.publish.html import Output, Transform

LOCAL = re.compile(rb"""target\s*=\s*["']([^"'#:/?\s]+\.xml)""")


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
    missing = {name.decode("utf-8", "replace") for name in LOCAL.findall(tei)} - known
    formats = " ".join(form.key for form in facts.downloads if id_ in form.documents)
    surroundings = {**options, "page": f"{id_}.html", "missing": " ".join(sorted(missing)), "formats": formats}
    for way, neighbour in zip(("previous", "next"), neighbours, strict=True):
        if neighbour is not None:
            surroundings |= {f"{way}_href": f"{neighbour.id}.html", f"{way}_title": neighbour.label}
    return transform(tei, "html", place=f"{id_}.xml", **surroundings)

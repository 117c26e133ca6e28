"""`placeName`: in datelines, and, where an edition has a list of places, in all of the text.

In a dateline it is what stands before the date, without the brackets of a supplied place.

"[Washington,] November 22, 1948." has the place between the brackets and the comma outside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tei_tools.authority.entities import Forms
from tei_tools.authority.reading import Reading
from tei_tools.dates import DATE
from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, Document, Span
from tei_tools.profile import Profile
from tei_tools.recognise.listed import listed

SOURCE = "place_name"
UNDATED = re.compile(r"\[?[Uu]ndated")
MONTH_OR_YEAR = re.compile(
    r"\[?(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)


def recognise(document: Document, _profile: Profile) -> Iterator[Annotation]:
    """One place for each dateline that names one."""
    text = document.source.text
    for block in document.body:
        for leaf in block.leaves():
            if "dateline" in (leaf.element, leaf.attributes.get("rend")):
                end = _end(text, leaf.span)
                start = leaf.span.start
                while start < end and text[start] in "[ \t\n":
                    start += 1
                while end > start and text[end - 1] in "[] \t\n,.;:—–-(":
                    end -= 1
                if text[leaf.span.start] == "[" and "not declassified" in text[start:end]:
                    # "[place not declassified], May 19, 1954.": the brackets are the editors', and the place is theirs.
                    start, end = leaf.span.start, end + 1
                if (end > start and text[start].isalpha()) or text[start : start + 1] == "[":
                    yield Annotation("placeName", Span(start, end), source=SOURCE)


def recognise_listed(
    document: Document, reading: Reading, forms: Forms, dated: Sequence[Annotation]
) -> Iterator[Annotation | Diagnostic]:
    """The places of the list in the text, and those of the datelines, `dated`, with the entry that they are.

    Emits link.name-ambiguous.
    """
    found: dict[Span, Annotation] = {}
    for result in listed(reading, document.source, forms, "placeName", SOURCE):
        if isinstance(result, Annotation):
            found[result.span] = result
        else:
            yield result
    yield from (replace(place, **_told(found.pop(place.span, None))) for place in dated)
    spans = [place.span for place in dated]
    yield from (place for span, place in found.items() if not any(span.overlaps(other) for other in spans))


def _told(place: Annotation | None) -> dict[str, Any]:
    """What the list says of a place of a dateline."""
    return {"attributes": place.attributes, "cert": place.cert, "evidence": place.evidence} if place else {}


def _end(text: str, span: Span) -> int:
    """Where the place ends: before the date, or before what stands for one."""
    date = DATE.search(text, span.start, span.end) or UNDATED.search(text, span.start, span.end)
    if date:
        return date.start()
    for word in re.finditer(r"\S+", text[span.start : span.end]):
        if MONTH_OR_YEAR.match(word.group()):
            return span.start + word.start()
    return span.end

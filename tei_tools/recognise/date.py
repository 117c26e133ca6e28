"""`date` and `time` in datelines: the printed date with its hour, and @when, or @from and @to.

The hour is part of `date`; a range of hours is a `time` of its own behind it (FRUS 1964–68 volume VII: "September 4,
1968, 1:23-2:23 p.m."). The full stop of "p.m." is inside, any other outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools import dates
from tei_tools.model import Annotation, Document, Span
from tei_tools.profile import Profile

SOURCE = "date"
UNDATED = re.compile(r"[Uu]ndated")


def recognise(document: Document, _profile: Profile) -> Iterator[Annotation]:
    """The dates of every dateline, without the note calls that are glued to them."""
    text = document.source.text
    calls = {call.span.start: call.span.end for call in document.of("note")}
    for block in document.body:
        for leaf in block.leaves():
            if "dateline" not in (leaf.element, leaf.attributes.get("rend")):
                continue
            for start, end in pieces(leaf.span, calls):
                yield from _dates(text, start, end)


def pieces(span: Span, calls: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches of a span between its note calls: "October 20, 196912" ends before the first."""
    start = span.start
    for begin in sorted(offset for offset in calls if span.start <= offset < span.end):
        if begin > start:
            yield start, begin
        start = max(start, calls[begin])
    if start < span.end:
        yield start, span.end


def _dates(text: str, start: int, end: int) -> Iterator[Annotation]:
    found = False
    for moment in dates.find(text, start, end):
        found = True
        yield Annotation("date", Span(moment.start, moment.end), moment.attributes, source=SOURCE)
        for time in moment.times:
            yield Annotation("time", Span(time.start, time.end), time.attributes, source=SOURCE)
    undated = None if found else UNDATED.search(text, start, end)
    if undated:
        yield Annotation("date", Span(undated.start(), undated.end()), source=SOURCE)

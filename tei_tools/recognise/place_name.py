"""`placeName` in datelines: what stands before the date, without the brackets of a supplied place.

"[Washington,] November 22, 1948." has the place between the brackets and the comma outside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.dates import DATE
from tei_tools.model import Annotation, Document, Span
from tei_tools.profile import Profile

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


def _end(text: str, span: Span) -> int:
    """Where the place ends: before the date, or before what stands for one."""
    date = DATE.search(text, span.start, span.end) or UNDATED.search(text, span.start, span.end)
    if date:
        return date.start()
    for word in re.finditer(r"\S+", text[span.start : span.end]):
        if MONTH_OR_YEAR.match(word.group()):
            return span.start + word.start()
    return span.end

"""A source as lines: what is on each, how far it is indented, how many blank lines stand before it.

Lines that hold a page marker and nothing else are left out: the marker is an annotation, and what stands around it is
not changed by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tei_tools.model import SourceText, Span
from tei_tools.profile import Profile

BLANKS = " \t\f\v\r"
CALL_ENDS = frozenset("0123456789*†‡§")


@dataclass(frozen=True, slots=True)
class Line:
    """`span` is without the blanks around; `start` is where the line begins; `blank` counts empty lines before."""

    text: str
    span: Span
    start: int
    blank: int

    @property
    def indent(self) -> int:
        return self.span.start - self.start


def lines(source: SourceText, profile: Profile) -> list[Line]:
    """The lines of a source that hold text, in order."""
    found: list[Line] = []
    blank = before_marker = offset = 0
    for raw in source.text.split("\n"):
        text = raw.strip(BLANKS)
        start = offset
        offset += len(raw) + 1
        if not text:
            blank += 1
        elif profile.page.fullmatch(text):
            before_marker, blank = max(before_marker, blank), 0
        else:
            begin = start + raw.index(text[0])
            found.append(Line(text, Span(begin, begin + len(text)), start, max(blank, before_marker)))
            blank = before_marker = 0
    return found


def joined(run: list[Line], source: SourceText) -> Line:
    """Lines that follow each other, as one."""
    span = Span(run[0].span.start, run[-1].span.end)
    return replace(run[0], text=source.slice(span), span=span)


def bare(text: str) -> str:
    """A line without the note call that may be glued to its end: "Tab A2" is "Tab A"."""
    if text[-1:] not in CALL_ENDS:
        return text
    return text[:-4] + re.sub(r"(?<=[^\s\d])(?:\d{1,3}|[*†‡§]+)$", "", text[-4:])

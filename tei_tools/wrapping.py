"""Lines that a typist or a program broke where they were full: their ends mean nothing, and are no `lb`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei_tools.model import Span

WIDEST = 120
"""A longer line, in code points, is none of those that were wrapped: a line for each paragraph is soon longer."""
SLACK = 0.12
"""How much of the width a line may lack and still be full: scanners do not break lines as a program does."""
SHARE = 0.7
"""How many of the lines that go on in small letters have to be full for a text to be wrapped."""
FEWEST = 2
HYPHEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[^\W\d_A-Z])")
LAST, FIRST = re.compile(r"(?<=[^\W\d_])-\s*\Z"), re.compile(r"\s*[^\W\d_A-Z]")


def width(wrapped: str, text: str) -> int:
    """The width to which a text is wrapped, or 0 where its lines are whole paragraphs.

    `wrapped` is what the profile says: "yes", "no", or "auto" to look at the text.
    """
    lines = [] if wrapped == "no" else [line.strip() for line in text.split("\n")]
    lengths = sorted(len(line) for line in lines if line and len(line) <= WIDEST)
    if not lengths:
        return 0
    widest = lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else lengths[-1]
    if wrapped == "yes":
        return widest
    going_on = [full(len(a), b, widest) for a, b in pairwise(lines) if a and b[:1].islower()]
    found = len(going_on) >= FEWEST and sum(going_on) >= SHARE * len(going_on)
    return widest if found else 0


def full(length: int, following: str, wide: int) -> bool:
    """Whether a line of this length had no room for the first word of the next one."""
    first = following.split(maxsplit=1)[0] if following else ""
    return length + 1 + len(first) > wide * (1 - SLACK)


def hyphens(text: str, marks: Sequence[Span] = ()) -> Iterator[int]:
    """Where a hyphen ends a line within a word, or so it seems: "confer-" above "ence", or with a page mark between."""
    ends = [match.start() for match in HYPHEN.finditer(text)]
    for mark in marks:
        before = LAST.search(text, max(0, mark.start - 20), mark.start)
        if before and FIRST.match(text, mark.end):
            ends.append(before.start())
    return iter(sorted(ends))

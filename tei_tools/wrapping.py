"""Lines that a typist or a program broke where they were full: their ends mean nothing, and are no `lb`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

WIDEST = 120
"""No wrapped text has longer lines, in code points; a line for each paragraph is soon longer."""
SLACK = 0.12
"""How much of the width a line may lack and still be full: scanners do not break lines as a program does."""
SHARE = 0.5
"""How many of the lines have to be nearly as long as the longest ones for a text to be wrapped."""
FEWEST = 4
HYPHEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[^\W\d_A-Z])")


def width(wrapped: str, lengths: Sequence[int]) -> int:
    """The width to which a text is wrapped, or 0 where its lines are whole paragraphs.

    `wrapped` is what the profile says: "yes", "no", or "auto" to look at the `lengths` of the lines.
    """
    if wrapped == "no" or not lengths:
        return 0
    widest = sorted(lengths)[int(len(lengths) * 0.95)] if len(lengths) > 20 else max(lengths)
    if wrapped == "yes":
        return widest
    near = sum(length >= widest * (1 - 2 * SLACK) for length in lengths)
    return widest if len(lengths) >= FEWEST and widest <= WIDEST and near >= SHARE * len(lengths) else 0


def full(length: int, following: str, wide: int) -> bool:
    """Whether a line of this length had no room for the first word of the next one."""
    first = following.split(maxsplit=1)[0] if following else ""
    return length + 1 + len(first) > wide * (1 - SLACK)


def hyphens(text: str) -> Iterator[int]:
    """Where a hyphen ends a line within a word, or so it seems: "confer-" above "ence"."""
    return (match.start() for match in HYPHEN.finditer(text))

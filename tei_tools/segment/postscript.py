"""Where a postscript begins: "P.S. The weather is fine.", or a line "Addendum:" with paragraphs below it."""

from __future__ import annotations

from collections.abc import Sequence

from tei_tools.segment import letter
from tei_tools.segment.lines import Line

LONGEST = 6
"""Most lines of a postscript: what is longer is more likely a text that has a line beginning with "P.S."."""


def postscript_begin(found: Sequence[Line]) -> int:
    """Index of the line that begins a postscript at the end of these, or their number where there is none."""
    for index in range(max(1, len(found) - LONGEST), len(found)):
        headed = letter.ADDENDUM.fullmatch(found[index].text) and index + 1 < len(found)
        if headed or (letter.is_postscript(found[index]) and index >= len(found) - LONGEST // 2):
            return index
    return len(found)

"""Datelines: a line that is a place, a date, or both, and nothing else.

"Washington, December 8, 1962, 2:02 p.m.", "[Washington,] 12 August 1948.", "[place not declassified], May 19, 1954.",
"Paris, undated.", "Athens, July 18, 1977, 1456Z".
"""

from __future__ import annotations

import re

from tei_tools.dates import DAY, MONTH, YEAR
from tei_tools.segment.lines import Line

LIMIT = 200
_DAYS = rf"{DAY}(?:st|nd|rd|th|d)?(?:\s?[–—-]\s?(?:{MONTH}\s+)?{DAY})?"
_MONTHS_YEAR = rf"(?:\s?[–—-]\s?{MONTH})?,?\s+{YEAR}"
_OTHER = rf"{_DAYS}\s+{MONTH},?\s+{YEAR}|{YEAR}|[Uu]ndated"
_DATE = rf"(?:{MONTH}(?:\s+{_DAYS}(?:,?\s+{YEAR})?|{_MONTHS_YEAR})|{_OTHER})"
_PLACE = r"\[?[^\W\d_](?:[^\d,;:!?(…]{0,50}|[^\d;:!?(…]{0,70})"
_TAIL = r"(?:[\s,;:.–—\-\[\]()/\d]|[ap]\.? ?m\b|noon|midnight|hours|local|time|to|and|Z|EST|EDT|GMT|[*†‡])*"
_BRACKET = r"(?:\[[^\]]{0,80}\]\W*\d{0,3})?"
SHAPE = re.compile(rf"(?:{_PLACE}[,.]?\]?,?\s?[—–-]?\s?)?[\[(]?{_DATE}{_TAIL}{_BRACKET}")
SENTENCE = re.compile(
    r"\b(?:on|of|in|by|from|to|until|since|dated|before|after)\s+"
    rf"(?:{MONTH}(?:\s+{DAY}|{_MONTHS_YEAR})|{_OTHER})"
)
"""A date with a preposition is told, not set: "He came to Washington on December 8, 1962."."""


def is_dateline(line: Line) -> bool:
    """Whether a whole line is a dateline."""
    return len(line.text) <= LIMIT and SHAPE.fullmatch(line.text) is not None and not SENTENCE.search(line.text)

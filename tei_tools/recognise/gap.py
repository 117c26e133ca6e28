"""`gap`: text that the editors were not allowed to print, "[3 lines not declassified]".

The bracket text is the edition's own and stays text; an empty `gap` directly before it says how much is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.model import Annotation, Document, Span
from tei_tools.profile import Profile

SOURCE = "gap"
UNITS = "line|word|paragraph|page|sentence|figure|name|dollar amount|character|digit|column|table|bullet|heading"
GAP = re.compile(
    rf"\[(?:less than |approximately )?(?P<n>\d+)?(?P<part>[ -]?(?:\d/\d|½|¼|¾))?\s?(?P<unit>{UNITS})?"
    r"[^\[\]]{0,60}?not declassified[^\[\]]{0,20}\]",
    re.IGNORECASE,
)


def recognise(document: Document, _profile: Profile) -> Iterator[Annotation]:
    """One empty annotation before each bracket that tells of withheld text."""
    for match in GAP.finditer(document.source.text):
        attributes = {"reason": "declassified"}
        unit = (match["unit"] or "").lower().replace(" ", "_")
        if unit:
            attributes["unit"] = unit
            if match["n"] and not match["part"]:
                attributes["quantity"] = match["n"]
        yield Annotation("gap", Span(match.start(), match.start()), attributes, source=SOURCE)

"""`gap`: text that the edition leaves out: what its editors were not allowed to print, and what they chose not to.

"[3 lines not declassified]", "[Omitted here is discussion of …]" and a line of dots are the edition's own words and
stay text; an empty `gap` directly before them says why something is missing, and how much where they count it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.model import Annotation, Document, Span
from tei_tools.profile import Profile

SOURCE = "gap"
UNITS = (
    "line|word|paragraph|page|sentence|figure|name|initial|place|dollar amount|character|digit|column|table|bullet"
    "|heading|number|document number"
)
WITHHELD = re.compile(
    rf"\[(?:(?:(?P<less>(?:less|more) than )|approximately )?(?P<n>\d+)?(?P<part>[ –-]?(?:1/2|½))?"
    rf"(?P<odd>[ –-]?(?:\d/\d|[¼¾]))?\s(?P<unit>{UNITS})s?\b|)[^\[\]]{{0,60}}?not declassified[^\[\]]{{0,20}}\]",
    re.IGNORECASE,
)
OMITTED = re.compile(r"\[(?:Here follow|Omitted here)|^[ \t]*(?P<dots>\.(?:[ \t]*\.){2,})[ \t]*$", re.MULTILINE)


def recognise(document: Document, _profile: Profile) -> Iterator[Annotation]:
    """One empty annotation before each bracket, or line of dots, that tells of text left out."""
    text = document.source.text
    for match in WITHHELD.finditer(text) if "not declassified" in text else ():
        yield _gap(match.start(), {"reason": "declassified", **_amount(match)})
    for match in OMITTED.finditer(text):
        yield _gap(match.start("dots") if match["dots"] else match.start(), {"reason": "omitted"})


def _gap(offset: int, attributes: dict[str, str]) -> Annotation:
    return Annotation("gap", Span(offset, offset), attributes, source=SOURCE)


def _amount(match: re.Match[str]) -> dict[str, str]:
    """Unit and quantity where the bracket counts: "[less than 1 line …]" has a unit only, "[name …]" has neither."""
    if not match["unit"] or not (match["n"] or match["part"]):
        return {}
    unit = match["unit"].lower().replace(" ", "_")
    if match["less"] or match["odd"]:
        return {"unit": unit}
    return {"unit": unit, "quantity": (match["n"] or "0") + (".5" if match["part"] else "")}

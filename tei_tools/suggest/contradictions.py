"""Where a text contradicts an entry of the list: the title before a name, or the date of the document, against offices.

What is found may be an error of the link, of the list, or of the printed edition.
"""

from __future__ import annotations

import re

from tei_tools.authority.names import Names
from tei_tools.link.offices import office_words
from tei_tools.model import Annotation, Document

OFFICES = frozenset({
    "secretary", "ambassador", "president", "senator", "minister", "premier", "chancellor", "congressman", "king",
    "queen", "prince", "shah", "marshal", "admiral", "general", "colonel", "captain",
})  # fmt: skip
"""Titles that say what somebody is: one of them against all offices of an entry is a contradiction."""
ALSO = {
    "ambassador": r"Representative|Delegat|Mission|Embassy|Envoy|Emissary|Negotiat|Counselor|Minister|Conference|Talks",
    "minister": r"Secretary of State for|Foreign Secretary|Chancellor|Council of Ministers|Premier",
    "premier": r"Prime Minister|Council of Ministers|State Council|President",
    "congressman": r"Representative",
    "king": r"Shah|Emir|Sultan",
}
"""Further words of an entry that go with a title."""
KEPT = OFFICES - {"secretary", "minister", "premier", "chancellor", "ambassador"}
"""Titles by which people are called when they no longer hold the office."""
FORMER = re.compile(r"\b(?:[Ff]ormer|[Ll]ate|[Tt]hen|[Ee]x|[Oo]ld)\b[\s-]+(?:\w+\s+){0,3}$")


def contradiction(document: Document, annotation: Annotation, names: Names) -> str:
    """What contradicts the link of a name, in words; "" where nothing does."""
    person = names.authority.by_id.get(annotation.attributes.get("ref", "").lstrip("#"))
    words = office_words(annotation.attributes.get("_title", ""))
    last = words[-1] if words else ""
    if person is None or last not in OFFICES or not person.roles or "acting" in words:
        return ""
    title = annotation.attributes["_title"].split()[-1]
    also = re.compile(ALSO.get(last, "(?!)"))
    held = [role for role in person.roles if last in office_words(role.text) or also.search(role.text)]
    if not held and last not in office_words(person.title):
        return f"the text says “{title}”, the list “{person.line}”"
    day = _day(document)
    if not day or not held or any(role.covers(day) is not False for role in held):
        return ""
    over = all(role.end and role.end < day for role in held)
    if over and (last in KEPT or FORMER.search(document.source.text[: annotation.span.start][-60:])):
        return ""
    return f"“{title}” on {day}: the list has “{held[0].text}”"


def _day(document: Document) -> str:
    dates = document.metadata.of("date")
    return next((d.attributes[key][:10] for d in dates for key in ("when", "from") if key in d.attributes), "")

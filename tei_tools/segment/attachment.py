"""Attachments: texts with a heading of their own inside a document.

The full form has a label ("Attachment", "[Enclosure]", "Tab A2") on a line of its own, mostly with a title below it.
Scraped texts have lost the label: there the title stands after the gap that it left ("Letter From Soviet General
Secretary Chernenko to President Reagan3", FRUS 1981–88 volume IV, document 310).
"""

from __future__ import annotations

import re

from tei_tools.profile import Profile
from tei_tools.segment import dateline, letter
from tei_tools.segment import list as lists
from tei_tools.segment.decided import element
from tei_tools.segment.lines import Line, bare

BETWEEN = re.compile(r"\b(?:[Ff]rom|[Bb]y|[Pp]repared|[Tt]o|[Ff]or|[Oo]f|[Ii]n|[Bb]etween)\b")
TITLE_LIMIT = 300


def heading(found: list[Line], index: int, profile: Profile) -> int:
    """How many lines, from this one on, head an attachment: 0 (none), 1 (label or title), 2 (both)."""
    line = found[index]
    if line.decided:
        titled = index + 1 < len(found) and element(found[index + 1]) == "head"
        return (2 if titled else 1) if element(line) == "attachment" else 0
    if profile.attachment_label.fullmatch(bare(line.text)):
        titled = index + 1 < len(found) and _is_title(found, index + 1, profile, labelled=True)
        return 2 if titled else 1
    lost_label = index > 0 and (line.blank >= 2 or letter.is_close(found[index - 1]))
    return int(lost_label and _is_title(found, index, profile, labelled=False))


def _is_title(found: list[Line], index: int, profile: Profile, *, labelled: bool) -> bool:
    line = found[index]
    text = bare(line.text)
    if len(text) > TITLE_LIMIT or (text.endswith((".", ":", ";", ",")) and not text.endswith("].")):
        return False
    if letter.is_salute(line) or dateline.is_dateline(line) or lists.head_type(line) or "\t" in text:
        return False
    named = bool(profile.kind(text)) and bool(BETWEEN.search(text))
    if not labelled:
        return named
    follows = index + 1 < len(found) and dateline.is_dateline(found[index + 1])
    return named or follows or text.isupper() or len(text.split()) <= 14

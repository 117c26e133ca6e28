"""Titles within a text: a short line of its own that ends no sentence, above the paragraph or table that it names.

"TELEPHONE CALL TO THE PRESIDENT, 4:35 pm" (FRUS 1961–63 volume IV, document 55). Only what can be nothing else: a line
in capitals, or one in title case that is no name, no number and no part of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei_tools.segment import dateline, letter, opening
from tei_tools.segment import list as lists
from tei_tools.segment.lines import Line, bare

LONGEST = 120
FEWEST_WORDS = 3
SMALL = frozenset(
    {"a", "an", "and", "as", "at", "between", "but", "by", "during", "for", "from", "in", "into", "of", "on", "or"}
    | {"over", "per", "pm", "am", "p.m.", "a.m.", "re", "the", "to", "under", "upon", "versus", "vs.", "with", "within"}
    | {"without", "de", "la", "du", "des", "von", "van"}
)
LABELLED = re.compile(r"\(?(?:[A-Za-z]|\d{1,3}|[IVXLC]+)[.)]\s|[-–—•\[(“\"*]")
FIELD = re.compile(
    r"(?:Subject|Subj|Re|Refs?|References?|Participants|Present|Place|Date|Time|From|To|(?-i:[A-Z ]{3,})):",
    re.IGNORECASE,
)
DAY = re.compile(r"\w+day,.*\d{4}", re.IGNORECASE)
_OFFICE = r"(?:(?:Mr|Mrs|Dr|Lt|Gen|Amb|Messrs)\.|President|Secretary|Ambassador|General|Minister|Admiral)"
PERSON = re.compile(
    rf"(?:(?:Assistant|Under|Deputy|Acting|Foreign|Prime|Vice)\s)*{_OFFICE}\s.*|(?:\S*\.\s?)*\S+(?:\s[A-Z]\.)+\s\S+"
)
SENTENCE = re.compile(r".*[.?!:;”)\]]\W*\d{0,3}$", re.DOTALL)


def is_heading(found: Sequence[Line], index: int) -> bool:
    """Whether a line is the title of what follows it."""
    line = found[index]
    if (
        len(line.text) > LONGEST + 4
        or line.indent
        or not line.blank
        or index + 1 >= len(found)
        or not found[index + 1].blank
    ):
        return False
    text = bare(line.text)
    if len(text) > LONGEST or text[-1] in ".,:;?!—–-”)" or LABELLED.match(text) or "\t" in text:
        return False
    if (FIELD.match(text) and not _capitals(text)) or DAY.match(text):
        return False
    if lists.head_type(line) or opening.is_number(line) or letter.NOT_SIGNED.fullmatch(text):
        return False
    below = found[index + 1]
    return (_capitals(text) and (_names(below) or dateline.is_dateline(below))) or (_title_case(text) and _names(below))


def _capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return len(letters) >= 10 and len(text.split()) >= FEWEST_WORDS and upper >= 0.9 * len(letters)


def _title_case(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'.-]*", text)
    if len(words) < FEWEST_WORDS or "," in text or PERSON.fullmatch(text):
        return False
    big = [word for word in words if word not in SMALL]
    return text[0].isupper() and len(big) >= 2 and all(word[0].isupper() for word in big)


def _names(follows: Line) -> bool:
    """Whether the next line is one that a title can stand above: a sentence, a table."""
    return "\t" in follows.text or (len(follows.text) > LONGEST // 2 and SENTENCE.match(follows.text) is not None)

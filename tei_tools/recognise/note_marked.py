"""Note calls that have a form of their own: "[1]", "(1)", "¹", "^1", "[^1]". What speaks against each place is less.

The blanks before such a call belong to it: "letter [2] he" calls note 2 behind "letter".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.forms import Form
from tei_tools.recognise.note_calls import Candidate

BLANKS = re.compile(r"[ \t\f\v]*\n?[ \t\f\v]*$")
POWER = re.compile(r"(?:\d|(?<![^\W\d_])(?:[kcdm]?m|ft|in|yd|mi|sq))$")
"""Before a raised number that is no call: "10²", "5 km²"."""
GOES_ON = re.compile(r"\s+[^\W\d_A-Z]")
NEXT = 0.3
"""What a call costs that follows another one directly."""


def candidates(text: str, value: str, form: Form) -> Iterator[Candidate]:
    """The places of the call `value` in a form with marks of its own."""
    for match in re.finditer(re.escape(form.printed(value)), text):
        if _is_cut(text, match, form):
            continue
        blanks = BLANKS.search(text, max(0, match.start() - 80), match.start())
        start = blanks.start() if blanks else match.start()
        cost = _before(text, start, match, form) + _after(text, match.end())
        yield Candidate(start, match.end(), cost, min(cost, NEXT), form)


def _is_cut(text: str, match: re.Match[str], form: Form) -> bool:
    """Whether the mark is a part of a longer one: "¹" in "¹²", "^1" in "^12"."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    if form.count == "sup":
        return any(form.pattern.fullmatch(character) for character in around)
    return form.text.endswith("}") and form.count == "n" and text[match.end() : match.end() + 1].isdigit()


def _before(text: str, start: int, match: re.Match[str], form: Form) -> float:
    line_end = text.find("\n", match.end())
    begin = text.rfind("\n", 0, match.start()) + 1
    if not text[begin : match.start()].strip():
        if not text[match.end() : line_end if line_end >= 0 else None].strip():
            return 0.5
        above = text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)]
        return 1.0 if above.strip() else 6.0
    if text[start - 1] in "([“‘$#":
        return 3.0
    if (form.count == "sup" or form.text.startswith("^")) and POWER.search(text, max(0, start - 4), start):
        return 2.0
    spaced = start < match.start()
    if form.text.startswith("("):
        # "(1) the first, (2) the second": what goes on in small letters is an enumeration.
        return (2.5 if GOES_ON.match(text, match.end()) else 1.2) if spaced else 0.2
    return 0.4 if spaced else 0.0


def _after(text: str, end: int) -> float:
    return 1.0 if text[end : end + 1].isalnum() else 0.0

"""Where a note call can stand, and how much speaks against it.

A call is a bare number glued to what it follows: "letter,2", "months4", "business.”2", "State1". So is much that is
none: years and days before a call ("August 9, 19511"), decimals, "F–86", times. Each place gets a cost; the sequence
of all notes decides (`recognise.note`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tei_tools.forms import Form

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DIGITS = re.compile(r"\d+")
SYMBOLS = re.compile(r"[*†‡§║¶#]+")
LETTERS = re.compile(r"(?<=[^\W\d_a-z]|[.,;:”’)\]])[a-z](?![\w’'.])")
DAY_BEFORE = re.compile(rf"(?:{MONTHS})\s$")
DATE_BEFORE = re.compile(rf"(?:{MONTHS})(?:\s\d{{1,2}},?)?,?\s$")
YEAR_BEHIND = re.compile(r",?\s\d{4}")
SENTENCE_END = re.compile(r"[.)]+\s+[A-Z“\[(]|[.)]*\s*(?:$|\n)")
COUNTED = re.compile(
    r"\b(?:[Pp]ara(?:graph)?s?|[Ss]ections?|[Aa]rticles?|[Pp]ages?|[Cc]hapters?|[Pp]arts?|[Ii]tems?|[Pp]oints?)\s$"
)
MONTH_BEHIND = re.compile(rf"\s(?:{MONTHS})\b")
NUMBER_GOES_ON = re.compile(r"[,;]?\s(?:and|or|to|through|repeated|rptd|[A-Z])")
SENTENCE_BEHIND = re.compile(r"\)?(?:\s+[A-Z“\[(\d]|\s*$|\s*\n)|\)")
YEAR = re.compile(r"1[5-9]\d\d|20[0-2]\d")
PARAGRAPH_BEHIND = re.compile(r"[.)]+\s")
YEAR_CUT_SHORT = re.compile(r"[\s(\[“—–-]?[’‘']\d\d")
MISSING = 6.0
"""What a note without call costs: more than a doubtful place, less than an absurd one."""
LOST = 3.9
"""What it costs where a line was lost that may have held the call: less than taking a plain number for one."""
GAP = re.compile(r"\n[ \t]*\n[ \t]*\n")
IN_WORD = 3.0
"""What a call costs with a letter or an opening mark directly behind it."""
OPEN = 5.0
"""What a call costs whose number goes on with digits that are not the next call: "2:45" has no call 4."""
ADJACENT = 0.8
"""What a call costs that follows another call directly ("October 20, 196912" has calls 1 and 2)."""


Runs = dict[str, list[re.Match[str]]]
"""The runs of characters in which bare calls are found, by what they end with."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a call may stand: offsets into the text, and the cost of reading it so.

    An empty one is a gap that a lost line left: a call may have been in it.
    """

    start: int
    end: int
    cost: float
    glued: float
    """The cost where another call stands directly before."""
    form: Form | None = None
    """How the call is printed; None for a gap."""
    open: bool = False
    """Whether more digits stand directly behind it, which must be the next call."""


def by_ending(runs: Iterable[re.Match[str]], longest: int) -> Runs:
    """Runs of digits, letters or symbols by what they end with, up to so many characters."""
    found: Runs = {}
    for run in runs:
        whole = run.group()
        for start in range(max(0, len(whole) - longest), len(whole)):
            found.setdefault(whole[start:], []).append(run)
    return found


def candidates(text: str, value: str, following: str, runs: Runs, form: Form) -> Iterator[Candidate]:
    """The places of a bare call `value`; `following` is the next call, which may stand directly behind it."""
    for run in runs.get(value, ()):
        yield _candidate(text, run, run.end() - len(value), run.end(), form)
    both = value + following
    for run in runs.get(both, ()) if following else ():
        start = run.end() - len(both)
        yield replace(_candidate(text, run, start, start + len(value), form), open=True)


def gaps(text: str) -> list[Candidate]:
    """Where the blank lines around a lost line stand: scraped texts have lost lines of one word, with their calls."""
    found: list[Candidate] = []
    for gap in GAP.finditer(text):
        end = gap.start()
        while end and text[end - 1] in " \t":
            end -= 1
        found.append(Candidate(end, end, LOST, LOST))
    return found


def _candidate(text: str, run: re.Match[str], start: int, end: int, form: Form) -> Candidate:
    after = _after(text, run.end())
    if after >= IN_WORD and text[start - 1 : start].islower() and text[run.end()].islower():
        after = 5.0  # "s2ivina", a letter misread (FRUS 1961–63 volume IV, document 31)
    return Candidate(start, end, _before(text, run.start(), start, end) + after, ADJACENT + after, form)


def _before(text: str, run: int, start: int, end: int) -> float:
    """What speaks against a call at `start`, by what stands before it; the digits of its run begin at `run`."""
    if PARAGRAPH_BEHIND.match(text, end) and _opens_line(text, run):
        return 7.0  # "120. Memorandum …", “12. Wider recognition …”: the number of a heading or paragraph
    if YEAR_CUT_SHORT.fullmatch(text, max(0, run - 2), end):
        return 5.0  # "his '67 Defense Budget"
    if start > run:
        return _after_number(text, run, start, end)
    previous = text[start - 1] if start else "\n"
    if previous == "\n":
        line_end = text.find("\n", start)
        return 0.5 if not text[start : line_end if line_end >= 0 else None].strip("0123456789*†‡") else 7.0
    if previous.isspace():
        return 7.0
    if previous.isalpha():
        return _after_letter(text, start)
    if previous in ".,":
        return _after_stop(text, start, end)
    if previous in "”’)]\"'!?;:…»":
        if previous == ":" and start > 1 and text[start - 2].isdigit():
            return 4.5 if text[start : start + 2].isdigit() else 1.0  # "2:45" is an hour
        return 0.0
    if previous in "–—-/":
        return 4.0
    return 6.0 if previous in "([“‘$#£&+=<" else 2.0


def _opens_line(text: str, offset: int) -> bool:
    """Whether nothing but blanks, quotation marks and brackets stands before an offset on its line."""
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip(" \t“‘\"'([")


def _after_number(text: str, run: int, start: int, end: int) -> float:
    """A call behind a number: "19511" is 1951 and call 1, "January 74" is January 7 and call 4, "Article 102" is none.

    What reads well as one number is dear, and dearest within a date or an hour.
    """
    prefix = text[run:start]
    if DAY_BEFORE.search(text, max(0, run - 12), run) and len(prefix) <= 2:
        if int(text[run:end]) <= 31:
            return 5.0 if YEAR_BEHIND.match(text, end) else 4.0
        return 0.6 if 1 <= int(prefix) <= 31 else 4.0
    if YEAR.fullmatch(prefix):
        return 0.8 if DATE_BEFORE.search(text, max(0, run - 16), run) else 2.0
    if run > 0 and text[run - 1] == ":":
        return 4.5 if len(text[run:end]) <= 2 else 1.0
    if YEAR.fullmatch(text, run, end) or (run > 0 and text[run - 1] in "$£"):
        return 5.0
    if run > 0 and text[run - 1] in "–-":
        return 3.5
    if int(text[run:end]) <= 31 and MONTH_BEHIND.match(text, end):
        return 5.0  # "your 14 April memorandum" (FRUS 1969–76 volume XII, document 158)
    if len(text[run:end]) <= 2 and COUNTED.search(text, max(0, run - 12), run):
        return 5.0  # "Re paragraph 12 your 42302" (FRUS 1955–57 volume I, document 83)
    if len(text[run:end]) > 4 and text[max(0, run - 1) : run].isspace():
        return 2.5  # no telegram has a number of five digits
    if SENTENCE_END.match(text, end):
        return 3.0
    return 4.0 if NUMBER_GOES_ON.match(text, end) else 3.5


def _after_stop(text: str, start: int, end: int) -> float:
    """A call behind a comma or a full stop; "3,200" and "3.5 million" are numbers, "July 15.2 Whether" has call 2."""
    if start < 2 or not text[start - 2].isdigit():
        return 0.0
    if text[start - 1] == ",":
        return 3.0 if end - start >= 3 else 0.2
    return 0.8 if SENTENCE_BEHIND.match(text, end) else 3.5


def _after_letter(text: str, start: int) -> float:
    """ "letter2" is free; "F86", "C2" are likelier a name of their own."""
    if text[start - 1].islower():
        return 0.0
    word = start - 1
    while word > 0 and text[word - 1].isalpha():
        word -= 1
    return 1.5 if start - word <= 2 else 0.4


def _after(text: str, end: int) -> float:
    """What speaks against a call by what stands behind it."""
    following = text[end : end + 1]
    if not following or following.isspace():
        return 0.0
    if following == "[":
        return 0.2
    if following in "’'":
        return 1.0 if text[end + 1 : end + 2] == "s" else 0.6
    if following in ".,":
        return 4.0 if text[end + 1 : end + 2].isdigit() else 0.6
    if following in ')];:”"!?…—':
        return 5.0 if following == ":" and text[end + 1 : end + 2].isdigit() else 0.4
    if following in "-–/":
        return 2.5
    return IN_WORD if following.isalpha() or following in "(“‘" else 5.0

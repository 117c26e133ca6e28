"""English dates and hours in print, and what they are in TEI attributes (@when, @from, @to; W3C formats).

"December 8, 1962, 2:02 p.m.", "24 November 1948", "April 10, 1954, 1637Z", "February 23, 1956—midnight",
"March 3–5, 1955", "October 1970". Midnight is the first hour of the printed day, as the series has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
DASH = r"\s?[–—-]\s?"
_GAP = r",?\s+"
DATE = re.compile(
    rf"(?<!\w)(?:(?P<m>{MONTH})\s+(?P<d>{DAY})(?:st|nd|rd|th|d)?(?:{DASH}(?:(?P<m2>{MONTH})\s+)?(?P<d2>{DAY}))?{_GAP}(?P<y>{YEAR})"
    rf"|(?P<dd>{DAY})(?:st|nd|rd|th|d)?\s+(?P<dm>{MONTH}),?\s+(?P<dy>{YEAR})"
    rf"|(?P<mm>{MONTH})(?:{DASH}(?P<mm2>{MONTH}))?,?\s+(?P<my>{YEAR}))"
)
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?)"
_HALF = r"(?:\s?[ap]\.?\s?m\b\.?)"
_SPOKEN = r"(?:noon|midnight)"
TIME = re.compile(
    rf"(?P<zulu>\d{{4}})\s?Z|(?P<a>{_HOUR})(?P<ah>{_HALF})?(?:(?P<dash>{DASH}|\s(?:to|until)\s)(?:(?P<b>{_HOUR})(?P<bh>{_HALF})|(?P<bs>{_SPOKEN}))|(?(ah)|(?!)))"
    rf"|(?:12\s)?(?P<s>{_SPOKEN})|(?P<mil>\d{{4}})\s(?:hours|EST|EDT|local)"
)
TWO_HOURS = re.compile(rf"(?P<a>{_HOUR})(?P<ah>{_HALF})?\s(?:and|&)\s(?P<b>{_HOUR})(?P<bh>{_HALF})")
SEPARATOR = re.compile(r"\s?[,—–-]?\s?(?:at\s|about\s|approximately\s)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a text, half-open offsets; `attributes` as in att.datable.w3c.

    `times` are a range of hours behind it, or several hours.
    """

    start: int
    end: int
    attributes: dict[str, str]
    times: tuple[Moment, ...] = ()


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Moment]:
    """Every date between two offsets, with the hour that follows it."""
    end = len(text) if end is None else end
    for match in DATE.finditer(text, start, end):
        moment = _moment(match)
        if moment is not None:
            yield _with_time(moment, text, end)


def month(word: str) -> int:
    """The number of a month by its name or abbreviation."""
    return next(i for i, name in enumerate(MONTHS, 1) if name[:3] == word[:3])


def _moment(match: re.Match[str]) -> Moment | None:
    g = match.groupdict()
    year = int(g["y"] or g["dy"] or g["my"])
    if g["mm2"]:
        first_, last_ = f"{year:04}-{month(g['mm']):02}", f"{year:04}-{month(g['mm2']):02}"
        return Moment(match.start(), match.end(), {"from": first_, "to": last_}) if first_ < last_ else None
    if g["mm"]:
        return Moment(match.start(), match.end(), {"when": f"{year:04}-{month(g['mm']):02}"})
    first = _iso(year, month(g["m"] or g["dm"]), int(g["d"] or g["dd"]))
    if first is None:
        return None
    if g["d2"]:
        last = _iso(year, month(g["m2"] or g["m"]), int(g["d2"]))
        if last is None or last < first:
            return None
        return Moment(match.start(), match.end(), {"from": first, "to": last})
    return Moment(match.start(), match.end(), {"when": first})


def _iso(year: int, month_: int, day: int) -> str | None:
    try:
        return date(year, month_, day).isoformat()
    except ValueError:
        return None


def _with_time(moment: Moment, text: str, end: int) -> Moment:
    day = moment.attributes.get("when", "")
    if len(day) != 10:
        return moment
    gap = SEPARATOR.match(text, moment.end, end)
    several = _two_hours(moment, text, gap.end(), end) if gap and gap.group() else None
    if several:
        return several
    time = TIME.match(text, gap.end() if gap else moment.end, end)
    if time is None or gap is None or not gap.group():
        return moment
    if time["zulu"]:
        clock = _clock(time["zulu"][:2], time["zulu"][2:], "")
        return Moment(moment.start, time.end(), {"when": f"{day}T{clock}Z"} if clock else moment.attributes)
    if time["mil"]:
        clock = _clock(time["mil"][:2], time["mil"][2:], "")
        return Moment(moment.start, time.end(), {"when": f"{day}T{clock}"} if clock else moment.attributes)
    if time["s"]:
        return Moment(moment.start, time.end(), {"when": f"{day}T{_spoken(time['s'])}"})
    second_half = time["bh"] or ("pm" if time["bs"] == "midnight" else "am" if time["bs"] else "")
    first = _hour(time["a"], time["ah"] or second_half)
    if not time["dash"]:
        return Moment(moment.start, time.end(), {"when": f"{day}T{first}"} if first else moment.attributes)
    last = _spoken(time["bs"]) if time["bs"] else _hour(time["b"], time["bh"])
    if not time["ah"] and first and last and first > last and first >= "12":
        # "11:30–12:15 p.m.": the first hour is one of the morning.
        first = _hour(time["a"], "a.m.")
    hours = {"from": first, "to": last} if first and last and first <= last else {}
    return Moment(moment.start, moment.end, moment.attributes, (Moment(time.start(), time.end(), hours),))


def _two_hours(moment: Moment, text: str, start: int, end: int) -> Moment | None:
    """ "September 3, 1963, 4:35 and 4:45 p.m." (FRUS 1961–63 volume IV, document 55): each is an hour of its own."""
    pair = TWO_HOURS.match(text, start, end)
    if pair is None:
        return None
    times: list[Moment] = []
    for digits, half in (("a", "ah"), ("b", "bh")):
        clock = _hour(pair[digits], pair[half] or pair["bh"])
        end_ = max(pair.end(digits), pair.end(half))
        times.append(Moment(pair.start(digits), end_, {"when": clock} if clock else {}))
    return replace(moment, times=tuple(times))


def _spoken(word: str) -> str:
    return "12:00:00" if word == "noon" else "00:00:00"


def _hour(digits: str, half: str) -> str:
    hour, _, minute = digits.replace(".", ":").partition(":")
    return _clock(hour, minute or "00", half.strip().lower()[:1])


def _clock(hour: str, minute: str, half: str) -> str:
    """ "hh:mm:00", or "" for an hour that no clock shows ("1280Z", FRUS 1977–80 volume XXI, document 115)."""
    h, m = int(hour), int(minute)
    if half and h <= 12:
        h = h % 12 + (12 if half == "p" else 0)
    return f"{h:02}:{m:02}:00" if h < 24 and m < 60 else ""

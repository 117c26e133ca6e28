"""Offices and their dates, as a printed entry gives them."""

from __future__ import annotations

import re

from tei_tools.authority.language import language
from tei_tools.authority.model import Role

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(month.title() for month in MONTHS)
DATE = (
    rf"(?:(?:(?P<month{{0}}>{_MONTH}),? (?:(?P<day{{0}}>\d{{{{1,2}}}})(?:[,.] ?| ))?)?(?P<year{{0}}>1[89]\d\d|20\d\d)"
    rf"|(?P<bare{{0}}>{_MONTH})(?: \d{{{{1,2}}}})?)"
)
RANGE = re.compile(
    rf"(?:from |after |since )?{DATE.format(1)}\s*(?:[-–—]|,? ?(?:to|until|through) )\s*{DATE.format(2)}"
)
_WITHIN = r"(?:(?!\b(?:until|till|to|through|before)\b)[^;])*?"
START = re.compile(rf"\b(?:from|after|since|appointed|beginning|as of)\b{_WITHIN}{DATE.format(1)}")
END = re.compile(rf"\b(?:to|until|till|through|before)\b ?(?:h(?:is|er) \w+ (?:on|in) )?{DATE.format(1)}")
AGAIN = re.compile(r",? and (?=(?:from|again|after|since|between|until)\b)|, (?=from\b[^,;]*\d{4}[^;]*? until\b)")
"""Where a second time in the same office begins: "from June 1977 until July 1977, and from January 1978 until …"."""
FIRST_DATE = re.compile(rf"(?:\b(?:from|after|since|between|until|to|again|in)\s+)?{DATE.format(1)}")
SHORT_YEAR = re.compile(r"(?<!\d)(?P<from>(?P<century>1[89]|20)(?P<year>\d\d))\s?[-–—]\s?(?P<to>\d\d)(?!\d)")
"""1958–63, for 1958–1963."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
LONE = re.compile(rf"(?:, |(?<=[a-z]) )(?:in |on )?{DATE.format(1)}\W*$")
DAYS = re.compile(rf"\b(?P<month>{_MONTH}) (?P<from>\d{{1,2}})[-–—](?P<to>\d{{1,2}}),? (?P<year>1[89]\d\d|20\d\d)\b")
"""June 28–29, 1954."""
EVENT = re.compile(r"\b(?:[a-z]{3,}ed|became|died|born|fled|shot|sent|left)\b")
"""What befell somebody is no office that was held for a time."""
RANK = re.compile(rf",? ?\((?P<since>(?:after|from|since) {DATE.format(1)}), (?:also )?(?P<rank>[^(),;]+)\)")
PARTS = re.compile(r"\s*;\s*|(?<=\d), (?=(?:thereafter|subsequently|later|then)\b)")
LATER = re.compile(r"^(?:and )?(?:thereafter|subsequently|later|then)\b,? ?", re.IGNORECASE)


def read_roles(text: str) -> tuple[Role, ...]:
    """The offices of "Minister to May 1956; thereafter Ambassador to Peru": each with the dates that are given.

    An office that was held twice is two.
    """
    roles: list[Role] = []
    text, later = _later_ranks(text)
    for part in PARTS.split(text.strip(" ,.;")):
        for words in _times(part) if part else ():
            start, end = _dates(words)
            if LATER.match(words) and not start and roles:
                start = roles[-1].end
            roles.append(Role(LATER.sub("", words), start, end))
    return (*roles, *later)


def _later_ranks(text: str) -> tuple[str, list[Role]]:
    """The text without later ranks in brackets, and these: "(after November 1, 1963, Major General)"."""
    ranks: list[Role] = []

    def put(match: re.Match[str]) -> str:
        if match["rank"].split()[-1] not in language().titles:
            return match.group()
        ranks.append(Role(f"{match['rank']} {match['since']}", _dates(match["since"])[0]))
        return ""

    return RANK.sub(put, text), ranks


def _times(part: str) -> list[str]:
    """The part once for each time that an office was held."""
    first, *again = AGAIN.split(part)
    dated = FIRST_DATE.search(first)
    if not dated or not again or not all(FIRST_DATE.search(words) for words in again):
        return [part]
    office = first[: dated.start()].rstrip(" ,")
    return [first, *(f"{office} {words}" for words in again)]


def _dates(text: str) -> tuple[str, str]:
    text = SHORT_YEAR.sub(lambda m: f"{m['from']}–{m['century']}{m['to']}" if m["to"] > m["year"] else m[0], text)
    text = DAYS.sub(lambda m: f"{m['month']} {m['from']}, {m['year']}–{m['month']} {m['to']}, {m['year']}", text)
    between = RANGE.search(text)
    if between:
        end = _iso(between, 2)
        return _iso(between, 1, end[:4]), end
    start = START.search(text)
    last = END.search(text, start.end() if start else 0) or (None if start else END.search(text))
    end = _iso(last, 1) if last else ""
    lone = None if start or last or EVENT.search(text) else LONE.search(text)
    if lone and not YEAR.search(text, 0, lone.start()):
        return _iso(lone, 1), _iso(lone, 1)
    return (_iso(start, 1, end[:4]) if start else ""), end


def _iso(match: re.Match[str], number: int, year: str = "") -> str:
    """The date of a match; a bare month takes the year of its partner, and is nothing without one."""
    group = match.groupdict()
    year = group[f"year{number}"] or year
    month = group[f"month{number}"] or group[f"bare{number}"]
    day = group[f"day{number}"]
    if not year or not month:
        return year if group[f"year{number}"] else ""
    iso = f"{year}-{MONTHS.index(month.lower()) + 1:02}"
    return f"{iso}-{int(day):02}" if day and 1 <= int(day) <= 31 else iso

"""Dates of datelines: what is printed, and @when, @from and @to."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.case_files import TEI, converted


def dated(words: str) -> list[tuple[str, dict[str, str]]]:
    """The dates and times of a dateline, with their attributes."""
    result = converted(f"12. Letter From the Ambassador to the Secretary\n\n{words}\n\nI write to you.\n")
    assert result.tei is not None, result.diagnostics
    line = etree.fromstring(result.tei).find(f".//{TEI}dateline")
    found = [] if line is None else list(line.iter(f"{TEI}date", f"{TEI}time"))
    return [("".join(e.itertext()), dict(e.attrib)) for e in found]


@pytest.mark.parametrize(
    ("words", "printed", "when"),
    [
        ("Washington, December 8, 1962.", "December 8, 1962", "1962-12-08"),
        ("Washington, 8 December 1962.", "8 December 1962", "1962-12-08"),
        ("Washington, December 8, 1962, 2:02 p.m.", "December 8, 1962, 2:02 p.m.", "1962-12-08T14:02:00"),
        ("Washington, December 8, 1962, 12:30 a.m.", "December 8, 1962, 12:30 a.m.", "1962-12-08T00:30:00"),
        ("Washington, December 8, 1962, 12:30 p.m.", "December 8, 1962, 12:30 p.m.", "1962-12-08T12:30:00"),
        ("Saigon, March 30, 1955—1 a.m.", "March 30, 1955—1 a.m.", "1955-03-30T01:00:00"),
        ("Cairo, February 23, 1956—noon.", "February 23, 1956—noon", "1956-02-23T12:00:00"),
        ("Cairo, February 23, 1956—midnight.", "February 23, 1956—midnight", "1956-02-23T00:00:00"),
        ("Athens, July 18, 1977, 1456Z.", "July 18, 1977, 1456Z", "1977-07-18T14:56:00Z"),
        ("London, February 29, 1956.", "February 29, 1956", "1956-02-29"),
        ("London, April 1955.", "April 1955", "1955-04"),
        ("[Washington,] May 10, 1948.", "May 10, 1948", "1948-05-10"),
    ],
)
def test_a_day(words: str, printed: str, when: str) -> None:
    assert dated(words) == [(printed, {"when": when})]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Manila, October 24–25, 1966.", [("October 24–25, 1966", {"from": "1966-10-24", "to": "1966-10-25"})]),
        (
            "Manila, October 31–November 2, 1966.",
            [("October 31–November 2, 1966", {"from": "1966-10-31", "to": "1966-11-02"})],
        ),
        (
            "Washington, September 4, 1968, 1:23-2:23 p.m.",
            [
                ("September 4, 1968", {"when": "1968-09-04"}),
                ("1:23-2:23 p.m.", {"from": "13:23:00", "to": "14:23:00"}),
            ],
        ),
        (
            "Washington, July 19, 1956, 11:40 a.m.–12:52 p.m.",
            [
                ("July 19, 1956", {"when": "1956-07-19"}),
                ("11:40 a.m.–12:52 p.m.", {"from": "11:40:00", "to": "12:52:00"}),
            ],
        ),
    ],
)
def test_a_range(words: str, found: list[tuple[str, dict[str, str]]]) -> None:
    assert dated(words) == found


@pytest.mark.parametrize("words", ["Washington, undated.", "[Washington,] undated."])
def test_undated_has_no_when(words: str) -> None:
    assert dated(words) == [("undated", {})]


@pytest.mark.parametrize("words", ["London, February 29, 1955.", "London, April 31, 1955.", "London, May 0, 1955."])
def test_a_day_that_is_not_in_the_calendar_has_no_when(words: str) -> None:
    assert all("when" not in attributes for _, attributes in dated(words))


@pytest.mark.parametrize(
    "words", ["He came to Washington on December 8, 1962.", "Washington, December 8, 1962, was the day of the meeting."]
)
def test_a_sentence_is_no_dateline(words: str) -> None:
    assert dated(words) == []

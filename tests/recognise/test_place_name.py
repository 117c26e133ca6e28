"""Places of datelines: the place alone, without brackets, commas and what the editors withheld."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.case_files import TEI, converted


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("Washington, December 8, 1962.", "Washington"),
        ("[Washington,] May 10, 1948.", "Washington"),
        ("[Washington], May 10, 1948.", "Washington"),
        ("New York, October 3, 1977, 10:30 a.m.", "New York"),
        ("Hyannis Port, Massachusetts, July 28, 1961.", "Hyannis Port, Massachusetts"),
        ("Saigon, March 30, 1955—1 a.m.", "Saigon"),
        ("Washington, undated.", "Washington"),
        ("Geneva, 12 August 1948.", "Geneva"),
        ("[place not declassified], June 17, 1954, 1941Z.", "[place not declassified]"),
        ("São Paulo, May 3, 1960.", "São Paulo"),
        ("June 9, 1954.", ""),
    ],
)
def test_a_place(dateline: str, place: str) -> None:
    result = converted(f"12. Letter From the Ambassador to the Secretary\n\n{dateline}\n\nI write to you.\n")
    assert result.tei is not None, result.diagnostics
    line = etree.fromstring(result.tei).find(f".//{TEI}dateline")
    assert line is not None
    assert "".join(line.itertext()) == dateline
    assert ["".join(e.itertext()) for e in line.iter(f"{TEI}placeName")] == ([place] if place else [])


def test_the_place_is_a_fact_of_the_header() -> None:
    result = converted("12. Letter From the Ambassador to the Secretary\n\nParis, May 3, 1960.\n\nI write to you.\n")
    assert result.tei is not None
    sent = etree.fromstring(result.tei).find(f".//{TEI}correspAction[@type='sent']")
    assert sent is not None
    assert [(etree.QName(e).localname, e.text) for e in sent] == [
        ("orgName", "Ambassador"),
        ("placeName", "Paris"),
        ("date", "May 3, 1960"),
    ]
    assert sent[2].get("when") == "1960-05-03"
    assert sent[2].get("cert") is None

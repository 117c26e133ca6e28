"""The profile `plain`: texts of other series, in the forms that editors meet; each conserves its source and is valid.

The excerpts are of Foreign Relations (public domain), laid out by hand.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tei_tools import profile
from tei_tools.model import Span
from tei_tools.pipeline import Converted, Settings, Source, convert
from tei_tools.validate.conservation import check
from tests.case_files import CASES, Case, cases, read, shown

FILES = sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("profiles/*.txt"))
DIVIDER = "\n--- expected\n"


def converted(text: str) -> Converted:
    """A form feed is written as its symbol in the case files, so that it can be seen."""
    data = text.replace("␌", "\f").encode()
    (result,) = convert([Source(Path("case.txt"), data)], Settings(profile=profile.load("plain")))
    return result


def outcome(text: str) -> str:
    result = converted(text)
    assert result.error is None, result.error
    lines = [shown(result.tei) if result.tei else "nothing is written"]
    lines += [f"! {d.code} {d.place.line}:{d.place.column}" for d in result.diagnostics]
    return "\n".join(lines)


def accept(case: Case, found: str) -> None:
    path = CASES / case.file
    written = [replace(c, expected=found) if c.title == case.title else c for c in read(path)]
    path.write_text(
        "\n".join(f"=== {c.title}\n{c.source.rstrip(chr(10))}{DIVIDER}{c.expected}\n" for c in written),
        encoding="utf-8",
    )


@pytest.mark.parametrize("case", cases(*FILES), ids=str)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    found = outcome(case.source)
    if request.config.getoption("--accept"):
        accept(case, found)
    else:
        assert found == case.expected, f"{case}; if the new one is right: pytest --accept"


@pytest.mark.parametrize("case", cases(*FILES), ids=str)
def test_every_case_is_written(case: Case) -> None:
    """Conservation and the grammar let it pass."""
    assert converted(case.source).tei is not None


DAMAGES = {
    "a word is lost": ("security ", ""),
    "a word is doubled": ("security ", "security security "),
    "two words change places": ("security interests", "interests security"),
    "a blank is lost": ("his observations", "hisobservations"),
    "a note's word is lost": ("Not printed", "Not"),
    "a number changes": ('n="2"', 'n="3"'),
    "a page is lost": ('<pb n="622" xml:id="pg_622"/>', ""),
    "a page has another number": ('<pb n="622"', '<pb n="623"'),
}
TEXT = """178. Message From the Embassy in France to the White House[1]

He said the USSR would safeguard its security interests.[2]

[p. 622]

I thought you would be interested in his observations.[3]

[1] Source: Reagan Library.
[2] Not found.
[3] Not printed.
"""


@pytest.mark.parametrize("title", DAMAGES)
def test_damage_to_the_tei_is_found(title: str) -> None:
    result = converted(TEXT)
    assert result.tei is not None
    tei = result.tei.decode()
    good, bad = DAMAGES[title]
    assert good in tei
    document = result.document
    assert document is not None
    plain = profile.load("plain")
    assert check(document, tei, plain) == []
    assert [d.code for d in check(document, tei.replace(good, bad, 1), plain)] == ["validate.not-conserved"]


def test_two_notes_that_change_places_are_found() -> None:
    result = converted(TEXT)
    assert result.tei is not None
    tei = result.tei.decode()
    changed = tei.replace("Not found", "@").replace("Not printed", "Not found").replace("@", "Not printed")
    assert result.document is not None
    assert [d.code for d in check(result.document, changed, profile.load("plain"))] == ["validate.not-conserved"]


def test_markup_that_is_not_in_a_form_of_the_profile_is_found() -> None:
    """A word can't hide in what is taken for a mark."""
    result = converted(TEXT)
    document = result.document
    assert document is not None
    assert result.tei is not None
    for element in ("pb", "note"):
        worse = [
            replace(a, span=Span(a.span.start - 4, a.span.end)) if a.element == element else a
            for a in document.annotations
        ]
        damaged = replace(document, annotations=tuple(worse))
        found = check(damaged, result.tei.decode(), profile.load("plain"))
        assert "validate.markup-lost" in [d.code for d in found]


def test_a_form_feed_in_a_last_line_without_newline() -> None:
    assert converted("1. Memorandum\n\nThe end.\f Of it").error is None

"""The formats of what was found: the same list, for people, programs and code hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tei_tools.diagnostics import Diagnostic, Place, in_order
from tei_tools.reports import FORMATS, report
from tei_tools.reports.summary import ALIKE, KINDS, summed_up
from tests.reports.examples import FOUND

FOLDER = Path(__file__).parents[2] / "tei_tools" / "reports"


def test_every_format_is_a_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "summary"} == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_order_does_not_matter(form: str) -> None:
    assert report(FOUND, form) == report([*reversed(FOUND), FOUND[0]], form)


def test_text() -> None:
    assert report(FOUND, "text").splitlines()[:4] == [
        "/data/d2.xml:7: warning: two",
        "lines: 50%, “quoted” [validate.pointer]",
        "d3.xml:1:1: info: leads out [validate.pointer-outside]",
        "tei/a, b:c 100%.xml: error: can't be read: No such file [validate.unreadable]",
    ]
    assert (
        "tei/d1.xml:41:7: error: <blob> is no element [validate.grammar]\n    hint: write <p>\n    rule: a.rnc: div"
        in (report(FOUND, "text"))
    )
    assert report([], "text") == ""


def test_json() -> None:
    table = json.loads(report(FOUND, "json"))
    assert [entry["code"] for entry in table] == [diagnostic.code for diagnostic in in_order(FOUND)]
    assert table[3] == {
        "code": "validate.grammar",
        "severity": "error",
        "message": "<blob> is no element",
        "place": {"file": "tei/d1.xml", "line": 41, "column": 7},
        "hint": "write <p>",
        "rule": "a.rnc: div",
    }
    assert "rule" not in table[0]
    assert json.loads(report([], "json")) == []


def test_github() -> None:
    lines = report(FOUND, "github").splitlines()
    assert lines[0] == ("::warning file=/data/d2.xml,line=7,title=validate.pointer::two%0Alines: 50%25, “quoted”")
    assert lines[1] == "::notice file=d3.xml,line=1,col=1,title=validate.pointer-outside::leads out"
    assert lines[2].startswith("::error file=tei/a%2C b%3Ac 100%25.xml,title=validate.unreadable::")
    assert lines[3].endswith("::<blob> is no element%0Awrite <p>")
    assert len(lines) == len(FOUND)


def test_sarif_names_places_and_rules() -> None:
    (run,) = json.loads(report(FOUND, "sarif"))["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["artifactLocation"] == {"uri": "file:///data/d2.xml"}
    assert places[2]["artifactLocation"] == {"uri": "tei/a%2C%20b%3Ac%20100%25.xml", "uriBaseId": "SRCROOT"}
    assert places[3]["region"] == {"startLine": 41, "startColumn": 7}
    assert [run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert run["results"][3]["properties"] == {"hint": "write <p>", "rule": "a.rnc: div"}


def test_fingerprints_of_sarif_stay_when_lines_move() -> None:
    def prints(found: list[Diagnostic]) -> list[str]:
        results = json.loads(report(found, "sarif"))["runs"][0]["results"]
        return [result["partialFingerprints"]["message/v1"] for result in results]

    moved = [
        Diagnostic(d.code, d.severity, d.message, Place(d.place.file, d.place.line and d.place.line + 9)) for d in FOUND
    ]
    assert len(set(prints(FOUND))) == len(FOUND)
    assert prints(moved) == prints(FOUND)


def flood(number: int, message: str = "<blob> is no element; allowed: <p>", file: str = "a.xml") -> list[Diagnostic]:
    return [Diagnostic("validate.grammar", "error", message.format(n), Place(file, n)) for n in range(1, number + 1)]


def test_a_flood_is_summed_up() -> None:
    other = Diagnostic("validate.pointer", "error", "leads to nothing", Place("a.xml", 20_000))
    told = summed_up([*flood(10_000), other, *flood(3, file="b.xml")])
    assert len(told) == ALIKE + 1 + 1 + 3
    (more,) = [diagnostic for diagnostic in told if diagnostic.code == "validate.more"]
    assert more.message == "9980 more problems like “<blob> is no element”, up to line 10000"
    assert (more.severity, more.place) == ("error", Place("a.xml", ALIKE + 1))
    assert other in told
    assert len(report(flood(10_000), "text")) < 5_000
    assert report(flood(10_000), "text", everything=True).count("no element") == 10_000


def test_messages_that_differ_in_values_are_alike() -> None:
    told = summed_up(flood(100, '<ref> has target="#d{0}", but this file has no such xml:id'))
    assert len(told) == ALIKE + 1


def test_a_hundred_kinds_are_summed_up_too() -> None:
    words = [f"<{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}> is no element" for n in range(100)]
    found = [Diagnostic("validate.grammar", "error", word, Place("a.xml", n + 1)) for n, word in enumerate(words)]
    told = summed_up(found)
    assert len(told) == KINDS + 1
    assert told[-1].message == "50 more problems of 50 other kinds, up to line 100"


def test_few_problems_are_left_as_they_are() -> None:
    assert summed_up(FOUND) == in_order(FOUND)

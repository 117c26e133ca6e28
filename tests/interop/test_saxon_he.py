"""The recipe for a second processor: what is made alike before bytes are compared, what is kept of a run."""

import re
from pathlib import Path

import pytest
from lxml import etree

from interop.saxon_he import Runs, alike
from tei_tools.saxon import Result, XmlText

XSLT = Path(__file__).parent.parent.parent / "xslt"
HIGHER_ORDER = re.compile(
    r"\bfunction\s*\(|\b(fold-left|fold-right|for-each|for-each-pair|filter|function-lookup|apply)\(|\w#\d\b"
)


@pytest.mark.parametrize("path", sorted(XSLT.rglob("*.xsl")), ids=lambda path: str(path.relative_to(XSLT)))
def test_stylesheets_have_no_functions_as_values(path: Path) -> None:
    found = [
        (element.sourceline, value)
        for element in etree.parse(path, etree.XMLParser(collect_ids=False, recover=True)).iter(etree.Element)
        for value in [*element.attrib.values(), element.text or ""]
        if HIGHER_ORDER.search(value)
    ]
    assert not found


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("principal", "<!DOCTYPE HTML><p/>", "<!DOCTYPE HTML>\n<p></p>"),
        ("principal", "<script defer src='a'>", "<script defer=\"defer\" src='a'>"),
        ("principal", '<a xmlns:x="1" xmlns="2">', '<a xmlns="2" xmlns:x="1">'),
        (
            "principal",
            '<script type="application/ld+json">{"a":1,"b":2}</script>',
            '<script type="application/ld+json">{"b":2,"a":1}</script>',
        ),
        ("summary.xml", "<a><b>x</b>\n   <b/></a>", "<a><b>x</b><b/></a>"),
    ],
)
def test_what_serialisers_may_do_as_they_like_is_made_alike(name: str, one: str, other: str) -> None:
    assert alike(name, one) == alike(name, other)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("principal", "<p>a</p>", "<p>a </p>"),
        ("principal", '<p id="a"/>', '<p id="b"/>'),
        ("principal", "a\n", "a"),
        (
            "principal",
            '<script type="application/ld+json">{"a":1}</script>',
            '<script type="application/ld+json">{"a":2}</script>',
        ),
        ("summary.xml", "<a><b>x</b> y</a>", "<a><b>x</b>y</a>"),
    ],
)
def test_what_a_reader_can_tell_differs(name: str, one: str, other: str) -> None:
    assert alike(name, one) != alike(name, other)


def test_runs_are_told_with_their_parameters_and_a_difference_by_its_place(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    given = {"n": 3, "yes": True, "word": "d1.html", "locale": XmlText("<words/>")}
    runs.keep(XSLT / "text.xsl", {"profile": "frus"}, "<TEI/>", given, Result("the word", {"b.xml": "<b/>"}, ()))
    (run,) = runs.said
    assert [(e.tag, e.get("name"), e.get("type"), e.text) for e in run] == [
        ("static", "profile", None, "frus"),
        ("parameter", "n", "int", "3"),
        ("parameter", "yes", "bool", "true"),
        ("parameter", "word", "str", "d1.html"),
        ("parameter", "locale", None, None),
    ]
    (tmp_path / "result0").mkdir()
    (tmp_path / "result0" / "principal").write_text("the ward")
    assert [difference[:2] for difference in runs.differences()] == [("text", "principal"), ("text", "b.xml")]
    (tmp_path / "result0" / "principal").write_text("the word")
    (tmp_path / "result0" / "b.xml").write_text("<b/>")
    assert not list(runs.differences())

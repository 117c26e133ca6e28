"""What the rules of the HTML format make of small pieces of TEI, and what holds for all of them."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.errors import TransformError, UsageError
from tei_tools.resources import resource
from tei_tools.saxon import Result, Stylesheet, XmlText
from tei_tools.transform import formats, transform

HERE = Path(__file__).parent
CASES = HERE.parent / "cases"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
XHTML = ' xmlns="http://www.w3.org/1999/xhtml"'
MODULES = sorted([*resource("xslt", "modules/html").rglob("*.xsl"), *resource("xslt", "passes").glob("*.xsl")])
SHELL = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><standOff>
<listPerson><person xml:id="p_RR1"><persName>Reagan</persName></person></listPerson>
<list type="gloss"><label><term xml:id="t_INF1">INF</term></label><item>x</item></list></standOff>
<text><body>{}</body></text></TEI>"""


def wording() -> str:
    return resource("xslt", "lib/locale/en.xml").read_text("utf-8")


def blocks(path: Path) -> list[tuple[str, str, str]]:
    """Title, source and expected result of each case of a file."""
    parts = [block.partition("\n") for block in re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]]
    halves = [(title, *rest.partition("\n---\n")) for title, _, rest in parts]
    return [(title, source.strip(), expected.strip()) for title, source, _, expected in halves]


FILES = sorted((CASES / "html").glob("*.txt"))


@pytest.fixture(scope="module")
def fragment() -> Stylesheet:
    return Stylesheet(HERE / "fragment.xsl")


def run(stylesheet: Stylesheet, source: str, locale: str = "") -> Result:
    return stylesheet.run(SHELL.format(source), {"locale": XmlText(locale or wording())})


def html_of(stylesheet: Stylesheet, source: str) -> str:
    text = run(stylesheet, source).text
    return re.sub(r"^<cases[^>]*>|</cases>$", "", text.replace("<!DOCTYPE HTML>", "").replace(XHTML, "")).strip()


@pytest.mark.parametrize(("path", "title"), [(path, title) for path in FILES for title, _, _ in blocks(path)])
def test_case(path: Path, title: str, fragment: Stylesheet, request: pytest.FixtureRequest) -> None:
    source, expected = next((source, expected) for name, source, expected in blocks(path) if name == title)
    found = html_of(fragment, source)
    if request.config.getoption("--accept"):
        rows = [(name, tei, found if name == title else html) for name, tei, html in blocks(path)]
        path.write_text("\n".join(f"# {name}\n{tei}\n---\n{html}\n" for name, tei, html in rows), "utf-8")
    else:
        assert found == expected


def test_a_case_can_fail(fragment: Stylesheet) -> None:
    assert html_of(fragment, "<p>a</p>") != html_of(fragment, "<p>b</p>")


# ---- the vocabulary ----


def vocabulary() -> set[str]:
    rng = etree.parse(resource("schemas", "tei_tools.rng"))
    return {element.get("name") for element in rng.iter("{http://relaxng.org/ns/structure/1.0}element")}


def matched() -> set[str]:
    patterns = [rule.get("match", "") for path in MODULES for rule in etree.parse(path).iter(XSL + "template")]
    outside = [re.sub(r"\[.*?\]", " ", pattern, flags=re.DOTALL) for pattern in patterns]
    return {name for pattern in outside for name in re.findall(r"[A-Za-z]+", pattern)}


def test_every_element_of_the_grammar_has_a_rule() -> None:
    assert vocabulary() - matched() == set()


def test_an_element_without_a_rule_stops_the_run(fragment: Stylesheet) -> None:
    with pytest.raises(TransformError):
        run(fragment, "<p><w>word</w></p>")


def specimens() -> list[bytes]:
    spec = importlib.util.spec_from_file_location("specimens", HERE.parent / "validate" / "specimens.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["specimens"] = module
    spec.loader.exec_module(module)
    return list(module.specimens())[:12]


def test_any_valid_document_becomes_a_page() -> None:
    """Random documents of the grammar: no element without a rule, no two rules for one, no id twice."""
    for tei in specimens():
        page = transform(tei, "html").text
        ids = re.findall(r' id="([^"]*)"', page)
        assert len(ids) == len(set(ids))


# ---- the house ----


def test_every_mode_is_declared_and_fails_on_what_it_does_not_know() -> None:
    used, declared = set(), {}
    for path in MODULES:
        tree = etree.parse(path)
        used |= {rule.get("mode") for rule in tree.iter(XSL + "template") if rule.get("match") and rule.get("mode")}
        declared |= {mode.get("name"): mode for mode in tree.iter(XSL + "mode")}
    assert used <= set(declared)
    for name, mode in declared.items():
        assert mode.get("on-multiple-match") == "fail"
        assert mode.get("on-no-match") == ("shallow-copy" if name == "m:identify" else "fail")


def test_the_driver_is_short_and_has_no_rules() -> None:
    driver = resource("xslt", "html.xsl")
    assert len(driver.read_text("utf-8").splitlines()) <= 30
    assert not list(etree.parse(driver).iter(XSL + "template"))


def test_everything_has_a_type() -> None:
    for path in MODULES:
        for kind in ("template", "function", "variable", "param"):
            for item in etree.parse(path).iter(XSL + kind):
                assert item.get("as"), f"{path.name}:{item.sourceline}: xsl:{kind} without as="


LOCALES = sorted(resource("xslt", "lib/locale").glob("*.xml"))


@pytest.mark.parametrize("path", LOCALES, ids=lambda path: path.stem)
def test_each_language_says_the_same_things_with_the_same_slots(path: Path) -> None:
    def slots(text: str) -> dict[str, list[str]]:
        found = re.findall(r'<s key="([^"]+)">(.*?)</s>', text)
        assert len(dict(found)) == len(found)
        return {key: sorted(re.findall(r"\{\w+\}", words)) for key, words in found}

    assert slots(path.read_text("utf-8")) == slots(wording())


def test_the_locale_has_what_the_rules_say() -> None:
    known = set(re.findall(r'key="([^"]+)"', wording()))
    texts = [path.read_text("utf-8") for path in [*MODULES, *resource("xslt", "lib").glob("*.xsl")]]
    said = {key for text in texts for key in re.findall(r"f:say\('([a-z.-]+)'[,)]", text)}
    assert said - known == set()
    assert len(said) > 20


# ---- problems ----


def test_a_dead_pointer_is_reported_at_its_line(cases: Path) -> None:
    tei = (cases / "tei" / "letter.xml").read_bytes()
    result = transform(tei, "html", place="letter.xml", missing="d8.xml")
    assert [(d.code, d.place.line) for d in result.diagnostics] == [("transform.dead-pointer", 30)]
    assert "d8.xml#d8fn2" in result.diagnostics[0].message
    assert 'href="d8.html' not in result.text
    assert 'href="d9.html"' in result.text


def test_a_missing_word_is_reported(fragment: Stylesheet) -> None:
    poor = re.sub(r'<s key="page">.*?</s>', "", wording())
    assert "transform.wording-missing" in run(fragment, '<p>a<pb n="1"/>b</p>', poor).messages[0]


def test_other_messages_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_tools.transform.html.html", lambda _: Result("", {}, ("plain words",)))
    (found,) = transform("<TEI/>", "html", place="a.xml").diagnostics
    assert (found.code, found.message, str(found.place)) == ("transform.message", "plain words", "a.xml")


@pytest.mark.parametrize(
    ("tei", "to", "options", "error"),
    [
        ("<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI/>", "html", {}, TransformError),
        (b"<TEI>", "html", {}, TransformError),
        (b"<p xmlns='urn:x'/>", "html", {}, TransformError),
        ("<TEI/>", "papyrus", {}, UsageError),
        ("<TEI/>", "html", {"colour": "red"}, UsageError),
        ("<TEI/>", "html", {"locale": "tlh"}, UsageError),
    ],
)
def test_what_stops_a_run(tei: str | bytes, to: str, options: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        transform(tei, to, **options)


def test_what_is_ill_formed_is_placed() -> None:
    for tei in ("<TEI>\n<a></TEI>", b"<TEI>\n<a></TEI>"):
        with pytest.raises(TransformError) as caught:
            transform(tei, "html", place="a.xml")
        assert caught.value.place.startswith("a.xml:2:")


def test_formats_are_the_files_of_the_folder() -> None:
    assert "html" in formats()


def test_the_encoding_that_a_file_declares_is_obeyed(cases: Path) -> None:
    text = (cases / "tei" / "d310.xml").read_text("utf-8").replace("UTF-8", "UTF-16", 1)
    assert transform(text.encode("utf-16"), "html").text == transform(text, "html").text


def test_the_same_bytes_twice(cases: Path) -> None:
    tei = (cases / "tei" / "d178.xml").read_bytes()
    assert transform(tei, "html").text == transform(tei, "html").text


def test_the_source_is_described_in_words(cases: Path) -> None:
    tei = (cases / "tei" / "letter.xml").read_text("utf-8")
    said = tei.replace('<biblScope unit="document">7<', '<biblScope unit="document">Document 7<')
    for document in (tei, said):
        page = re.sub(r"<[^>]+>", "", transform(document, "html").text)
        assert "SourceVolume IV, Document 7, page 11" in page


def test_the_copied_text_is_that_of_the_document(cases: Path) -> None:
    page = transform((cases / "tei" / "d178.xml").read_bytes(), "html").text
    assert "constructive steps" in re.sub(r"<[^>]+>", "", page)

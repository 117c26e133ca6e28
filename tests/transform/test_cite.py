"""Citations of a document: what is not known is left out, and what another format takes for markup is escaped."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from tei_tools.transform import transform

SITE = """<site xmlns="urn:tei-tools:site" title="Volume IV" url="https://example.org/e/" date="2026-11-22">
<page key="index" href="index.html"/></site>"""
LEAST = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d1"><teiHeader><fileDesc><titleStmt><title>{}</title>
</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><body><div type="document"><p>Words.</p></div></body></text></TEI>"""


def cited(tei: str, style: str, **options: str) -> str:
    page = transform(tei, "html", **options).text
    found = re.search(rf'<(p|pre) id="cite-{style}".*?>(.*?)</\1>', page, re.DOTALL)
    assert found
    return html.unescape(re.sub(r"<[^>]+>", "", found[2]))


@pytest.fixture(scope="module")
def letter(cases: Path) -> str:
    return (cases / "tei" / "letter.xml").read_text("utf-8")


def test_in_words(letter: str) -> None:
    options = {"site": SITE, "page": "d7.html"}
    assert cited(letter, "chicago", **options) == (
        "“Memorandum of Conversation,” February 14, 1984, in Volume IV, ed. A. Editor and B. Editor (2026), "
        "Document 7, 11–14, https://example.org/e/d7.html."
    )
    assert cited(letter, "mla", **options) == (
        "“Memorandum of Conversation.” February 14, 1984. Volume IV, edited by A. Editor and B. Editor, 2026, no. 7, "
        "pp. 11–14. https://example.org/e/d7.html."
    )


def test_for_reference_managers(letter: str) -> None:
    (item,) = json.loads(cited(letter, "csl", site=SITE, page="d7.html"))
    assert item["page"] == "11–14"
    assert item["issued"] == {"date-parts": [[2026]]}
    assert item["original-date"] == {"date-parts": [[1984, 2, 14]]}
    assert item["editor"] == [{"literal": "A. Editor"}, {"literal": "B. Editor"}]
    bibtex = cited(letter, "bibtex", site=SITE, page="d7.html")
    assert "  editor = {A. Editor and B. Editor},\n" in bibtex
    assert "  pages = {11--14},\n" in bibtex
    assert bibtex.endswith("  url = {https://example.org/e/d7.html}\n}")


def test_what_is_not_known_is_left_out() -> None:
    tei = LEAST.format("A note")
    assert "cite-" not in transform(tei, "html").text, "it is in no book or series"
    assert cited(tei, "chicago", site=SITE) == "“A note,” in Volume IV (2026), https://example.org/e/."
    assert cited(tei, "bibtex", site=SITE.replace("url", "logo")) == (
        "@incollection{d1,\n  title = {{A note}},\n  booktitle = {{Volume IV}},\n  year = {2026}\n}"
    )


def test_what_is_markup_elsewhere_is_escaped() -> None:
    tei = LEAST.format('50% of A &amp; B_C: "x" \\y ~z {q}')
    assert r"title = {{50\% of A \& B\_C: " in cited(tei, "bibtex", site=SITE)
    assert r"\textbackslash y \~{}z \{q\}}}" in cited(tei, "bibtex", site=SITE)
    assert json.loads(cited(tei, "csl", site=SITE))[0]["title"] == '50% of A & B_C: "x" \\y ~z {q}'


def test_in_another_language(letter: str) -> None:
    assert cited(letter, "chicago", site=SITE, page="d7.html", locale="de").startswith(
        "„Memorandum of Conversation“, 14. February 1984".replace("February", "Februar")
    )

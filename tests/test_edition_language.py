"""The language of the texts and that of the interface: each is said where it is spoken, in TEI and on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei_tools.build import Edition
from tei_tools.publish import search
from tei_tools.validate import validate

EDITION = 'id = "lettres"\ntitle = "Lettres"\nsources = ["*.txt"]\n[authorities]\nplaces = "places.list"\n'
LETTER = "{n}. Lettre à Voltaire\n\nBerlin, le 3 mars.\n\nJe vous écris de Berlin.\n"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "places.list").write_text("Berlin\nPotsdam (Potsdam bei Berlin), residence\n", "utf-8")
    for n in (1, 2):
        (tmp_path / f"{n}.txt").write_text(LETTER.format(n=n), "utf-8")
    return tmp_path


def built(folder: Path, top: str = "", end: str = "") -> Path:
    (folder / "edition.toml").write_text(top + EDITION + end, "utf-8")
    report = Edition.load(folder).build(folder / "out", only=("tei", "html"))
    assert not report.failed
    return folder / "out"


def page(out: Path, name: str) -> etree._Element:
    return etree.fromstring((out / "html" / name).read_bytes(), etree.HTMLParser(encoding="utf-8"))


def test_the_texts_speak_the_language_of_the_edition_and_the_tool_its_own(folder: Path) -> None:
    out = built(folder, top='language = "fr"\n')
    root = etree.parse(out / "tei" / "d1.xml").getroot()
    assert root.get(LANG) == "fr"
    assert [(each.get("ident"), each.text) for each in root.iter(f"{TEI}language")] == [("fr", "French")]
    assert {root.find(f".//{TEI}{name}").get(LANG) for name in ("respStmt", "encodingDesc", "revisionDesc")} == {"en"}
    assert validate((out / "tei" / "d1.xml").read_bytes(), "d1.xml") == []
    assert etree.parse(out / "tei" / "lettres.xml").getroot().get(LANG) == "fr"


def test_an_edition_in_a_language_that_the_interface_lacks_has_it_in_english(folder: Path) -> None:
    out = built(folder, top='language = "fr"\n')
    document = page(out, "d1.html")
    assert document.get("lang") == "en"
    assert document.xpath("//article/@lang | //ul[@class='entries']/@lang | //a[@rel='next']/@lang") == ["fr"] * 3
    assert document.xpath("//p[@class='mentions']/@lang | //a/span[@class='way']/@lang") == ["en"] * 2
    assert page(out, "index.html").xpath("//tbody//th/a/@lang") == ["fr"] * 2
    assert page(out, "about.html").xpath("//main//@lang") == [], "what the tool says of its work is English"


def test_what_is_not_said_in_the_language_of_the_interface_says_so(folder: Path) -> None:
    out = built(folder, end='[site]\nlanguage = "de"\n')
    assert page(out, "d1.html").get("lang") == "de"
    assert page(out, "d1.html").xpath("//article/@lang") == ["en"]
    assert set(page(out, "about.html").xpath("//section//dd/@lang")) == {"en"}


def test_an_edition_has_the_language_of_its_profile(folder: Path) -> None:
    (folder / "own.toml").write_text('extends = "plain"\nlanguage = "de"\n', "utf-8")
    out = built(folder, top='profile = "own.toml"\n')
    assert page(out, "d1.html").get("lang") == "de"
    assert page(out, "d1.html").xpath("//article/@lang") == []


def test_an_entry_says_what_its_name_does_not(folder: Path) -> None:
    entries = page(built(folder), "d1.html").xpath("//section[@id='places']//li")
    assert [" ".join(" ".join(entry.itertext()).split()) for entry in entries] == ["Berlin Mentioned 1 2"]


def test_a_mention_without_a_page_is_in_the_text(folder: Path) -> None:
    (entry,) = (built(folder) / "html" / "places").glob("*Berlin*.html")
    rows = page(folder / "out", f"places/{entry.name}").xpath("//tbody/tr/td[@class='pages']")
    assert ["".join(row.itertext()) for row in rows] == ["in the text\u00a0(2)"] * 2
    assert rows[0].xpath("a/@href")[0].startswith("../d1.html#m_")


@pytest.mark.skipif(not search.available(), reason="Pagefind is not installed")
def test_one_search_finds_documents_of_every_language() -> None:
    html = '<html lang="{}"><body><main><h1>{}</h1><p>word</p></main></body></html>'
    pages = [(f"{n}.html", html.format(lang, n).encode()) for n, lang in enumerate(("de", "fr", "en"))]
    files = dict(search.index(pages, "fr"))
    assert [name for name in files if name.endswith(".pf_meta")] == [
        name for name in files if name.startswith("pagefind/pagefind.fr_")
    ]

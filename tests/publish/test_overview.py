"""The pages of the edition as a whole, of eight documents and of many."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.build import Edition
from tei_tools.diagnostics import Diagnostic
from tei_tools.publish.html import Facts, site
from tei_tools.publish.html.entries import entry
from tei_tools.publish.html.overview import views
from tei_tools.publish.html.prose import prose
from tei_tools.transform import transform

Pages = dict[str, etree._Element]


def parsed(page: bytes) -> etree._Element:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def rows(page: etree._Element) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in page.xpath("(//table)[1]/tbody/tr")]


@pytest.fixture(scope="module")
def folder(cases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    assert not Edition.load(cases / "edition").build(folder, only=["tei", "html"]).failed
    return folder / "html"


@pytest.fixture(scope="module")
def pages(folder: Path) -> Pages:
    return {path.relative_to(folder).as_posix(): parsed(path.read_bytes()) for path in folder.rglob("*.html")}


# ---- the table of documents ----


def test_documents_stand_by_date_and_those_without_last(pages: Pages) -> None:
    found = rows(pages["index.html"])
    assert [row[0] for row in found] == ["38", "91", "131", "144", "151", "161", "294", "312"]
    assert found[0] == [
        "38",
        "Letter From President Johnson to Chancellor Erhard",
        "Letter",
        "October 7, 1964",
        "Lyndon B. Johnson",
        "Ludwig Erhard",
    ]
    assert found[-1][3] == "undated"


def test_what_can_be_filtered_is_offered_with_its_number(pages: Pages) -> None:
    choices = {
        select.get("name"): [words(option) for option in select] for select in pages["index.html"].iter("select")
    }
    assert choices["year"] == ["all", "1964 (1)", "1965 (1)", "1966 (4)", "1968 (1)"]
    assert "Telegram (4)" in choices["kind"]
    assert "McNamara, Robert S. (2)" in choices["who"], "who took part in a conversation, too"


def many(count: int) -> dict[str, bytes]:
    tei = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt>
    <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc>
    <creation><date when="{year}-01-{day:02}"/></creation></profileDesc></teiHeader><text><body>
    <div type="document" n="{n}"><p>x</p></div></body></text></TEI>"""
    documents = [(f"d{n}", tei.format(n=n, year=1900 + n // 365, day=n % 28 + 1).encode()) for n in range(1, count + 1)]
    return dict(site(documents, Facts("Many"), transform))


def test_a_long_table_is_cut_into_pages_and_filtered_as_a_whole() -> None:
    files = many(1001)
    parts = ["index.html", "documents-2.html", "documents-3.html"]
    shown = [rows(parsed(files[part])) for part in parts]
    assert [len(part) for part in shown] == [500, 500, 1]
    assert len({row[0] for part in shown for row in part}) == 1001
    for part in parts:
        page = parsed(files[part])
        assert page.xpath("//nav[@class='parts']//a/@href") == parts
        assert page.xpath("//nav[@class='parts']//a[@aria-current]/@href") == [part]
        assert page.xpath("//table/@data-rows") == ["documents.js"]
    script = files["documents.js"].decode()
    all_rows = json.loads(script.removeprefix("window.allRows = ").removesuffix(";"))
    assert all_rows.count("<tr") == 1001
    assert all_rows.startswith(re.findall("<tr.*?</tr>", files["index.html"].decode())[1])


def test_a_short_table_needs_no_second_page() -> None:
    files = many(500)
    assert "documents.js" not in files
    assert not [name for name in files if name.startswith("documents-")]


# ---- registers ----


def test_a_register_lists_names_with_documents_and_pages(pages: Pages) -> None:
    entries = {words(item[0]): item for item in pages["persons.html"].xpath("//li[@class='entry']")}
    assert list(entries) == sorted(entries)
    ball = entries["Ball, George W."]
    assert words(ball[1]) == "Under Secretary of State until September 1966"
    assert words(ball[-1]).startswith("Document 91: 220 (")
    assert ball[-1].xpath("span[1]/a/@href")[0] == "d91.html"
    assert ball[-1].xpath("span[1]/a/@href")[1].startswith("d91.html#m_")


def test_each_entry_has_a_page_with_its_documents(pages: Pages) -> None:
    johnson = pages["persons/p_JLB1.html"]
    assert [(row[0], row[3]) for row in rows(johnson)] == [
        ("38", "from"),
        ("161", "from"),
    ]
    assert "President of the United States" in words(johnson)
    assert rows(pages["places/washington.html"])[0][3] == "written here"
    assert "North Atlantic Council" in words(pages["terms/t_NAC1.html"])
    assert rows(pages["organisations/department-of-state.html"])[0][3] == "from"


# ---- timeline, correspondence, printed pages ----


def test_the_timeline_has_a_mark_for_each_month_that_has_documents(pages: Pages) -> None:
    page = pages["timeline.html"]
    marks = page.xpath("//svg//a")
    assert [mark.get("aria-label") for mark in marks][:2] == ["October 1964: 1 document", "June 1965: 1 document"]
    assert len(marks) == 7
    listed = rows(page)
    assert [row[0] for row in listed][-1] == "undated"
    assert sum(int(row[1]) for row in listed) == 8
    for mark in marks:
        (row,) = page.xpath(f"//tr[@id='{mark.get('href')[1:]}']")
        assert mark.get("aria-label").startswith(words(row[0]))


def test_the_correspondence_is_a_picture_and_a_table(pages: Pages) -> None:
    page = pages["correspondence.html"]
    listed = rows(page)
    assert ["Lyndon B. Johnson", "Dean Rusk", "1", "161"] in listed
    marks = page.xpath("//svg//a")
    assert len(marks) == len(listed)
    assert "Lyndon B. Johnson to Dean Rusk: 1 document" in [mark.get("aria-label") for mark in marks]
    for mark in marks:
        assert page.xpath(f"//tr[@id='{mark.get('href')[1:]}']")


def test_a_printed_page_leads_to_its_place(pages: Pages) -> None:
    listed = [words(item) for item in pages["pages.html"].xpath("//ul[@class='page-list']/li")]
    assert listed == sorted(listed, key=lambda text: int(text.split()[0]))
    assert "83 38" in listed
    begins = pages["pages/83.html"].xpath("//meta[@http-equiv='refresh']/@content")
    assert begins == ["0; url=../d38.html#pg_83"]
    (before,) = pages["pages/82.html"].xpath("//meta[@http-equiv='refresh']/@content")
    assert before == "0; url=../d38.html"


def test_a_page_of_two_documents_leaves_the_choice_to_the_reader() -> None:
    def tei(n: int) -> bytes:
        return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T{n}</title></titleStmt>
        <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
        <div type="document" n="{n}"><p>x<pb n="xii"/>y<pb n="2"/>z</p></div></body></text></TEI>""".encode()

    files = dict(site([("d1", tei(1)), ("d2", tei(2))], Facts("E"), transform))
    page = parsed(files["pages/2.html"])
    assert not page.xpath("//meta[@http-equiv='refresh']")
    assert page.xpath("//main//li//a/@href")[:2] == ["../d1.html#pg_2", "../d2.html#pg_2"]
    listed = parsed(files["pages.html"]).xpath("//ul[@class='page-list']/li/a")
    assert [a.text for a in listed] == ["xii", "2"], "roman numbers come first"


# ---- about, not found, prose ----


def test_about_says_how_names_were_found_and_what_is_not_sure(pages: Pages) -> None:
    said = words(pages["about.html"])
    assert "names of persons, from the authority file" in said
    assert "Charles S. Sampson" in said
    assert "8 documents, " in said
    assert "Nothing was corrected" in said


def test_the_page_for_what_is_not_there_leads_on(pages: Pages) -> None:
    home = "/western-europe/"
    links = pages["404.html"].xpath("//main//a/@href")
    assert {home + "index.html", home + "persons.html", home + "about.html"} <= set(links)
    asked = pages["404.html"].xpath("//link[@rel='stylesheet']/@href | //script/@src")
    assert all(link.startswith(home) for link in asked), "whatever address it is shown at"
    files = dict(site([], Facts("E"), transform))
    assert "index.html" in parsed(files["404.html"]).xpath("//main//a/@href")


def test_pages_of_prose_stand_in_the_navigation(pages: Pages) -> None:
    names = pages["index.html"].xpath("//nav[1]//a/@href")
    assert names[-3:] == ["method.html", "omissions.html", "about.html"]
    assert pages["method.html"].xpath("//h2/@id") == ["sources", "sources-1"]
    assert pages["method.html"].xpath("//img/@src") == ["assets/pages/method/seal.svg"]


def test_a_page_of_prose_links_to_nothing_that_is_not_there(cases: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nSee [it](d9.html) and [that](index.html).\n")
    said: list[Diagnostic] = []
    documents = [("d310", (cases / "tei" / "d310.xml").read_bytes())]
    files = dict(site(documents, Facts("E"), transform, prose=[prose(tmp_path / "a.md")], report=said.append))
    assert parsed(files["a.html"]).xpath("//article//a/@href") == ["index.html"]
    assert [(item.code, item.place.file, item.place.line) for item in said] == [
        ("publish.dead-link", str(tmp_path / "a.md"), 3)
    ]


# ---- which pages there are ----


def test_one_document_gives_no_timeline_and_no_correspondence(cases: Path) -> None:
    alone = [entry("d310", (cases / "tei" / "d310.xml").read_bytes())]
    assert [view for view, _ in views(alone, search=False)] == [
        "index",
        "persons",
        "pages",
        "about",
    ]
    assert {"timeline", "correspondence", "search"} < {view for view, _ in views(alone * 2, search=True)}

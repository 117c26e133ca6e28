"""The report of a build tells every doubt and every failure, once, with a link that leads somewhere."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from lxml import etree, html

from tei_tools.build import Edition
from tei_tools.cli_output import by_code
from tei_tools.diagnostics import in_order
from tei_tools.outcome import Report
from tei_tools.resources import resource

EDITION = """\
id = "frus1900v01"
title = "1900, Volume I"
sources = ["texts/*.txt"]
formats = ["tei", "html", "text"]

[authorities]
persons = "persons.txt"
"""
LETTER = (
    "{n}. Letter From {name} to the Secretary1\n\n[Page {page}]\n\nI met {others}.\n\n"
    "  1. See Document {other}; Edward Foster has it.\n"
)
NAMES = ("William Able", "Peter Baker", "Mary Carter", "Susan Draper")


def letter(folder: Path, n: int, others: str = "nobody", name: str = "John Brown") -> None:
    text = LETTER.format(n=n, page=10 + n, others=others, name=name, other=900 + n)
    (folder / "texts" / f"d{n}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Letters with names that are in no list, a page out of order, a number that stands twice, and what is no text."""
    folder = tmp_path / "edition"
    (folder / "texts").mkdir(parents=True)
    (folder / "edition.toml").write_text(EDITION, "utf-8")
    (folder / "persons.txt").write_text("Brown, John, Ambassador in Paris\n", "utf-8")
    for n in range(1, 5):
        letter(folder, n, " and ".join(NAMES[:n]))
    letter(folder, 5, "him on [Page 3] Monday")
    (folder / "texts" / "e.txt").write_bytes((folder / "texts" / "d5.txt").read_bytes())
    (folder / "texts" / "f.txt").write_bytes(b"7. Letter\n\n\x07\n")
    return folder


def built(edition: Path, output: Path, **options: object) -> tuple[Report, html.HtmlElement]:
    report = Edition.load(edition).build(output, **options)
    return report, html.parse(output / "report.html").getroot()


def number(text: str) -> int:
    return int(text.replace(",", "").replace("·", "0"))


def told(page: html.HtmlElement) -> Counter[str]:
    """How many places each kind has: those that are listed."""
    kinds = page.xpath("//details[@id]")
    return Counter({kind.get("id").removeprefix("kind-"): len(places_of(kind)) for kind in kinds})


def places_of(part: html.HtmlElement) -> list[html.HtmlElement]:
    return part.xpath(".//*[@class='place']")


def test_every_doubt_is_told_once(edition: Path, tmp_path: Path) -> None:
    report, page = built(edition, tmp_path / "out")
    found = by_code(report.diagnostics)
    assert len(found) > 2, "several kinds"
    assert told(page) == found
    rows = page.xpath("//table[@class='kinds']/tbody/tr")
    assert {row.xpath("string(th/a/code)"): number(row.xpath("string(td[1])")) for row in rows} == dict(found)
    severities = Counter(d.severity for d in in_order(report.diagnostics))
    figures = " ".join(page.xpath("//ul[@class='figures']//text()"))
    for severity, words in {"error": "errors?", "warning": "warnings?", "info": "remarks?"}.items():
        assert re.search(rf"\b{severities[severity]} {words}\b", figures), figures
    assert re.search(r"\b5 documents\b", figures)


def test_documents_have_the_doubts_that_are_theirs(edition: Path, tmp_path: Path) -> None:
    report, page = built(edition, tmp_path / "out")
    columns = ["pages", "notes", "names", "words", "error", "warning", "info"]
    rows = {
        row.xpath("string(td[1])"): dict(zip(columns, [number(td.text) for td in row.xpath("td")[1:]], strict=True))
        for row in page.xpath("//table[@class='documents']/tbody/tr")
    }
    assert {*rows} == {f"d{n}.txt" for n in range(1, 6)}
    for name, row in rows.items():
        own = [d for d in in_order(report.diagnostics) if d.place.file.endswith((f"/{name}", f"{name[:-4]}.xml"))]
        assert {severity: row[severity] for severity in ("error", "warning", "info")} == {
            "error": 0,
            "warning": sum(d.severity == "warning" for d in own),
            "info": sum(d.severity == "info" for d in own),
        }, name
    assert (rows["d4.txt"]["notes"], rows["d4.txt"]["pages"], rows["d5.txt"]["pages"]) == (1, 1, 2)


def test_failures_are_told(edition: Path, tmp_path: Path) -> None:
    report, page = built(edition, tmp_path / "out")
    said = [" ".join(item.text_content().split()) for item in page.xpath("//ol[@class='failures']/li")]
    assert len(said) == len(report.errors) == 2
    assert all(error.remedy in line for error, line in zip(report.errors, said, strict=True))
    assert any(line.startswith("texts/f.txt") for line in said)
    assert page.xpath("string(//p[contains(@class, 'verdict')]/@class)") == "verdict stop"


def test_a_sound_edition_may_be_released(edition: Path, tmp_path: Path) -> None:
    for path in (edition / "texts").glob("[d-f]*.txt"):
        path.unlink()
    (edition / "texts" / "d1.txt").write_text("1. Letter From John Brown\n\nIt rains.\n", "utf-8")
    report, page = built(edition, tmp_path / "out")
    assert not report.diagnostics
    assert page.xpath("string(//p[contains(@class, 'verdict')]/@class)") == "verdict go"
    assert places_of(page) == []


def dead(page: html.HtmlElement, folder: Path) -> list[str]:
    """Links that lead to no file, or to no id in it."""
    found = []
    for href in page.xpath("//@href"):
        name, _, fragment = href.partition("#")
        path = folder / unquote(name) if name else folder / "report.html"
        ids = html.parse(path).xpath("//@id") if path.suffix == ".html" and path.is_file() else []
        anchor = fragment.partition(":~:")[0]
        if not path.is_file() or (anchor and anchor not in ids):
            found.append(href)
    return found


def test_links_lead_to_ids_that_are_there(edition: Path, tmp_path: Path) -> None:
    _, page = built(edition, tmp_path / "out")
    assert dead(page, tmp_path / "out") == []
    hrefs = {link.get("href").partition(":~:")[0] for link in places_of(page) if link.get("href")}
    assert "html/d1.html#d1fn1" in hrefs, "a doubt about a note leads to the note"
    assert "html/d3.html#pg_13" in hrefs, "and one about the text to the page that begins before it"


def test_words_are_shown_and_looked_for(edition: Path, tmp_path: Path) -> None:
    _, page = built(edition, tmp_path / "out")
    (link,) = [
        link
        for link in page.xpath("//a[@class='place']")
        if "d1.html" in link.get("href") and "William" in link.get("href")
    ]
    assert unquote(link.get("href").partition(":~:text=")[2]) == "William Able"
    item = link.getparent().getparent()
    assert item.xpath("string(.//code)") == "texts/d1.txt:5:7"
    assert item.xpath("string(q)") == "I met William Able."
    assert item.xpath("string(q/mark)") == "William"


def test_a_link_to_what_is_no_page_leads_to_the_tei(edition: Path, tmp_path: Path) -> None:
    path = edition / "edition.toml"
    path.write_text(path.read_text("utf-8").replace(', "html"', ""), "utf-8")
    _, page = built(edition, tmp_path / "out")
    assert {link.get("href") for link in places_of(page) if link.get("href")} == {f"tei/d{n}.xml" for n in range(1, 6)}
    assert dead(page, tmp_path / "out") == []


def test_doubts_about_a_tei_file_lead_to_the_page(edition: Path, tmp_path: Path) -> None:
    """An editor's file is checked where it lies: its lines are those of the TEI."""
    out = tmp_path / "out"
    built(edition, out)
    path = out / "tei" / "d2.xml"
    path.write_text(path.read_text("utf-8").replace("I met", '<date when="1999">May 1901</date> I met'), "utf-8")
    report, page = built(edition, out)
    codes = {d.code for d in report.diagnostics if d.place.file == "d2.xml"}
    assert codes == {"validate.date-year"}
    (link,) = page.xpath("//details[@id='kind-validate.date-year']//a[@class='place']")
    assert link.get("href") == "html/d2.html#pg_12"
    assert told(page) == by_code(report.diagnostics)
    assert told(page)["publish.edited"] == 1


# ---- whatever way led there ----


def test_one_document_made_anew_and_the_report_covers_all(edition: Path, tmp_path: Path) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    built(edition, out)
    letter(edition, 3, "Andrew Newman")
    report, page = built(edition, out)
    assert [name for name in report.written if name.startswith("tei/d")] == ["tei/d3.xml"]
    assert told(page) == by_code(report.diagnostics)
    assert "William" in etree.tostring(page, encoding="unicode")
    shutil.copytree(edition, tmp_path / "elsewhere" / "edition")
    built(tmp_path / "elsewhere" / "edition", fresh)
    assert (out / "report.html").read_bytes() == (fresh / "report.html").read_bytes(), "the same, wherever it lies"


def test_nothing_changed_and_the_report_stands(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    before = (out / "report.html").stat().st_mtime_ns
    report, _ = built(edition, out)
    assert report.written == []
    assert (out / "report.html").stat().st_mtime_ns == before


def test_the_report_tells_no_time_unless_it_is_asked(
    edition: Path, tmp_path: Path, run: Callable[..., SimpleNamespace]
) -> None:
    out, timed = tmp_path / "out", tmp_path / "reports" / "today.html"
    run("build", edition, "-o", out, "--report", timed)
    plain, page = html.parse(out / "report.html").getroot(), html.parse(timed).getroot()
    assert plain.xpath("//table[@class='stages']") == []
    stages = {row.xpath("string(th)") for row in page.xpath("//table[@class='stages']/tbody/tr")}
    assert stages >= {"read", "recognise", "validate", "html", "text", "records"}
    assert {row.xpath("string(th)") for row in page.xpath("//table[@class='slowest']/tbody/tr")} == {
        f"d{n}" for n in range(1, 6)
    }
    assert told(page) == told(plain)
    assert [a.get("href") for a in places_of(page)] == [
        href and f"../out/{href}" for href in (a.get("href") for a in places_of(plain))
    ]


def test_some_formats_leave_the_report_as_it_is(edition: Path, tmp_path: Path) -> None:
    out, timed = tmp_path / "out", tmp_path / "timed.html"
    built(edition, out)
    before = (out / "report.html").read_bytes()
    built(edition, out, only=("text",), timed=timed)
    assert (out / "report.html").read_bytes() == before
    assert "Formats of this run: text." in html.parse(timed).getroot().text_content()


def test_cores_give_the_same_report(edition: Path, tmp_path: Path, run: Callable[..., SimpleNamespace]) -> None:
    for jobs in (1, 2):
        run("build", edition, "-o", tmp_path / str(jobs), "--jobs", jobs)
    assert (tmp_path / "1" / "report.html").read_bytes() == (tmp_path / "2" / "report.html").read_bytes()


# ---- the page ----


def test_many_doubts_are_all_there_and_the_first_are_explained(edition: Path, tmp_path: Path) -> None:
    for n in range(10, 70):
        letter(edition, n, f"{NAMES[n % 4]} and {NAMES[(n + 1) % 4]}")
    report, page = built(edition, tmp_path / "out")
    assert told(page) == by_code(report.diagnostics)
    (kind,) = page.xpath("//details[@id='kind-link.person-unknown']")
    assert kind.get("open") is None
    assert len(kind.xpath("ol/li")) == 50
    assert kind.xpath("ul[@class='others']/li")
    assert dead(page, tmp_path / "out") == []
    assert len(page.xpath("//figure//*[local-name()='svg']")) == 5


def test_the_page_needs_nothing_else(edition: Path, tmp_path: Path) -> None:
    _, page = built(edition, tmp_path / "out")
    assert page.xpath("//script | //link | //img | //@src") == []
    assert not re.search(r"url\(|@import", page.xpath("string(//style)"))
    assert not re.search(r"https?://", "".join(page.xpath("//@href")))


def test_every_word_of_the_report_is_said_somewhere() -> None:
    words = etree.fromstring(resource("xslt", "report/en.xml").read_bytes())
    keys = {word.get("key") for word in words}
    rules = "\n".join(path.read_text("utf-8") for path in resource("xslt", "modules/report").glob("*.xsl"))
    composed = {"column.", "severity.", "verdict.", "plot."}
    unsaid = {key for key in keys if f"'{key}'" not in rules and not any(key.startswith(part) for part in composed)}
    assert unsaid == set()


def test_what_xml_cannot_hold_is_shown(edition: Path, tmp_path: Path) -> None:
    (edition / "texts" / "odd\x01name.txt").write_bytes(b"7. Letter\n\n\x07\n")
    report, page = built(edition, tmp_path / "out")
    assert len(page.xpath("//ol[@class='failures']/li")) == len(report.errors) == 3

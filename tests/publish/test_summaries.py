"""What the summaries of documents say, and how they become one."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei_tools.publish.html.summaries import Summaries
from tei_tools.transform import transform

S = {"s": "urn:tei-tools:summary", "t": "http://www.tei-c.org/ns/1.0"}
SITE = '<site xmlns="urn:tei-tools:site" title="An edition"><page key="index" href="index.html"/></site>'


def summary(tei: str | bytes, page: str = "d1.html") -> str:
    return transform(tei, "html", site=SITE, page=page).documents["summary.xml"]


@pytest.fixture(scope="module")
def of_310(cases: Path) -> etree._Element:
    return etree.fromstring(summary((cases / "tei" / "d310.xml").read_bytes(), "d310.html"))


def test_facts(of_310: etree._Element) -> None:
    assert dict(of_310.attrib) == {
        "id": "d310", "lang": "en", "n": "310", "kind": "memorandum", "when": "1984-11-17", "cert": "medium",
    }  # fmt: skip
    assert of_310.findtext("s:title", namespaces=S) == "Memorandum From Secretary of State Shultz to President Reagan"
    assert of_310.findtext("s:date", namespaces=S) == "November 17, 1984"
    found = [(e.get("key"), e.text) for e in of_310.xpath("s:sender | s:addressee", namespaces=S)]
    assert found == [("p_SGP1", "George P. Shultz"), ("p_RR1", "Ronald W. Reagan")]


def test_a_document_on_its_own_has_none(cases: Path) -> None:
    assert transform((cases / "tei" / "d310.xml").read_bytes(), "html").documents == {}


def test_mentions_know_their_page_and_place(of_310: etree._Element) -> None:
    (gromyko,) = of_310.xpath("s:named[@key='p_GAA1']", namespaces=S)
    places = [(at.get("page"), at.get("to")) for at in gromyko]
    assert places[0] == ("620", "m_p_GAA1_1")
    assert len({to for _, to in places}) == len(places) > 1
    assert {page for page, _ in places} == {"620", "1118"}


SHELL = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><bibl/></sourceDesc></fileDesc></teiHeader>
<standOff><listPerson><person xml:id="p_A"><persName>A</persName></person></listPerson></standOff>
<text><body><div type="document">{}</div></body></text></TEI>"""


def named(body: str) -> list[tuple[str | None, ...]]:
    root = etree.fromstring(summary(SHELL.format(body)))
    return [(e.get("type"), e.get("key"), *(at.get("page") for at in e)) for e in root.findall("s:named", S)]


def test_a_note_is_on_the_page_of_its_call() -> None:
    name = '<persName ref="#p_A">A</persName>'
    assert named(f'<p>x<pb n="7"/>y<note>z <pb n="8"/>{name}</note>, {name}</p>') == [("persons", "p_A", "7", "7")]


def test_places_and_offices_are_told_by_name_and_persons_are_not() -> None:
    found = named(
        "<p><placeName>São Paulo</placeName> <placeName>SÃO PAULO</placeName> <orgName>Embassy in Peru</orgName>"
        "<persName>Smith</persName> <placeName>[place not declassified]</placeName></p>"
    )
    assert found == [("places", "sao-paulo", None, None), ("organisations", "embassy-in-peru", None)]


def test_doubts_are_counted() -> None:
    root = etree.fromstring(
        summary(SHELL.format('<p><persName ref="#p_A" cert="low">A</persName> <date cert="medium">1</date></p>'))
    )
    assert [(e.get("type"), e.get("n")) for e in root.findall("s:doubt", S)] == [("persName", "1"), ("date", "1")]


def test_the_snippet_ends_at_a_blank_and_has_no_notes() -> None:
    text = "Word " * 80
    (snippet,) = etree.fromstring(summary(SHELL.format(f"<head>Head</head><p>One<note>no</note> {text}</p>"))).xpath(
        "s:snippet/text()", namespaces=S
    )
    assert snippet.startswith("One Word Word")
    assert snippet.endswith("Word …")
    assert len(snippet) < 210


ONE = """<document xmlns="urn:tei-tools:summary" id="{id}"><title>T</title><entries>
<person xmlns="http://www.tei-c.org/ns/1.0" xml:id="p_A"><persName>{name}</persName></person>
<label xmlns="http://www.tei-c.org/ns/1.0"><term xml:id="t_X">X</term></label>
<item xmlns="http://www.tei-c.org/ns/1.0">{name}</item></entries>
<encoding><application xmlns="http://www.tei-c.org/ns/1.0" xml:id="tool"><label>{name}</label></application></encoding>
</document>"""


def test_what_documents_share_stands_once() -> None:
    summaries = Summaries()
    for number in (1, 2, 3):
        summaries.add(ONE.format(id=f"d{number}", name=f"name {number}"))
    root = etree.fromstring(summaries.merged("en"))
    assert root.xpath("s:document/@id", namespaces=S) == ["d1", "d2", "d3"]
    assert root.xpath("s:document/s:entries", namespaces=S) == []
    assert [e.tag.split("}")[1] for e in root.find("s:entries", S)] == ["person", "label", "item"]
    assert root.xpath("string(s:entries/t:person)", namespaces=S) == "name 1"
    assert root.xpath("string(s:entries/t:item)", namespaces=S) == "name 1"
    assert len(root.find("s:encoding", S)) == 1

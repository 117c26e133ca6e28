"""The two seed documents, as an editor of the series would sign them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tei_tools import __version__
from tei_tools.build import Edition
from tei_tools.pipeline import Converted, Settings, Source, convert
from tei_tools.run import settings_of

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
XML = "{http://www.w3.org/XML/1998/namespace}"
SITE = "https://history.state.gov/historicaldocuments/frus1981-88v04"


@cache
def edition() -> Edition:
    return Edition.load(SEEDS)


def settings() -> Settings:
    return settings_of(edition().profile, edition().imprint(), edition().authorities)


@cache
def results() -> dict[str, Converted]:
    found = convert([Source(path) for path in edition().files()], settings())
    return {result.document.metadata.id: result for result in found if result.document}


@cache
def tree(ident: str) -> etree._Element:
    result = results()[ident]
    assert result.tei is not None, result.diagnostics
    return etree.fromstring(result.tei)


def find(ident: str, path: str) -> list[etree._Element]:
    return list(tree(ident).xpath(path, namespaces=NAMESPACES))


def one(ident: str, path: str) -> etree._Element:
    (found,) = find(ident, path)
    return found


def texts(ident: str, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in find(ident, path)]


def context(element: etree._Element) -> tuple[str, str]:
    """The text directly before and directly behind an element, sixteen characters of each."""
    parent, previous = element.getparent(), element.getprevious()
    before = (previous.tail if previous is not None else parent.text) or ""
    return before[-16:], (element.tail or "")[:16]


# ---- both ----


@pytest.mark.parametrize("ident", ["d178", "d310"])
def test_there_is_nothing_to_doubt(ident: str) -> None:
    assert results()[ident].diagnostics == ()
    assert find(ident, "//t:text//*[@cert]") == []


@pytest.mark.parametrize("ident", ["d178", "d310"])
def test_the_whole_file(ident: str, golden: Callable[[Path, str], None]) -> None:
    tei = results()[ident].tei
    assert tei is not None
    golden(ROOT / "tests" / "golden" / "seeds" / f"{ident}.xml", tei.decode("utf-8"))


def test_same_input_same_bytes() -> None:
    again = {r.source.path: r.tei for r in convert([Source(path) for path in reversed(edition().files())], settings())}
    assert again == {r.source.path: r.tei for r in results().values()}


@pytest.mark.parametrize("ident", ["d178", "d310"])
def test_every_pointer_into_the_file_has_its_element(ident: str) -> None:
    ids = {element.get(f"{XML}id") for element in tree(ident).iter(etree.Element)}
    pointers = [v for e in tree(ident).iter(etree.Element) for k, v in e.items() if k in {"ref", "resp", "target"}]
    local = [pointer for pointer in pointers if pointer.startswith("#")]
    assert local
    assert [pointer for pointer in local if pointer[1:] not in ids] == []


def test_only_persons_that_the_text_names_are_listed() -> None:
    for ident in ("d178", "d310"):
        listed = [person.get(f"{XML}id") for person in find(ident, "//t:standOff//t:person")]
        named = {name.get("ref", "#")[1:] for name in find(ident, "//t:text//t:persName")}
        assert set(listed) == named


# ---- 178: a message ----


def test_178_head() -> None:
    head = one("d178", "//t:div[@type='document']/t:head")
    words = "178. Message From the Embassy in France to the White House and the Department of State"
    assert "".join(head.xpath("text() | t:orgName//text()", namespaces=NAMESPACES)) == words
    note = head[-1]
    assert (note.get("n"), note.get("type"), note.tail) == ("1", "source", None)
    assert (note.text or "").startswith("Source: Reagan Library, Executive Secretariat")
    div = head.getparent()
    assert (div.get("n"), div.get(f"{XML}id"), div.get("subtype")) == ("178", "d178", "historical-document")


def test_178_page_breaks() -> None:
    pages = find("d178", "//t:pb")
    assert [page.get("n") for page in pages] == ["621", "622", "623", "624"]
    assert [page.get(f"{XML}id") for page in pages] == ["pg_621", "pg_622", "pg_623", "pg_624"]
    assert [page.get("break") for page in pages] == [None, None, "no", None]
    assert context(pages[0])[0].endswith("At ")
    assert context(pages[0])[1].startswith(" the same")
    assert context(pages[1])[0].endswith("interests ")
    assert context(pages[1])[1].startswith(" of the part")
    assert context(pages[2])[0].endswith("which construc")
    assert context(pages[2])[1].startswith("tive steps")
    assert pages[3].getparent().get("type") == "document"
    assert pages[3].getprevious().tag == pages[3].getnext().tag == f"{{{NAMESPACES['t']}}}p"


def test_178_notes_stand_at_their_calls() -> None:
    notes = find("d178", "//t:text//t:note")
    assert [note.get("n") for note in notes] == ["1", "2", "3", "4", "5"]
    assert [note.get(f"{XML}id") for note in notes] == [f"d178fn{n}" for n in range(1, 6)]
    before = [context(note)[0] for note in notes[1:]]
    assert [text.split()[-1] for text in before] == ["letter,", "speech,", "months", "message,"]
    assert [context(note)[1][:4] for note in notes[1:]] == [" whi", " the", " and", " I w"]
    assert [note.get("cert") for note in notes] == [None] * 5


def test_178_numbered_paragraphs_are_paragraphs() -> None:
    assert find("d178", "//t:text//t:list") == []
    paragraphs = texts("d178", "//t:text//t:div/t:p")
    assert len(paragraphs) == 19
    assert paragraphs[0].startswith("202. Fm the Vice President. To: The White House")
    numbers = [text.split(".")[0] for text in paragraphs[1:17]]
    assert numbers == [str(n) for n in range(1, 17)]
    assert paragraphs[-1].endswith("in fifteen months?")


def test_178_references() -> None:
    found = {"".join(ref.itertext()): ref.get("target") for ref in find("d178", "//t:text//t:ref")}
    assert found == {f"Document {n}": f"{SITE}/d{n}" for n in (175, 158, 159, 177)}


# ---- 310: a memorandum with a letter ----


def test_310_is_main_text_and_attachment() -> None:
    document = one("d310", "//t:div[@type='document']")
    parts = [(etree.QName(child).localname, child.get("type")) for child in document]
    assert parts == [("head", None), ("div", "main"), ("div", "attachment")]
    assert document[2].get(f"{XML}id") == "d310a1"


def test_310_page_breaks() -> None:
    pages = find("d310", "//t:pb")
    assert [page.get("n") for page in pages] == ["1117", "1118"]
    assert pages[0].getparent().get("type") == "main"
    assert context(pages[1])[0].endswith("a catalyst ")
    assert context(pages[1])[1].startswith(" for the arm")


def test_310_notes() -> None:
    notes = find("d310", "//t:text//t:note")
    assert [(note.get("n"), etree.QName(note.getparent()).localname) for note in notes] == [
        ("1", "head"),
        ("2", "p"),
        ("3", "head"),
        ("4", "p"),
    ]
    assert context(notes[1])[0].endswith("in business.”")
    assert context(notes[3])[0].endswith("November 8,")


def test_310_subject() -> None:
    (subject,) = find("d310", "//t:list")
    assert subject.get("type") == "subject"
    assert texts("d310", "//t:list/t:item") == ["Soviets Agree to Negotiations on the Basis of Your Proposal"]


def test_310_the_letter() -> None:
    letter = one("d310", "//t:div[@type='attachment']")
    names = [etree.QName(child).localname for child in letter]
    assert names[:2] == ["head", "opener"]
    assert names[-1] == "closer"
    words = "".join(letter[0].xpath("text() | t:persName/text()", namespaces=NAMESPACES))
    assert words == "Letter From Soviet General Secretary Chernenko to President Reagan"
    assert texts("d310", "//t:opener/t:salute") == ["Dear Mr. President,"]
    assert texts("d310", "//t:closer/t:signed/t:persName") == ["K. Chernenko"]
    assert one("d310", "//t:closer//t:persName").get("ref") == "#p_CKU1"


def test_310_references() -> None:
    found = {"".join(ref.itertext()): ref.get("target") for ref in find("d310", "//t:text//t:ref")}
    assert found == {
        "footnote 2, Document 309": f"{SITE}/d309fn2",
        "Document 309": f"{SITE}/d309",
        "Document 304": f"{SITE}/d304",
    }


def test_310_the_misspelling_stays() -> None:
    assert "to remove althogether the danger" in "".join(tree("d310").itertext())
    assert find("d310", "//t:sic | //t:corr | //t:choice") == []


# ---- names ----


@pytest.mark.parametrize("ident", ["d178", "d310"])
def test_names(ident: str) -> None:
    """As the list of every mention says; a name in a note counts at the place of the note in the list."""
    lines = (ROOT / "tests" / "cases" / "names" / f"{ident}.names").read_text("utf-8").splitlines()
    expected = [line.split("\t")[1:] for line in lines if "\t" in line]
    found = find(ident, "//t:text//t:persName[not(ancestor::t:note)]") + find(ident, "//t:text//t:note//t:persName")
    assert [[name.get("ref", "#")[1:], "".join(name.itertext())] for name in found] == expected


# ---- the header ----


@pytest.mark.parametrize("ident", ["d178", "d310"])
def test_header_says_what_it_is_and_where_it_comes_from(ident: str) -> None:
    source = results()[ident].source.path
    title = "Foreign Relations of the United States, 1981–1988, Volume IV, Soviet Union, January 1983–March 1985"
    assert texts(ident, "//t:titleStmt/t:title[@type='sub']") == [f"{title}, Document {ident[1:]}"]
    assert texts(ident, "//t:titleStmt/t:editor") == ["Elizabeth C. Charles"]
    assert texts(ident, "//t:seriesStmt/t:title[@level='s']") == ["Foreign Relations of the United States"]
    assert texts(ident, "//t:seriesStmt/t:idno") == ["frus1981-88v04"]
    licence = one(ident, "//t:licence")
    assert licence.get("target") == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert texts(ident, "//t:sourceDesc//t:idno[@type='file']") == [source.name]
    assert texts(ident, "//t:sourceDesc//t:idno[@type='sha256']") == [hashlib.sha256(source.read_bytes()).hexdigest()]
    assert "utf-8" in "".join(texts(ident, "//t:sourceDesc/t:bibl[@type='digital']"))
    recognisers = {a.get(f"{XML}id"): a.get("version") for a in find(ident, "//t:application")}
    assert {"tei-tools", "recognise.pb", "recognise.note", "recognise.pers_name", "recognise.ref"} <= set(recognisers)
    assert set(recognisers.values()) == {__version__}
    change = one(ident, "//t:revisionDesc/t:change")
    assert (change.get("when"), __version__ in (change.text or "")) == ("2026-11-22", True)
    assert texts(ident, "//t:langUsage/t:language") == ["English"]


def action(ident: str, kind: str) -> list[tuple[str, str, str | None]]:
    found = one(ident, f"//t:correspDesc/t:correspAction[@type='{kind}']")
    return [(etree.QName(e).localname, "".join(e.itertext()), e.get("when") or e.get("ref")) for e in found]


def test_178_correspondence() -> None:
    assert texts("d178", "//t:titleStmt/t:title[@type='main']") == [
        "Message From the Embassy in France to the White House and the Department of State"
    ]
    assert texts("d178", "//t:textClass//t:term") == ["message"]
    assert action("d178", "sent") == [
        ("orgName", "Embassy in France", None),
        ("date", "February 14, 1984", "1984-02-14"),
        ("note", "My Meeting With Chernenko, February 14, 1984", None),
    ]
    assert [entry[:2] for entry in action("d178", "received")] == [
        ("orgName", "White House"),
        ("orgName", "Department of State"),
    ]
    date = one("d178", "//t:correspDesc//t:date")
    assert (date.get("cert"), date.get("resp")) == ("medium", "#recognise.facts")
    page = one("d178", "//t:sourceDesc//t:biblScope[@unit='page']")
    assert (page.get("from"), page.get("cert")) == ("620", "medium")


def test_310_correspondence() -> None:
    assert texts("d310", "//t:textClass//t:term") == ["memorandum"]
    assert action("d310", "sent") == [
        ("persName", "Shultz", "#p_SGP1"),
        ("date", "November 17", "1984-11-17"),
        ("note", "Shultz gave McFarlane this memorandum on November 17", None),
    ]
    assert action("d310", "received") == [("persName", "Reagan", "#p_RR1")]
    assert one("d310", "//t:correspDesc//t:date").get("cert") == "low"
    page = one("d310", "//t:sourceDesc//t:biblScope[@unit='page']")
    assert (page.get("from"), page.get("cert")) == ("1116", "medium")

"""What the header says of a document, and what it leaves out where nothing is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei_tools import convert
from tei_tools.errors import SourceError
from tei_tools.model import Imprint
from tei_tools.pipeline import Settings, Source
from tei_tools.pipeline import convert as convert_all

NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
XML = "{http://www.w3.org/XML/1998/namespace}"


def header(text: str, name: str = "d7.txt", imprint: Imprint | None = None) -> etree._Element:
    settings = Settings(imprint=imprint or Imprint())
    (result,) = convert_all([Source(Path(name), text.encode("utf-8"))], settings)
    assert result.tei is not None, result.error or result.diagnostics
    return etree.fromstring(result.tei)


def texts(tree: etree._Element, path: str) -> list[str]:
    return ["".join(e.itertext()) for e in tree.xpath(path, namespaces=NAMESPACES)]


def test_a_conversation_has_its_setting_and_no_correspondence() -> None:
    tree = header(
        "170. Memorandum of Conversation\n\nNew York, October 3, 1977, 10:30 a.m.\n\nPARTICIPANTS\n\n"
        "  • Secretary Clifford\n  • Matthew Nimetz, Counselor\n\nSecretary Clifford opened the conversation.\n"
    )
    assert texts(tree, "//t:textClass//t:term") == ["conversation"]
    assert texts(tree, "//t:correspDesc") == []
    (setting,) = texts(tree, "//t:settingDesc")
    assert "New York" in setting
    assert "October 3, 1977, 10:30 a.m." in setting
    assert tree.xpath("//t:settingDesc//t:date/@when", namespaces=NAMESPACES) == ["1977-10-03T10:30:00"]


def test_an_editorial_note_has_neither() -> None:
    tree = header("19. Editorial Note\n\nOn September 11, 1952, Mann met with the Ambassador.\n")
    assert texts(tree, "//t:textClass//t:term") == ["editorial-note"]
    assert texts(tree, "//t:correspDesc | //t:settingDesc | //t:particDesc | //t:creation") == []


def test_a_telegram_was_sent_and_received() -> None:
    tree = header(
        "26. Telegram From the Embassy in Egypt to the Department of State\n\n"
        "Cairo, February 23, 1956—noon.\n\nHe left.\n"
    )
    sent, received = tree.xpath("//t:correspAction", namespaces=NAMESPACES)
    assert [(etree.QName(e).localname, e.text) for e in sent] == [
        ("orgName", "Embassy in Egypt"),
        ("placeName", "Cairo"),
        ("date", "February 23, 1956—noon"),
    ]
    assert [(etree.QName(e).localname, e.text) for e in received] == [("orgName", "Department of State")]
    assert tree.xpath("//t:correspDesc//@cert", namespaces=NAMESPACES) == []


def test_what_is_not_known_is_left_out() -> None:
    tree = header("We agreed with him, and nothing else was said of it at the time when we met him in the spring.\n")
    assert texts(tree, "//t:correspDesc | //t:creation | //t:textClass | //t:standOff | //t:biblScope") == []
    assert tree.xpath("//t:revisionDesc/t:change/@when", namespaces=NAMESPACES) == []
    assert texts(tree, "//t:titleStmt/t:title[@type='main']") != [""]


def test_a_document_without_number_takes_its_id_from_the_file() -> None:
    for name, ident in {"letter.txt": "letter", "12 b.txt": "d_12_b", "é.txt": "é", "-a.txt": "d_-a"}.items():
        tree = header("Memorandum for the Files\n\nHe left.\n", name)
        assert tree.xpath("//t:div[@type='document']/@xml:id", namespaces=NAMESPACES) == [ident]
        assert texts(tree, "//t:publicationStmt/t:idno[@type='document']") == [ident]


def test_the_page_on_which_it_begins_is_inferred() -> None:
    def pages(text: str) -> list[tuple[str | None, str | None]]:
        return [(e.get("from"), e.get("cert")) for e in header(text).iterfind(".//{*}biblScope[@unit='page']")]

    head = "7. Memorandum for the Files\n\n"
    assert pages(f"{head}He [Page 12] left.\n") == [("11", "medium")]
    assert pages(f"[Page 12]\n\n{head}He left.\n") == [("12", "medium")]
    assert pages(f"{head}He [Page 1] left.\n") == []
    assert pages(f"{head}He [Page xii] left.\n") == []
    assert pages(f"{head}He left.\n") == []


def test_what_the_edition_says() -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    imprint = Imprint("x1", "Volume I & II", ("A. Éditeur", "B <C>"), "The Press", licence, "", "2026-11")
    tree = header("7. Memorandum for the Files\n\nHe left.\n", imprint=imprint)
    assert texts(tree, "//t:titleStmt/t:editor") == ["A. Éditeur", "B <C>"]
    assert texts(tree, "//t:publicationStmt/t:publisher") == ["The Press"]
    assert tree.xpath("//t:licence/@target", namespaces=NAMESPACES) == [licence]
    assert texts(tree, "//t:licence") == ["Creative Commons Attribution 4.0 International (CC BY 4.0)"]
    assert texts(tree, "//t:seriesStmt/t:title[@level='m']") == ["Volume I & II"]
    assert tree.xpath("//t:revisionDesc/t:change/@when", namespaces=NAMESPACES) == ["2026-11"]
    assert tree.get(f"{XML}id") == "x1.d7"


def test_only_recognisers_that_found_something_are_named() -> None:
    tree = header("7. Memorandum for the Files\n\nHe left.\n")
    names = tree.xpath("//t:application/@xml:id", namespaces=NAMESPACES)
    assert "recognise.pb" not in names
    assert "recognise.note" not in names
    responsible = header("7. Memorandum for the Files\n\nHe left.\n\n  1. Not found.\n")
    pointers = {p[1:] for p in responsible.xpath("//@resp", namespaces=NAMESPACES)}
    assert pointers <= set(responsible.xpath("//t:application/@xml:id", namespaces=NAMESPACES))


@pytest.mark.parametrize(
    "words", ["a < b && c > d", "]]>", "<!-- x -->", "&amp; &lt;", "“‘’”", "\u00a0\u2003x", "𝔸 e\u0301"]
)
def test_any_characters_stay_what_they_are(words: str) -> None:
    tree = header(f"7. Memorandum for the Files\n\nHe said {words} to us.\n", 'a "b" & c.txt')
    assert texts(tree, "//t:body//t:p") == [f"He said {words} to us."]
    assert texts(tree, "//t:sourceDesc//t:idno[@type='file']") == ['a "b" & c.txt']


# ---- the same from Python ----


def test_convert_bytes_and_files(tmp_path: Path) -> None:
    data = b"7. Memorandum for the Files\n\nHe left.\n"
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    by_bytes, by_path, by_name = convert(data), convert(path), convert(str(path))
    assert by_bytes.tei == by_path.tei == by_name.tei
    assert by_bytes.tei is not None
    assert convert(data, edition="frus1981-88v04", date="2026").tei != by_bytes.tei


def test_convert_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        convert(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="empty"):
        convert(b"")


def test_convert_with_persons(seeds: Path) -> None:
    data = b"7. Letter From Secretary of State Shultz to President Reagan\n\nHe left.\n"
    tei = convert(data, persons=seeds / "persons.xml").tei
    assert tei is not None
    assert b'ref="#p_SGP1"' in tei

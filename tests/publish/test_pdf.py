"""Typst markup to PDF: the words in their order, notes, outline, metadata, the same bytes each time."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from tei_tools.errors import PublishError
from tei_tools.publish.pdf import Pdf, pdf
from tei_tools.transform.typst import typst

CASES = Path(__file__).parents[1] / "cases" / "tei"
TEI = "{http://www.tei-c.org/ns/1.0}"
PREAMBLE = '#import "/edition.typ": *\n#show: edition.with(title: "T", author: (), lang: "en", paper: "a4")\n'


def printed(case: str, paper: str = "a4") -> Pdf:
    return pdf(typst((CASES / f"{case}.xml").read_text("utf-8"), paper=paper).text, place=case)  # type: ignore[arg-type]


def text_of(made: Pdf) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(made.content)).pages)


def bare(text: str) -> str:
    """Letters and digits only: line ends, hyphens and blanks are the compositor's."""
    return re.sub(r"[\W_]+", "", text)


def expected(element: etree._Element) -> str:
    """The words of an element in order, without its notes."""
    parts = element.xpath(".//text()[not(ancestor::t:note)]", namespaces={"t": TEI[1:-1]})
    return " ".join("".join(parts).split())


@pytest.mark.parametrize("case", ["typst-message", "typst-letter"])
def test_all_words_are_printed_in_order(case: str) -> None:
    root = etree.parse(CASES / f"{case}.xml").getroot()
    pages = [bare(page.extract_text()) for page in PdfReader(BytesIO(printed(case).content)).pages]
    everything = "".join(pages)
    for note in root.iter(f"{TEI}note"):
        if note.get("place") == "bottom":
            assert bare("".join(note.itertext())) in everything
    position = 0
    for block in root.find(f"{TEI}text").iter(f"{TEI}head", f"{TEI}p", f"{TEI}salute", f"{TEI}signed"):
        for word in expected(block).split():
            found = everything.find(bare(word), position)
            assert 0 <= found - position < 900, f"{word!r} of {expected(block)[:60]!r}"
            position = found + len(bare(word))


def test_no_word_is_lost_where_blocks_nest() -> None:
    content = (
        '<list type="participants"><item>w1 <list><head>w2</head><item>w3</item></list></item></list>'
        "<p>w4 <hi>w5 <list><item>w6</item></list> w7</hi> <quote><p>w8</p></quote> w9</p>"
        '<p>w10 <note n="*"><list><item>w11 <table><row><cell>w12</cell></row></table></item></list></note></p>'
        "<lg><l>w13 <q><p>w14</p></q></l></lg><p rend='heading'>w15 <quote><p>w16</p></quote></p>"
        '<p><ref target="https://a.example/">w17 <q><p>w18</p></q></ref></p>'
    )
    source = (CASES / "typst-letter.xml").read_text("utf-8")
    made = pdf(typst(source.replace("<p>We await", f"{content}<p>We await")).text, place="x")
    assert made.diagnostics == ()
    assert re.findall(r"\bw(\d+)", text_of(made).replace("\n", " "))[:10] == [str(n) for n in range(1, 11)]
    assert {int(n) for n in re.findall(r"\bw(\d+)", text_of(made))} == set(range(1, 19))


def test_a_word_over_a_page_break_is_one_word() -> None:
    lines = text_of(printed("typst-message"))
    assert "area in which constructive" in " ".join(lines.split())
    assert re.search(r"^623\b|\b623$", lines, re.MULTILINE), "the page mark of the original"


def test_a_word_over_a_page_break_is_never_parted_without_a_hyphen() -> None:
    lines = "".join(
        f'#p[#"{"fill " * 8}{"x" * n} we believed construc";#pb("{n}");#"tive steps";];' for n in range(1, 30)
    )
    for page in PdfReader(BytesIO(pdf(PREAMBLE + lines, place="x").content)).pages:
        words = page.extract_text().split()
        for before, after in pairwise(words):
            if after in ("constructive", "tive", "structive"):
                assert before[-1] in "de\u00ad", (before, after)
    assert "construc\u00ad" in text_of(pdf(PREAMBLE + lines, place="x"))


@pytest.mark.parametrize("head", ["", " ", "<note n='1'>only a note</note>", "<pb n='2'/>"])
def test_an_empty_head_stops_nothing(head: str) -> None:
    source = (CASES / "typst-letter.xml").read_text("utf-8")
    made = re.sub(r"<head>310.*?</head>", f"<head>{head}</head>", source, flags=re.DOTALL)
    assert pdf(typst(made).text, place="x").diagnostics == ()


def test_notes_keep_their_printed_numbers() -> None:
    lines = text_of(printed("typst-telegram"))
    for number in ("0", "1", "2", "5", r"\*"):
        assert re.search(rf"^{number}\s?(Source|Not printed|See footnote|Revised|The asterisk)", lines, re.MULTILINE), (
            number
        )


def test_the_outline_has_heads_without_notes() -> None:
    reader = PdfReader(BytesIO(printed("typst-letter").content))
    document, parts = reader.outline
    assert document["/Title"] == "310. Memorandum From Secretary of State Shultz to President Reagan"
    assert [part["/Title"] for part in parts] == ["Letter From Soviet General Secretary Chernenko to President Reagan"]


def test_the_file_is_tagged_and_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(printed("typst-letter").content))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata.title == "Memorandum From Secretary of State Shultz to President Reagan"
    assert reader.metadata.author == "James Graham Wilson"
    assert "CreationDate" not in str(reader.metadata)


def test_links_lead_to_documents_and_notes() -> None:
    uris, inside = set(), 0
    for page in PdfReader(BytesIO(printed("typst-telegram").content)).pages:
        for annotation in page.get("/Annots", ()):
            action = annotation.get_object()
            uri = action.get("/A", {}).get("/URI")
            uris.add(uri) if uri else None
            inside += "/Dest" in action or action.get("/A", {}).get("/S") == "/GoTo"
    assert "https://example.org/d11" in uris
    assert inside >= 10  # five calls, five numbers, and "footnote 1"


def test_heads_of_a_table_stand_on_each_page() -> None:
    rows = "".join(f'table.cell()[#"row {n}";], ' for n in range(120))
    made = pdf(f'{PREAMBLE}#tabular(((9, 5), ), header: (table.cell()[#"Month";],), {rows});', place="x")
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.content)).pages]
    assert len(pages) > 2
    assert all("Month" in page for page in pages)


def test_a_repeated_head_has_its_note_once() -> None:
    head = (
        '<pb n="77"/><row role="label"><cell>Month<note n="3" place="bottom">By the calendar.</note></cell>'
        '<cell><ref target="https://example.org/">Tons</ref></cell></row>'
    )
    rows = "".join(f"<row><cell>row {n}</cell><cell>{n}</cell></row>" for n in range(120))
    source = (CASES / "typst-letter.xml").read_text("utf-8")
    made = pdf(typst(source.replace("<closer>", f"<table>{head}{rows}</table><closer>")).text, place="x")
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.content)).pages]
    assert made.diagnostics == ()
    assert sum("Month3" in page for page in pages) > 2
    assert sum("By the calendar" in page for page in pages) == 1
    assert sum(bool(re.search(r"^77$", page, re.MULTILINE)) for page in pages) == 1


def test_no_head_stands_at_the_foot_of_a_page() -> None:
    for count in range(26, 40):
        lines = '#p[#"Line";];' * count
        for head in ('#subhead[#"HEAD";];', '#attachment-rule;#head(2, "HEAD")[#"HEAD";#note("1")[#"Note";];];'):
            made = pdf(f'{PREAMBLE}#head(1, "x")[x];{lines}{head}#p[#"NEXT";];', place="x")
            pages = [page.extract_text() for page in PdfReader(BytesIO(made.content)).pages]
            assert [("HEAD" in page) for page in pages] == [("NEXT" in page) for page in pages], (count, head)


@pytest.mark.parametrize("openers", [0, 1, 2])
def test_the_note_of_a_head_is_on_its_page(openers: int) -> None:
    opener = ['#side[#"Paris";];', '#term-list([#"SUBJECT";], [#flush[#"Arms";];], );'][:openers]
    head = f'#head(1, "HEAD", keep: {2 + 2 * openers})[#"HEAD";#note("1")[#"NOTE";];];{"".join(opener)}'
    for count in range(27, 38):
        lines = '#p[#"Line";];' * count
        made = pdf(f'{PREAMBLE}#head(1, "x")[x];{lines}{head}#p[#"NEXT";];', place="x")
        pages = [page.extract_text() for page in PdfReader(BytesIO(made.content)).pages]
        places = [[word in page for page in pages] for word in ("HEAD", "NOTE", "NEXT")]
        assert places[0] == places[1] == places[2], count


def test_a_head_does_not_end_with_a_line_of_one_word() -> None:
    words = (
        "Memorandum From the Chairman of the Joint Chiefs of Staff to the Secretary of Defense in Washington and Others"
    )
    for count in range(8, len(words.split()) + 1):
        head = " ".join(words.split()[:count])
        page = PdfReader(BytesIO(pdf(f'{PREAMBLE}#head(1, "x")[#"{head}";];', place="x").content)).pages[0]
        lines = [line.split() for line in page.extract_text().splitlines() if line.strip() and line.strip() != "1"]
        assert len(lines) == 1 or len(lines[-1]) > 1, lines


def test_columns_are_as_wide_as_what_they_say() -> None:
    said = "Most likely to remain loyal under any circumstances, and well adapted to fighting in towns. " * 4
    cells = ("Presidential Guard", "2,500", "15 tanks, 12 carriers, rifles", said)
    row = f"<row>{''.join(f'<cell>{words}</cell>' for words in cells)}</row>"
    source = (CASES / "typst-letter.xml").read_text("utf-8")
    made = pdf(typst(source.replace("<closer>", f"<table>{row * 5}</table><closer>")).text, place="x")
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.content)).pages]
    assert sum("Presidential" in page or "loyal" in page for page in pages) <= 2
    assert all("Presidential" in page for page in pages if "2,500" in page)


def test_a_table_of_many_columns_lies_on_its_side() -> None:
    row = "<row>" + "<cell>1,000</cell>" * 12 + "</row>"
    source = (CASES / "typst-letter.xml").read_text("utf-8")
    made = pdf(typst(source.replace("<closer>", f"<table>{row}</table><closer>")).text, place="x")
    widths = {round(float(page.mediabox.width)) for page in PdfReader(BytesIO(made.content)).pages}
    assert widths == {595, 842}
    assert made.diagnostics == ()


def test_a_signature_is_not_alone_on_its_page() -> None:
    end = "<p>LAST words.</p><pb n='9'/><closer><signed>SIGNED<lb/>Secretary<lb/>of State</signed></closer>"
    source = (CASES / "typst-letter.xml").read_text("utf-8")
    starts = re.split(r"<p>We await.*?</closer>", source, flags=re.DOTALL)
    for count in range(8, 16):
        made = pdf(typst((count * "<p>A line.</p>" + end).join(starts)).text, place="x")
        pages = [page.extract_text() for page in PdfReader(BytesIO(made.content)).pages]
        assert [("LAST" in page) for page in pages] == [("SIGNED" in page) for page in pages], count


def heights(case: str, page: int) -> dict[str, float]:
    """Where each run of text stands on a page, in points from its foot."""
    found: dict[str, float] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        found[text.strip()] = cm[5] + cm[3] * tm[5]

    PdfReader(BytesIO(printed(case).content)).pages[page].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(
    ("case", "page", "mark", "line"),
    [
        ("typst-message", 2, "623", "tive"),
        ("typst-letter", 1, "1117", "We need to develop our public position on this major development"),
        ("typst-telegram", 1, "413", "1,496"),
        ("typst-conversation", 2, "189", "Sincerely yours,"),
    ],
)
def test_a_page_mark_stands_beside_its_line(case: str, page: int, mark: str, line: str) -> None:
    found = heights(case, page)
    (height,) = [height for text, height in found.items() if text.startswith(line)][:1]
    assert found[mark] == pytest.approx(height, abs=0.6)


def test_the_same_markup_gives_the_same_bytes() -> None:
    first = printed("typst-conversation").content
    printed("typst-message")
    assert printed("typst-conversation").content == first


def test_a_date_is_written_when_given() -> None:
    made = pdf(f'{PREAMBLE}#p[#"x";];', place="x", day=date(2026, 11, 1))
    assert PdfReader(BytesIO(made.content)).metadata.creation_date.date() == date(2026, 11, 1)  # type: ignore[union-attr]
    assert made == pdf(f'{PREAMBLE}#p[#"x";];', place="x", day=date(2026, 11, 1))


def test_paper() -> None:
    page = PdfReader(BytesIO(printed("typst-message", "6x9in").content)).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (432, 648)


def test_a_missing_glyph_is_told_and_the_pages_are_made() -> None:
    made = pdf(f'{PREAMBLE}#p[#"abc 𓀀𒀀 𓀀 Ж ω";];', place="d1.xml")
    assert [d.code for d in made.diagnostics] == ["publish.missing-glyph"] * 2
    assert [d.message.split()[6] for d in made.diagnostics] == ["U+12000", "U+13000"]
    assert "abc ⟨U+13000⟩⟨U+12000⟩ ⟨U+13000⟩ Ж ω" in text_of(made)
    assert pdf(f'{PREAMBLE}#p[#"abc Ж ω";];', place="d1.xml").diagnostics == ()


def test_a_warning_of_typst_is_told() -> None:
    made = pdf(f"{PREAMBLE}#par[#block[x]]", place="d1.xml")
    assert [d.code for d in made.diagnostics] == ["publish.typst-warning"]


def test_pages_below_the_standard_are_made_and_told() -> None:
    made = pdf(f"{PREAMBLE}#p[#underline[a #strike[b]]]", place="d1.xml")
    assert [d.code for d in made.diagnostics] == ["publish.typst-warning"]
    assert "cannot combine" in made.diagnostics[0].message
    assert "a b" in text_of(made)


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("typst-*.xml")))
def test_cases_are_set_without_a_warning(case: str) -> None:
    assert printed(case).diagnostics == ()


def test_an_error_says_what_and_where() -> None:
    with pytest.raises(PublishError, match=r"^d1\.xml: .*unclosed delimiter.* line 3, column 2") as caught:
        pdf(f"{PREAMBLE}#p[", place="d1.xml")
    assert caught.value.remedy


def test_markup_reads_no_file_outside_the_design() -> None:
    with pytest.raises(PublishError):
        pdf('#read("/../html.xsl")', place="x")
    with pytest.raises(PublishError):
        pdf('#read("/etc/hostname")', place="x")


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    printed("typst-letter")
    assert list(tmp_path.iterdir()) == []

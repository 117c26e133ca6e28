"""Word files and Markdown: every element has a rule, every word arrives, and none of them becomes markup."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from xml.sax.saxutils import escape, quoteattr

import docx as python_docx
import pytest
from hypothesis import given, settings
from lxml import etree
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from tei_tools.drafts import draft
from tei_tools.errors import TransformError
from tei_tools.publish import docx, markdown, proof
from tei_tools.resources import resource
from tei_tools.transform import transform
from tests.transform.test_typst import HOSTILE, INSIDE, TEXTS, WORDLESS, elements_of_text, tei

TESTS = Path(__file__).parents[1]
FORMATS = ("docx", "markdown")
DOCUMENTS = sorted(
    [
        *(TESTS / "cases" / "tei").glob("*.xml"),
        *(path for path in (TESTS / "trees").glob("*.xml") if not path.name.endswith(".profile.xml")),
        *(TESTS / "golden" / "seeds").rglob("*.xml"),
    ]
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

MARKS = [
    *("# h", "1. a", "1) a", "a. b", "(a) b", "- a", "+ a", "* a", "> q", "    code", "```", "~~~", "***", "---"),
    "===",
    *("[^1]", "[^1]: x", "![a](b)", "[a](b)", "[a]: b", "<b>", "<!-- c -->", "&amp;", "&#65;", "a\\", "\\*", "`c`"),
    *("a|b", "| a | b |", "~a~", "~~a~~", "^a^", "_a_", "__a__", "$a$", "@a", "a:b", ": a", "%a", "http://a.example"),
    *("a!", "!", "word\u00a0", "\u2003x", "x\u2028y", "#", "##", "a #", "{.c}", "[x]{.y}", "<https://a.example>"),
    "\u202ex",
    *("</w:t>", "]]>", "<span class=\"pb\">x</span>", "<br/>", "a<br/>b", "_x_000A_", "x\u00ady"),
]  # fmt: skip


def document(content: str, **how: str) -> bytes:
    return tei(content, **how).encode("utf-8")


def read_back(content: bytes, to: str) -> proof.Words:
    return docx.words(content) if to == "docx" else markdown.words(content.decode("utf-8"))


def made(source: bytes, to: str) -> bytes:
    content, problems = draft(source, to, "x.xml")
    assert content is not None, problems
    assert problems == []
    return content


def everywhere(text: str) -> bytes:
    """The text in every kind of place that takes one."""
    safe, value = escape(text), quoteattr(text)
    return document(
        f"<p>{safe}</p><p>a {safe}<note n={value}>{safe}</note>{safe}</p><p>b<pb n={value}/>{safe}<lb/>{safe}</p>"
        f"<p><hi rend='italic'>{safe}</hi><hi rend='bold'>{safe}</hi>x<hi rend='smallcaps'>{safe}</hi></p>"
        f"<list><head>{safe}</head><item>{safe}</item><item><p>{safe}</p><p>{safe}</p></item></list>"
        f"<list><label>{safe}</label><item>{safe}</item></list><list><item>{safe}</item></list>"
        f"<table><head>{safe}</head><row><cell>{safe}</cell><cell><list><item>{safe}</item></list></cell></row></table>"
        f"<quote><p>{safe}</p><lg><l>{safe}</l><l>{safe}</l></lg></quote>"
        f"<p><ref target={quoteattr('https://a.example/' + text.split()[0])}>{safe}</ref>!<note n='1'>{safe}</note></p>"
        f"<closer>[<signed>{safe}</signed>]</closer>",
        head=f"1. {safe}",
    )


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("text", [*HOSTILE, *MARKS])
def test_no_text_becomes_markup(text: str, to: str) -> None:
    source = everywhere(text)
    assert proof.check(source, read_back(made(source, to), to), "x", to) == []


def shape(text: str) -> list[str]:
    """What a reader of Markdown makes of the file, without its words."""
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    tokens = [part for token in parser.parse(text) for part in (token, *(token.children or ()))]
    kinds = [token.type for token in tokens if token.type not in ("text", "text_special")]
    return [kind for kind in kinds if kind != "footnote_anchor"]


@pytest.mark.parametrize("text", MARKS)
def test_a_reader_of_markdown_sees_the_same_blocks_with_any_words(text: str) -> None:
    source = f"<p>{escape(text)}</p><list><item>{escape(text)}</item></list><p>a<lb/>{escape(text)}</p>"
    plain = document("<p>word</p><list><item>word</item></list><p>a<lb/>word</p>")
    assert shape(made(document(source), "markdown").decode()) == shape(made(plain, "markdown").decode())


@pytest.mark.parametrize("to", FORMATS)
@given(TEXTS.map(lambda text: f"a{text}z"))
@settings(max_examples=60, deadline=None)
def test_no_string_at_all_becomes_markup(to: str, text: str) -> None:
    made(everywhere(text), to)


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_are_conserved_and_made_alike_twice(path: Path, to: str) -> None:
    content = made(path.read_bytes(), to)
    assert made(path.read_bytes(), to) == content


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("name", elements_of_text())
def test_every_element_of_the_grammar_has_a_rule(name: str, to: str) -> None:
    if name in WORDLESS:
        made(document(f'<p>a<{name} unit="x" reason="y" target="https://a.example/"/>b</p>'), to)
        return
    content = INSIDE.get(name, f"<{name}>word</{name}>") or "<p>word</p>"
    assert "word" in read_back(made(document(content), to), to).letters
    if name not in INSIDE:
        assert "xword" in read_back(made(document(f"<p>x <{name}>word</{name}></p>"), to), to).letters


@pytest.mark.parametrize("to", FORMATS)
def test_an_unknown_element_stops_the_transformation(to: str) -> None:
    with pytest.raises(TransformError):
        draft(document("<p><unheard/></p>"), to, "x.xml")


@pytest.mark.parametrize("folder", ["flow", *FORMATS])
def test_every_mode_is_declared_and_refuses_what_has_no_rule(folder: str) -> None:
    xsl = "{http://www.w3.org/1999/XSL/Transform}"
    modules = [etree.parse(path).getroot() for path in sorted(resource("xslt", f"modules/{folder}").glob("*.xsl"))]
    declared = {mode.get("name", ""): mode for module in modules for mode in module.iter(f"{xsl}mode")}
    rules = [rule for module in modules for rule in module.iter(f"{xsl}template") if rule.get("name") is None]
    assert {rule.get("mode", "") for rule in rules} <= set(declared)
    for mode in declared.values():
        assert (mode.get("on-no-match"), mode.get("on-multiple-match")) == ("fail", "fail")


SOURCE = "<p>One two<note n='1'>three four</note> five.</p><p>Six <hi rend='italic'>seven</hi> eight.</p>"


@pytest.mark.parametrize(
    ("old", "new"),
    [("five", ""), ("five", "five five"), ("three four", "four three"), ("eight.</p>", "eight .</p>"),
     ("Six <hi", "Six<hi"), ("five.</p><p>", "five."),
     ("<note n='1'>three four</note> five.", "five. <note n='1'>three four</note>"),
     ("seven", "Seven"), ("two", "t wo")],
)  # fmt: skip
@pytest.mark.parametrize("to", FORMATS)
def test_a_file_of_other_words_is_found_out(to: str, old: str, new: str) -> None:
    assert old in SOURCE
    content = made(document(SOURCE.replace(old, new)), to)
    (problem,) = proof.check(document(SOURCE), read_back(content, to), "x.xml", to)
    assert (problem.code, problem.severity) == ("publish.not-conserved", "error")


def test_a_file_that_is_not_conserved_is_not_written(
    run: Callable[..., SimpleNamespace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.xml").write_bytes(document("<p>a b</p>"))
    monkeypatch.setattr(docx, "words", lambda _content: proof.of_parts(iter(["a"])))
    done = run("transform", tmp_path / "a.xml", "--to", "docx", "-o", tmp_path / "out")
    assert done.status == 1
    assert "the Word file differs from the TEI: “" in done.err
    assert not (tmp_path / "out" / "a.docx").exists()


# ---- the Word file


def parts(content: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_parts_of_a_word_file_hold_together(path: Path) -> None:
    found = parts(made(path.read_bytes(), "docx"))
    types = {str(part.get("PartName")) for part in found["[Content_Types].xml"] if part.get("PartName")}
    assert types == {f"/{name}" for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for name in [name for name in found if name.endswith(".rels")]:
        folder = name.partition("_rels/")[0]
        inside = [str(link.get("Target")) for link in found[name] if link.get("TargetMode") != "External"]
        assert {folder + target for target in inside} <= set(found)
    references = [note.get(f"{W}id") for note in found["word/document.xml"].iter(f"{W}footnoteReference")]
    assert [note.get(f"{W}id") for note in found["word/footnotes.xml"]] == ["-1", "0", *references]
    styles = {style.get(f"{W}styleId") for style in found["word/styles.xml"]}
    texts = {part: found[f"word/{part}.xml"] for part in ("document", "footnotes")}
    bookmarks = {mark.get(f"{W}name") for text in texts.values() for mark in text.iter(f"{W}bookmarkStart")}
    for part, text in texts.items():
        addresses = {link.get("Id") for link in found[f"word/_rels/{part}.xml.rels"]}
        links = list(text.iter(f"{W}hyperlink"))
        assert {link.get(f"{R}id") for link in links} - {None} <= addresses
        assert {link.get(f"{W}anchor") for link in links} - {None} <= bookmarks
        used = {style.get(f"{W}val") for style in text.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
        assert used <= styles
        ends = [cell[-1].tag for cell in text.iter(f"{W}tc")]
        assert set(ends) <= {f"{W}p"}, "Word refuses a cell that does not end with a paragraph"
    python_docx.Document(io.BytesIO(made(path.read_bytes(), "docx")))


def test_a_letter_in_word() -> None:
    content = made((TESTS / "cases" / "tei" / "typst-letter.xml").read_bytes(), "docx")
    word = python_docx.Document(io.BytesIO(content))
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    assert styles[0] == "Heading 1"
    assert {"Attachment Rule", "Salute", "Signed"} <= set(styles)
    assert word.core_properties.title
    assert word.core_properties.language == "en"


def test_notes_carry_the_printed_number_where_word_would_count_another() -> None:
    notes = "".join(f"<p>a<note n='{n}'>b</note></p>" for n in ("1", "2", "*", "3", "3", "5", "4"))
    found = parts(made(document(notes), "docx"))
    runs = [note.getparent() for note in found["word/document.xml"].iter(f"{W}footnoteReference")]
    shown = [run.findtext(f"{W}t") for run in runs]
    assert shown == [None, None, "*", None, "3", "5", None]
    own = [note[0].findtext(f"{W}r/{W}t", "").strip() for note in found["word/footnotes.xml"]][2:]
    assert own == ["", "", "*", "", "3", "5", ""]


def test_pages_names_and_looks_have_styles() -> None:
    text = (
        "<p>construc<pb n='7'/>tive <persName>A. <hi rend='smallcaps'>B</hi></persName>"
        " <foreign xml:lang='fr'>c</foreign></p>"
    )
    word = python_docx.Document(io.BytesIO(made(document(text), "docx")))
    runs = [(run.style.name, run.text) for run in word.paragraphs[1].runs]
    assert runs[:3] == [("Default Paragraph Font", "construc"), ("pb", "[Page 7]"), ("Default Paragraph Font", "tive")]
    assert [run.font.small_caps for run in word.paragraphs[1].runs if run.text == "B"] == [True]
    assert ("persName", "A.") in runs
    (french,) = (run for run in word.paragraphs[1].runs if run.text == "c")
    assert french.font.italic
    assert french._r.find(f"{W}rPr/{W}lang").get(f"{W}val") == "fr"


def test_cells_that_grow() -> None:
    table = (
        "<table><row role='label'><cell rows='1' cols='2'>a</cell></row>"
        "<row><cell rows='2'>b</cell><cell>c</cell></row><row><cell>d</cell></row></table>"
    )
    word = python_docx.Document(io.BytesIO(made(document(table), "docx")))
    rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert rows == [["a", "a"], ["b", "c"], ["b", "d"]]


# ---- Markdown


def test_a_document_in_markdown() -> None:
    text = made(
        document(
            "<p>Letter,<note n='2'>See <hi rend='italic'>ante</hi>, p. 3.</note> said *he*.</p><p>1. x<lb/>2. y</p>"
            "<list><item>a<list><item>b</item></list></item></list><table><row role='label'><cell>A</cell></row>"
            "<row><cell>1|2</cell></row></table><pb n='7'/><quote><p>q</p></quote>"
        ),
        "markdown",
    ).decode()
    assert text == (
        "# 1. Head\n\nLetter,[^2] said \\*he\\*.\n\n1\\. x\\\n2\\. y\n\n- a\n\n  - b\n\n| A |\n| --- |\n| 1\\|2 |\n\n"
        '<span class="pb">\\[Page 7\\]</span>\n\n> q\n\n[^2]: See *ante*, p. 3.\n'
    )


def test_a_number_that_comes_again_is_told_apart() -> None:
    text = made(
        document("<p>a<note n='1'>b</note> c<note n='1'>d</note> e<note n='†'>f</note></p>"), "markdown"
    ).decode()
    assert re.findall(r"\[\^([\w-]+)\]:", text) == ["1", "1-2", "note-8224"]


def test_two_lists_in_a_row_stay_two() -> None:
    text = made(document("<list><item>a</item></list><list><item>b</item></list>"), "markdown").decode()
    assert shape(text).count("bullet_list_open") == 2


def test_the_words_that_are_added_are_those_of_the_language() -> None:
    source = document("<p>a</p><pb n='7'/><p>b</p>")
    assert "[Seite 7\\]" in transform(source, "markdown", locale="de").text

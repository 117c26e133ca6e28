"""Bytes to a tree: what is ill-formed or hostile is told, fast, and never raised."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.errors import SourceError
from tei_tools.validate import parse, validate
from tei_tools.validate.parser_messages import plain
from tests.validate.mutants import CASES

TEI = "http://www.tei-c.org/ns/1.0"
VALID = next(case for case in CASES if case.stem == "readings").read_bytes()
BOMB = (
    "<!DOCTYPE TEI [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12))
    + "]><TEI xmlns='http://www.tei-c.org/ns/1.0' n='&m;'>&m;</TEI>"
)
OUTSIDE = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "{}">]><TEI>&x;</TEI>'


def only(source: bytes) -> str:
    start = time.process_time()
    tree, found = parse(source, "x.xml")
    assert time.process_time() - start < 10  # seconds of CPU; it takes milliseconds
    assert tree is None
    assert len(found) == 1
    assert found[0].code == "validate.well-formed"
    assert found[0].severity == "error"
    assert validate(source, "x.xml") == found
    return f"{found[0].place} {found[0].message}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_entity_bomb(encoding: str) -> None:
    assert "document type" in only(BOMB.encode(encoding))


def test_document_type_after_comments_and_instructions() -> None:
    found = only(b"<?xml version='1.0'?>\n<!-- <x> -->\n<?a b?>\n" + BOMB.encode())
    assert found.startswith("x.xml:4:1 ")


def test_document_type_in_an_encoding_that_hides_it() -> None:
    hidden = "+ADwAIQ-DOCTYPE TEI [+ADwAIQ-ENTITY x 'y'+AD4AXQA+-<TEI>&x;</TEI>"
    assert "document type" in only(f"<?xml version='1.0' encoding='UTF-7'?>{hidden}".encode())


def test_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    assert "secret" not in only(OUTSIDE.format(secret.as_uri()).encode())


def test_network_entity_is_not_fetched() -> None:
    only(OUTSIDE.format("http://127.0.0.1:9/x").encode())


def test_a_document_type_in_a_comment_or_in_text_is_none() -> None:
    document = VALID.replace(b"<body>", b"<body><!-- <!DOCTYPE x> -->")
    assert validate(document, "x.xml") == []


@pytest.mark.parametrize("name", ["hi", "div"])
def test_bottomless_depth(name: str) -> None:
    assert "256 levels" in only(VALID.replace(b"<p>", f"<{name}>".encode() * 100_000, 1))


def test_deep_but_allowed() -> None:
    deep = b"<hi>" * 240 + b"<blob/>" + b"</hi>" * 240
    rules, found = validate(VALID.replace(b"<p>", b"<p>" + deep, 1), "x.xml")
    assert found.message.startswith("<blob> is no element")
    assert (rules.code, rules.severity) == ("validate.rule-failed", "warning")
    assert "100" in rules.hint


def test_many_attributes_and_long_prolog() -> None:
    assert "document type" not in only(b"<?a?>" * 200_000)
    assert "document type" not in only(b" " * 1_000_000 + b"<!--" * 100_000)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"</p></div>", b"</div>", "<p> of line 6 is closed by </div>"),
        (b"gone", b"A & B", "a bare & in the text: write &amp;"),
        (b"gone", b"a&nbsp;b", "the entity &nbsp; is not known: write the character itself"),
        (b'<add place="margin"', b'<add place="margin" place="top"', "the attribute place stands twice in one tag"),
        (b"<text>", b"<x:text>", "the prefix x on <text> is not declared"),
        (b"gone", b"\xff\xfe", "the bytes are not in the encoding that the file declares"),
        (b"</TEI>", b"", "the file ends, and <TEI> of line 1 is still open"),
        (b"</TEI>", b"</TEI>more", "something follows the end of the root element"),
    ],
)
def test_messages(old: bytes, new: bytes, message: str) -> None:
    assert old in VALID
    assert message in only(VALID.replace(old, new, 1))


@pytest.mark.parametrize(
    "source", [b"", b"\0", b"plain text", b"{}", b"<", b"\xff\xfe", b"<a>\x00</a>", b"<a \xe9='1'/>"]
)
def test_no_xml_at_all(source: bytes) -> None:
    only(source)


def test_every_prefix_of_a_document_is_refused() -> None:
    for end in range(0, len(VALID.rstrip()), 7):
        only(VALID[:end])


def test_errors_of_another_file_stay_there() -> None:
    assert validate(VALID.replace(b"<p>", b"<blob>").replace(b"</p>", b"</blob>"), "y.xml")
    assert "line 1 is still open" in only(VALID.rstrip()[:-6])


def test_a_path_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "d1.xml"
    path.write_bytes(VALID)
    tree, found = parse(path)
    assert isinstance(tree, etree._ElementTree)
    assert found == []
    path.write_bytes(VALID[:-20])
    assert parse(path)[1][0].place.file == str(path)


@pytest.mark.parametrize("name", ["missing.xml", "."])
def test_a_path_that_can_not_be_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="can't be read"):
        parse(tmp_path / name)


def test_repeated_ids_do_not_stop_the_parser() -> None:
    tree, found = parse(VALID.replace(b"<p>", b'<p xml:id="d1">', 1), "x.xml")
    assert found == []
    assert tree is not None


ILL = [
    ("<p>if 3<4 then</p>", "a < that begins no tag, or a name that begins with no letter", "is written &lt;"),
    ('<p n="a<b">x</p>', "a < in the value of an attribute", 'straight quotation marks: n="12", and a < in it as &lt;'),
    ("<p n=1>x</p>", "the value of an attribute has no quotation marks", 'straight quotation marks: n="12"'),
    ("<p n=“1”>x</p>", "or curly ones", 'straight quotation marks: n="12"'),
    ("<p n>x</p>", "the attribute n has no value", 'write n="…"'),
    ('<p n="1"rend="2">x</p>', "no blank before an attribute", 'write <pb n="12" break="no"/>'),
    ('<p n="1" n="2">x</p>', "the attribute n stands twice in one tag", "take one of the two away"),
    ("<x:p>a</x:p>", "the prefix x on <p> is not declared", 'or declare it: xmlns:x="…"'),
    ('<p xmlns:x="">x</p>', "the prefix x is declared without an address", 'write xmlns:x="…"'),
    ("<p>x</q>", "<p> of line 2 is closed by </q>", "close an element before the one that it stands in"),
    ("<!-- a -- b -->", "-- within a comment", "a comment is <!-- … -->"),
    ("<!-- a", "a comment does not end", "write --> at its end"),
    ("<p><![CDATA[ x </p>", "a CDATA section does not end", "write ]]> at its end"),
    ("<p>a ]]> b</p>", "]]> in the text", "write ]]&gt;"),
    ("<?xml-foo bar", "a processing instruction is not as it should be", "it is <?name …?>"),
    ("<p>&#1;</p>", "&#1; is no character that XML allows", "take it away"),
    ("<p>&nbsp;</p>", "the entity &nbsp; is not known: write the character itself", "or its number: &#160;"),
    ("<p>&own;</p>", "the entity &own; is not known", ""),
    ("<p>AT&T</p>", "a bare & in the text: write &amp;", ""),
    ("</TEI><TEI>", "something follows the end of the root element", "a file has one root element"),
]


@pytest.mark.parametrize(("line", "message", "hint"), ILL)
def test_what_the_parser_says_is_put_into_plain_words(line: str, message: str, hint: str) -> None:
    (found,) = parse(f"<TEI xmlns='{TEI}'>\n{line}\n</TEI>".encode(), "x.xml")[1]
    assert message in found.message
    assert (hint in found.hint) if hint else not found.hint
    assert (found.place.line or 0) >= 2
    assert found.place.column
    assert "\n" not in found.message


def test_words_that_nobody_put_plainly_stay_and_are_one_line() -> None:
    assert plain("Something new\n<p>\n  ^") == ("Something new", "")


def test_what_is_no_document_at_all() -> None:
    assert only(b" \n") == "x.xml:1:1 the file is empty"
    assert only(b"{\\rtf1 hello}") == "x.xml:1:1 this is no XML: it does not begin with an element"
    assert only(b"<?xml version='1.0'?>\n <!DOCTYPE TEI><TEI/>").startswith("x.xml:2:2 the file has a document type")
    assert only(b"<!DOCTYPE TEI><TEI/>").startswith("x.xml:1:1 ")

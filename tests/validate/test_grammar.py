"""The verdict of the grammar, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.diagnostics import Diagnostic
from tei_tools.errors import SchemaError
from tei_tools.resources import resource
from tei_tools.validate import validate
from tei_tools.validate.findings import MOST
from tests.validate.mutants import CASES
from tests.validate.specimens import specimens


def of_grammar(document: bytes) -> list[Diagnostic]:
    return [found for found in validate(document, "x.xml") if found.code == "validate.grammar"]


CASE = {case.stem: case.read_text("utf-8") for case in CASES}
MESSAGES = Path(__file__).parent / "messages.txt"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_valid_cases_pass(case: Path) -> None:
    assert validate(case.read_bytes(), case.name) == []


def test_specimens_pass() -> None:
    assert [str(d) for document in specimens() for d in of_grammar(document)] == []


def test_messages(golden: Callable[[Path, str], None]) -> None:
    """A block is: the case, `- text` of it, `+ text` instead, and the messages: "line:column: message | hint"."""
    blocks = []
    for block in MESSAGES.read_text("utf-8").strip().split("\n\n"):
        case, old, new = block.splitlines()[:3]
        assert old[2:] in CASE[case]
        document = CASE[case].replace(old[2:], new[2:].replace("\\n", "\n"), 1)
        found = validate(document.encode(), "x.xml")
        told = (f"{d.place.line}:{d.place.column}: {d.message}" + (f" | {d.hint}" if d.hint else "") for d in found)
        blocks.append("\n".join([case, old, new, *told]))
    golden(MESSAGES, "\n\n".join(blocks) + "\n")


def test_a_tree_that_was_never_parsed_can_be_checked() -> None:
    root = etree.fromstring(CASE["readings"].encode())
    etree.SubElement(root.find(".//{*}p"), "{http://www.tei-c.org/ns/1.0}div")
    (found,) = validate(root.getroottree())
    assert found.message.startswith("<div> is not allowed inside <p>")


def test_other_schemas() -> None:
    document = CASE["readings"].replace("<body>", "<body><blob/>").encode()
    for name in ("tei_tools.rng", "xsd/tei_tools.xsd"):
        assert validate(CASE["readings"].encode(), "x.xml", schema=resource("schemas", name)) == []
        found = validate(document, "x.xml", schema=resource("schemas", name))
        assert found
        assert all("{" not in diagnostic.message for diagnostic in found)


@pytest.mark.parametrize("content", [None, "<no-schema/>", "<"])
def test_unusable_schemas(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "own.xsd"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SchemaError, match=r"own\.xsd"):
        validate(CASE["readings"].encode(), "x.xml", schema=path)


def test_the_document_cannot_name_its_own_schema(tmp_path: Path) -> None:
    own = tmp_path / "own.xsd"
    own.write_text("not even XML", encoding="utf-8")
    document = CASE["readings"].replace(
        "<text>",
        '<text xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="http://www.tei-c.org/ns/1.0 {own.as_uri()}">',
    )
    (found,) = validate(document.encode(), "x.xml")
    assert "xsi:" in found.message


def test_every_error_is_told_not_only_the_first_of_a_parent() -> None:
    wrong = '<p>a</p><blob/><p foo="1">a<div/>b<row/></p>stray<pb/><head>c</head><table/>'
    found = validate(CASE["readings"].replace("</div>", f"{wrong}</div>").encode(), "x.xml")
    assert [diagnostic.message.split(";")[0] for diagnostic in found] == [
        "<blob> is no element of the grammar",
        "<p> may not have the attribute foo",
        "<div> is not allowed inside <p>",
        "<row> is not allowed inside <p>",
        "<div> holds text of its own: “stray”",
        "<pb> lacks the attribute n",
        "<head> may stand inside <div>, but not at this place",
        "<table> is not complete",
    ]


def test_of_many_errors_in_a_large_document_so_many_are_told() -> None:
    document = CASE["readings"].replace("</div>", "<p>a<blob/></p>\n" * (MOST + 5) + "</div>")
    found = [each for each in validate(document.encode(), "x.xml") if each.severity == "error"]
    assert len(found) == MOST + 1
    assert [problem.place.line for problem in found if problem.code == "validate.more"] == [1]

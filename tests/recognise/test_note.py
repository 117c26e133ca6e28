"""Note calls: where they stand, what looks like one, what is lost, how the list counts."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.case_files import TEI, Case, cases, converted


@pytest.mark.parametrize("case", cases("notes/calls.txt", "notes/decoys.txt", "notes/lists.txt"), ids=str)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    case.check(accept=request.config.getoption("--accept"))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("469. Memorandum of a Conversation, Washington, July 18, 19561", "… Washington, July 18, 1956"),
        ("469. Memorandum of a Conversation, Washington1", "… Washington"),
        ("469. Memorandum of a Conversation, Washington, July 1951\n\nThey met.1", "… Washington, July 1951"),
    ],
)
def test_a_title_has_no_call(head: str, title: str) -> None:
    """FRUS 1955–57 volume XV, document 469, and changed."""
    result = converted(f"{head}\n\nHe agreed.\n\n  1. Source: Department of State, Central Files.\n")
    assert result.tei is not None, result.diagnostics
    found = etree.fromstring(result.tei).findtext(f".//{TEI}title[@type='main']")
    assert found == title.replace("…", "Memorandum of a Conversation,")

"""Terms of the list in texts, from the case file: title, printed list, text, expected surface and id."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_tools.authority import loads
from tei_tools.authority.reading import read
from tei_tools.model import Block, Document, SourceText, Span
from tei_tools.recognise.term import Terms, recognise

CASES = Path(__file__).parents[1] / "cases" / "names" / "terms.txt"


@pytest.mark.parametrize(
    ("title", "terms", "text", "expected"),
    [(case.rstrip(".\n") + "\n.\n").split("\n.\n")[:4] for case in CASES.read_text(encoding="utf-8").split("\n.\n\n")],
)
def test_case(title: str, terms: str, text: str, expected: str) -> None:
    authority = loads(terms.encode(), "terms.txt", "terms")
    document = Document(SourceText(text, "case.txt", "utf-8", "", (0,)), (Block("p", Span(0, len(text))),))
    hits = [
        f"{document.source.slice(a.span)} {a.attributes['ref'][1:]}"
        for a in recognise(read(document), Terms(authority))
    ]
    assert hits == expected.strip("\n").splitlines(), title

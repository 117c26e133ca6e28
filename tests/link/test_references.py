"""References that only the collection can settle."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tei_tools.pipeline import Settings, Source, convert
from tests.case_files import TEI

FIRST = "444. Staff Paper1\n\nWe agree.\n\n  1. Source: Department of State. See footnote 1, infra.\n"
NEXT = "445. Staff Paper1\n\nWe agree.\n\n  1. Source: Department of State.\n"


def targets(*texts: str) -> list[str | None]:
    """Where the references of the first text lead."""
    sources = [Source(Path(f"d{444 + i}.txt"), text.encode()) for i, text in enumerate(texts)]
    first = next(iter(convert(sources, Settings())))
    assert first.tei is not None, first.diagnostics
    return [ref.get("target") for ref in etree.fromstring(first.tei).iter(f"{TEI}ref")]


def test_infra_is_a_note_of_the_next_document() -> None:
    assert targets(FIRST, NEXT) == ["d445.xml#d445fn1"]


def test_infra_leads_nowhere_without_the_next_document() -> None:
    assert targets(FIRST) == []


def test_infra_leads_nowhere_where_the_next_document_has_no_such_note() -> None:
    assert targets(FIRST, NEXT.replace("1\n", "\n", 1).replace("  1. Source: Department of State.\n", "")) == []

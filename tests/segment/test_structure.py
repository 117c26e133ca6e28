"""Heads, datelines, lists, tables, letters, attachments and gaps: what their case files expect."""

from __future__ import annotations

import pytest

from tests.case_files import Case, cases

NAMES = ("heads", "openers", "datelines", "headings", "lists", "tables", "letters", "closers", "attachments")
FILES = [f"structure/{name}.txt" for name in NAMES]


@pytest.mark.parametrize("case", cases(*FILES), ids=str)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    case.check(accept=request.config.getoption("--accept"))

"""What editors decided about places in a text is obeyed, and what can't be is told."""

from __future__ import annotations

import pytest

from tests.case_files import Case, cases, converted


@pytest.mark.parametrize("case", cases("decisions/places.txt"), ids=str)
def test_cases(case: Case, request: pytest.FixtureRequest) -> None:
    case.check(accept=request.config.getoption("--accept"))


@pytest.mark.parametrize("case", cases("decisions/places.txt"), ids=str)
def test_every_document_stays_whole(case: Case) -> None:
    result = converted(case.source, decisions=case.decisions)
    assert result.tei is not None
    assert "validate." not in "".join(d.code for d in result.diagnostics)

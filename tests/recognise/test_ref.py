"""References: to documents, footnotes, attachments and other volumes, and what is none."""

from __future__ import annotations

import pytest

from tests.case_files import Case, cases


@pytest.mark.parametrize("case", cases("structure/references.txt"), ids=str)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    case.check(accept=request.config.getoption("--accept"))

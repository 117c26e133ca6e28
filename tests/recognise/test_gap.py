"""Text that was withheld."""

from __future__ import annotations

import pytest

from tests.case_files import Case, cases


@pytest.mark.parametrize("case", cases("structure/gaps.txt"), ids=str)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    case.check(accept=request.config.getoption("--accept"))

"""Note calls: where they stand, what looks like one, what is lost, how the list counts."""

from __future__ import annotations

import pytest

from tests.case_files import Case, cases


@pytest.mark.parametrize("case", cases("notes/calls.txt", "notes/decoys.txt", "notes/lists.txt"), ids=str)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    case.check(accept=request.config.getoption("--accept"))

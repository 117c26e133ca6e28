"""The faults that take a moment; `make faults` tries them all, with kill -9 at twenty shares of a build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.edition import FEW, completes, files, make
from tests.faults.scenarios import SkippedError, killed, scenarios

SLOW = {"two_at_once", "changing_source"}


@pytest.mark.parametrize(("name", "fault"), [each for each in scenarios() if each[0] not in SLOW], ids=str)
def test_a_fault_is_borne(name: str, fault: Callable[[Path], None], tmp_path: Path) -> None:
    try:
        fault(tmp_path)
    except SkippedError as reason:
        pytest.skip(f"{name}: {reason}")


def test_a_build_that_is_killed_goes_on(tmp_path: Path) -> None:
    edition = make(tmp_path / "edition", 12, FEW)
    seconds = completes(edition, tmp_path / "undisturbed")
    killed(edition, files(tmp_path / "undisturbed"), seconds, 0.6, tmp_path / "out")

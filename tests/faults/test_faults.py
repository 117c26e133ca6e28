"""The faults that take a moment; `make faults` tries them all, with kill -9 at twenty shares of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.edition import COMMANDS, FEW, Command, files, make
from tests.faults.processes import killed
from tests.faults.scenarios import DISTURBED, Scenario, SkippedError, changing_source

QUICK = [each for each in DISTURBED if each is not changing_source]
command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)


@command
@pytest.mark.parametrize("fault", QUICK, ids=lambda fault: fault.__name__)
def test_a_fault_is_borne(fault: Scenario, command: Command, tmp_path: Path) -> None:
    try:
        fault(tmp_path, command)
    except SkippedError as reason:
        pytest.skip(f"{fault.__name__}: {reason}")


@pytest.mark.parametrize(("command", "share"), list(zip(COMMANDS, (0.6, 0.9), strict=True)), ids=["build", "convert"])
def test_a_run_that_is_killed_goes_on(command: Command, share: float, tmp_path: Path) -> None:
    """At a place where some of the files are there: `convert` writes late."""
    edition = make(tmp_path / "edition", 12, FEW)
    seconds = command.completes(edition, tmp_path / "undisturbed")
    killed(command, edition, files(tmp_path / "undisturbed"), seconds, share, tmp_path / "out")

"""The branches that the texts of a fuzzing run go through: `make fuzz` prints it at its end.

python -m tests.fuzz.replay
"""

from __future__ import annotations

import sys
from pathlib import Path

import coverage

from tests.fuzz.texts import text

STAGES = ("read", "segment", "recognise", "link", "encode")
FOLDER = Path(__file__).parent.parent.parent


def main() -> None:
    inputs = sorted((FOLDER / "build" / "fuzz" / "corpus").iterdir())
    measured = coverage.Coverage(branch=True, data_file=None, include=[str(FOLDER / "tei_tools" / "*")])
    measured.start()
    from tests.fuzz.judge import Counts, UnborneError, judge, settings

    given, counts = settings(), Counts()
    for file in inputs:
        try:
            judge(text(file.read_bytes()), given, counts)
        except UnborneError:
            counts.finds[file.name] = ""
    measured.stop()
    print(f"{len(inputs)} texts of the corpus, {len(counts.finds)} not borne; branches that they go through:")
    for stage in STAGES:
        taken, there = branches(measured, FOLDER / "tei_tools" / stage)
        print(f"  {stage:10} {taken} of {there} ({taken / max(there, 1):.0%})")


def branches(measured: coverage.Coverage, folder: Path) -> tuple[int, int]:
    """(taken, there) in the modules of a folder, imported or not."""
    taken = there = 0
    for path in sorted(folder.rglob("*.py")):
        numbers = measured._analyze(str(path)).numbers
        taken += numbers.n_executed_branches
        there += numbers.n_branches
    return taken, there


if __name__ == "__main__":
    sys.exit(main())

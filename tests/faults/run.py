"""Every fault, one after the other, and kill -9 at fixed shares of a build of many documents with all formats.

    python -m tests.faults.run [DOCUMENTS [KILLS [NAME …]]]     (default 300 and 20; `make faults`)

NAME is one of the faults, or kill; without any all are tried.
Exit status 1 where something did not hold; a fault that needs a privilege that is missing is skipped, and says so.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.faults.edition import ALL, DisturbedError, completes, files, make
from tests.faults.scenarios import SkippedError, killed, scenarios


def main() -> int:
    given = [int(argument) for argument in sys.argv[1:3]]
    documents, kills = (*given, *(300, 20)[len(given) :])
    wanted, failed = set(sys.argv[3:]), 0
    for name, fault in scenarios():
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            try:
                fault(Path(folder))
                print(f"{name}: holds", flush=True)
            except SkippedError as reason:
                print(f"{name}: skipped, {reason}", flush=True)
            except DisturbedError as problem:
                failed += 1
                print(f"{name}: FAILS: {problem}", flush=True)
    if not wanted or "kill" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            failed += kill(Path(folder), documents, kills)
    return 1 if failed else 0


def kill(folder: Path, documents: int, kills: int) -> int:
    """How many of the kills left something that does not hold."""
    edition, failed = make(folder / "edition", documents, ALL), 0
    seconds = completes(edition, folder / "undisturbed")
    undisturbed = files(folder / "undisturbed")
    what = f"a build of {documents} documents in {len(ALL)} formats"
    print(f"{what}: {seconds:.0f} s of a processor, {len(undisturbed)} files", flush=True)
    for number in range(1, kills + 1):
        share = number / kills
        try:
            left = killed(edition, undisturbed, seconds, share, folder / "out")
            print(f"killed at {share:.0%}: holds; {left}", flush=True)
        except DisturbedError as problem:
            failed += 1
            print(f"killed at {share:.0%}: FAILS: {problem}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())

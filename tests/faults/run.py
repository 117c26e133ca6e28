"""Every fault, one after the other, and kill -9 at fixed shares of a run over many documents with all formats.

    python -m tests.faults.run [DOCUMENTS [KILLS [NAME …]]]     (default 300 and 20; `make faults`)

NAME is one of the faults, or kill, or one of the commands; without any all are tried, with each command.
Exit status 1 where something did not hold; a fault that needs a privilege that is missing is skipped, and says so.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.faults.edition import ALL, COMMANDS, Command, DisturbedError, files, make
from tests.faults.processes import ENDED, killed
from tests.faults.scenarios import DISTURBED, SkippedError


def main() -> int:
    given = [int(argument) for argument in sys.argv[1:3]]
    documents, kills = (*given, *(300, 20)[len(given) :])
    faults = {each.__name__: each for each in (*DISTURBED, *ENDED)}
    asked = set(sys.argv[3:])
    names = [name for name in (*faults, "kill") if name in asked] or [*faults, "kill"]
    commands = [command for command in COMMANDS if command.name in asked] or COMMANDS
    failed = 0
    for name in names:
        for command in commands:
            with tempfile.TemporaryDirectory() as folder:
                Path(folder).chmod(0o755)
                if name == "kill":
                    failed += kill(Path(folder), command, documents, kills)
                else:
                    failed += tried(f"{command.name}, {name}", faults[name], Path(folder), command)
    return 1 if failed else 0


def tried(what: str, fault: Callable[[Path, Command], str | None], folder: Path, command: Command) -> int:
    """Say whether it holds; 1 where it does not."""
    try:
        told = fault(folder, command)
        print(f"{what}: holds{f'; {told}' if told else ''}", flush=True)
    except SkippedError as reason:
        print(f"{what}: skipped, {reason}", flush=True)
    except DisturbedError as problem:
        print(f"{what}: FAILS: {problem}", flush=True)
        return 1
    return 0


def kill(folder: Path, command: Command, documents: int, kills: int) -> int:
    """How many of the kills left something that does not hold."""
    edition, failed = make(folder / "edition", documents, ALL), 0
    seconds = command.completes(edition, folder / "undisturbed")
    undisturbed = files(folder / "undisturbed")
    what = f"{command.name} of {documents} documents"
    print(f"{what}: {seconds:.0f} s of a processor, {len(undisturbed)} files", flush=True)

    def at(folder: Path, command: Command) -> str:
        return killed(command, edition, undisturbed, seconds, number / kills, folder / "out")

    for number in range(1, kills + 1):
        failed += tried(f"{command.name}, killed at {number / kills:.0%}", at, folder, command)
    return failed


if __name__ == "__main__":
    sys.exit(main())

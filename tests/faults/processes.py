"""Each fault of a process as a function: it is killed, stands still, or needs more memory than there is."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path

from tests.faults.edition import ALL, Command, DisturbedError, ended, files, make, same, spent, whole, workers
from tests.faults.scenarios import Scenario, SkippedError

LARGE = 60_000_000
"""Characters, of which one makes Python keep all of them in four bytes each."""


def worker_dies(folder: Path, command: Command) -> None:
    """Each worker is killed once: what it had is done by another one, and nothing is missing."""
    _signalled(folder, command, signal.SIGKILL)


def worker_hangs(folder: Path, command: Command) -> None:
    """Each worker stands still once: with a limit of time another one does what it had."""
    _signalled(folder, command, signal.SIGSTOP, "--time-limit", "20")


def _signalled(folder: Path, command: Command, what: signal.Signals, *options: str) -> None:
    edition, out = make(folder / "edition", 24, ALL), folder / "out"
    undisturbed = command.undisturbed(edition, folder / "undisturbed")
    if not Path("/proc/self/task").is_dir():
        raise SkippedError("nobody tells of processes here")
    run = command.started(edition, out, "--jobs", "2", *options)
    hit: set[int] = set()
    while run.poll() is None and len(hit) < 2:
        for process in [each for each in workers(run.pid) if each not in hit and spent(each) > 0.2]:
            os.kill(process, what)
            hit.add(process)
        time.sleep(0.01)
    status, said = ended(run)
    if status or len(hit) < 2:
        raise DisturbedError(f"{len(hit)} workers were hit: status {status}, {said[:300]}")
    same(out, undisturbed)


def out_of_memory(folder: Path, command: Command) -> None:
    """A document for which a worker needs more than it may: it is named, and all others are made."""
    edition, out = make(folder / "edition", 12, ALL), folder / "out"
    undisturbed = command.undisturbed(edition, folder / "undisturbed")
    large = edition / "texts" / "large.txt"
    large.write_text("999. Memorandum\n\n\U0001f4dc " + "word " * (LARGE // 5), "utf-8")
    status, said = command.run(edition, out, "--memory-limit", "500MB", "--jobs", "2")
    if status != 1 or f"{large}: error: it needs more than 500 MB of memory" not in said:
        raise DisturbedError(f"too little memory: status {status}, {said[:300]}")
    whole(out, undisturbed)
    if missing := {name for name in undisturbed if name.endswith(".xml")} - {*files(out)}:
        raise DisturbedError(f"{len(missing)} files of the other documents are missing: {sorted(missing)[:3]}")
    large.unlink()
    command.completes(edition, out)
    same(out, undisturbed)


def killed(
    command: Command, edition: Path, undisturbed: dict[str, bytes], seconds: float, share: float, out: Path
) -> str:
    """kill -9 after a share of the processor time of a run, in seconds; what was left then, in words."""
    run = command.started(edition, out)
    while run.poll() is None and spent(run.pid) < seconds * share:
        time.sleep(0.01)
    run.kill()
    run.communicate()
    left = len(files(out)) if out.exists() else 0
    if out.exists():
        whole(out, undisturbed)
    command.completes(edition, out)
    same(out, undisturbed)
    shutil.rmtree(out)
    return f"{left} of {len(undisturbed)} files were there"


ENDED: tuple[Scenario, ...] = (worker_dies, worker_hangs, out_of_memory)

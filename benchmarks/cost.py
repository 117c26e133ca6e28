"""What a whole program costs, from its start to its end."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass


class UnableError(Exception):
    """A program is missing, or can't do the work; says why."""


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU, of the program and of what it started; of the clock; the most memory of one process in MB."""

    cpu: float
    clock: float
    memory: float = 0.0

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.cpu - other.cpu, self.clock - other.clock)


def called(command: Sequence[str], well: Collection[int] = (0,)) -> Cost:
    """The cost of a call. Raises `UnableError` where it ends with a status that is not `well`."""
    with tempfile.TemporaryFile() as said:
        clock = time.perf_counter()
        running = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(running.pid, 0)
        clock = time.perf_counter() - clock
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode not in well:
            said.seek(0)
            raise UnableError(reason(said.read().decode("utf-8", "replace")))
    return Cost(used.ru_utime + used.ru_stime, clock, used.ru_maxrss / 1024)


def reason(said: str) -> str:
    """Of what a program that failed said, what tells most."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    first = next((line for line in lines if line.startswith(("XPST", "XTSE"))), lines[-1] if lines else "no word")
    return f"it ends with an error: {first[:160]}"

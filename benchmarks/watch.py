"""What a run costs by stage: seconds, CPU seconds, and the most memory of each of its processes, as Linux counts them.

A thread looks at this process and all that come of it, several times a second. At each new stage the kernel's mark of
the most memory (VmHWM) is set back, so that a stage has a peak of its own.
"""

from __future__ import annotations

import os
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

EVERY = 0.2
"""Seconds between two looks."""
TICKS = os.sysconf("SC_CLK_TCK")
PROCESSES = Path("/proc")


@dataclass
class Stage:
    """Seconds of the clock; CPU seconds and the most memory (MB) by the role of the process."""

    name: str
    clock: float = 0.0
    cpu: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    memory: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    documents: int = 0


class Watch:
    """`stage` begins one; `stages` has what each took, also one that was begun more than once."""

    def __init__(self, role: Callable[[str, int], str]) -> None:
        self._role = role
        self.stages: dict[str, Stage] = {}
        self._now = self._entered("start")
        self._since = time.perf_counter()
        self._spent: dict[int, float] = {}
        self._names: dict[int, str] = {}
        self._lock = threading.Lock()
        self._look()

    def stage(self, name: str, documents: int = 0) -> None:
        if name != self._now.name:
            with self._lock:
                self._look()
                self._close()
                for process in family():
                    with suppress(OSError):
                        (PROCESSES / str(process) / "clear_refs").write_text("5")
                self._now = self._entered(name)
        self._now.documents = max(self._now.documents, documents)

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Watches until the end of the block."""
        over = threading.Event()

        def look() -> None:
            while not over.wait(EVERY):
                with self._lock:
                    self._look()

        thread = threading.Thread(target=look, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
            self._look()
            self._close()

    def _entered(self, name: str) -> Stage:
        return self.stages.setdefault(name, Stage(name))

    def _close(self) -> None:
        now = time.perf_counter()
        self._now.clock += now - self._since
        self._since = now

    def _look(self) -> None:
        for process in family():
            with suppress(OSError, ValueError, IndexError):
                spent, memory = cpu(process), peak(process)
                if process not in self._names:
                    command = (PROCESSES / str(process) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                    self._names[process] = self._role(command, process)
                role = self._names[process]
                self._now.cpu[role] += spent - self._spent.get(process, 0.0)
                self._now.memory[role] = max(self._now.memory[role], memory)
                self._spent[process] = spent


def family(root: int | None = None) -> list[int]:
    """The ids of this process (or another one) and of all that it started, and they, and so on."""
    found = [root or os.getpid()]
    for process in found:
        with suppress(OSError):
            for task in (PROCESSES / str(process) / "task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
    return found


def cpu(process: int) -> float:
    """CPU seconds that a process used, without those of its children."""
    fields = (PROCESSES / str(process) / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def peak(process: int) -> float:
    """The most memory of a process since it was set back, in MB."""
    for line in (PROCESSES / str(process) / "status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0

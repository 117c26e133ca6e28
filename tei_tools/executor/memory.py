"""How much memory processes hold, and the end of those that hold more than they may.

They are looked at from outside: within a process each library that gets no memory does something else (decision 030).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread

INTERVAL = 0.05
"""Seconds between two looks; meanwhile a process can take some 100 MB more."""
TABLE = Path("/proc")


class Watch:
    """A thread that tells `look` of each of some processes how many bytes it may hold, until `end` is called."""

    def __init__(self, looks: Sequence[Callable[[int], None]], limit: int) -> None:
        self._looks, self._limit = looks, limit
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._ended.wait(INTERVAL):
            for look in self._looks:
                look(self._limit)

    def end(self) -> None:
        self._ended.set()
        self._thread.join()


def held(process: int) -> int:
    """The bytes of memory that a process holds now; 0 where there is none of that number."""
    try:
        return int((TABLE / str(process) / "statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0 if TABLE.is_dir() else _told(process)


def _told(process: int) -> int:
    """The same where processes are no files, as on macOS."""
    said = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False).stdout
    return int(said) * 1024 if said.strip() else 0


def words(size: int) -> str:
    """A size as it is typed: "2 GB", "1.5 GB", "800 MB"."""
    return f"{size / 10**9:g} GB" if size >= 10**9 else f"{size / 10**6:g} MB"

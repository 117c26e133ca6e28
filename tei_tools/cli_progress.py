"""Long work on a terminal: one line that says what is done, how fast, and how long the rest will take.

rich draws it: it knows the width of the terminal, NO_COLOR, and how to estimate a rate that changes; a line of our own
would have to be taught each of these. It draws when it is told to, and not by a thread of its own: while a stylesheet
runs, what is written to the standard error goes elsewhere (`saxon.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, Task, TextColumn

Report = Callable[[str, int, int], None]
PAUSE = 0.25
"""Seconds between two drawings, at least."""


@contextmanager
def line() -> Iterator[Report]:
    """What a run calls with what it does, how many are done, and of how many. The line is gone in the end."""
    console = Console(stderr=True)
    if console.is_dumb_terminal:  # it can't go back in a line
        yield lambda _what, _done, _of: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(24, finished_style="bar.complete"),
        TextColumn("{task.fields[told]}"),
    )
    with _Line(*columns, console=console, transient=True, auto_refresh=False) as bars:
        yield bars.report


class _Line(Progress):
    """Only the stage that is at work is drawn."""

    _drawn = float("-inf")

    def report(self, what: str, done: int, of: int) -> None:
        current = self.tasks[0] if self.tasks else None
        if current is None or current.description != what:
            if current is not None:
                self.remove_task(current.id)
            self.add_task(what, total=of, completed=done, told=f"{done} of {of}")
            return
        self.update(current.id, total=of, completed=done)
        self.update(current.id, told=told(current))
        self.refresh()

    def refresh(self) -> None:
        now = self.get_time()
        if now - self._drawn >= PAUSE:
            self._drawn = now
            super().refresh()


def told(task: Task) -> str:
    """41 of 300, 12.3/s, 0:21 left; without rate and rest where nobody can know them yet."""
    words = [f"{task.completed:.0f} of {task.total or 0:.0f}"]
    if task.speed:
        words.append(f"{task.speed:.1f}/s" if task.speed < 100 else f"{task.speed:.0f}/s")
    if task.speed and task.time_remaining:
        words.append(f"{clock(task.time_remaining)} left")
    return ", ".join(words)


def clock(seconds: float) -> str:
    """Seconds as m:ss or h:mm:ss, rounded up."""
    whole = int(-(-seconds // 1))
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"

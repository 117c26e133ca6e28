"""What the work costs: CPU seconds by stage and by document, and the seconds that went by.

This is the one module that reads a clock. What it tells goes to the summary of a run and to reports that somebody asks
for, and never into what is published (docs/decisions/007).

Whoever wants to know opens a ledger, `with measured() as ledger`; what is done in `with spent(stage, document)` is
written into it, and costs nothing where no ledger is open. Of stages that hold others the inner ones are taken off, so
that all together are the whole. A worker has a ledger of its own and sends it back with each result.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

Rows = dict[tuple[str, str], float]
"""CPU seconds by (stage, document); the document is the path of a source, the id of a document, or "" for all."""


@dataclass
class Ledger:
    """What was spent while it was open; `elapsed` are the seconds on the clock, 0 as long as it is."""

    rows: Rows = field(default_factory=dict)
    elapsed: float = 0.0
    _within: list[float] = field(default_factory=list)
    """For each stage that is at work, from the outermost, what stages within it took."""

    def add(self, rows: Rows) -> None:
        for key, seconds in rows.items():
            self.rows[key] = self.rows.get(key, 0.0) + seconds

    def stages(self) -> dict[str, float]:
        """The seconds of each stage, in the order in which the stages were first at work."""
        found: dict[str, float] = {}
        for (stage, _), seconds in self.rows.items():
            found[stage] = found.get(stage, 0.0) + seconds
        return found


@dataclass(frozen=True, slots=True)
class Measured:
    """The result of a worker, and what it cost there."""

    result: Any
    rows: Rows


_open: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


@contextmanager
def measured() -> Iterator[Ledger]:
    """A ledger that is open in this block, instead of the one around it."""
    ledger = Ledger()
    token = _open.set(ledger)
    begun = time.monotonic()
    try:
        yield ledger
    finally:
        ledger.elapsed = time.monotonic() - begun
        _open.reset(token)


@contextmanager
def spent(stage: str, *documents: object) -> Iterator[None]:
    """What the block costs is that of the stage, in equal parts for the documents; it must not yield to others."""
    ledger = _open.get()
    if ledger is None:
        yield
        return
    begun = _cpu()
    ledger._within.append(0.0)
    try:
        yield
    finally:
        whole = _cpu() - begun
        own = max(0.0, whole - ledger._within.pop())
        if ledger._within:
            ledger._within[-1] += whole
        ledger.add({(stage, str(document)): own / len(documents or ("",)) for document in documents or ("",)})


def received(answer: Any) -> Any:
    """The result that a worker sent; what it cost goes into the ledger that is open here."""
    if not isinstance(answer, Measured):
        return answer
    ledger = _open.get()
    if ledger is not None:
        ledger.add(answer.rows)
    return answer.result


def _cpu() -> float:
    """CPU seconds of this process, and of programs that it started and that have ended."""
    told = os.times()
    return time.process_time() + told.children_user + told.children_system

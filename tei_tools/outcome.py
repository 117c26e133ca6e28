"""What a run did, and how it tells of its progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tei_tools.conversion import Spot
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import TeiToolsError, UsageError
from tei_tools.stopwatch import Ledger

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


def silent(_what: str, _done: int, _of: int) -> None:
    """No progress."""


@dataclass
class Report:
    """What a run did: files written, diagnostics, errors that stopped a document."""

    written: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    errors: list[TeiToolsError] = field(default_factory=list)
    documents: int = 0
    spots: dict[Place, Spot] = field(default_factory=dict)
    """Where doubts about sources stand, by their places."""
    ledger: Ledger = field(default_factory=Ledger)
    """What it cost."""

    @property
    def failed(self) -> bool:
        return bool(self.errors) or any(d.severity == "error" for d in self.diagnostics)


def distinct(outputs: Iterable[tuple[str, str]]) -> None:
    """Raise `UsageError` where two sources, as (output, source), would be one output file.

    Names that differ in case only are one file on many disks.
    """
    taken: dict[str, str] = {}
    for name, source in outputs:
        key = name.casefold()
        if key in taken:
            message = f"{taken[key]} and {source} would both be written to {name}"
            raise UsageError(message, remedy="rename one of them, or convert them into two folders")
        taken[key] = source

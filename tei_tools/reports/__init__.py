"""What was found in some files, written for those who read it: people, programs, and the pages of a code host.

One format, one file: a module of this folder with a function `report`. Every format gets the same list, sorted, with
what is alike summed up (see `summary`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from tei_tools.diagnostics import Diagnostic, in_order
from tei_tools.reports.summary import summed_up

__all__ = ["FORMATS", "report"]

FORMATS = ("text", "json", "sarif", "github")
Writer = Callable[[Sequence[Diagnostic]], str]


def report(found: Sequence[Diagnostic], form: str, *, everything: bool = False) -> str:
    """The diagnostics in one of `FORMATS`, without a line end at the end; "" where there is nothing to say.

    What one file repeats is summed up, unless `everything` is to be listed.
    """
    write: Writer = import_module(f"tei_tools.reports.{form}").report
    return write(in_order(found) if everything else summed_up(found))

"""For people: a line for each problem, with its hint and the rule that it breaks below it."""

from __future__ import annotations

from collections.abc import Sequence

from tei_tools.diagnostics import Diagnostic


def report(found: Sequence[Diagnostic]) -> str:
    return "\n".join(map(str, found))

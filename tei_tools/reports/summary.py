"""Ten thousand problems of a file are a few: of one kind some are listed, and the others counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from tei_tools.diagnostics import Diagnostic, in_order

ALIKE = 20
"""Problems of one kind in one file that are listed one by one."""
KINDS = 50
"""Kinds of problems of one file that are listed."""
DETAILS = re.compile(r'"[^"]*"|“[^”]*”|\d+|;.*')
"""What two messages of one kind differ in: quoted values, numbers, what is allowed at a place."""


def summed_up(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics in order; of more than `ALIKE` of one kind the rest is one of code `validate.more`."""
    told: list[Diagnostic] = []
    for _, group in groupby(in_order(found), key=lambda diagnostic: diagnostic.place.file):
        kinds: dict[tuple[str, str], list[Diagnostic]] = {}
        for diagnostic in group:
            kinds.setdefault((diagnostic.code, DETAILS.sub("…", diagnostic.message)), []).append(diagnostic)
        listed = list(kinds.values())
        for alike in listed[:KINDS]:
            told += alike[:ALIKE]
            if len(alike) > ALIKE:
                told.append(_more(alike[ALIKE:], f"like “{_short(alike[0].message)}”"))
        rest = in_order(diagnostic for alike in listed[KINDS:] for diagnostic in alike)
        if rest:
            told.append(_more(rest, f"of {len(listed) - KINDS} other kinds"))
    return in_order(told)


def _more(rest: list[Diagnostic], what: str) -> Diagnostic:
    first, last = rest[0], rest[-1]
    until = f", up to line {last.place.line}" if last.place.line > first.place.line else ""
    message = f"{len(rest)} more {'problem' if len(rest) == 1 else 'problems'} {what}{until}"
    return Diagnostic("validate.more", first.severity, message, first.place, "--all lists each of them")


def _short(message: str) -> str:
    words = message.partition(";")[0]
    return words if len(words) <= 80 else f"{words[:79]}…"

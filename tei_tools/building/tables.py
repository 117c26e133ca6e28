"""Diagnostics and evidence as tables that JSON can hold, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tei_tools.conversion import Spot
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.link.evidence import Evidence
from tei_tools.names_model.contexts import Context

Rename = Callable[[str], str]
"""What a path is called in a record, or the other way: records know no path of the machine."""


def same(path: str) -> str:
    return path


def to_table(problem: Diagnostic, name: Rename = same) -> list[Any]:
    place = problem.place
    where = [name(place.file), place.line, place.column]
    return [problem.code, problem.severity, problem.message, where, problem.hint, problem.rule]


def from_table(row: list[Any], path: Rename = same) -> Diagnostic:
    code, severity, message, (file, line, column), hint, rule = row
    return Diagnostic(code, severity, message, Place(path(file), line, column), hint, rule)


def spot_to_table(spot: Spot, name: Rename) -> list[Any]:
    place = spot.place
    return [
        [name(place.file), place.line, place.column],
        spot.document,
        spot.anchor,
        spot.before,
        spot.word,
        spot.after,
    ]


def spot_from_table(row: list[Any], path: Rename) -> Spot:
    (file, line, column), *rest = row
    return Spot(Place(path(file), line, column), *rest)


def evidence_to_table(told: Evidence, name: Rename) -> dict[str, Any]:
    return {
        "document": told.document,
        "path": name(told.path),
        "number": told.number,
        "pages": told.pages,
        "notes": told.notes,
        "persons": told.persons,
        "surnames": told.surnames,
        "spellings": told.spellings,
        "contexts": told.contexts,
        "decisions": [[name(place.file), place.line, place.column] for place in told.decisions],
    }


def evidence_from_table(table: Mapping[str, Any], path: Rename) -> Evidence:
    """Raises KeyError, TypeError or ValueError for what `evidence_to_table` did not make."""
    return Evidence(
        document=table["document"],
        path=path(table["path"]),
        number=table["number"],
        pages=tuple(table["pages"]),
        notes=tuple(table["notes"]),
        persons=tuple((ident, count) for ident, count in table["persons"]),
        surnames=tuple(table["surnames"]),
        spellings=tuple(table["spellings"]),
        contexts=tuple(Context(*row) for row in table["contexts"]),
        decisions=tuple(Place(path(file), line, column) for file, line, column in table["decisions"]),
    )

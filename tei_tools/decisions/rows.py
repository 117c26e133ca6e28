"""The rows of a file of decisions, checked; those that concern a document, and those that concern a collection."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tei_tools.decisions.anchor import Anchor
from tei_tools.decisions.table import read_table
from tei_tools.decisions.verdict import KINDS, Verdict, verdict
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import DecisionError

OCCURRENCE = re.compile(r"all|(?P<k>[1-9]\d*)(?: of (?P<n>[1-9]\d*))?", re.IGNORECASE)
FORM = re.compile(r"(?P<words>.+?)(?: \((?P<count>\d+)\))?$")
WHOLE = ("date",)
"""What can be decided of a document as such, by a row without words."""
NAMES = frozenset({"persName", "orgName", "placeName"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `verdict` is None while nothing is decided; `cells` are all of it, as they were read."""

    place: Place
    kind: str
    anchor: Anchor
    document: str
    occurrence: str
    verdict: Verdict | None
    cells: Mapping[str, str]

    @property
    def everywhere(self) -> bool:
        """Whether the row decides all places of its words."""
        return self.occurrence == "all" or self.general

    @property
    def general(self) -> bool:
        """Whether the row decides a name for the whole collection."""
        anchor = self.anchor
        return self.kind in NAMES and not (self.document or anchor.before or anchor.after or self.occurrence)

    @property
    def whole(self) -> bool:
        """Whether the row decides something of a document as such."""
        return not (self.anchor.text or self.anchor.before or self.anchor.after)

    @property
    def forms(self) -> tuple[str, ...]:
        """The names that a general row is about: those of the column forms, without their counts."""
        listed = (FORM.fullmatch(form.strip()) for form in self.cells.get("forms", "").split(";"))
        return tuple(dict.fromkeys([self.anchor.text, *(match["words"] for match in listed if match)]))


@dataclass(frozen=True)
class Decisions:
    """All rows of a file, in order; those that are not decided say nothing."""

    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = ()
    path: str = ""
    problems: tuple[Diagnostic, ...] = ()
    """What can't be obeyed in any document."""

    @cached_property
    def decided(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.verdict is not None)

    @cached_property
    def _by_document(self) -> Mapping[str, tuple[Row, ...]]:
        found: dict[str, list[Row]] = {}
        for row in self.decided:
            found.setdefault(row.document, []).append(row)
        return {document: tuple(rows) for document, rows in found.items()}

    def of(self, names: Iterable[str]) -> list[Row]:
        """The decided rows that concern a document of one of these names, in order."""
        found = [row for name in dict.fromkeys(["", *names]) for row in self._by_document.get(name, ())]
        return sorted(found, key=lambda row: row.place)

    def told(self, used: Collection[Place], documents: Collection[str]) -> Iterator[Diagnostic]:
        """What is to be said of the file as a whole, given the rows that were used and all names of documents.

        Rows of documents that the collection does not have are told at once, and those whose words it has not.
        Emits link.decision-elsewhere.
        """
        yield from self.problems
        away = [row for row in self.decided if row.document and row.document not in documents]
        if away:
            names = list(dict.fromkeys(row.document for row in away))
            shown = ", ".join(names[:6]) + (" …" if len(names) > 6 else "")
            message = f"{len(away)} decisions are about documents that are not in this collection: {shown}"
            hint = "they stay in the file, and are obeyed when these documents are converted"
            yield Diagnostic("link.decision-elsewhere", "info", message, away[0].place, hint)
        for row in self.decided:
            if not row.document and row.place not in used:
                message = f"no document of this collection has “{row.anchor.text}”"
                hint = "the decision stays in the file; check its words if the sources have changed"
                yield Diagnostic("link.decision-elsewhere", "info", message, row.place, hint)


def load(path: Path) -> Decisions:
    """The decisions of a file. Raises `DecisionError` with file and row for what can't be understood."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"the file of decisions can't be read: {error.strerror}"
        raise DecisionError(message, place=str(path), remedy="check the path") from error
    return loads(data, str(path))


def loads(data: bytes, path: str) -> Decisions:
    """`load` for bytes in hand; `path` is for messages."""
    table = read_table(data, path)
    rows = tuple(_row(cells, Place(path, number)) for number, cells in table.rows)
    return Decisions(rows, table.columns, path)


def _row(cells: Mapping[str, str], place: Place) -> Row:
    kind = cells["kind"]
    occurrence = cells.get("occurrence", "").lower()
    if kind not in KINDS:
        found = next((known for known in KINDS if known.casefold() == kind.casefold()), "")
        if not found:
            message = f"{kind!r} is no kind of decision" if kind else "the row has no kind"
            raise DecisionError(message, place=str(place), remedy=f"use one of {', '.join(KINDS)}")
        kind = found
    if occurrence and not OCCURRENCE.fullmatch(occurrence):
        remedy = "write nothing, all, 2, or 2 of 3"
        raise DecisionError(f"{occurrence!r} is no occurrence", place=str(place), remedy=remedy)
    anchor = Anchor(cells["text"], cells.get("before", ""), cells.get("after", ""))
    meaning = verdict(kind, cells["decision"], cells.get("proposal", ""), str(place))
    row = Row(place, kind, anchor, cells.get("document", ""), occurrence, meaning, cells)
    if meaning is not None:
        _check_words(row)
    return row


def _check_words(row: Row) -> None:
    """Raise `DecisionError` where a decided row does not say what it is about."""
    if row.whole and (row.kind not in WHOLE or not row.document):
        message = f"the row decides a {row.kind}, and names no words"
        remedy = "write the words into the column text, and some before and after them"
        raise DecisionError(message, place=str(row.place), remedy=remedy)
    if not row.anchor.text and not row.whole and row.kind != "note":
        message = f"the row decides a {row.kind}, and its text is empty"
        raise DecisionError(message, place=str(row.place), remedy="only a lost note call has no words of its own")

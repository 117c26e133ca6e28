"""The file of decisions as a table: CSV in UTF-8, one row a decision, as spreadsheets write and read it.

Read are also what spreadsheets make of it: a byte order mark, UTF-16, semicolons or tabs, any newlines, a first line
"sep=;". A cell that a spreadsheet would take for a formula gets an apostrophe, which reading takes off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tei_tools.errors import DecisionError

COLUMNS = (
    "decision", "proposal", "kind", "problem", "document", "before", "text", "after", "occurrence", "candidates",
    "count", "forms", "titles", "sentences", "comment",
)  # fmt: skip
"""The columns in the order in which they are written; further ones of an editor follow."""
NEEDED = ("decision", "kind", "text")
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
SEPARATORS = ",;\t"
FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
PROTECTED = re.compile(r"'+[=+\-@＝＋－＠]")
SEP_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
UTF8 = "save it as CSV UTF-8 (in a spreadsheet: Save as, “CSV UTF-8”)"


@dataclass(frozen=True)
class Table:
    """`rows` are cells by column, with the number that a spreadsheet shows for each row: the header is row 1."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def read_table(data: bytes, path: str) -> Table:
    """The rows of a file that are not empty; `path` is for messages. Raises `DecisionError` with file and row."""
    text = _decoded(data, path)
    declared = SEP_LINE.match(text)
    first = 2 if declared else 1
    text = text[declared.end() :] if declared else text
    separator = declared[1] if declared else _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(reader, first):
            records.append((number, [_bare(cell) for cell in cells]))
    except csv.Error as error:
        place = f"{path}:{first + len(records)}"
        remedy = "a cell that holds a comma or a quotation mark stands in quotation marks, those inside it doubled"
        raise DecisionError(f"the row is no CSV: {error}", place=place, remedy=remedy) from error
    filled = [(number, cells) for number, cells in records if any(cells)]
    if not filled:
        raise DecisionError("the file of decisions is empty", place=path, remedy="tei-tools suggest makes one")
    columns = _columns(filled[0], path)
    return Table(columns, tuple((number, _row(cells, columns, f"{path}:{number}")) for number, cells in filled[1:]))


def _decoded(data: bytes, path: str) -> str:
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise DecisionError("the file of decisions is not UTF-8", place=f"{path}:{row}", remedy=UTF8) from error
    if "\0" in text:
        raise DecisionError("the file of decisions is no text", place=path, remedy=UTF8)
    return text


def _separator(text: str) -> str:
    """What parts the cells of the first row."""
    header = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    return max(SEPARATORS, key=header.count)


def _columns(record: tuple[int, list[str]], path: str) -> tuple[str, ...]:
    number, cells = record
    names = [cell.casefold() if cell.casefold() in COLUMNS else cell for cell in cells]
    while names and not names[-1]:
        names.pop()
    place = f"{path}:{number}"
    missing = [name for name in NEEDED if name not in names]
    if missing:
        remedy = f"the first row names the columns; these are needed: {', '.join(NEEDED)}"
        raise DecisionError(f"there is no column {missing[0]!r}", place=place, remedy=remedy)
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise DecisionError(f"two columns are called {twice[0]!r}", place=place, remedy="rename one of them")
    return tuple(names)


def _row(cells: Sequence[str], columns: Sequence[str], place: str) -> Mapping[str, str]:
    if any(cells[len(columns) :]):
        message = f"the row has {len(cells)} cells, the header {len(columns)}"
        remedy = "put a cell that holds a comma into quotation marks"
        raise DecisionError(message, place=place, remedy=remedy)
    return dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=False))


def _bare(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if PROTECTED.match(cell) else cell


def write_table(table: Table) -> bytes:
    """The file: UTF-8 with the byte order mark by which spreadsheets know it, and lines that end as on this side."""
    columns = [*COLUMNS, *(name for name in table.columns if name not in COLUMNS)]
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    for _, row in table.rows:
        writer.writerow([_protected(row.get(name, "")) for name in columns])
    return written.getvalue().encode("utf-8-sig")


def _protected(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line."""
    cell = " ".join(cell.split())
    return f"'{cell}" if FORMULA.match(cell) else cell

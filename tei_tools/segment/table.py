"""Tables: lines whose cells are parted by tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tei_tools.model import Block, SourceText, Span
from tei_tools.segment.lines import BLANKS, Line


def is_row(line: Line, source: SourceText) -> bool:
    """Whether a line has a tab between its cells, or before its text (an empty first cell)."""
    end = source.text.find("\n", line.span.end)
    return "\t" in source.text[line.start : end if end >= 0 else None]


def row(line: Line, source: SourceText) -> Block:
    """The cells of a line; an empty cell holds an empty span."""
    cells: list[Block] = []
    offset = line.start
    end = source.text.find("\n", line.start)
    for raw in source.text[line.start : end if end >= 0 else None].split("\t"):
        text = raw.strip(BLANKS)
        start = offset + raw.index(text[0]) if text else offset
        cells.append(Block("cell", Span(start, start + len(text))))
        offset += len(raw) + 1
    return Block("row", Span(line.start, max(line.span.end, cells[-1].span.end)), children=tuple(cells))


def table(rows: Sequence[Block]) -> Block:
    columns = max(len(row.children) for row in rows)
    attributes = {"rows": str(len(rows)), "cols": str(columns)}
    return Block("table", Span(rows[0].span.start, rows[-1].span.end), attributes, tuple(rows))


def match(found: list[Line], index: int, source: SourceText) -> tuple[Block, int] | None:
    """The table that begins at this line, and the number of its lines."""
    end = index
    while end < len(found) and is_row(found[end], source) and (end == index or found[end].blank == 0):
        end += 1
    if end == index:
        return None
    rows = [row(line, source) for line in found[index:end]]
    if _is_label(rows, source):
        rows[0] = replace(rows[0], attributes={"role": "label"})
    return table(rows), end - index


def _is_label(rows: Sequence[Block], source: SourceText) -> bool:
    """Whether the first row heads the columns: its first cell is empty, or it has words above figures."""
    first, *others = ([source.slice(cell.span).strip() for cell in row.children] for row in rows)
    if not others or len(first) < 2 or not all(first[1:]):
        return False
    figures = [any(c.isdigit() for cell in row[1:] for c in cell) for row in others]
    return not first[0] or (not any(c.isdigit() for cell in first for c in cell) and all(figures))

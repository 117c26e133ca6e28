"""The list of notes at the end of a text.

"  1. Source: …" opens a note; lines that are indented further, bullets and blank lines belong to it (FRUS 1955–57
volume I, document 120, note 2 has a second paragraph after a blank line). The list is the longest stretch at the end
of the text that holds nothing else.
"""

from __future__ import annotations

from tei_tools.model import Block, SourceText, Span
from tei_tools.profile import Profile
from tei_tools.segment import table
from tei_tools.segment.lines import Line


def split(found: list[Line], source: SourceText, profile: Profile) -> tuple[list[Line], tuple[Block, ...]]:
    """The lines before the list of notes, and the notes, each with its paragraphs."""
    begin = _begin(found, source, profile)
    notes: list[tuple[Line, list[Line]]] = []
    for line in found[begin:]:
        label = profile.note_label.match(source.text, line.start, line.span.end)
        if label:
            notes.append((line, [line]))
        else:
            notes[-1][1].append(line)
    return found[:begin], tuple(_note(first, run, source, profile) for first, run in notes)


def _begin(found: list[Line], source: SourceText, profile: Profile) -> int:
    """Index of the line that opens the list, or the number of lines where there is none."""
    begin = len(found)
    for index in range(len(found) - 1, -1, -1):
        line = found[index]
        if profile.note_label.match(source.text, line.start, line.span.end):
            begin = index
        elif line.indent < profile.note_indent and not profile.bullet.match(source.text, line.start):
            break
    return begin


def _note(first: Line, run: list[Line], source: SourceText, profile: Profile) -> Block:
    label = profile.note_label.match(source.text, first.start, first.span.end)
    assert label is not None
    n = label["n"] or label["symbol"]
    marker = Span(first.span.start, label.end())
    parts: list[Block] = []
    for line in run:
        start = marker.end if line is first else line.span.start
        bullet = None if line is first else profile.bullet.match(source.text, line.start)
        if bullet:
            item = Block("item", Span(bullet.end(), line.span.end), marker=Span(bullet.start("mark"), bullet.end()))
            if parts and parts[-1].element == "list":
                before = parts.pop()
                parts.append(Block("list", Span(before.span.start, item.span.end), children=(*before.children, item)))
            else:
                parts.append(Block("list", item.span, children=(item,)))
        elif table.is_row(line, source) and line is not first:
            row = table.row(line, source)
            if parts and parts[-1].element == "table":
                before = parts.pop()
                parts.append(table.table((*before.children, row)))
            else:
                parts.append(table.table((row,)))
        else:
            parts.append(Block("p", Span(start, max(start, line.span.end))))
    span = Span(marker.end, max(marker.end, run[-1].span.end))
    attributes = {"n": n}
    if profile.note_source.match(source.text, marker.end):
        attributes["type"] = "source"
    children = tuple(parts) if len(parts) > 1 or parts[0].element != "p" else ()
    return Block("note", span, attributes, children, marker)

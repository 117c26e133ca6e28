"""The lists of notes: one at the end of a text, or one at the foot of each page.

"  1. Source: …" opens a note; lines that are indented further, bullets and blank lines belong to it (FRUS 1955–57
volume I, document 120, note 2 has a second paragraph after a blank line). A list is the longest stretch at the end of
the text, or of a page, that holds nothing else. Where labels are ambiguous ("1. …" may be a paragraph), the text has to
call the notes (`segment.note_list`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei_tools.forms import Form
from tei_tools.model import Block, SourceText, Span
from tei_tools.profile import Profile
from tei_tools.segment import note_list, table
from tei_tools.segment.lines import Line, bare, begins, joined
from tei_tools.segment.note_list import Note

BLANKS = " \t\n\f\v\r"
ENDED = re.compile(r"[.?!:;][\"'”’)\]]*\s*$")


def split(found: list[Line], source: SourceText, profile: Profile) -> tuple[list[Line], tuple[Block, ...]]:
    """The lines without those of the notes, and the notes in source order, each with its paragraphs."""
    begin, notes = note_list.at_end(found, source, profile)
    if begin == 0:
        # A file of notes and nothing else: there is no text that they could be notes to.
        return found, ()
    kept = found[:begin]
    # A list that goes over several pages is one at the end of the text.
    if "page" in profile.note_places and not any(line.turns for line in found[begin + 1 :]):
        without, feet = _feet(found, source, profile)
        if feet and not _is_whole(notes, feet, source, profile):
            kept, notes = without, feet
    kept = _over_pages(kept, source, profile) if profile.page_joins else kept
    return kept, tuple(_note(note, source, profile) for note in notes)


def _is_whole(notes: Sequence[Note], feet: Sequence[Note], source: SourceText, profile: Profile) -> bool:
    """Whether the list at the end has all notes, and what stands at the feet of pages are numbered paragraphs.

    Then the last page alone does not call its notes, and they are the more, or begin with the source of the document.
    """
    if not notes or feet[-1].label == notes[-1].label:
        return False
    return len(feet) <= len(notes) or profile.note_source.match(source.text, notes[0].label.end) is not None


def _feet(found: list[Line], source: SourceText, profile: Profile) -> tuple[list[Line], list[Note]]:
    """The lines of each page without the notes at its foot, and these, whose numbers have one form."""
    kept, notes = _without_feet(found, source, profile, None)
    used = Counter(note.label.form for note in notes if note.label.n.isdigit())
    return (kept, notes) if len(used) < 2 else _without_feet(found, source, profile, used.most_common(1)[0][0])


def _without_feet(
    found: list[Line], source: SourceText, profile: Profile, only: Form | None
) -> tuple[list[Line], list[Note]]:
    """As `_feet`, of one form where it is given; no notes where only the last page has some."""
    turns = [index for index, line in enumerate(found) if line.turns and index]
    kept: list[Line] = []
    notes: list[Note] = []
    for start, end in zip([0, *turns], [*turns, len(found)], strict=True):
        page = found[start:end]
        begin, foot = note_list.at_end(page, source, profile, only)
        if end == len(found) and not notes:
            return list(found), []
        if kept and page and notes and notes[-1].lines[-1].span.end > kept[-1].span.end:
            page[0] = replace(page[0], blank=max(1, page[0].blank))
        kept += page[:begin]
        notes += foot
    return kept, notes


def _over_pages(found: Sequence[Line], source: SourceText, profile: Profile) -> list[Line]:
    """The lines, those joined between which a page turns within a sentence."""
    kept: list[Line] = []
    for line in found:
        if kept and line.turns and _same_sentence(kept[-1], line, source, profile):
            kept[-1] = joined([kept[-1], line], source)
        else:
            kept.append(line)
    return kept


def _same_sentence(before: Line, after: Line, source: SourceText, profile: Profile) -> bool:
    if "\t" in before.text + after.text or begins(after, source, profile):
        return False
    return after.text[0].islower() and not ENDED.search(bare(before.text))


class Feet:
    """Notes, in source order, that are looked up by their place."""

    def __init__(self, notes: Sequence[Block]) -> None:
        self._notes = notes
        self._begins = [note.marker.start if note.marker else note.span.start for note in notes]

    def within(self, span: Span) -> Iterator[tuple[int, int]]:
        """Where the notes begin and end that stand inside of a span."""
        for index in range(bisect_left(self._begins, span.start), bisect_right(self._begins, span.end)):
            if self._notes[index].span.end <= span.end:
                yield self._begins[index], self._notes[index].span.end


def cut(block: Block, notes: Feet, source: SourceText) -> Block:
    """A block without the notes at the feet of the pages over which it goes.

    A paragraph that goes on behind them has children "#text", each a stretch of its text.
    """
    if block.children:
        return replace(block, children=tuple(cut(child, notes, source) for child in block.children))
    pieces = [trimmed for piece in _pieces(block.span, notes) if (trimmed := _trimmed(piece, source))]
    if len(pieces) < 2:
        return block
    return replace(block, children=tuple(Block("#text", piece) for piece in pieces))


def _trimmed(span: Span, source: SourceText) -> Span | None:
    """A stretch without the blanks around it; None for nothing else than blanks."""
    text = source.slice(span)
    start = span.start + len(text) - len(text.lstrip(BLANKS))
    return Span(start, start + len(text.strip(BLANKS))) if text.strip(BLANKS) else None


def _pieces(span: Span, notes: Feet) -> Iterator[Span]:
    start = span.start
    for begin, end in notes.within(span):
        if begin > start:
            yield Span(start, begin)
        start = end
    if start < span.end:
        yield Span(start, span.end)


def _note(note: Note, source: SourceText, profile: Profile) -> Block:
    label = note.label
    marker = Span(note.start, label.end)
    parts: list[Block] = []
    for line in note.lines:
        start = marker.end if line is note.lines[0] else line.span.start
        bullet = None if line is note.lines[0] else profile.bullet.match(source.text, line.start)
        if bullet:
            text = Span(bullet.end(), max(bullet.end(), line.span.end))
            item = Block("item", text, marker=Span(bullet.start("mark"), bullet.end()))
            _add(parts, "list", item)
        elif table.is_row(line, source) and line is not note.lines[0]:
            row = table.row(line, source)
            if parts and parts[-1].element == "table":
                before = parts.pop()
                parts.append(table.table((*before.children, row)))
            else:
                parts.append(table.table((row,)))
        else:
            parts.append(Block("p", Span(start, max(start, line.span.end))))
    span = Span(marker.end, max(marker.end, note.lines[-1].span.end))
    attributes = {"n": label.n}
    if profile.note_source.match(source.text, marker.end):
        attributes["type"] = "source"
    elif profile.note_summary.match(source.text, marker.end):
        # The electronic volumes of 1969–76 print a summary as note 1 and the source as note 2.
        attributes["type"] = "summary"
    children = tuple(parts) if len(parts) > 1 or parts[0].element != "p" else ()
    return Block("note", span, attributes, children, marker)


def _add(parts: list[Block], element: str, child: Block) -> None:
    """Put a child into the last part, where that is of the element, or into a new one."""
    if parts and parts[-1].element == element:
        before = parts.pop()
        parts.append(Block(element, Span(before.span.start, child.span.end), children=(*before.children, child)))
    else:
        parts.append(Block(element, child.span, children=(child,)))

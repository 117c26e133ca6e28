"""Where the notes of a document stand: one list at the end of the text, or a group at the foot of each page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tei_tools.model import Block, Document, Span


@dataclass(frozen=True, slots=True)
class Group:
    """Notes that stand together. `span` is what they take of the source; `window` is where their calls can be."""

    notes: tuple[Block, ...]
    span: Span
    window: Span
    foot: bool
    """Whether text of the document follows: the notes stand at the foot of a page."""


def groups(document: Document) -> list[Group]:
    """The groups of a document's notes, in source order.

    A group at the end takes all that follows its first label; one at the foot of a page ends with its last note. Notes
    at the foot of a page are called on this page, and where pages have such notes, so are those of the last page.
    """
    notes = document.notes
    if not notes:
        return []
    starts = sorted(leaf.span.start for block in document.body for leaf in block.leaves())
    pages = [page.span.end for page in document.of("pb")]
    found: list[Group] = []
    low = 0
    for run in _runs(notes, starts):
        begin = _begin(run[0])
        foot = bool(starts) and starts[-1] >= run[-1].span.end
        end = run[-1].span.end if foot else len(document.source.text)
        if foot or low:
            low = max([low, *pages[: bisect_right(pages, begin)][-1:]])
        found.append(Group(tuple(run), Span(begin, end), Span(low, begin), foot))
        low = end
    return found


def ends(places: Iterable[Group]) -> dict[int, int]:
    """Where each note ends, by its identity: where the next one of its group begins."""
    found: dict[int, int] = {}
    for group in places:
        starts = [note.marker.start for note in group.notes if note.marker]
        found |= zip(map(id, group.notes), [*starts[1:], group.span.end], strict=True)
    return found


def _runs(notes: Sequence[Block], starts: Sequence[int]) -> list[list[Block]]:
    """The notes, parted where text of the document begins between them."""
    runs: list[list[Block]] = []
    for note in notes:
        if runs and bisect_left(starts, runs[-1][-1].span.end) == bisect_left(starts, _begin(note)):
            runs[-1].append(note)
        else:
            runs.append([note])
    return runs


def _begin(note: Block) -> int:
    return note.marker.start if note.marker else note.span.start

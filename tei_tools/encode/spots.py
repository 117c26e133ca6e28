"""Where a doubt about a source stands: in which document, next to which xml:id of its TEI, among which words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tei_tools.conversion import Spot
from tei_tools.diagnostics import Place
from tei_tools.encode.body import note_ids, page_ids
from tei_tools.model import Document, SourceText
from tei_tools.note_groups import ends, groups

ROOM = 60
"""So many characters of a line are shown before and after the word in question."""
WORD = re.compile(r"\w+|\[[^]\n]{1,30}\]|\S")


def spots(document: Document, places: Iterable[Place]) -> Iterator[Spot]:
    """The spot of each place that lies in the text of the document; places "as a whole" have no words."""
    text, marks = document.source, None
    for place in dict.fromkeys(places):
        if place.file != text.path:
            continue
        offset = _offset(text, place)
        if offset is None:
            yield Spot(place, document.metadata.id)
            continue
        marks = marks or _Marks(document)
        yield Spot(place, document.metadata.id, marks.near(offset), *_words(text.text, offset, place.column))


def _offset(text: SourceText, place: Place) -> int | None:
    row = place.line - text.first_line
    return text.lines[row] + max(0, place.column - 1) if place.line and 0 <= row < len(text.lines) else None


class _Marks:
    """What a reader can be led to: the document, its page breaks, the calls of its notes, and the notes."""

    def __init__(self, document: Document) -> None:
        self._document = document.metadata.id
        ids, calls = note_ids(document), document.of("note")
        until = ends(groups(document))
        self._notes = [
            (note.marker.start if note.marker else note.span.start, until[id(note)], ids[id(call)])
            for call, note in zip(calls, document.notes, strict=True)
        ]
        named = [(page.span.start, name) for page, name in page_ids(document.of("pb"))]
        named += [(call.span.start, f"{ids[id(call)]}-call") for call in calls]
        self._named = sorted(named)

    def near(self, offset: int) -> str:
        """The note in which the offset lies; in the text, what stands before it and has an id."""
        for start, end, name in self._notes:
            if start <= offset < end:
                return name
        before = bisect_right(self._named, offset, key=lambda mark: mark[0])
        return self._named[before - 1][1] if before else self._document


def _words(text: str, offset: int, column: int) -> tuple[str, str, str]:
    """What stands on the line before the place, the word there, what follows; long lines are cut between words."""
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    word = WORD.match(text, offset, end) if column else None
    after = word.end() if word else offset
    left, right = text[begin:offset], text[after:end]
    if len(left) > ROOM:
        left = "…" + left[-ROOM:].partition(" ")[2]
    if len(right) > ROOM:
        right = right[:ROOM].rpartition(" ")[0] + " …"
    return left, text[offset:after], right

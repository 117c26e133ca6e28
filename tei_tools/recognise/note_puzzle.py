"""What the sequence of notes is solved from: their numbers, where each may be called, every candidate for a call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tei_tools.forms import Form
from tei_tools.model import Document, Span
from tei_tools.note_groups import Group
from tei_tools.profile import Profile
from tei_tools.recognise import note_calls, note_marked
from tei_tools.recognise.note_calls import Candidate

OTHER = 1.5
"""What a call costs whose form is not that of most calls."""
HIDDEN = "\x00"
"""Stands for each character of page marks and notes: it is no blank, no letter and no digit."""


@dataclass(frozen=True)
class Puzzle:
    """`text` has the offsets of the source, and hides what can't hold a call."""

    text: str
    numbers: tuple[str, ...]
    windows: tuple[Span, ...]
    forms: tuple[Form, ...]
    lost: bool
    shifts: bool
    runs: dict[str, list[re.Match[str]]] = field(default_factory=dict)
    """The runs of characters in which bare calls are found, by what they count with."""
    gaps: list[Candidate] = field(default_factory=list)

    @staticmethod
    def of(document: Document, places: Sequence[Group], profile: Profile) -> Puzzle:
        numbers = tuple(note.attributes["n"] for note in document.notes)
        windows = tuple(group.window for group in places for _ in group.notes)
        text = document.source.text[: places[-1].span.start if places else None]
        hidden = [group.span for group in places[:-1]]
        for span in hidden:
            text = text[: span.start] + HIDDEN * len(span) + text[span.end :]
        pages = [page.span for page in document.of("pb")]
        found: dict[str, list[re.Match[str]]] = {}
        for count, pattern in (("n", note_calls.DIGITS), ("a", note_calls.LETTERS), ("s", note_calls.SYMBOLS)):
            if any(form.count == count for form in profile.note_calls) and any(map(_counts(count).takes, numbers)):
                found[count] = [m for m in pattern.finditer(text) if not any(m.start() in page for page in pages)]
        gaps = note_calls.gaps(text) if profile.note_lost else []
        return Puzzle(text, numbers, windows, profile.note_calls, profile.note_lost, len(places) < 2, found, gaps)

    def candidates(self, value: str, following: str, numbered: Sequence[Form | None]) -> Iterator[Candidate]:
        """Every place for a call; of the forms with numbers only those given, the first one being the usual."""
        for form in self.forms:
            if not form.takes(value) or (value.isdigit() and form not in numbered):
                continue
            dear = OTHER if value.isdigit() and form != numbered[0] else 0.0
            if form.bare:
                found = note_calls.candidates(self.text, value, following, self.runs.get(form.count, ()), form)
            else:
                found = note_marked.candidates(self.text, value, form)
            yield from (replace(c, cost=c.cost + dear, glued=c.glued + dear) if dear else c for c in found)
        yield from self.gaps


def _counts(count: str) -> Form:
    return Form(f"{{{count}}}")

"""What the sequence of notes is solved from: their numbers, where each may be called, every candidate for a call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tei_tools.forms import Form
from tei_tools.model import Decided, Document, Span
from tei_tools.note_groups import Group
from tei_tools.profile import Profile
from tei_tools.recognise import note_calls, note_marked
from tei_tools.recognise.note_calls import Candidate, Runs

OTHER = 1.5
"""What a call costs whose form is not that of most calls."""
DECIDED = -50.0
"""What a call costs that an editor decided: it outweighs what its neighbours lose."""
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
    runs: dict[str, Runs] = field(default_factory=dict)
    """Where bare calls are found, by what they count with."""
    gaps: list[Candidate] = field(default_factory=list)
    decided: tuple[Decided, ...] = ()

    @staticmethod
    def of(document: Document, places: Sequence[Group], profile: Profile) -> Puzzle:
        numbers = tuple(note.attributes["n"] for note in document.notes)
        windows = tuple(group.window for group in places for _ in group.notes)
        text = document.source.text[: places[-1].span.start if places else None]
        hidden = [group.span for group in places[:-1]]
        shown = zip([0, *(span.end for span in hidden)], [*(span.start for span in hidden), len(text)], strict=True)
        hiding = [HIDDEN * len(span) for span in hidden] + [""]
        text = "".join(text[start:end] + hides for (start, end), hides in zip(shown, hiding, strict=True))
        pages = {offset for page in document.of("pb") for offset in range(page.span.start, page.span.end)}
        longest = 2 * max((len(n) + 1 for n in numbers), default=0)
        found: dict[str, Runs] = {}
        for count, pattern in (("n", note_calls.DIGITS), ("a", note_calls.LETTERS), ("s", note_calls.SYMBOLS)):
            if any(form.count == count for form in profile.note_calls) and any(map(_counts(count).takes, numbers)):
                runs = (run for run in pattern.finditer(text) if run.start() not in pages)
                found[count] = note_calls.by_ending(runs, longest)
        gaps = note_calls.gaps(text) if profile.note_lost else []
        single = len(places) < 2
        decided = document.source.decisions("note")
        return Puzzle(text, numbers, windows, profile.note_calls, profile.note_lost, single, found, gaps, decided)

    def candidates(self, value: str, following: str, numbered: Sequence[Form | None]) -> Iterator[Candidate]:
        """The places for a call: the one that an editor chose, or else all that nobody has decided about."""
        chosen = [d for d in self.decided if d.accepted and self.value_of(d) == value]
        if chosen:
            yield from (place for decision in chosen for place in self._at(decision, value))
            return
        for candidate in self._found(value, following, numbered):
            if not any(self._takes(d, candidate) for d in self.decided):
                yield candidate

    def value_of(self, decision: Decided) -> str:
        """Which note is called where an editor decided so: the one that is named, or whose number stands there."""
        printed = self.text[decision.span.start : decision.span.end].strip()
        matches = ((form, form.pattern.fullmatch(printed)) for form in self.forms)
        return decision.attributes.get("n") or next((form.value(match) for form, match in matches if match), "")

    def _at(self, decision: Decided, value: str) -> Iterator[Candidate]:
        """The place that was decided: the mark that is printed there, or a point where none is."""
        start, end = decision.span.start, decision.span.end
        if start == end:
            yield Candidate(start, start, DECIDED, DECIDED)
        for form in self.forms:
            if form.printed(value) == self.text[start:end].strip():
                marked = () if form.bare else note_marked.candidates(self.text, value, form)
                begin = next((place.start for place in marked if place.end == end), start)
                yield Candidate(begin, end, DECIDED, DECIDED, form)
                return

    @staticmethod
    def _takes(decision: Decided, candidate: Candidate) -> bool:
        return candidate.start < decision.span.end and decision.span.start < candidate.end

    def _found(self, value: str, following: str, numbered: Sequence[Form | None]) -> Iterator[Candidate]:
        """Every place for a call; of the forms with numbers only those given, the first one being the usual."""
        for form in self.forms:
            if not form.takes(value) or (value.isdigit() and form not in numbered):
                continue
            dear = OTHER if value.isdigit() and form != numbered[0] else 0.0
            if form.bare:
                found = note_calls.candidates(self.text, value, following, self.runs.get(form.count, {}), form)
            else:
                found = note_marked.candidates(self.text, value, form)
            yield from (replace(c, cost=c.cost + dear, glued=c.glued + dear) if dear else c for c in found)
        yield from self.gaps


def _counts(count: str) -> Form:
    return Form(f"{{{count}}}")

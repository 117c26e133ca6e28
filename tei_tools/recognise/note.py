"""`note`: the calls of all notes of a document, solved as one sequence.

Each note of the list is called once, in the order of the list. Every number glued to a word or a mark is a candidate
with a cost (`recognise.note_calls`); dynamic programming finds the cheapest sequence that explains all notes, leaving a
note without call where every place is absurd. Scraped lists are numbered anew from 1 while the calls keep the printed
numbers, which begin at 0 in many volumes of 1958–63 (FRUS 1958–60 volume VIII): the shift that explains most wins.

Emits recognise.note-call-missing, -note-missing, -note-number-repeated, -note-number-order and -note-renumbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, Block, Cert, Document, Span
from tei_tools.profile import Profile
from tei_tools.recognise import note_calls
from tei_tools.recognise.note_calls import MISSING, Candidate

SOURCE = "note"
SHIFTS = (0, -1, 1)
SHIFT_COST = 1.0
DOUBTFUL = 2.5
"""From this cost on a call is said to be doubtful."""
STRONG = re.compile(r"(?<=[a-z.,;:”’)\]?!])(?<!\d[.,:])(?<!No\.)(?<!\b[A-Z]\.)\d{1,3}(?=\s|$)")


Chain = tuple["Chain | None", Candidate | None]
"""The places chosen, the last one first."""
State = tuple[int, float, "Chain | None"]
"""The notes so far end at this offset: offset, cost, and the places chosen."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The values of the calls, their places (None where a call is missing), and what the reading costs."""

    values: tuple[str, ...]
    places: tuple[Candidate | None, ...]
    cost: float


def recognise(document: Document, _profile: Profile) -> Iterator[Annotation | Diagnostic]:
    """One annotation per note of the list, in its order, and what is odd about calls and numbers."""
    notes = document.notes
    text = document.source.text
    end = notes[0].marker.start if notes and notes[0].marker else len(text)
    numbers = [note.attributes["n"] for note in notes]
    solution = _solve(document, numbers, end)
    yield from _numbers(document, notes)
    if solution.values != tuple(numbers):
        message = f"the list counts its notes from {numbers[0]}, the calls from {solution.values[0]}"
        hint = "the numbers of the calls were taken, as they are the printed ones"
        place = document.source.place(notes[0].span.start)
        yield Diagnostic("recognise.note-renumbered", "info", message, place, hint)
    for index, note in enumerate(notes):
        call = solution.places[index]
        attributes = {"n": solution.values[index]}
        if call and call.end > call.start:
            cert: Cert = "high" if call.cost < DOUBTFUL else "medium"
            yield Annotation("note", Span(call.start, call.end), attributes, cert, SOURCE)
        else:
            point = call.start if call else _where(document, solution, index, end)
            evidence = "a gap in the text" if call else "the calls before and after it"
            yield Annotation("note", Span(point, point), attributes, "low", SOURCE, evidence)
            yield _missing_call(document, solution, index, note, end)
    yield from _uncalled(document, solution, end)


def _solve(document: Document, numbers: Sequence[str], end: int) -> Solution:
    """The cheapest reading over all shifts of the numbers; a shift must explain clearly more than none does."""
    text = document.source.text[:end]
    runs = [run for run in note_calls.DIGITS.finditer(text) if not _in_page_marker(document, run.start())]
    best = _sequence(text, tuple(numbers), runs)
    if best.cost < SHIFT_COST or not all(n.isdigit() for n in numbers):
        return best
    for shift in SHIFTS[1:]:
        values = tuple(str(int(n) + shift) for n in numbers)
        if values[0].startswith("-"):
            continue
        other = _sequence(text, values, runs)
        if other.cost + SHIFT_COST < best.cost:
            best = other
    return best


def _in_page_marker(document: Document, offset: int) -> bool:
    return any(offset in pb.span for pb in document.of("pb"))


def _sequence(text: str, values: tuple[str, ...], digits: list[re.Match[str]]) -> Solution:
    """Places for the values, in rising order, at the least cost."""
    gaps = note_calls.gaps(text)
    symbols = [] if all(v.isdigit() for v in values) else list(note_calls.SYMBOLS.finditer(text))
    letters = [] if all(not v.isalpha() for v in values) else list(note_calls.LETTERS.finditer(text))
    states: list[State] = [(0, 0.0, None)]
    for index, value in enumerate(values):
        following = values[index + 1] if index + 1 < len(values) else ""
        runs = digits if value.isdigit() else letters if value.isalpha() else symbols
        found = sorted([*note_calls.candidates(text, value, following, runs), *gaps], key=lambda c: (c.end, c.start))
        states = _step(states, found)
    _, cost, chain = min(states, key=lambda state: (state[1], state[0]))
    places: list[Candidate | None] = []
    while chain is not None:
        chain, place = chain
        places.append(place)
    return Solution(values, tuple(reversed(places)), cost)


def _step(states: list[State], found: list[Candidate]) -> list[State]:
    """All states one note later. Both lists are in order of offset, so one pass finds the best state before each."""
    new: list[State] = [(end, cost + MISSING, (chain, None)) for end, cost, chain in states]
    at = 0
    best: State | None = None
    by_end = {state[0]: state for state in reversed(states)}
    for place in found:
        while at < len(states) and states[at][0] <= place.start:
            if best is None or states[at][1] < best[1]:
                best = states[at]
            at += 1
        choices: list[State] = []
        if best is not None:
            choices.append((place.end, best[1] + place.cost, (best[2], place)))
        touching = by_end.get(place.start)
        if touching is not None and touching[2] is not None and touching[0] > 0:
            choices.append((place.end, touching[1] + place.glued, (touching[2], place)))
        if choices:
            new.append(min(choices, key=lambda state: state[1]))
    return _undominated(new)


def _undominated(states: list[State]) -> list[State]:
    """Of the states, those that no earlier and cheaper one makes needless; in order of offset."""
    kept: list[State] = []
    for state in sorted(states, key=lambda s: (s[0], s[1])):
        if not kept or (state[0] != kept[-1][0] and state[1] < kept[-1][1] + MISSING):
            kept.append(state)
    return kept


def _where(document: Document, solution: Solution, index: int, end: int) -> int:
    """Where a note goes whose call is lost without trace: at the end of the block where its neighbours allow it."""
    leaves = [leaf for block in document.body for leaf in block.leaves() if len(leaf.span)]
    if not leaves:
        return 0
    if document.notes[index].attributes.get("type") == "source":
        heads = [leaf for leaf in leaves if leaf.element == "head"]
        if heads and index == 0:
            return heads[0].span.end
    low = max((place.end for place in solution.places[:index] if place), default=0)
    high = min((place.start for place in solution.places[index + 1 :] if place), default=end)
    open_to = [leaf for leaf in leaves if low <= leaf.span.end <= high]
    return open_to[0].span.end if open_to else low


def _numbers(document: Document, notes: Sequence[Block]) -> Iterator[Diagnostic]:
    for before, note in pairwise(notes):
        a, b = before.attributes["n"], note.attributes["n"]
        place = document.source.place(note.marker.start if note.marker else note.span.start)
        hint = "check the list of notes; the numbers are kept as they are"
        if a == b:
            yield Diagnostic("recognise.note-number-repeated", "warning", f"two notes have the number {b}", place, hint)
        elif a.isdigit() and b.isdigit() and int(b) != int(a) + 1:
            yield Diagnostic("recognise.note-number-order", "warning", f"note {b} comes after note {a}", place, hint)


def _missing_call(document: Document, solution: Solution, index: int, note: Block, end: int) -> Diagnostic:
    value = solution.values[index]
    text = document.source.text
    near = [str(document.source.place(m.start())) for m in re.finditer(rf"(?<!\d){re.escape(value)}(?!\d)", text[:end])]
    tried = (
        f"it was not taken to be the “{value}” at {', '.join(near[:4])}" if near else f"no “{value}” stands in the text"
    )
    message = f"note {value} is not called in the text: {tried}"
    hint = "put the number behind the word that it belongs to; until then the note stands between its neighbours"
    place = document.source.place(note.marker.start if note.marker else note.span.start)
    return Diagnostic("recognise.note-call-missing", "warning", message, place, hint)


def _uncalled(document: Document, solution: Solution, end: int) -> Iterator[Diagnostic]:
    """Numbers that look like calls, but are none of the notes."""
    taken = {place.start for place in solution.places if place}
    spans = [place for place in solution.places if place]
    most = max((int(v) for v in solution.values if v.isdigit()), default=0) + 3
    for match in STRONG.finditer(document.source.text, 0, end):
        inside = any(place.start < match.end() and match.start() < place.end for place in spans)
        if match.start() in taken or inside or int(match.group()) > most:
            continue
        message = f"“{match.group()}” looks like a note call, but the list has no such note"
        hint = "the number was kept as text; add the note to the list, or put a blank before the number"
        yield Diagnostic("recognise.note-missing", "warning", message, document.source.place(match.start()), hint)

"""`note`: the calls of all notes of a document, solved as one sequence.

Each note of the list is called once, in the order of the list. Every number glued to a word or a mark is a candidate
with a cost (`recognise.note_calls`); dynamic programming finds the cheapest sequence that explains all notes, leaving a
note without call where every place is absurd. Scraped lists are numbered anew from 1 while the calls keep the printed
numbers, which begin at 0 in many volumes of 1958–63 (FRUS 1958–60 volume VIII): the shift that explains most wins.

Emits recognise.note-call-missing, -note-missing, -note-number-repeated, -note-number-order and -note-renumbered, and
link.decision-unfit where an editor's decision leaves no order of the calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei_tools.diagnostics import Diagnostic
from tei_tools.forms import Form
from tei_tools.model import Annotation, Block, Cert, Document, Span
from tei_tools.note_groups import groups
from tei_tools.profile import Profile
from tei_tools.recognise import note_problems
from tei_tools.recognise.note_calls import MISSING, OPEN, Candidate
from tei_tools.recognise.note_puzzle import DECIDED, Puzzle

SOURCE = "note"
SHIFTS = (0, -1, 1)
SHIFT_COST = 1.0
DOUBTFUL = 2.5
"""From this cost on a call is said to be doubtful."""
HOPELESS = 100 * MISSING
"""So far behind the best, a reading is given up: it leaves a hundred notes more without call."""
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


def recognise(document: Document, profile: Profile) -> Iterator[Annotation | Diagnostic]:
    """One annotation per note of the list, in its order, and what is odd about calls and numbers.

    The evidence of an annotation is the form of its call.
    """
    notes = document.notes
    places = groups(document)
    puzzle = Puzzle.of(document, places, profile)
    solution = _solve(puzzle)
    yield from note_problems.numbers(document, places)
    yield from note_problems.renumbered(document, puzzle.numbers, solution.values)
    lost = any(place is None or place.end == place.start for place in solution.places)
    stretches = [(leaf.span.start, _text_end(leaf.span, document)) for leaf in _leaves(document)] if lost else []
    last = 0
    for index, note in enumerate(notes):
        call = solution.places[index]
        attributes = {"n": solution.values[index]}
        if call and call.end > call.start:
            before = solution.places[index - 1] if index else None
            behind_call = before is not None and before.end == call.start
            cert: Cert = "high" if (call.glued if behind_call else call.cost) < DOUBTFUL else "medium"
            evidence = call.form.text if call.form else ""
            yield Annotation("note", _within(document, call), attributes, cert, SOURCE, evidence)
            last = call.end
        elif call and call.cost == DECIDED:
            yield Annotation("note", Span(call.start, call.start), attributes, "high", SOURCE, "an editor's decision")
            last = call.start
        else:
            point = call.start if call else _where(document, solution, index, puzzle.windows[index])
            last = point = _in_text(max(last, point), stretches)
            evidence = "a gap in the text" if call else "the calls before and after it"
            yield Annotation("note", Span(point, point), attributes, "low", SOURCE, evidence)
            window = puzzle.windows[index]
            yield note_problems.missing_call(document, solution.values[index], note, window)
    yield from note_problems.uncalled(document, puzzle.text, solution.values, solution.places)
    yield from note_problems.undecided(document, puzzle, solution.values, solution.places)


def _solve(puzzle: Puzzle) -> Solution:
    """The cheapest reading over all forms of the calls, and over all shifts of the numbers.

    Another form than the first, and a shift, must explain clearly more; calls of other forms beside the main one are
    looked for only where calls are missing without them.
    """
    numbered: list[Form | None] = [*(form for form in puzzle.forms if form.takes("1"))]
    numbered = numbered or [None]
    best = min((_shifted(puzzle, [form]) for form in numbered), key=lambda solution: solution.cost)
    if None in best.places and len(numbered) > 1:
        first = next((place.form for place in best.places if place and place.form in numbered), numbered[0])
        mixed = _shifted(puzzle, [first, *(form for form in numbered if form != first)])
        best = mixed if mixed.cost < best.cost else best
    return best


def _shifted(puzzle: Puzzle, numbered: Sequence[Form | None]) -> Solution:
    numbers = puzzle.numbers
    best = _sequence(puzzle, numbers, numbered)
    if best.cost < SHIFT_COST or not all(n.isdigit() for n in numbers) or not puzzle.shifts:
        return best
    for shift in SHIFTS[1:]:
        values = tuple(str(int(n) + shift) for n in numbers)
        if values[0].startswith("-"):
            continue
        other = _sequence(puzzle, values, numbered)
        if other.cost + SHIFT_COST < best.cost:
            best = other
    return best


def _sequence(puzzle: Puzzle, values: tuple[str, ...], numbered: Sequence[Form | None]) -> Solution:
    """Places for the values, in rising order, at the least cost."""
    states: list[State] = [(0, 0.0, None)]
    for index, value in enumerate(values):
        following = values[index + 1] if index + 1 < len(values) else ""
        window = puzzle.windows[index]
        found = [c for c in puzzle.candidates(value, following, numbered) if window.holds(Span(c.start, c.end))]
        states = _step(states, sorted(found, key=lambda c: (c.end, c.start)))
    _, cost, chain = min(states, key=lambda state: (_closed(state), state[0]))
    places: list[Candidate | None] = []
    while chain is not None:
        chain, place = chain
        places.append(place)
    return Solution(values, tuple(reversed(places)), cost)


def _step(states: list[State], found: list[Candidate]) -> list[State]:
    """All states one note later. Both lists are in order of offset, so one pass finds the best state before each."""
    new: list[State] = [(state[0], _closed(state) + MISSING, (state[2], None)) for state in states]
    at = 0
    best: State | None = None
    by_end = {state[0]: state for state in reversed(states)}
    for place in found:
        while at < len(states) and states[at][0] <= place.start:
            if best is None or _closed(states[at]) < _closed(best):
                best = states[at]
            at += 1
        choices: list[State] = []
        if best is not None:
            choices.append((place.end, _closed(best) + place.cost, (best[2], place)))
        touching = by_end.get(place.start)
        if touching is not None and touching[2] is not None and touching[0] > 0:
            choices.append((place.end, touching[1] + place.glued, (touching[2], place)))
        if choices:
            new.append(min(choices, key=lambda state: state[1]))
    return _undominated(new)


def _closed(state: State) -> float:
    """The cost of a state where the next call does not stand directly behind the last one."""
    last = state[2][1] if state[2] else None
    return state[1] + OPEN if last and last.open else state[1]


def _undominated(states: list[State]) -> list[State]:
    """Of the states, those that no earlier and cheaper one makes needless; in order of offset."""
    kept: list[State] = []
    most = min(state[1] for state in states) + HOPELESS
    for state in sorted((state for state in states if state[1] <= most), key=lambda s: (s[0], s[1])):
        if not kept or (state[0] != kept[-1][0] and state[1] < kept[-1][1] + MISSING):
            kept.append(state)
    return kept


def _within(document: Document, call: Candidate) -> Span:
    """The span of a call. A line end before it is part of it only within a block."""
    span = Span(call.start, call.end)
    printed = document.source.slice(span)
    mark = Span(call.end - len(printed.lstrip()), call.end)
    if "\n" not in printed or any(
        leaf.span.holds(span) for block in document.body for leaf in block.leaves() if leaf.span.holds(mark)
    ):
        return span
    return mark


def _where(document: Document, solution: Solution, index: int, window: Span) -> int:
    """Where a note goes whose call is lost without trace: at the end of the block where its neighbours allow it."""
    leaves = _leaves(document)
    if not leaves:  # a body that holds nothing but a bullet
        return next((leaf.span.start for block in document.body for leaf in block.leaves()), 0)
    low = max([window.start, *(place.end for place in solution.places[:index] if place)])
    high = min([window.end, *(place.start for place in solution.places[index + 1 :] if place)])
    if document.notes[index].attributes.get("type") == "source" and index == 0:
        heads = [leaf for leaf in leaves if leaf.element == "head" and leaf.span.end <= high]
        if heads:
            return _text_end(heads[0].span, document)
    open_to = [leaf for leaf in leaves if low <= leaf.span.end <= high]
    if open_to or any(leaf.span.start <= low <= leaf.span.end for leaf in leaves):
        # A heading has its source note; what else is noted belongs to the text.
        text = [leaf for leaf in open_to if leaf.element != "head"]
        return _text_end((text or open_to)[0].span, document) if open_to else _word_end(low, high, document)
    # The page begins with the paragraph that holds the next call: behind its first word.
    held = next((leaf for leaf in leaves if low <= leaf.span.start <= high), leaves[-1])
    return min(_word_end(held.span.start + 1, held.span.end, document), max(held.span.start, high))


def _word_end(point: int, limit: int, document: Document) -> int:
    """Where the word ends that holds a place: page marks within it are parts of it ("construc[Page 276]tion")."""
    text, pages = document.source.text, document.of("pb")
    if not text[point - 1 : point].strip() and point:
        return point
    for blank in re.finditer(r"\s", text[point:limit]):
        at = point + blank.start()
        if not any(page.span.start < at < page.span.end for page in pages):
            return at
    return limit


def _leaves(document: Document) -> list[Block]:
    """The blocks of the body that hold text, in source order."""
    return [leaf for block in document.body for leaf in block.leaves() if len(leaf.span)]


def _in_text(point: int, stretches: Sequence[tuple[int, int]]) -> int:
    """A place in the text for a call without one: where it is, else at the end of the block before, else at the first.

    Keeps the order of places: notes stand in the order of their list.
    """
    before = [(start, end) for start, end in stretches if start <= point]
    if not before:
        return stretches[0][0] if stretches else point
    return min(point, before[-1][1])


def _text_end(span: Span, document: Document) -> int:
    """Where the text of a block ends: before page markers at its end, which will stand outside of it."""
    end = span.end
    for page in reversed(document.of("pb")):
        if span.holds(page.span) and not document.source.text[page.span.end : end].strip():
            end = page.span.start
    return span.start + len(document.source.text[span.start : end].rstrip())


def title(document: Document) -> str:
    """The title of the document without the call that ends its head.

    Behind a year only the list of notes tells a call: "July 18, 19561" (FRUS 1955–57 volume XV, document 469).
    """
    text, words = document.source.text, document.metadata.title
    head = next((b.span for b in document.blocks if b.element == "head" and "type" not in b.attributes), None)
    call = next((a.span for a in document.of("note") if head and a.span.end == head.end), None)
    if head is None or call is None or not words.endswith(text[call.start : call.end]):
        return words
    bare = words[: -len(call)].rstrip()
    before = " ".join(text[head.start : call.start].split())
    return bare if before.endswith(bare) else words

"""What is odd about the notes of a document: calls without notes, notes without calls, numbers out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei_tools import forms
from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Block, Document, Span
from tei_tools.note_groups import Group
from tei_tools.recognise import note_marked
from tei_tools.recognise.note_calls import DIGITS, Candidate
from tei_tools.recognise.note_puzzle import Puzzle

LIKELY = 1.0
"""Up to this cost something in the form of the calls is told to be one without a note."""
STRONG = re.compile(r"(?<=[a-z.,;:”’)\]?!])(?<!\d[.,:])(?<!No\.)(?<!\b[A-Z]\.)\d{1,3}(?=\s|$)")


def renumbered(document: Document, numbers: Sequence[str], values: Sequence[str]) -> Iterator[Diagnostic]:
    if tuple(values) != tuple(numbers):
        message = f"the list counts its notes from {numbers[0]}, the calls from {values[0]}"
        hint = "the numbers of the calls were taken, as they are the printed ones"
        place = document.source.place(document.notes[0].span.start)
        yield Diagnostic("recognise.note-renumbered", "info", message, place, hint)


def numbers(document: Document, places: Sequence[Group]) -> Iterator[Diagnostic]:
    """Numbers that do not rise by one; at the foot of a new page they may begin again."""
    first = {id(group.notes[0]) for group in places}
    for before, note in pairwise(document.notes):
        a, b = before.attributes["n"], note.attributes["n"]
        place = document.source.place(note.marker.start if note.marker else note.span.start)
        hint = "check the list of notes; the numbers are kept as they are"
        if id(note) in first and b in ("1", "a"):
            continue
        if a == b and not (id(note) in first and not b.isalnum()):
            yield Diagnostic("recognise.note-number-repeated", "warning", f"two notes have the number {b}", place, hint)
        elif a.isdigit() and b.isdigit() and int(b) != int(a) + 1:
            yield Diagnostic("recognise.note-number-order", "warning", f"note {b} comes after note {a}", place, hint)


def missing_call(document: Document, value: str, note: Block, window: Span) -> Diagnostic:
    text = document.source.text
    pattern = re.compile(rf"(?<!\d){re.escape(value)}(?!\d)")
    near = [str(document.source.place(m.start())) for m in pattern.finditer(text, window.start, window.end)]
    tried = (
        f"it was not taken to be the “{value}” at {', '.join(near[:4])}" if near else f"no “{value}” stands in the text"
    )
    message = f"note {value} is not called in the text: {tried}"
    hint = "put the number behind the word that it belongs to; until then the note stands between its neighbours"
    place = document.source.place(note.marker.start if note.marker else note.span.start)
    return Diagnostic("recognise.note-call-missing", "warning", message, place, hint)


def uncalled(
    document: Document, text: str, values: Sequence[str], places: Sequence[Candidate | None]
) -> Iterator[Diagnostic]:
    """Numbers that look like calls, but are none of the notes."""
    called = [place for place in places if place]
    most = max((int(v) for v in values if v.isdigit()), default=0) + 3
    refused = [d.span for d in document.source.decisions("note")]
    for start, end, n in _alike(text, called):
        spans = [*(Span(place.start, place.end) for place in called), *refused]
        inside = any(span.start < end and start < span.end for span in spans)
        if inside or int(n) > most:
            continue
        mark = text[start:end].strip()
        message = f"“{mark}” looks like a note call, but the list has no such note"
        hint = "the number was kept as text; add the note to the list, or put a blank before the number"
        yield Diagnostic(
            "recognise.note-missing",
            "warning",
            message,
            document.source.place(end - len(mark)),
            hint,
        )


def _alike(text: str, called: Sequence[Candidate]) -> Iterator[tuple[int, int, str]]:
    """What has the form of the calls: offsets and number."""
    used = dict.fromkeys(place.form for place in called if place.form and place.form.takes("1"))
    for form in used:
        for n in [] if form.bare else dict.fromkeys(mark.n for mark in forms.find(form, text)):
            likely = (place for place in note_marked.candidates(text, n, form) if place.cost < LIKELY)
            yield from ((place.start, place.end, n) for place in likely)
    if not used or any(form.bare for form in used):
        for run in DIGITS.finditer(text):
            # Asked of each run of digits only: a search for the pattern would look back from every character.
            match = STRONG.match(text, run.start())
            if match:
                yield match.start(), match.end(), match.group()


def undecided(
    document: Document, puzzle: Puzzle, values: Sequence[str], places: Sequence[Candidate | None]
) -> Iterator[Diagnostic]:
    """Calls that were decided and can't be: the list has no such note, or the order of the calls forbids it."""
    chosen = {(value, place.end) for value, place in zip(values, places, strict=True) if place}
    for decided in document.source.decisions("note"):
        value = puzzle.value_of(decided)
        if not decided.accepted or (value, decided.span.end) in chosen:
            continue
        words = document.source.slice(decided.span).strip()
        why = "its place contradicts the order of the calls" if value in values else "the list has no such note"
        message = f"“{words}” can't be the call of note {value or '?'}: {why}"
        hint = "say which note is called (n=2), and check the decisions about the calls around it"
        yield Diagnostic("link.decision-unfit", "warning", message, decided.place, hint)

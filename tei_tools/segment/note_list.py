"""Which lines at the end of a text, or of a page, are its list of notes.

Labels that prove themselves ("  1. " with just two blanks, FRUS) are taken as they come. Other labels have to rise by
one, in one form, and the text above has to call most of the notes, as a numbered paragraph looks the same. A rule or
a heading may announce the list; then any line below belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tei_tools.dates import MONTH
from tei_tools.forms import Form, Mark
from tei_tools.model import SourceText
from tei_tools.profile import Profile
from tei_tools.segment.lines import Line, label

CALLED = 0.6
"""How many of the notes have to be called, for a list to be one; half of it where the list is announced."""
AFTER = rf"(?<=[^\W\d_]|[.,;:”’)\]?!\"'])|(?<=\b1[5-9]\d\d)|(?<=\b20\d\d)|\b(?:{MONTH})\s\d\d?"
BEFORE = r"(?=[\s.,;:)”’—]|$)"
WITHIN = r"(?<=\S)[ \t]*\n?[ \t]*"
STEP = 2
"""How far the numbers of two notes in a row may be apart: one may have been forgotten."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a list: its label, its lines, and where its markup begins: at the announcement for the first one."""

    label: Mark
    lines: tuple[Line, ...]
    start: int


def at_end(
    found: Sequence[Line], source: SourceText, profile: Profile, only: Form | None = None
) -> tuple[int, list[Note]]:
    """Index of the line that opens the list at the end of these lines, and its notes; the number of lines and none.

    `found` are the lines of a text or of a page; numbers count in labels of the form `only`, where it is given.
    """
    labels = [_label(line, source, profile, only) for line in found]
    if profile.note_proof == "label":
        begin = _begin(found, labels, source, profile)
        return begin, _notes(found, labels, begin, begin)
    announced = _announced(found, labels, source, profile)
    if announced is not None:
        return announced
    rising = _rising(labels[::-1], -1)[::-1]
    begin = _begin(found, rising, source, profile)
    if not _called(found, rising, begin, source, profile, CALLED):
        begin = len(found)
    return begin, _notes(found, rising, begin, begin)


def _label(line: Line, source: SourceText, profile: Profile, only: Form | None) -> Mark | None:
    mark = label(line, source, profile)
    return None if mark and only and mark.n.isdigit() and mark.form != only else mark


def _begin(found: Sequence[Line], labels: Sequence[Mark | None], source: SourceText, profile: Profile) -> int:
    """Index of the line that opens the list, or the number of lines where there is none."""
    begin = len(found)
    for index in range(len(found) - 1, -1, -1):
        line = found[index]
        if labels[index]:
            begin = index
        elif line.indent < profile.note_indent and not profile.bullet.match(source.text, line.start):
            break
    return begin


def _announced(
    found: Sequence[Line], labels: Sequence[Mark | None], source: SourceText, profile: Profile
) -> tuple[int, list[Note]] | None:
    """The list below a rule or a heading. Below a rule it ends with the page, unless its lines go on as notes do."""
    for index in range(len(found) - 2, -1, -1):
        if not profile.announces_notes(found[index].text):
            continue
        first = index + 1
        while first < len(found) and profile.announces_notes(found[first].text):
            first += 1
        rising = [None] * first + _rising(labels[first:], 1)
        if first == len(found) or rising[first] is None or not _reaches_end(found, rising, index, profile):
            continue
        while index and profile.announces_notes(found[index - 1].text):
            index -= 1
        if _called(found, rising, first, source, profile, CALLED / 2):
            return index, _notes(found, rising, first, index)
    return None


def _reaches_end(found: Sequence[Line], labels: Sequence[Mark | None], index: int, profile: Profile) -> bool:
    """A page that begins below a rule with other lines than notes is a page of the text."""
    if found[index].text.lstrip("# ")[0].isalpha():
        return True
    turns = [i for i in range(index + 1, len(found)) if found[i].turns]
    return all(labels[i] or found[i].indent >= profile.note_indent for i in turns)


def _rising(labels: Sequence[Mark | None], way: int) -> list[Mark | None]:
    """Of the labels, in the order of the text (`way` 1) or from its end (-1), those that go on with the one before."""
    kept: list[Mark | None] = []
    last: dict[str, Mark] = {}
    for mark in labels:
        kind = "n" if mark and mark.n.isdigit() else mark.form.count if mark else ""
        before = last.get(kind)
        if mark is None or (before is not None and not _follows(before, mark, way)):
            kept.append(None)
            continue
        last[kind] = mark
        kept.append(mark)
    return kept


def _follows(before: Mark, mark: Mark, way: int) -> bool:
    if mark.form.count == "s":
        return True
    step = int(mark.n) - int(before.n) if mark.n.isdigit() else ord(mark.n) - ord(before.n)
    return before.form == mark.form and 1 <= step * way <= STEP


def _notes(found: Sequence[Line], labels: Sequence[Mark | None], first: int, begin: int) -> list[Note]:
    """The notes from `first` on; the markup of the first one begins with the line `begin`."""
    starts = [index for index in range(first, len(found)) if labels[index]]
    notes: list[Note] = []
    for start, end in pairwise([*starts, len(found)]):
        mark = labels[start]
        assert mark is not None
        at = found[begin if start == first else start].span.start
        notes.append(Note(mark, tuple(found[start:end]), at))
    return notes


def _called(
    found: Sequence[Line],
    labels: Sequence[Mark | None],
    first: int,
    source: SourceText,
    profile: Profile,
    share: float,
) -> bool:
    """Whether the lines above a list call as great a share of its notes."""
    values = [mark.n for mark in labels[first:] if mark]
    if not values or first == 0:
        return False
    opening = labels[first]
    if opening and not found[0].turns and profile.note_source.match(source.text, opening.end):
        return True
    above = source.text[found[0].start : found[first].start]
    return sum(_calls(value, above, profile) for value in values) >= share * len(values)


def _calls(value: str, above: str, profile: Profile) -> bool:
    """Whether a text has something like a call: glued to a word or a mark, or within a line in a form of its own."""
    for form in profile.note_calls:
        if not form.takes(value):
            continue
        printed = re.escape(form.printed(value))
        pattern = rf"(?:{AFTER}){printed}{BEFORE}" if form.bare else WITHIN + printed
        if re.search(pattern, above):
            return True
    return False

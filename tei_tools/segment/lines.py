"""A source as lines: what is on each, how far it is indented, how many blank lines stand before it.

Lines that hold a page marker and nothing else are left out: the marker is an annotation, and what stands around it is
not changed by it. Where the source wraps its paragraphs, the lines of one paragraph are one line here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tei_tools import forms
from tei_tools.model import SourceText, Span
from tei_tools.profile import Profile
from tei_tools.wrapping import full, width

BLANKS = " \t\f\v\r"
CALL_ENDS = frozenset("0123456789*†‡§])⁰¹²³⁴⁵⁶⁷⁸⁹")
"""With what a note call ends in any of the usual forms: a heading is bare of it, whatever the profile."""
CALL = re.compile(
    r"(?<=[^\s\d])(?:\d{1,3}|[*†‡§]+)$|\s*(?:\[\^?\d{1,3}\]|\^\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$|(?<=\S)\(\d{1,2}\)$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """`span` is without the blanks around; `start` is where the line begins; `blank` counts empty lines before."""

    text: str
    span: Span
    start: int
    blank: int
    turns: bool = False
    """Whether a page mark stands between the line before and this one."""

    @property
    def indent(self) -> int:
        return self.span.start - self.start


def lines(source: SourceText, profile: Profile) -> list[Line]:
    """The lines of a source that hold text, in order; of a wrapped paragraph, what stands on one page is one line."""
    found = list(_lines(source, profile))
    wide = width(profile.wrapped, [line.span.end - line.start for line in found])
    return unwrapped(found, source, profile, wide) if wide else found


def _lines(source: SourceText, profile: Profile) -> Iterator[Line]:
    marks, _ = forms.pages(profile.page_forms, source.text)
    starting = {mark.start: mark for mark in marks}
    blank = before_marker = offset = 0
    turns = False
    for raw in source.text.split("\n"):
        text = raw.strip(BLANKS)
        start = offset
        offset += len(raw) + 1
        fed = "\f" in raw and any(i in starting for i in range(start, offset) if source.text[i] == "\f")
        begin = start + raw.index(text[0]) if text else start
        mark = starting.get(begin) if text else None
        if not text:
            turns = turns or fed
            blank += not fed
        elif mark is not None and mark.end == begin + len(text):
            before_marker, blank, turns = max(before_marker, blank), 0, True
        else:
            yield Line(text, Span(begin, begin + len(text)), start, max(blank, before_marker), turns or fed)
            blank = before_marker = 0
            turns = False


def unwrapped(found: Sequence[Line], source: SourceText, profile: Profile, wide: int) -> list[Line]:
    """The lines of each wrapped paragraph as one. A line that has room for the next word ends its paragraph."""
    runs: list[list[Line]] = []
    for line in found:
        if runs and _goes_on(runs[-1], line, source, profile, wide):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [joined(run, source) if len(run) > 1 else run[0] for run in runs]


def _goes_on(run: Sequence[Line], line: Line, source: SourceText, profile: Profile, wide: int) -> bool:
    last = run[-1]
    if line.blank or line.turns or "\t" in line.text or begins(line, source, profile):
        return False
    # A paragraph may be indented, or all but its first line ("1. Source: …" with the rest hanging).
    hangs = len(run) == 1 and begins(last, source, profile)
    return (line.indent <= last.indent or hangs) and full(last.span.end - last.start, line.text, wide)


def begins(line: Line, source: SourceText, profile: Profile) -> bool:
    """Whether a line begins something new, full as the line before it may be: an item, a note, a list of notes."""
    if profile.bullet.match(source.text, line.start) or profile.announces_notes(line.text):
        return True
    return label(line, source, profile) is not None or profile.number.match(line.text) is not None


def label(line: Line, source: SourceText, profile: Profile) -> forms.Mark | None:
    """The label with which a line begins, if it looks like a note of the list: "  1. ", "[1] ".

    A form that begins with blanks wants just these; any other may be indented.
    """
    for form in profile.note_labels:
        begin = line.start if form.text[0].isspace() else line.span.start
        match = form.pattern.match(source.text, begin, line.span.end)
        # "1914. He came": where only calls prove a note, a number of four digits is a year.
        if match and (profile.note_proof == "label" or len(match["n"]) < 4):
            return forms.Mark(match.start(), match.end(), form.value(match), form)
    return None


def joined(run: Sequence[Line], source: SourceText) -> Line:
    """Lines that follow each other, as one."""
    span = Span(run[0].span.start, run[-1].span.end)
    text = "\n".join(line.text for line in run) if any(b.turns for _, b in pairwise(run)) else source.slice(span)
    return replace(run[0], text=text, span=span)


def bare(text: str) -> str:
    """A line without the note call that may be glued to its end: "Tab A2" is "Tab A"."""
    return text[:-8] + CALL.sub("", text[-8:]) if text[-1:] in CALL_ENDS else text

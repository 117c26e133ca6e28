"""A source as lines: what is on each, how far it is indented, how many blank lines stand before it.

Lines that hold a page marker and nothing else are left out: the marker is an annotation, and what stands around it is
not changed by it. Where the source wraps its paragraphs, the lines of one paragraph are one line here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tei_tools import forms, wrapping
from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Decided, SourceText, Span
from tei_tools.profile import Profile
from tei_tools.wrapping import full, width

BLANKS = " \t\f\v\r"
CALL_ENDS = frozenset("0123456789*†‡§])⁰¹²³⁴⁵⁶⁷⁸⁹")
"""With what a note call ends in any of the usual forms: a heading is bare of it, whatever the profile."""
CALL = re.compile(
    r"(?<=[^\s\d])(?:\d{1,3}|[*†‡§]+)$|\s*(?:\[\^?\d{1,3}\]|\^\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$|(?<=\S)\(\d{1,2}\)$"
)


NEXT = 2
"""How much higher the number of a note may be than the last: a line may end between "Lot 66 D" and "204."."""


@dataclass(frozen=True, slots=True)
class Line:
    """`span` is without the blanks around; `start` is where the line begins; `blank` counts empty lines before."""

    text: str
    span: Span
    start: int
    blank: int
    turns: bool = False
    """Whether a page mark stands between the line before and this one."""
    decided: Decided | None = None
    """What an editor decided that the line is."""

    @property
    def indent(self) -> int:
        return self.span.start - self.start


def lines(source: SourceText, profile: Profile) -> list[Line]:
    """The lines of a source that hold text, in order; of a wrapped paragraph, what stands on one page is one line."""
    found = list(_lines(source, profile))
    decided = source.decisions("block")
    if decided:
        about = [next((d for d in decided if d.span.overlaps(line.span)), None) for line in found]
        found = [replace(line, decided=decision) for line, decision in zip(found, about, strict=True)]
    wide = width(profile.wrapped, source.text)
    return unwrapped(found, source, profile, wide) if wide else found


def _lines(source: SourceText, profile: Profile) -> Iterator[Line]:
    marks, _ = forms.pages(profile.page_forms, source.text, source.decisions("pb"))
    starting = {mark.start: mark for mark in marks}
    blank = before_marker = offset = 0
    turns = False
    for raw in source.text.split("\n"):
        text = raw.strip(BLANKS)
        start = offset
        offset += len(raw) + 1
        fed = "\f" in raw and any(i in starting for i in range(start, offset - 1) if source.text[i] == "\f")
        begin = start + raw.index(text[0]) if text else start
        mark = starting.get(begin) if text else None
        if not text:
            turns = turns or fed
            blank += not fed
        elif mark is not None and mark.end == begin + len(text):
            before_marker, blank, turns = max(before_marker, blank), 0, True
        else:
            start += raw[: begin - start].rfind("\f") + 1
            yield Line(text, Span(begin, begin + len(text)), start, max(blank, before_marker), turns or fed)
            blank = before_marker = 0
            turns = False


def unwrapped(found: Sequence[Line], source: SourceText, profile: Profile, wide: int) -> list[Line]:
    """The lines of each wrapped paragraph as one. A line that has room for the next word ends its paragraph."""
    runs: list[list[Line]] = []
    counted = 0
    for line in found:
        number = _number(line, source, profile)
        if runs and _goes_on(runs[-1], line, source, profile, wide, likely=number <= counted + NEXT):
            runs[-1].append(line)
        else:
            runs.append([line])
            counted = number or counted
    return [joined(run, source) if len(run) > 1 else run[0] for run in runs]


def _goes_on(run: Sequence[Line], line: Line, source: SourceText, profile: Profile, wide: int, *, likely: bool) -> bool:
    """Whether a line goes on with a run. `likely`: a number at its beginning would follow those before."""
    last = run[-1]
    if line.decided or last.decided:
        return False
    if line.blank or line.turns or "\t" in line.text or (likely and begins(line, source, profile)):
        return False
    # A paragraph may be indented, or all but its first line ("1. Source: …" with the rest hanging).
    hangs = len(run) == 1 and begins(last, source, profile)
    return (line.indent <= last.indent or hangs) and full(last.span.end - last.start, line.text, wide)


def _number(line: Line, source: SourceText, profile: Profile) -> int:
    """The number at the beginning of a line, of a note or a paragraph; 0 where there is none."""
    mark = label(line, source, profile)
    found = profile.number.match(line.text)
    n = mark.n if mark else found["n"] if found else ""
    return int(n) if n.isdigit() else 0


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


def hyphens(source: SourceText, profile: Profile) -> list[Diagnostic]:
    """Hyphens at the ends of wrapped lines, told once: whether each belongs to its word, only a reader can say.

    Emits segment.line-hyphen.
    """
    found = list(wrapping.hyphens(source.text, _marks(source, profile))) if profile.wrapped != "no" else []
    if not found:
        return []
    lines = ", ".join(str(source.place(offset).line) for offset in found[:6])
    message = f"a hyphen at the end of a line may part a word: line {lines}{' …' if len(found) > 6 else ''}"
    hint = "hyphens and line ends were kept; join the words in the source where the hyphen is not theirs"
    return [Diagnostic("segment.line-hyphen", "info", message, source.place(found[0]), hint)]


def _marks(source: SourceText, profile: Profile) -> list[Span]:
    marks, _ = forms.pages(profile.page_forms, source.text, source.decisions("pb"))
    return [Span(mark.start, mark.end) for mark in marks]


def bare(text: str) -> str:
    """A line without the note call that may be glued to its end: "Tab A2" is "Tab A"."""
    return text[:-8] + CALL.sub("", text[-8:]) if text[-1:] in CALL_ENDS else text

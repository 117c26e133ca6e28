"""A text that holds several documents, as a chapter or a volume does: where each begins.

A document ends with its list of notes: a heading that follows the list begins the next one. A document without notes
ends where a heading stands that has the next number ("179. Letter From …").
"""

from __future__ import annotations

import re
from dataclasses import replace

from tei_tools.model import SourceText
from tei_tools.profile import Profile
from tei_tools.segment import head
from tei_tools.segment.lines import Line, bare
from tei_tools.segment.lines import lines as lines_of

HEADED = re.compile(r"\b(?:[Ff]rom|[Bb]y|[Pp]repared|[Oo]f|[Ff]or|[Bb]etween|Note)\b")
LONGEST_HEAD = 300
SHORT_HEAD = 120


def split(source: SourceText, profile: Profile) -> list[tuple[SourceText, list[Line]]]:
    """The documents of a source, in order, with their lines: stretches of its text that together are the whole of it.

    Each keeps the line numbers of the file that it comes from.
    """
    found = lines_of(source, profile)
    starts = _starts(found, source, profile)
    if len(starts) < 2:
        return [(source, found)]
    parts = [_part(source, a, b) for a, b in zip(starts, [*starts[1:], len(source.text)], strict=True)]
    return [(part, lines_of(part, profile)) for part in parts]


def _starts(found: list[Line], source: SourceText, profile: Profile) -> list[int]:
    """Offsets of the first line of each document; the first document begins with the text."""
    starts: list[int] = []
    number = 0
    in_notes = False
    for index, line in enumerate(found):
        label = profile.note_label.match(source.text, line.start, line.span.end)
        listed = in_notes and (line.indent >= profile.note_indent or profile.bullet.match(source.text, line.start))
        numbered = profile.number.match(line.text)
        if label or listed:
            in_notes = True
            continue
        # A numbered list within a text looks like a list of notes, but no heading follows it.
        follows = in_notes and bool(head.opening(found[index : index + 4], profile).blocks)
        following = numbered and int(numbered["n"]) == number + 1 and _is_head(line, numbered.end(), profile)
        in_notes = False
        if not starts or follows or following:
            starts.append(line.start if starts else 0)
            number = int(numbered["n"]) if numbered else number
    return starts


def _is_head(line: Line, title: int, profile: Profile) -> bool:
    """Whether a numbered line is a heading, and not a numbered paragraph."""
    words = bare(line.text[title:])
    if line.blank == 0 or len(words) > LONGEST_HEAD or words.endswith((".", ":", ";")):
        return False
    # "3. The President's Intelligence Checklist1": its first note is called at its end (FRUS 1961–63 volume IV).
    called = words != line.text[title:] and len(words) <= SHORT_HEAD
    return called or (bool(profile.kind(words)) and bool(HEADED.search(words)))


def _part(source: SourceText, start: int, end: int) -> SourceText:
    first = source.place(start).line
    text = source.text[start:end]
    lines = tuple(offset - start for offset in source.lines if start <= offset < max(end, start + 1))
    return replace(source, text=text, lines=lines, first_line=first)

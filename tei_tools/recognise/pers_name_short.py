"""Short forms of names that are names only in their document: a speaker's initial, a forename alone.

Each rests on a full name in the same document; the initial of a speaker ("K: Yes.") on one in its heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tei_tools.authority.fold import fold
from tei_tools.authority.names import Names
from tei_tools.authority.reading import Reading
from tei_tools.model import Annotation, Span

SPEAKER = re.compile(r"\n([A-Z]{1,3}):")
ADDRESS = tuple(re.compile(rf"{word} ([A-Z][a-z]+)(?=[:,.;']| [a-z(])") for word in ("Dear", "Sir"))
SUPPLIED = re.compile(r"\[([A-Z][a-z]+)\] (?=[A-Z])")
REPEATED = 2
"""So many lines must begin with an initial before any is taken for a speaker's."""


def short_forms(reading: Reading, names: Names, full: Sequence[Annotation]) -> Iterator[Annotation]:
    """Annotations of element persName that overlap none of `full`."""
    certain = [a for a in full if " " not in a.attributes["candidates"] and "weak" not in a.attributes]
    taken = {offset for a in full for offset in (a.span.start, a.span.end - 1)}
    seen: set[Span] = set()
    for span, ident, form in (*_speakers(reading, names, certain), *_forenames(reading, names, certain)):
        if span not in seen and span.start not in taken and span.end - 1 not in taken:
            seen.add(span)
            evidence = "the initial of a person in the heading" if form == "initial" else "a forename alone"
            yield Annotation("persName", span, {"candidates": ident, "form": form}, "medium", "pers_name", evidence)


def _speakers(reading: Reading, names: Names, certain: Sequence[Annotation]) -> Iterator[tuple[Span, str, str]]:
    lines = list(SPEAKER.finditer(reading.text))
    labels = {line[1] for line in lines}
    if len(lines) < REPEATED or {"Q", "A"} <= labels:
        return
    first = reading.span(lines[0].start(1), lines[0].end(1)).start
    heading = dict.fromkeys(a.attributes["candidates"] for a in certain if a.span.start < first)
    for line in lines:
        owners = [ident for ident in heading if line[1] in _initials(names, ident)]
        if len(owners) == 1:
            yield reading.span(line.start(1), line.end(1)), owners[0], "initial"


def _initials(names: Names, ident: str) -> set[str]:
    """ "K" and "HAK" for Kissinger, Henry A."""
    surname = fold(names.authority.by_id[ident].surname)[:1].upper()
    given = names.given[ident].initials.upper()
    return {surname, given + surname, given[:1] + surname}


def _forenames(reading: Reading, names: Names, certain: Sequence[Annotation]) -> Iterator[tuple[Span, str, str]]:
    """ "Dear Fred:", "Sir Roger said", and a rare forename of one person of the list: "Selwyn thinks"."""
    yield from _bracketed(reading, names, certain)
    here = dict.fromkeys(a.attributes["candidates"] for a in certain)
    for match in (found for pattern in ADDRESS for found in pattern.finditer(reading.text)):
        owners = [ident for ident in here if match[1].lower() in names.given[ident].equals]
        if len(owners) == 1 and match[1] not in names.forms:
            yield reading.span(match.start(1), match.end(1)), owners[0], "forename"
    for word, start, end in names.addressed.find(reading.text):
        follower = reading.text[end : end + 2]
        before = reading.text[max(start - 12, 0) : start].rsplit(" ", 2)[-2:-1]
        if re.match(r" [A-Z]|-|\.[A-Z]", follower) or (
            before and before[0][:1].isupper() and before[0] not in ("Dear", "Sir")
        ):
            continue
        owners = [ident for ident, given in names.given.items() if word.lower() in given.words]
        if len(owners) == 1:
            yield reading.span(start, end), owners[0], "forename"


def _bracketed(reading: Reading, names: Names, certain: Sequence[Annotation]) -> Iterator[tuple[Span, str, str]]:
    """The forename that an editor supplied: "[Gerard] Smith"."""
    at = {a.span.start: a.attributes["candidates"] for a in certain}
    for match in SUPPLIED.finditer(reading.text):
        ident = at.get(reading.span(match.end(), match.end() + 1).start, "")
        if ident and match[1].lower() in names.given[ident].equals:
            yield reading.span(match.start(1), match.end(1)), ident, "forename"

"""Short forms of names that are names only in their document: a speaker's initial, a forename alone.

Each rests on a full name in the same document; the initial of a speaker ("K: Yes.") on one in its heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tei_tools.authority.fold import fold
from tei_tools.authority.forenames import ABBREVIATIONS
from tei_tools.authority.matcher import places
from tei_tools.authority.names import Names
from tei_tools.authority.reading import Reading
from tei_tools.model import Annotation, Span

SPEAKER = re.compile(r"\n([A-Z]{1,3}):")
ADDRESS = tuple(re.compile(rf"{word} ([A-Z][a-z]+)(?=[:,.;']| [a-z(])") for word in ("Dear", "Sir"))
SIGNED = re.compile(r"\n((?:Mc|Mac)?[A-Z](?:(?:\. ?| ?)(?:Mc|Mac)?[A-Z]){1,3}\.?)(?=\n)")
MC = re.compile(r"Ma?c[A-Z]")
FEWEST_LETTERS = 2
EVIDENCE = {
    "initial": "the initial of a person in the heading",
    "forename": "a forename alone",
    "signature": "the initials of a person in the document",
}
SUPPLIED = re.compile(r"\[([A-Z][a-z]+)\] (?=[A-Z])")
OTHER = re.compile(r"(?: [A-Z]\.){0,2} (?!of\b|and\b)[A-Z][a-z']+")
"""A surname behind a forename."""
PREPOSITIONS = frozenset({"From", "To", "By", "For", "With", "And", "As", "If", "When", "But", "That", "Both"})
"""Words that begin a sentence with a capital, and no name."""
ARTICLES = frozenset({"the", "a", "an", "this", "that", "our", "your", "his", "every", "each"})
BEGINS = re.compile(r"(?:[.!?:]['\")\]]* |[\n\"\[—] ?|- ?|\()$")
GOES_ON = re.compile(r"'(?!s\b)")
LINE = 40
REPEATED = 2
"""So many lines must begin with an initial before any is taken for a speaker's."""


def short_forms(reading: Reading, names: Names, full: Sequence[Annotation]) -> Iterator[Annotation]:
    """Annotations of element persName that overlap none of `full`."""
    certain = [a for a in full if _certain(a)]
    taken = {offset for a in full for offset in (a.span.start, a.span.end - 1)}
    seen: set[Span] = set()
    here = _here(full)
    found = [*_speakers(reading, names, certain), *_bracketed(reading, names, certain)]
    found += [*_forenames(reading, names, here), *_familiar(reading, names, full, here)]
    found += _signed(reading, names, here)
    for span, ident, form in found:
        if span not in seen and span.start not in taken and span.end - 1 not in taken:
            seen.add(span)
            evidence = EVIDENCE[form]
            yield Annotation("persName", span, {"candidates": ident, "form": form}, "medium", "pers_name", evidence)


def _certain(name: Annotation) -> bool:
    return " " not in name.attributes["candidates"] and "weak" not in name.attributes


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


def _signed(reading: Reading, names: Names, here: Sequence[str]) -> Iterator[tuple[Span, str, str]]:
    """A line of initials that are those of one person of the document: "McG. B.", "W.W.R."."""
    signing: dict[str, list[str]] | None = None
    for match in SIGNED.finditer(reading.text):
        letters = re.sub(r"[^A-Za-z]", "", match[1])
        if match[1] in ABBREVIATIONS or len(letters) < FEWEST_LETTERS:
            continue
        if signing is None:
            signing = {}
            for ident in here:
                for letters_of in _signatures(names, ident):
                    signing.setdefault(letters_of, []).append(ident)
        owners = signing.get(letters, [])
        if len(owners) == 1:
            yield reading.span(match.start(1), match.end(1)), owners[0], "signature"


def _signatures(names: Names, ident: str) -> set[str]:
    """The initials by which somebody signs, without stops: "McGB" and "MB" for Bundy, McGeorge."""
    person = names.authority.by_id[ident]
    given = [word for word in re.split(r"[\s.-]+", fold(person.forename)) if word[:1].isalpha()]
    if not given:
        return set()
    last = fold(person.surname)
    firsts = ["".join(word[0] for word in given).upper(), given[0][0].upper()]
    firsts += [match.group() for match in [MC.match(given[0])] if match]
    lasts = [last[0].upper(), *(match.group() for match in [MC.match(last)] if match)]
    return {first + end for first in firsts for end in lasts}


def _initials(names: Names, ident: str) -> set[str]:
    """ "K" and "HAK" for Kissinger, Henry A."""
    surname = fold(names.authority.by_id[ident].surname)[:1].upper()
    given = names.given[ident].initials.upper()
    return {surname, given + surname, given[:1] + surname}


def _forenames(reading: Reading, names: Names, here: Sequence[str]) -> Iterator[tuple[Span, str, str]]:
    """ "Dear Fred:", "Sir Roger said", "As Henry told you", and "Selwyn thinks", where the list has one Selwyn."""
    for match in (found for pattern in ADDRESS for found in pattern.finditer(reading.text)):
        owners = [ident for ident in here if match[1].lower() in names.given[ident].equals]
        if len(owners) == 1 and match[1] not in names.forms:
            yield reading.span(match.start(1), match.end(1)), owners[0], "forename"
    for word, start, end in names.addressed.find(reading.text):
        if _alone(reading.text, start, end):
            yield reading.span(start, end), names.addressed_as[word], "forename"


def _familiar(
    reading: Reading, names: Names, full: Sequence[Annotation], here: Sequence[str]
) -> Iterator[tuple[Span, str, str]]:
    """A forename by which one person of the document is called among those who know him: "Walt will file his views"."""
    owners: dict[str, set[str]] = {}
    for ident in here:
        for word in names.given[ident].called:
            owners.setdefault(word, set()).add(ident)
    used = owners.keys() & reading.capitals
    used = used - names.ordinary - names.language.not_names - names.language.function_words
    if not used:
        return
    whose: dict[int, list[str]] = {}
    for name in full:
        whose |= dict.fromkeys(range(name.span.start, name.span.end), name.attributes["candidates"].split())
    spots: dict[str, list[tuple[int, int, Span]]] = {}
    for word, start, end in places(used, reading.text):
        if reading.text[start - 1 : start] not in (".", "'") and not GOES_ON.match(reading.text, end):
            spots.setdefault(word, []).append((start, end, reading.span(start, end)))
    for word, found in sorted(spots.items()):
        others = {ident for _, _, span in found for ident in whose.get(span.start, ())} - owners[word]
        strange = any(span.start not in whose and OTHER.match(reading.text, end) for _, end, span in found)
        if len(owners[word]) > 1 or others or strange:
            continue
        (ident,) = owners[word]
        also = word.lower() in reading.written
        for start, end, span in found:
            opens = also and BEGINS.search(reading.text[max(start - 4, 0) : start])
            if not opens and _alone(reading.text, start, end):
                yield span, ident, "forename"


def _here(full: Sequence[Annotation]) -> list[str]:
    """Everybody who may be meant by a name of the document that needs no support."""
    strong = (a.attributes["candidates"].split() for a in full if "weak" not in a.attributes)
    return list(dict.fromkeys(ident for ids in strong for ident in ids))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a forename is not part of a longer name, and no title stands before it but "Sir"."""
    if re.match(r" [A-Z]|-|\.[A-Z]| \"|/", text[end : end + 2]):
        return False
    before = text[max(start - LINE, 0) : start]
    before = before[before.rfind("\n") + 1 :].rstrip("\"'([ ")
    word = before.rsplit(" ", 1)[-1]
    if word in ("Dear", "Sir"):
        return True
    plain = word.strip("\"'([")
    if plain.lower() in ARTICLES:
        return False
    return not plain[:1].isupper() or plain[-1] in ".,;:?!" or plain in PREPOSITIONS


def _bracketed(reading: Reading, names: Names, certain: Sequence[Annotation]) -> Iterator[tuple[Span, str, str]]:
    """The forename that an editor supplied: "[Gerard] Smith"."""
    at = {a.span.start: a.attributes["candidates"] for a in certain}
    for match in SUPPLIED.finditer(reading.text):
        ident = at.get(reading.span(match.end(), match.end() + 1).start, "")
        if ident and match[1].lower() in names.given[ident].equals:
            yield reading.span(match.start(1), match.end(1)), ident, "forename"

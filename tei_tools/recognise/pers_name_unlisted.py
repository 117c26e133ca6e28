"""Names of persons without any list: by a title, a forename, initials, an office with brackets, and then everywhere.

What these rules find once in a document ("Secretary Rusk", "Dean Rusk") they find again as a bare surname in it; the
rest of the collection is the linker's. Annotations have no candidates, and never more than medium certainty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tei_tools.authority.bare import bare, thing
from tei_tools.authority.language import Language
from tei_tools.authority.reading import Reading, read
from tei_tools.model import Annotation, Document

PARTICLE = (
    r"(?:(?:[Dd]e|[Vv]on|[Vv]an|[Dd]u|[Dd]a|[Dd]i|[Dd]ella|[Ee]l|Ben|La|Le|St\.) (?:la |der |den )?"
    r"|al-|Al-|el-|O'|D'|d')?"
)
SURNAME = PARTICLE + r"[A-Z](?:c|ac|e|a)?[A-Za-z]?[a-z]+(?:-[A-Z]?[a-z]+)*(?:'[a-z]{2,}\w*)?"
INITIALS = r"(?:[A-Z]\.-? ?){1,3}"
TITLED = re.compile(rf"\b([A-Z][A-Za-z]+)\.? ((?:{INITIALS}|[A-Z][a-z]+ (?:{INITIALS})?)?)({SURNAME})")
GIVEN = re.compile(rf"\b([A-Z][a-z]+|{INITIALS}) ?((?:{INITIALS}|[A-Z][a-z]+ )?)({SURNAME})((?:, Jr\.)?)")
BRACKETS = re.compile(rf"[a-z] \(({SURNAME})\)")
FAMILY = re.compile(r"\b([A-Z][a-z]+)((?: [A-Z][a-z]+){1,3})\b")
SPEAKS = re.compile(
    rf"(?<![\w'-])({SURNAME}) (?:said|told|asked|replied|noted|stated|remarked|added|thought|felt|believed|agreed"
    r"|suggested|explained|stressed|emphasi[sz]ed|pointed out|commented|responded|observed|asserted|insisted)\b"
)
TWICE = 2
"""So often in a document must an unknown word do what persons do before it is taken for a name."""


def recognise(document: Document, words: Language) -> Iterator[Annotation]:
    """Annotations of element persName in source order, none overlapping; `surname` is what a bare mention would be."""
    reading = read(document)
    found = _rules(reading, words)
    surnames = {name for _, name, _ in found.values()}
    taken = sorted((start, end) for start, (end, _, _) in found.items())
    for _, start, end in bare(reading.text, surnames, words):
        if not any(s < end and start < e for s, e in taken):
            found[start] = (end, "", "named in the document")
    last = 0
    for start in sorted(found):
        end, surname, evidence = found[start]
        if start >= last:
            told = {"surname": surname} if surname else {}
            yield Annotation("persName", reading.span(start, end), told, "medium", "pers_name", evidence)
            last = end


def _rules(reading: Reading, words: Language) -> dict[int, tuple[int, str, str]]:
    """{start: (end, surname, evidence)} of the names that stand by themselves."""
    text, written = reading.text, set(reading.text.split())
    found: dict[int, tuple[int, str, str]] = {}

    bad = words.not_names | words.titles | words.places | words.offices

    def put(start: int, end: int, surname: str, evidence: str) -> None:
        known = surname in bad or surname.split()[-1] in bad or surname.lower() in written
        if known or len(surname) < 3 or thing(text, start, end, words):
            return
        if start not in found or found[start][0] < end:
            found[start] = (end, surname, evidence)

    for match in _all(TITLED, text):
        if match[1] in words.naming_titles:
            put(*_titled(match, words), f"the title {match[1]!r}")
    for match in _all(GIVEN, text):
        first = match[1].strip()
        if (first.lower() in words.forenames and first not in words.not_names) or (first[1:2] == "." and not match[2]):
            put(match.start(), match.end(), match[3], "a forename")
    for match in BRACKETS.finditer(text):
        put(match.start(1), match.end(1), match[1], "an office with a name in brackets")
    for match in FAMILY.finditer(text):
        parts = {match[1], *match[2].split()}
        if match[1] in words.family_words and match[2].split()[0] in words.family_words and not parts & words.not_names:
            put(match.start(), match.end(), match[2].split()[-1], "a Vietnamese name")
    speaking = Counter(match[1] for match in SPEAKS.finditer(text))
    for match in SPEAKS.finditer(text):
        plural = match[1].endswith(("ans", "ese", "ish", "eks", "rks", "cks", "sts", "ets"))
        if speaking[match[1]] >= TWICE and not plural:
            put(match.start(1), match.end(1), match[1], "what persons do")
    return found


def _titled(match: re.Match[str], words: Language) -> tuple[int, int, str]:
    """(start, end, surname) after a title; a capital word that is no forename is the surname itself."""
    given = match[2].strip()
    if given.lower() in words.particles:
        return match.start(2), match.end(3), f"{given} {match[3]}"
    if not given or "." in given or given.split()[0].lower() in words.forenames:
        return match.start(2 if given else 3), match.end(3), match[3]
    return match.start(2), match.start(2) + len(given), given


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that may begin inside one another: "Deputy Secretary Nitze" is looked at from each word."""
    position = 0
    while match := pattern.search(text, position):
        yield match
        position = match.end(1)

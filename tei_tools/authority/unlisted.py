"""Names of persons by rule, without any list: by title, forename, initials, office with brackets, what persons do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tei_tools.authority.bare import thing
from tei_tools.authority.language import Language
from tei_tools.authority.reading import Reading

PARTICLE = (
    r"(?:(?:[Dd]e|[Vv]on|[Vv]an|[Dd]u|[Dd]a|[Dd]i|[Dd]ella|[Ee]l|Ben|La|Le|St\.) (?:la |der |den )?"
    r"|al-|Al-|el-|O'|D'|d')?"
)
SURNAME = PARTICLE + r"[A-Z](?:c|ac|e|a)?[A-Za-z]?[a-z]+(?:-[A-Z]?[a-z]+)*(?:'[a-z]{2,}\w*)?"
INITIALS = r"(?:[A-Z]\.-? ?){1,3}"
TITLED = re.compile(rf"\b([A-Z][A-Za-z]+)\.? ((?:{INITIALS}|[A-Z][a-z]+ (?:{INITIALS})?)?)({SURNAME})")
GIVEN = re.compile(rf"\b([A-Z][a-z]+|{INITIALS}) ?((?:{INITIALS}|[A-Z][a-z]+ )?)({SURNAME})((?:, Jr\.)?)")
FIRST = re.compile(r"[A-Z](?<!\w[A-Z])(?:[a-z]+|\.-? ?(?:[A-Z]\.-? ?){0,2})")
"""The first group of `GIVEN`, to find its places: a pattern that begins with a letter is quicker than with \\b."""
BRACKETS = re.compile(rf" \((?<=[a-z] \()({SURNAME})\)")
FAMILY = re.compile(r"\b([A-Z][a-z]+)((?: [A-Z][a-z]+){1,3})\b")
SPEAKS = re.compile(
    rf"(?<![\w'-])({SURNAME}) (?:said|told|asked|replied|noted|stated|remarked|added|thought|felt|believed|agreed"
    r"|suggested|explained|stressed|emphasi[sz]ed|pointed out|commented|responded|observed|asserted|insisted)\b"
)
TWICE = 2
"""So often in a document must an unknown word do what persons do before it is taken for a name."""


def named(reading: Reading, words: Language, *, clear: bool = False) -> dict[int, tuple[int, str, str]]:
    """{start: (end, surname, evidence)} of the names that stand by themselves; `clear`: by forename and office only."""
    text = reading.text
    found: dict[int, tuple[int, str, str]] = {}

    bad = words.not_names | words.titles | words.places | words.offices

    def put(start: int, end: int, surname: str, evidence: str) -> None:
        known = surname in bad or surname.split()[-1] in bad or surname.lower() in reading.written
        if known or len(surname) < 3 or thing(text, start, end, words):
            return
        if start not in found or found[start][0] < end:
            found[start] = (end, surname, evidence)

    for match in () if clear else _all(TITLED, text):
        if match[1] in words.naming_titles:
            put(*_titled(match, words), f"the title {match[1]!r}")
    for match in _given(text, words):
        put(match.start(), match.end(), match[3], "a forename")
    for match in BRACKETS.finditer(text):
        put(match.start(1), match.end(1), match[1], "an office with a name in brackets")
    if clear:
        return found
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


def _given(text: str, words: Language) -> Iterator[re.Match[str]]:
    """Forenames or initials with the surname behind them."""
    for first in FIRST.finditer(text):
        word = first.group()
        initial = word[1] == "."
        if initial or (word.lower() in words.forenames and word not in words.not_names):
            match = GIVEN.match(text, first.start())
            glued = match is not None and match.end(1) == match.start(3)  # "MacDonald" is no Donald
            if match and not (match[2] if initial else glued):
                yield match


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that may begin inside one another: "Deputy Secretary Nitze" is looked at from each word."""
    position = 0
    while match := pattern.search(text, position):
        yield match
        position = match.end(1)

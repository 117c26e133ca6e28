"""Names of persons by rule, without any list: by title, forename, initials, office with brackets; then by company."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.authority.company import by_company
from tei_tools.authority.forenames import ABBREVIATIONS, CUT
from tei_tools.authority.found import SURNAME, Found, overlapping
from tei_tools.authority.language import Language
from tei_tools.authority.reading import Reading

INITIALS = r"(?:[A-Z]\.-? ?){1,3}"
TITLED = re.compile(rf"\b([A-Z][A-Za-z]+)\.? ((?:{INITIALS}|[A-Z][a-z]+ (?:{INITIALS})?)?)({SURNAME})")
GIVEN = re.compile(rf"\b([A-Z][a-z]+|{INITIALS}) ?((?:{INITIALS}|[A-Z][a-z]+ )?)({SURNAME})((?:, Jr\.)?)")
FIRST = re.compile(r"[A-Z](?<!\w[A-Z])(?<!\.[A-Z])(?:[a-z]+|\.-? ?(?:[A-Z]\.-? ?){0,2})")
"""The first group of `GIVEN`, to find its places: a pattern that begins with a letter is quicker than with \\b."""
BRACKETS = re.compile(rf" \((?<=[a-z] \()({SURNAME})\)")
AGAIN = re.compile(r" [A-Z]")
FAMILY = re.compile(r"\b([A-Z][a-z]+)((?: [A-Z][a-z]+){1,3})\b")


def named(reading: Reading, words: Language, *, clear: bool = False) -> dict[int, tuple[int, str, str]]:
    """{start: (end, surname, evidence)} of the names that stand by themselves; `clear`: by forename and office only."""
    text = reading.text
    found = Found(reading, words)
    for match in () if clear else overlapping(TITLED, text):
        stopped = text.startswith(".", match.end(1)) and match[1] not in CUT  # "with the Chancellor. Although …"
        if match[1] in words.naming_titles and not stopped:
            found.put(*_titled(match, words), f"the title {match[1]!r}")
    for match in _given(text, words):
        monsieur = match[1] == "M. "
        evidence = "the title 'M'" if monsieur else "a forename"
        found.put(match.start(3 if monsieur else 0), match.end(), match[3], evidence)
    for match in BRACKETS.finditer(text):
        found.put(match.start(1), match.end(1), match[1], "an office with a name in brackets")
    if clear:
        return found.names
    for match in overlapping(FAMILY, text):
        parts = {match[1], *match[2].split()}
        if match[1] in words.family_words and match[2].split()[0] in words.family_words and not parts & words.not_names:
            found.put(match.start(), match.end(), match[2].split()[-1], "a Vietnamese name")
    by_company(found)
    return found.names


def _titled(match: re.Match[str], words: Language) -> tuple[int, int, str]:
    """(start, end, surname) after a title; a capital word that is no forename is the surname itself."""
    given = match[2].strip()
    if given.lower() in words.particles:
        return match.start(2), match.end(3), f"{given} {match[3]}"
    bad = words.not_names | words.titles | words.places | words.offices | words.after_tagged
    strange = not bad & {given, match[3]} and not AGAIN.match(match.string, match.end())
    if not given or "." in given or given.split()[0].lower() in words.forenames or strange:
        return match.start(2 if given else 3), match.end(3), match[3]
    return match.start(2), match.start(2) + len(given), given


def _given(text: str, words: Language) -> Iterator[re.Match[str]]:
    """Forenames or initials with the surname behind them."""
    for first in FIRST.finditer(text):
        word = first.group()
        initial = word[1] == "."
        if initial or (word.lower() in words.forenames and word not in words.not_names | words.female_titles):
            match = GIVEN.match(text, first.start())
            glued = match is not None and match.end(1) == match.start(3)  # "MacDonald" is no Donald
            if match and not (match[2] or _is_label(text, match) if initial else glued):
                yield match


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Whether an initial is the label of a paragraph ("E. Military operations against …"), or a country ("U.S.")."""
    initials = match[1].replace(" ", "")
    opens = len(initials) == 2 and text[match.start() - 1 : match.start()] in ("", "\n")
    return initials in ABBREVIATIONS - {"M."} or (opens and text[match.end() : match.end() + 1] not in ("", "\n", ","))

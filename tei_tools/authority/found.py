"""Names of a text as rules find them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.authority.bare import thing
from tei_tools.authority.language import Language
from tei_tools.authority.reading import Reading

PARTICLE = (
    r"(?:(?:[Dd]e|[Vv]on|[Vv]an|[Dd]u|[Dd]a|[Dd]i|[Dd]ella|[Ee]l|Ben|La|Le|St\.) (?:la |der |den )?"
    r"|al-|Al-|el-|O'|D'|d')?"
)
SURNAME = PARTICLE + r"[A-Z](?:c|ac|e|a)?[A-Za-z]?[a-z]+(?:-[A-Z]?[a-z]+)*(?:'[a-z]{2,}\w*)?"
SHORTEST = 3


def overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that may begin inside one another: "Deputy Secretary Nitze" is looked at from each word."""
    position = 0
    while match := pattern.search(text, position):
        yield match
        position = match.end(1)


class Found:
    """`names` is {start: (end, surname, evidence)}; `bad` are words that are no surnames."""

    def __init__(self, reading: Reading, words: Language) -> None:
        self.text = reading.text
        self.written = reading.written
        self.words = words
        self.bad = words.not_names | words.titles | words.places | words.offices
        self.names: dict[int, tuple[int, str, str]] = {}

    def put(self, start: int, end: int, surname: str, evidence: str) -> bool:
        """Whether the words may be a name, so that they are one now: the longest of those that begin there."""
        known = surname in self.bad or surname.split()[-1] in self.bad or surname.lower() in self.written
        if known or len(surname) < SHORTEST or thing(self.text, start, end, self.words):
            return False
        if start in self.names and self.names[start][0] >= end:
            return False
        self.names[start] = (end, surname, evidence)
        return True

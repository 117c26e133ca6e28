"""The words that may be of a name: those with a capital, and the particles between them, block by block.

Words in small letters are no tokens, they are what stands around one: that makes sequences a sixth as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tei_tools.authority.reading import Reading

TOKEN = re.compile(
    r"(?<![A-Za-z])(?:"
    r"(?:[Dd]e|[Vv]on|[Vv]an|[Dd]er|[Dd]en|[Dd]u|[Dd]a|[Dd]i|[Dd]ella"
    r"|[Ll]a|[Ll]e|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|y)(?=[ -][A-Z])"
    r"|(?:[OD]'|d')[A-Z][a-z]+"
    r"|[A-Z]\.(?=[ A-Z-])"
    r"|(?:Jr|Sr)\."
    r"|[A-Z][A-Za-z]*(?:'(?!s\b)[a-z]{2,})?(?:-[a-z]+)?"
    r")"
)
ADJACENT = frozenset({"", " ", "-", ", ", ". "})
"""What may stand between two words of one name."""


class Token(NamedTuple):
    """A word of the reading text; `gap` is what stands before it since the token before, "|" where that is no link."""

    word: str
    start: int
    end: int
    gap: str


def sequences(reading: Reading) -> Iterator[list[Token]]:
    """The tokens of each block that has any, in order."""
    text = reading.text
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        tokens: list[Token] = []
        last = begin
        for match in TOKEN.finditer(text, begin, end):
            gap = text[last : match.start()]
            tokens.append(Token(match[0], match.start(), match.end(), gap if tokens and gap in ADJACENT else "|"))
            last = match.end()
        if tokens:
            yield tokens
        begin = end + 1

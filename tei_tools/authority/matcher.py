"""Many words at once: an Aho-Corasick automaton over the text, word boundaries checked at each hit.

The cost follows the text and what is found in it, not the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from ahocorasick_rs import AhoCorasick

INSIDE = re.compile(r"[\w-]")
FEW = 8
"""So many words are looked for one by one: an automaton for them costs more than it saves."""


class Matcher:
    """Finds whole words or runs of words; offsets are code points of the text given."""

    def __init__(self, words: Iterable[str], whole: Callable[[str, int, int], bool] | None = None) -> None:
        """`whole(text, start, end)` says whether a hit is no part of a longer word; by default, names are meant."""
        self._whole = whole or _bounded
        self.words = tuple(dict.fromkeys(word for word in words if word))
        self._automaton = AhoCorasick(list(self.words), store_patterns=False) if self.words else None

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """(word, start, end) from left to right, the longest at each place, none overlapping."""
        if self._automaton is None:
            return
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        whole = [(start, -end, number) for number, start, end in hits if self._whole(text, start, end)]
        whole.sort()
        last = 0
        for start, end, number in whole:
            if start >= last:
                yield self.words[number], start, -end
                last = -end


def places(words: Collection[str], text: str) -> Iterator[tuple[str, int, int]]:
    """(word, start, end) where one of some words without blanks stands by itself.

    A search for fixed letters is many times quicker than a pattern.
    """
    if len(words) > FEW:
        yield from Matcher(words, _apart).find(text)
        return
    for word in words:
        end = 0
        while (start := text.find(word, end)) >= 0:
            end = start + len(word)
            if _apart(text, start, end):
                yield word, start, end


def _apart(text: str, start: int, end: int) -> bool:
    return not (start and INSIDE.match(text, start - 1)) and not INSIDE.match(text, end)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is not part of a longer word; an apostrophe inside a name is part of it."""
    if start and (text[start - 1].isalnum() or (text[start - 1] == "'" and text[start - 2 : start - 1].isalpha())):
        return False
    after = text[end : end + 3]
    if not after.startswith("'"):
        return not after[:1].isalpha()
    return not after[1:2].isalpha() or (after[1] in "sS" and not after[2:3].isalpha())

"""Surnames that a text spells otherwise than the list: Byroade for Byrode, Korniyenko for Kornienko.

Looking one word up costs as many steps as it has letters, whatever the size of the list: two words that differ in one
letter agree once that letter is left out of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from tei_tools.authority.fold import sound
from tei_tools.authority.matcher import places
from tei_tools.authority.reading import Reading

SHORTEST = 5
LONG = 8
"""A shorter word may not differ in its sound and in a letter beside: Christofidis for Christophides."""
SHAPE = re.compile(r"(?:Mc|Mac|De|La|Le|Di|Van)?[A-Z][a-z]+|Mc[a-z]+")


class Nearby:
    """Surnames of one word, by their sound and by their shape with one letter left out."""

    def __init__(self, surnames: Iterable[str]) -> None:
        self._known = {word for word in surnames if SHAPE.fullmatch(word) and len(word) >= SHORTEST}
        self._sounds: dict[str, list[str]] = {}
        self._shapes: dict[str, list[str]] = {}
        self._heard: dict[str, list[str]] = {}
        self._seen: dict[str, tuple[str, bool]] = {}
        self._strange: set[str] = set()
        for word in sorted(self._known):
            self._sounds.setdefault(sound(word), []).append(word)
            for shape in _shapes(word):
                self._shapes.setdefault(shape, []).append(word)
            for shape in _shapes(sound(word)):
                self._heard.setdefault(shape, []).append(word)

    def find(self, reading: Reading, known: Set[str]) -> Iterator[tuple[str, int, int, bool]]:
        """(surname of the list, start, end, whether it sounds alike) for words that are not in `known` themselves."""
        if not self._known:
            return
        near: dict[str, tuple[str, bool]] = {}
        for word in reading.capitals - known - self._strange:
            found = self._seen.get(word)
            if found is None and len(word) >= SHORTEST and SHAPE.fullmatch(word):
                found = self._nearest(word)
            if found:
                near[word] = self._seen[word] = found
            else:
                self._strange.add(word)
        for word, start, end in places(near, reading.text):
            if reading.text[start - 1 : start] != "'":
                yield near[word][0], start, end, near[word][1]

    def _nearest(self, word: str) -> tuple[str, bool] | None:
        """The one surname that is meant, if there is just one."""
        heard = sound(word)
        alike = self._sounds.get(heard, [])
        if len(alike) == 1:
            return alike[0], True
        shapes = self._shapes.keys() & _shapes(word)
        near = {other for shape in shapes for other in self._shapes[shape] if other[0] == word[0]}
        near = {other for other in near if abs(len(other) - len(word)) < 2}
        if not near and not alike and len(word) >= LONG:
            shapes = self._heard.keys() & _shapes(heard)
            near = {other for shape in shapes for other in self._heard[shape] if other[0] == word[0]}
            near = {other for other in near if abs(len(sound(other)) - len(heard)) < 2}
        return (near.pop(), False) if len(near) == 1 and not alike else None


def _shapes(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))}

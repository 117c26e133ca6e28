"""Surnames on their own, where no list says whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tei_tools.authority.language import Language
from tei_tools.authority.matcher import Matcher

WORD = re.compile(r" ([A-Z]\w+|mausoleum)")


def bare(text: str, surnames: Iterable[str], words: Language) -> Iterator[tuple[str, int, int]]:
    """(surface, start, end) of surnames in a folded text: as given, with a capital particle, and in capitals."""
    shapes = {shape for name in surnames for shape in (name, name[0].upper() + name[1:], name[0].lower() + name[1:])}
    shapes = {shape for shape in shapes if not shape.islower() and (shape[0].isupper() or " " in shape or "-" in shape)}
    for surface, start, end in Matcher(sorted(shapes | {name.upper() for name in shapes if len(name) > 3})).find(text):
        if not thing(text, start, end, words) and not _within(text, start, end, words):
            yield surface, start, end


def _within(text: str, start: int, end: int, words: Language) -> bool:
    """Whether a word stands in a name of its own order: "Dinh" in "Ngo Dinh Diem"."""
    follower = WORD.match(text, end)
    before = text[max(start - 12, 0) : start].rsplit(" ", 2)
    after = follower is not None and follower[1] in words.family_words
    return after or (text[start - 1 : start] == " " and len(before) > 1 and before[-2] in words.family_words)


def thing(text: str, start: int, end: int, words: Language) -> bool:
    """Whether the words around a name make it an institution or a place: Reagan Library, Viet Minh."""
    follower = WORD.match(text, end)
    before = text[max(start - 12, 0) : start].rstrip().rsplit(" ", 1)[-1].replace(".", "")
    return (follower is not None and follower[1] in words.after_untagged) or before in words.before_untagged

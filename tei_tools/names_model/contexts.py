"""In which company a word stands: what tells a name from other words, in a document and in a whole collection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tei_tools.authority.language import Language
from tei_tools.authority.reading import Reading
from tei_tools.names_model.tokens import Token, sequences

BEFORE = re.compile(r"([\w.]+) ?$")
AFTER = re.compile(r" ([a-z]+)")
SHORTEST = 3


class Context(NamedTuple):
    """How often a word stands in all, behind a title, behind a forename or initial, behind an article, before a verb
    of persons, with a possessive, and before another word with a capital."""

    word: str
    total: int = 0
    titled: int = 0
    given: int = 0
    article: int = 0
    acts: int = 0
    owns: int = 0
    inner: int = 0


def contexts(reading: Reading, words: Language) -> tuple[Context, ...]:
    """The contexts of the words of a document that may be surnames, sorted by the word."""
    counts: dict[str, list[int]] = {}
    text = reading.text
    for tokens in sequences(reading):
        for place, token in enumerate(tokens):
            word = plain(token.word)
            if len(word) < SHORTEST or word in words.not_names or word in words.titles or word in words.function_words:
                continue
            row = counts.setdefault(word, [0] * 7)
            row[0] += 1
            for kind in _kinds(text, token, tokens[place + 1] if place + 1 < len(tokens) else None, words):
                row[kind] += 1
    return tuple(Context(word, *counts[word]) for word in sorted(counts))


def plain(word: str) -> str:
    """A word in capitals as it is written elsewhere."""
    return word.title() if word.isupper() and len(word) > 1 else word


def _kinds(text: str, token: Token, following: Token | None, words: Language) -> list[int]:
    kinds: list[int] = []
    before = BEFORE.search(text, max(token.start - 24, 0), token.start)
    if before:
        word = before[1]
        bare = word.strip(".")
        if bare in words.naming_titles:
            kinds.append(1)
        elif (bare.lower() in words.forenames and bare[:1].isupper()) or (word.endswith(".") and len(bare) == 1):
            kinds.append(2)
        elif word.lower() in ("the", "a", "an"):
            kinds.append(3)
    after = AFTER.match(text, token.end)
    if after and after[1] in words.person_verbs:
        kinds.append(4)
    if text.startswith("'s", token.end):
        kinds.append(5)
    if following and following.gap == " ":
        kinds.append(6)
    return kinds


def summed(documents: Iterable[Iterable[Context]]) -> Mapping[str, tuple[int, ...]]:
    """{word: its documents, then the sums of its counts}, of a collection; sorted by the word."""
    sums: dict[str, list[int]] = {}
    for document in documents:
        for context in document:
            row = sums.setdefault(context.word, [0] * 8)
            row[0] += 1
            for place, count in enumerate(context[1:], 1):
                row[place] += count
    return {word: tuple(sums[word]) for word in sorted(sums)}

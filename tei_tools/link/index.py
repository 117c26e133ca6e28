"""The sum of all evidence: the same whatever the order in which the documents came."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import PurePath
from typing import Any

from tei_tools.diagnostics import Place
from tei_tools.link.evidence import Evidence
from tei_tools.names_model.contexts import summed

ENOUGH = 2
"""So many documents must have a surname by title or forename before its bare mentions elsewhere count."""
SUMMED: dict[str, Any] = dict.fromkeys(("persons", "surnames", "spellings", "decisions", "contexts"), ())
"""What the index has as a sum, and what in each document would fill the memory of every worker."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class CollectionIndex:
    """`documents` sorted; `surnames` counts the documents that have each without a list, and `bare` gives those that
    count where they stand bare, by their last word in small letters (by "" where it has no capital); `spellings` are
    those of surnames that the list has otherwise, `contexts` sums those of words, `decisions` the rows of decisions
    that some document met.

    `by_number`, `by_id` and `by_page` give every document of a number, an id, a page, so that repeats show.
    """

    documents: tuple[Evidence, ...] = ()
    persons: Mapping[str, int] = field(default_factory=dict)
    surnames: Mapping[str, int] = field(default_factory=dict)
    bare: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spellings: frozenset[str] = frozenset()
    decisions: frozenset[Place] = frozenset()
    contexts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_number: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    by_id: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    by_page: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """What decisions may call a document: its id, or the stem of its file."""
        return frozenset(name for entry in self.documents for name in (entry.document, PurePath(entry.path).stem))


def reduce(evidence: Iterable[Evidence]) -> CollectionIndex:
    """The index of a collection."""
    documents = tuple(sorted(evidence))
    contexts = summed(document.contexts for document in documents)
    persons: Counter[str] = Counter()
    for document in documents:
        persons.update(dict(document.persons))
    surnames = Counter(name for document in documents for name in document.surnames)
    spellings = frozenset(spelling for document in documents for spelling in document.spellings)
    decisions = frozenset(place for document in documents for place in document.decisions)
    documents = tuple(replace(d, **SUMMED) for d in documents)  # nobody asks for those of one document
    return CollectionIndex(
        documents,
        dict(sorted(persons.items())),
        dict(sorted(surnames.items())),
        _by_last_word(sorted(name for name, count in surnames.items() if count >= ENOUGH)),
        spellings,
        decisions,
        contexts,
        _grouped((document.number, document) for document in documents),
        _grouped((document.document, document) for document in documents),
        _grouped((page, document) for document in documents for page in dict.fromkeys(document.pages)),
    )


def words(text: str) -> Iterator[str]:
    """The runs of letters of a text: a note sign behind a name is no part of its last word."""
    for word in WORD.findall(text):
        if word.isalpha():
            yield word
        else:
            yield from ("".join(run) for letters, run in groupby(word, str.isalpha) if letters)


def _by_last_word(surnames: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for name in surnames:
        last = [*words(name)][-1:]
        groups.setdefault(last[0].casefold() if last and last[0][0].isupper() else "", []).append(name)
    return {word: tuple(names) for word, names in groups.items()}


def _grouped(pairs: Iterable[tuple[str, Evidence]]) -> Mapping[str, tuple[Evidence, ...]]:
    groups: dict[str, list[Evidence]] = {}
    for key, document in pairs:
        if key:
            groups.setdefault(key, []).append(document)
    return {key: tuple(documents) for key, documents in groups.items()}

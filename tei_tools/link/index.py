"""The sum of all evidence: the same whatever the order in which the documents came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from tei_tools.diagnostics import Place
from tei_tools.link.evidence import Evidence
from tei_tools.names_model.contexts import summed


@dataclass(frozen=True)
class CollectionIndex:
    """`documents` sorted; `surnames` counts the documents that have each without a list, `spellings` are
    those of surnames that the list has otherwise, `contexts`
    sums those of words, `decisions` the rows of decisions that some document met.

    `by_number`, `by_id` and `by_page` give every document of a number, an id, a page, so that repeats show.
    """

    documents: tuple[Evidence, ...] = ()
    persons: Mapping[str, int] = field(default_factory=dict)
    surnames: Mapping[str, int] = field(default_factory=dict)
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
    if contexts:  # they are large, and nobody asks for those of one document
        documents = tuple(replace(document, contexts=()) for document in documents)
    persons: Counter[str] = Counter()
    for document in documents:
        persons.update(dict(document.persons))
    return CollectionIndex(
        documents,
        dict(sorted(persons.items())),
        dict(sorted(Counter(name for document in documents for name in document.surnames).items())),
        frozenset(spelling for document in documents for spelling in document.spellings),
        frozenset(place for document in documents for place in document.decisions),
        contexts,
        _grouped((document.number, document) for document in documents),
        _grouped((document.document, document) for document in documents),
        _grouped((page, document) for document in documents for page in dict.fromkeys(document.pages)),
    )


def _grouped(pairs: Iterable[tuple[str, Evidence]]) -> Mapping[str, tuple[Evidence, ...]]:
    groups: dict[str, tuple[Evidence, ...]] = {}
    for key, document in pairs:
        if key:
            groups[key] = (*groups.get(key, ()), document)
    return groups

"""What a document asked of the collection: by that a later run knows whether it has to be linked again.

The questions are recorded while the document is linked. The answers of another index are the same where their digest
is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar

from tei_tools.link.evidence import Evidence
from tei_tools.link.index import CollectionIndex
from tei_tools.names_model.features import NOTHING, seen, size

Question = tuple[str, str]
"""A field of the index, and a key of it; "*" is all of it."""
ALL = "*"
TABLES = ("persons", "surnames", "bare", "by_number", "by_id", "by_page", "contexts")
Value = TypeVar("Value")


def recorded(index: CollectionIndex, asked: set[Question]) -> CollectionIndex:
    """The index, which from now on notes what it is asked."""
    tables: dict[str, Any] = {name: _Table(name, getattr(index, name), asked) for name in TABLES}
    return replace(index, spellings=_Set("spellings", index.spellings, asked), **tables)


def answers(index: CollectionIndex, asked: Iterable[Question]) -> str:
    """The digest of what the index answers."""
    said = [(name, key, _answer(index, name, key)) for name, key in sorted(asked)]
    return sha256(repr(said).encode()).hexdigest()


def _answer(index: CollectionIndex, name: str, key: str) -> Any:
    """Of words what the model of names can see of them: it knows counts in steps."""
    held = getattr(index, name)
    if key == ALL:
        return sorted(held.items() if isinstance(held, Mapping) else held)
    if not isinstance(held, Mapping):
        return key in held
    found = held.get(key)
    if name.startswith("by_"):
        return [_told(entry) for entry in found or ()]
    if name == "contexts":
        return seen(found or NOTHING)
    return size(found or 0) if name == "surnames" else found


def _told(entry: Evidence) -> tuple[Any, ...]:
    """What a link may rest on; whom a document names is another question."""
    return entry.document, entry.path, entry.number, entry.notes


class _Table(Mapping[str, Value]):
    def __init__(self, name: str, held: Mapping[str, Value], asked: set[Question]) -> None:
        self._name, self._held, self._asked = name, held, asked

    def __getitem__(self, key: str) -> Value:
        self._asked.add((self._name, key))
        return self._held[key]

    def get(self, key: str, default: Any = None) -> Any:
        self._asked.add((self._name, key))
        return self._held.get(key, default)

    def __iter__(self) -> Iterator[str]:
        self._asked.add((self._name, ALL))
        return iter(self._held)

    def __len__(self) -> int:
        self._asked.add((self._name, ALL))
        return len(self._held)


class _Set(frozenset[str]):
    """Only `in` may be asked one by one; whoever goes through it asks for all."""

    def __new__(cls, name: str, held: Set[str], asked: set[Question]) -> _Set:
        made = super().__new__(cls, held)
        made._name, made._asked = name, asked
        return made

    _name: str
    _asked: set[Question]

    def __contains__(self, key: object) -> bool:
        self._asked.add((self._name, str(key)))
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        self._asked.add((self._name, ALL))
        return super().__iter__()

"""The documents of an edition, found by id: what lists say of each is kept, the document is read when asked."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from tei_tools.corpus import Corpus, Document
from tei_tools.corpus.about import About
from tei_tools.dts.units import Tree

KEPT = 32
"""So many documents stay parsed: a client goes through one after the other."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a list of the collection says of a document."""

    id: str
    title: str
    date: str
    senders: tuple[str, ...]
    language: str


@dataclass
class _Kept:
    """A document that stays parsed, with its trees by name."""

    document: Document
    trees: dict[str, Tree] = field(default_factory=dict)


class Library:
    """The documents of a corpus in its order. Raises `SourceError` for a file that can't be read."""

    def __init__(self, corpus: Corpus) -> None:
        self.about: About = corpus.about
        self._corpus = corpus
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = Lock()
        self.items = {document.id: _item(document, self.about.language) for document in corpus.documents()}

    def document(self, ident: str) -> Document:
        """Raises `KeyError` where there is none with this id."""
        with self._lock:  # a server answers in several threads
            return self._held(ident).document

    def tree(self, ident: str, name: str) -> Tree:
        """A citation tree of a document. Raises `KeyError` where there is none of this name, or no such document."""
        with self._lock:
            held = self._held(ident)
            if name not in held.trees:
                held.trees[name] = Tree(held.document, name)
            return held.trees[name]

    def _held(self, ident: str) -> _Kept:
        if ident not in self._kept:
            self._kept[ident] = _Kept(self._corpus.document(ident))
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(ident)
        return self._kept[ident]


def _item(document: Document, language: str) -> Item:
    first, last = document.date
    date = "/".join(dict.fromkeys(day for day in (first, last) if day))
    return Item(document.id, document.title or document.id, date, tuple(p.name for p in document.senders), language)

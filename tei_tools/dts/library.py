"""The documents of an edition, found by id: what lists say of each is kept, the document is read when asked."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from tei_tools.corpus import Corpus, Document
from tei_tools.corpus.about import About

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


class Library:
    """The documents of a corpus in its order. Raises `SourceError` for a file that can't be read."""

    def __init__(self, corpus: Corpus) -> None:
        self.about: About = corpus.about
        self._corpus = corpus
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._lock = Lock()
        self.items = {document.id: _item(document, self.about.language) for document in corpus.documents()}

    def document(self, ident: str) -> Document:
        """Raises `KeyError` where there is none with this id."""
        with self._lock:  # a server answers in several threads
            if ident not in self._kept:
                self._kept[ident] = self._corpus.document(ident)
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(ident)
            return self._kept[ident]


def _item(document: Document, language: str) -> Item:
    first, last = document.date
    date = "/".join(dict.fromkeys(day for day in (first, last) if day))
    return Item(document.id, document.title or document.id, date, tuple(p.name for p in document.senders), language)

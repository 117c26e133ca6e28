"""Files of TEI as one corpus. A file is parsed when it is asked for; nothing but the lists is kept."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from tei_tools.corpus.about import About, about
from tei_tools.corpus.document import Document, Mention, documents
from tei_tools.corpus.entries import Entry, entries
from tei_tools.corpus.reading import TEI
from tei_tools.errors import SourceError

if TYPE_CHECKING:
    from pandas import DataFrame

Load = Callable[[], bytes]


@dataclass(frozen=True)
class Corpus:
    """The documents of some TEI files; `sources` are their names and what loads them, `url` is where their
    site is.

    A volume beside files of its documents is left out: a document is counted once, where it is first met.
    """

    sources: tuple[tuple[str, Load], ...]
    url: str = ""

    @classmethod
    def read(cls, paths: Sequence[Path], url: str = "") -> Corpus:
        """The TEI files at these paths, "-" being standard input; of a folder all `*.xml` directly in it."""
        files = [file for path in paths for file in (sorted(path.glob("*.xml")) if path.is_dir() else [path])]
        return cls(tuple(map(_source, files)), url)

    @classmethod
    def of(cls, teis: Sequence[tuple[str, bytes]], url: str = "") -> Corpus:
        """TEI files that are in memory: (name, content)."""
        return cls(tuple((name, partial(bytes, content)) for name, content in teis), url)

    def documents(self) -> Iterator[Document]:
        """Every document, one after the other; small files first, so that a volume does not take their place.

        Raises `SourceError` for a file that can't be read or is no TEI.
        """
        seen: dict[str, int] = {}
        volumes = []
        for at, (name, load) in enumerate(self.sources):
            root = _root(name, load)
            if len(root.findall(f".//{TEI}text//{TEI}div[@type='document']")) > 1:
                volumes.append(at)
                continue
            yield from _new(name, root, seen, at)
        for at in volumes:
            name, load = self.sources[at]
            yield from _new(name, _root(name, load), seen, at)
        self.places.update(seen)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each document stands that `documents` has given: the place of its file in `sources`."""
        return {}

    @cached_property
    def about(self) -> About:
        """What the first file says of the edition."""
        return about(_root(*self.sources[0]), self.url) if self.sources else About(url=self.url)

    def document(self, ident: str) -> Document:
        """Raises `KeyError` where there is none with this id."""
        if not self.places:
            deque(self.documents(), maxlen=0)
        name, load = self.sources[self.places[ident]]
        return next(document for document in documents(name, _root(name, load)) if document.id == ident)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Everyone and everything that the lists of the files name, by id; the fullest where files differ."""
        found: dict[str, Entry] = {}
        for name, load in self.sources:
            for entry in entries(_root(name, load)):
                kept = found.get(entry.id)
                if kept is None or len(entry.description) > len(kept.description):
                    found[entry.id] = entry
        return dict(sorted(found.items()))

    def persons(self) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.kind == "person"]

    def mentions(self, entry: str = "") -> Iterator[Mention]:
        """All mentions, or those of one entry."""
        for document in self.documents():
            yield from (mention for mention in document.mentions if entry in {"", mention.entry})

    def frames(self) -> dict[str, DataFrame]:
        """The tables of `tei_tools.corpus.rows` as pandas frames. Raises `ImportError` without pandas."""
        from tei_tools.corpus.rows import frames

        return frames(self)


def _source(path: Path) -> tuple[str, Load]:
    """Standard input is read here, once."""
    return ("stdin.xml", partial(bytes, sys.stdin.buffer.read())) if str(path) == "-" else (path.name, _loader(path))


def _loader(file: Path) -> Load:
    def load() -> bytes:
        try:
            return file.read_bytes()
        except OSError as error:
            message = f"can't be read: {error.strerror}"
            raise SourceError(message, place=str(file), remedy="check the path") from error

    return load


def _new(name: str, root: etree._Element, seen: dict[str, int], at: int) -> Iterator[Document]:
    for document in documents(name, root):
        if document.id not in seen:
            seen[document.id] = at
            yield document


def _root(name: str, load: Load) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, huge_tree=False)
    try:
        root = etree.fromstring(load(), parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"no well-formed XML: {error.msg}", place=name, remedy="mend the file first") from error
    if root.tag != TEI + "TEI":
        raise SourceError("no TEI file", place=name, remedy="its outermost element has to be TEI")
    return root

"""Files on disk, checked as one collection.

Each file is read and parsed once, and let go: of a large collection only its ids stay in memory. Only a file with a
pointer that no file answers is read again, to say where it is.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from posixpath import normpath

from lxml import etree

from tei_tools.catalog import Catalog
from tei_tools.diagnostics import Diagnostic, Place, in_order
from tei_tools.validate import checked, ids, parse, pointers
from tei_tools.validate.associations import associated
from tei_tools.validate.findings import told
from tei_tools.validate.schemas import with_ours
from tei_tools.validate.shared_ids import SharedIds

LIMIT = 256 * 1024 * 1024
"""The largest file that is read, in bytes."""


def check(paths: Sequence[Path], schemas: Sequence[str] = (), catalogs: Sequence[Path] = ()) -> list[Diagnostic]:
    """What is wrong with TEI files, each against every schema and those that it names, with pointers between them.

    Rules (.sch) are checked beside our schema, a grammar instead of it, unless "tei_tools" is among the schemas; what
    a file names is looked up in the catalogs. A file that can't be read does not stop the others. Raises `SchemaError`
    for a schema or catalog that can't be used. Emits validate.unreadable, and what `validate` and `associated` emit.
    """
    collection = _Collection(with_ours(schemas), [Catalog(path) for path in catalogs])
    for path in dict.fromkeys(paths):
        collection.add(path)
    return in_order([*collection.found, *collection.between()])


class _NotRead(frozenset[str]):
    """The ids of a file that is there and was not given: nobody knows them, so none is said to be missing."""

    def __contains__(self, _ident: object) -> bool:
        return True


_NOT_READ = _NotRead()


class _Collection:
    """The ids of the files that were read, and what their pointers want of each other."""

    def __init__(self, schemas: Sequence[str], catalogs: Sequence[Catalog]) -> None:
        self.found: list[Diagnostic] = []
        self._schemas, self._catalogs = schemas, catalogs
        self._index: dict[str, frozenset[str]] = {}
        self._shared = SharedIds()
        self._wanted: dict[Path, frozenset[tuple[str, str]]] = {}

    def add(self, path: Path) -> None:
        """Check a file by itself. Pointers are relative to the file that holds them, so files go by whole paths."""
        source, tree = self._read(path)
        if source is None or tree is None:
            return
        named, unknown = associated(tree, str(path), self._catalogs)
        self.found += unknown
        self.found += checked(tree, source, str(path), schema=dict.fromkeys([*self._schemas, *named]))
        self.found += told(self._shared.find(tree, path), str(path), source)
        self._index[normpath(path.as_posix())] = ids(tree)
        self._wanted[path] = pointers.elsewhere(tree, str(path))

    def between(self) -> Iterator[Diagnostic]:
        """The pointers from file to file that lead to nothing."""
        for path, wanted in self._wanted.items():
            others = {name: _NOT_READ for name, _ in wanted if name not in self._index and Path(name).is_file()}
            index = {**self._index, **others} if others else self._index
            if all(name in index and (not part or part in index[name]) for name, part in wanted):
                continue
            source, tree = self._read(path)
            if source is not None and tree is not None:
                yield from told(pointers.find(tree, str(path), index), str(path), source)

    def _read(self, path: Path) -> tuple[bytes | None, etree._ElementTree | None]:
        try:
            source = _bytes(path)
        except (OSError, ValueError) as error:
            self.found.append(_unreadable(path, error))
            return None, None
        tree, problems = parse(source, str(path))
        self.found += problems
        return source, tree


def _bytes(path: Path) -> bytes:
    """The file, up to `LIMIT`, or standard input ("-"); devices have no end, so none is read. Raises as `open` does."""
    if str(path) == "-":
        return _within(sys.stdin.buffer.read(LIMIT + 1))
    kind = path.stat().st_mode
    if stat.S_ISCHR(kind) or stat.S_ISBLK(kind):
        raise ValueError("it is a device")
    with path.open("rb") as file:
        return _within(file.read(LIMIT + 1))


def _within(data: bytes) -> bytes:
    if len(data) > LIMIT:
        raise ValueError(f"it is larger than {LIMIT // 1024**2} MiB")
    return data


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    reason = getattr(error, "strerror", None) or str(error)
    return Diagnostic("validate.unreadable", "error", f"can't be read: {reason}", Place(str(path)), "check the path")

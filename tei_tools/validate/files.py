"""Files on disk, checked as one collection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from posixpath import normpath

from tei_tools.diagnostics import Diagnostic, in_order
from tei_tools.errors import SourceError
from tei_tools.validate import Index, ids, parse, validate


def check(paths: Sequence[Path], schemas: Sequence[str] = ("tei_tools",)) -> list[Diagnostic]:
    """What is wrong with TEI files, each against every schema, with pointers between them.

    Raises `SourceError` for a file that can't be read and `SchemaError` for a schema that can't be used.
    """
    contents = {path: _bytes(path) for path in paths}
    trees = {path: parse(data, str(path))[0] for path, data in contents.items()}
    # Pointers are relative to the file that holds them, so files go by their whole paths.
    index: Index = {normpath(path.as_posix()): ids(tree) for path, tree in trees.items() if tree is not None}
    found: list[Diagnostic] = []
    for path, data in contents.items():
        for schema in schemas:
            found += validate(data, str(path), schema=schema, index=index)
    return in_order(found)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"can't be read: {error.strerror}", place=str(path), remedy="check the path") from error

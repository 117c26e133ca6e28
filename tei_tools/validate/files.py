"""Files on disk, checked as one collection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from posixpath import normpath

from tei_tools.diagnostics import Diagnostic, Place, in_order
from tei_tools.validate import Index, ids, parse, validate


def check(paths: Sequence[Path], schemas: Sequence[str] = ("tei_tools",)) -> list[Diagnostic]:
    """What is wrong with TEI files, each against every schema, with pointers between them.

    A file that can't be read does not stop the others. Raises `SchemaError` for a schema that can't be used.
    Emits validate.unreadable, and what `validate` emits.
    """
    found: list[Diagnostic] = []
    contents: dict[Path, bytes] = {}
    for path in paths:
        try:
            contents[path] = path.read_bytes()
        except (OSError, ValueError) as error:
            found.append(_unreadable(path, error))
    trees = {path: parse(data, str(path))[0] for path, data in contents.items()}
    # Pointers are relative to the file that holds them, so files go by their whole paths.
    index: Index = {normpath(path.as_posix()): ids(tree) for path, tree in trees.items() if tree is not None}
    for path, data in contents.items():
        for schema in schemas:
            found += validate(data, str(path), schema=schema, index=index)
    return in_order(found)


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    reason = getattr(error, "strerror", None) or str(error)
    return Diagnostic("validate.unreadable", "error", f"can't be read: {reason}", Place(str(path)), "check the path")

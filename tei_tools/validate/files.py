"""Files on disk, checked as one collection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from posixpath import normpath

from tei_tools.catalog import Catalog
from tei_tools.diagnostics import Diagnostic, Place, in_order
from tei_tools.validate import Index, ids, parse, validate
from tei_tools.validate.associations import associated
from tei_tools.validate.schemas import with_ours


def check(paths: Sequence[Path], schemas: Sequence[str] = (), catalogs: Sequence[Path] = ()) -> list[Diagnostic]:
    """What is wrong with TEI files, each against every schema and those that it names, with pointers between them.

    Rules (.sch) are checked beside our schema, a grammar instead of it, unless "tei_tools" is among the schemas; what
    a file names is looked up in the catalogs. A file that can't be read does not stop the others. Raises `SchemaError`
    for a schema or catalog that can't be used. Emits validate.unreadable, and what `validate` and `associated` emit.
    """
    asked, known = with_ours(schemas), [Catalog(path) for path in catalogs]
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
    for path, tree in trees.items():
        named, unknown = associated(tree, str(path), known) if tree is not None else ([], [])
        found += unknown
        found += validate(contents[path], str(path), schema=dict.fromkeys([*asked, *named]), index=index)
    return in_order(found)


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    reason = getattr(error, "strerror", None) or str(error)
    return Diagnostic("validate.unreadable", "error", f"can't be read: {reason}", Place(str(path)), "check the path")

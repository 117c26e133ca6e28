"""Files on disk, checked as one collection: each by itself, and then what they say of each other.

    map      a file is read, parsed and checked, and let go; its ids, and what it wants of other files, are told
    reduce   of a large collection only that stays in memory
    map      a file that others contradict, or with a pointer that no file answers, is read again, to say where

The result does not depend on the executor.
"""

from __future__ import annotations

import stat
import sys
from collections import ChainMap
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from posixpath import normpath
from typing import TypeVar

from lxml import etree

from tei_tools.catalog import Catalog
from tei_tools.diagnostics import Diagnostic, Place, in_order
from tei_tools.errors import TeiToolsError, UsageError, fault
from tei_tools.executor import Executor, InProcess, Step
from tei_tools.executor.files import File, content, tasks
from tei_tools.outcome import Progress, silent
from tei_tools.stopwatch import spent
from tei_tools.validate import checked, grammar, ids, parse, pointers, shared_ids
from tei_tools.validate.associations import associated
from tei_tools.validate.findings import told
from tei_tools.validate.schemas import elsewhere, with_ours
from tei_tools.validate.shared_ids import Claim, SharedIds

LIMIT = 256 * 1024 * 1024
"""The largest file that is read, in bytes."""
Rules = tuple[Sequence[str], Sequence[Catalog]]
"""The schemas that all files are checked against, and where those are looked up that they name."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong with a file by itself; its ids (None of a file that is none), and what concerns others."""

    found: list[Diagnostic]
    ids: frozenset[str] | None = None
    wanted: frozenset[tuple[str, str]] = frozenset()
    claims: Sequence[Claim] = ()


@dataclass(frozen=True, slots=True)
class Doubt(File):
    """A file to be read again: which of its claims are denied, and the ids of the files that its pointers lead to."""

    denied: Mapping[Claim, tuple[str, Path]] = field(default_factory=dict)
    ids: dict[str, Collection[str]] | None = None


Some = TypeVar("Some", bound=File)
Result = TypeVar("Result")


def check(
    paths: Sequence[Path],
    schemas: Sequence[str] = (),
    catalogs: Sequence[Path] = (),
    *,
    executor: Executor | None = None,
    progress: Progress = silent,
) -> list[Diagnostic]:
    """What is wrong with TEI files, each against every schema and those that it names, with pointers between them.

    Rules (.sch) are checked beside our schema, a grammar instead of it, unless "tei_tools" is among the schemas; what
    a file names is looked up in the catalogs. A file that can't be read, or that ends its worker, does not stop the
    others. Raises `SchemaError` for a schema or catalog that can't be used, `UsageError` where workers can't have it.
    Emits validate.unreadable, validate.given-up, and what `validate` and `associated` emit.
    """
    executor = executor or InProcess()
    rules = _within_reach(executor, schemas, catalogs)
    files = [_given(path) for path in dict.fromkeys(paths)]
    collection = _Collection()
    for done, (file, looked) in enumerate(_mapped(look, rules, files, executor), 1):
        collection.add(file.path, looked)
        progress("validate", done, len(files))
    given = {file.path: file for file in files}
    doubts = [replace(doubt, data=given[doubt.path].data) for doubt in collection.doubts()]
    for _, again in _mapped(look_again, collection.names, doubts, executor):
        collection.found += again.found
    return in_order(_as_given(each, schemas) for each in collection.found)


def _as_given(problem: Diagnostic, schemas: Sequence[str]) -> Diagnostic:
    """A rule is named by its schema, as the call names it, and not by the whole path that a worker was given."""
    for name in elsewhere(schemas) if problem.rule else ():
        file = name.partition("#")[0]
        problem = replace(problem, rule=problem.rule.replace(str(Path(file).absolute()), file))
    return problem


def _given(path: Path) -> File:
    """Standard input ("-") is read here, at once: workers have another one, and it can't be read again."""
    if str(path) != "-":
        return File(path)
    try:
        return File(path, _bytes(path))
    except (OSError, ValueError) as error:
        return File(path, error=error)


def _within_reach(executor: Executor, schemas: Sequence[str], catalogs: Sequence[Path]) -> Rules:
    """Schemas and catalogs as workers find them."""
    files = elsewhere(schemas)
    if executor.reach == "sent" and (files or catalogs):
        remedy = "give --shared-disk, if they have the same files under the same paths; or --jobs instead"
        place = str([*files, *catalogs][0])
        raise UsageError("the workers of a scheduler can't read schemas and catalogs", place=place, remedy=remedy)
    if executor.reach == "disk":
        schemas = [str(Path(name).absolute()) if name in files else name for name in schemas]
        catalogs = [path.absolute() for path in catalogs]
    return with_ours(schemas), [Catalog(path) for path in catalogs]


def _mapped(
    step: Step[list[Some], list[Looked]], shared: object, files: Sequence[Some], executor: Executor
) -> Iterator[tuple[Some, Looked]]:
    """What the step makes of each file, in their order."""
    for task, made in executor.map(step, shared, tasks(files, executor, _bytes)):
        for number, file in enumerate(task):
            yield file, made[number] if isinstance(made, list) else Looked([_given_up(file, made)])


def ready() -> None:
    """What a worker compiles before its first task."""
    grammar.own()


def look(rules: Rules, task: Sequence[File]) -> list[Looked]:
    """Each file by itself. Pointers are relative to the file that holds them, so files go by whole paths."""
    return [_tried(file, partial(_look, rules=rules)) for file in task]


def look_again(names: dict[str, Collection[str]], task: Sequence[Doubt]) -> list[Looked]:
    """Each file beside the others of its collection, of which `names` are the names."""
    return [_tried(file, partial(_look_again, names=names)) for file in task]


def _tried(file: Some, step: Callable[[Some, bytes, etree._ElementTree], Looked]) -> Looked:
    """What the step makes of a file that can be parsed. A fault of ours stops this file, and no other."""
    try:
        source = content(file, _bytes)
    except (OSError, ValueError) as error:
        return Looked([_unreadable(file.path, error)])
    try:
        with spent("validate", file.path):
            tree, problems = parse(source, str(file.path))
            if tree is None:
                return Looked(problems)
            looked = step(file, source, tree)
            return replace(looked, found=[*problems, *looked.found])
    except TeiToolsError:
        raise
    except Exception as error:
        return Looked([_given_up(file, fault(error, ""))])


def _look(file: File, source: bytes, tree: etree._ElementTree, rules: Rules) -> Looked:
    schemas, catalogs = rules
    name = str(file.path)
    named, unknown = associated(tree, name, catalogs)
    found = [*unknown, *checked(tree, source, name, schema=dict.fromkeys([*schemas, *named]))]
    claims = shared_ids.claims(tree, file.path)
    return Looked(found, ids(tree), pointers.elsewhere(tree, name), claims)


def _look_again(file: Doubt, source: bytes, tree: etree._ElementTree, names: dict[str, Collection[str]]) -> Looked:
    name = str(file.path)
    found = [*shared_ids.find(tree, file.path, file.denied)]
    if file.ids is not None:
        found += pointers.find(tree, name, ChainMap(file.ids, names))
    return Looked(told(found, name, source))


class _NotRead(frozenset[str]):
    """The ids of a file that is there and was not given: nobody knows them, so none is said to be missing."""

    def __contains__(self, _ident: object) -> bool:
        return True


_NOT_READ = _NotRead()


class _Collection:
    """The ids of the files that were read, what they say of shared ones, and what their pointers want of each other."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self._index: dict[str, frozenset[str]] = {}
        self._shared = SharedIds()
        self._denied: dict[Path, Mapping[Claim, tuple[str, Path]]] = {}
        self._wanted: dict[Path, frozenset[tuple[str, str]]] = {}

    @property
    def names(self) -> dict[str, Collection[str]]:
        """The names of all files, as an index without ids."""
        return dict.fromkeys(self._index, ())

    def add(self, path: Path, looked: Looked) -> None:
        self.found += looked.found
        if looked.ids is None:
            return
        self._index[normpath(path.as_posix())] = looked.ids
        if looked.wanted:
            self._wanted[path] = looked.wanted
        if denied := self._shared.add(looked.claims, path):
            self._denied[path] = denied

    def doubts(self) -> Iterator[Doubt]:
        """The files that others contradict, or that have pointers to other files which lead to nothing."""
        for path in dict.fromkeys([*self._denied, *self._wanted]):
            wanted = self._wanted.get(path, frozenset())
            ids: dict[str, Collection[str]]
            ids = {name: known for name in {name for name, _ in wanted} if (known := self._ids(name)) is not None}
            leads = all(name in ids and (not part or part in ids[name]) for name, part in wanted)
            if path in self._denied or not leads:
                yield Doubt(path, denied=self._denied.get(path, {}), ids=None if leads else ids)

    def _ids(self, name: str) -> frozenset[str] | None:
        known = self._index.get(name)
        return _NOT_READ if known is None and Path(name).is_file() else known


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


def _given_up(file: File, error: TeiToolsError) -> Diagnostic:
    return Diagnostic("validate.given-up", "error", error.message, Place(str(file.path)), error.remedy)

"""Files as tasks: which go together, and how they get to a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from tei_tools.errors import TeiToolsError
from tei_tools.executor import Executor, Reach, chunks

Read = Callable[[Path], bytes]


@dataclass(frozen=True, slots=True)
class File:
    """A file by its path; `data` holds the bytes where they come from elsewhere (standard input) or were sent."""

    path: Path
    data: bytes | None = None
    folder: Path | None = None
    """Where a relative path begins, for workers that stand elsewhere."""
    error: Exception | None = None
    """Why it can't be read, where that is known already."""

    @property
    def stem(self) -> str:
        return self.path.stem

    @property
    def size(self) -> int:
        """In bytes; 0 where nobody knows."""
        if self.data is not None:
            return len(self.data)
        try:
            return self.path.stat().st_size
        except (OSError, ValueError):
            return 0


Some = TypeVar("Some", bound=File)


def tasks(files: Sequence[Some], executor: Executor, read: Read) -> Iterator[list[Some]]:
    """The files in tasks, as workers can read them; those that are sent are read when their task is due."""
    for chunk in chunks(files, lambda file: file.size, width=executor.width):
        yield [within_reach(file, executor.reach, read) for file in chunk]


def within_reach(file: Some, reach: Reach, read: Read) -> Some:
    """The file for workers on the same disk, or with its bytes for workers without one (see `Executor`)."""
    if reach == "here" or file.data is not None or file.error is not None:
        return file
    if reach == "disk":
        return replace(file, folder=Path.cwd())
    try:
        return replace(file, data=read(file.path))
    except (TeiToolsError, OSError, ValueError) as error:
        return replace(file, error=error)


def content(file: File, read: Read) -> bytes:
    """The bytes of a file, wherever they are. Raises as `read` does; an error names the path as the call does."""
    if file.error:
        raise file.error
    if file.data is not None:
        return file.data
    try:
        return read(file.folder / file.path if file.folder else file.path)
    except TeiToolsError as error:
        error.place = str(file.path)
        raise

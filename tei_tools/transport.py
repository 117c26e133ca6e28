"""A collection as tasks for an executor: which sources go together, how they get to a worker, what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tei_tools.conversion import Converted, Source
from tei_tools.errors import SourceError
from tei_tools.executor import Executor, chunks
from tei_tools.read import bytes_of


def tasks(sources: Sequence[Source], executor: Executor, limit: int) -> Iterator[list[Source]]:
    """The sources in tasks, as workers can read them; sources that are sent are read when their task is due."""
    for chunk in chunks(sources, _size, width=executor.width):
        yield [within_reach(source, executor.reach, limit) for source in chunk]


def within_reach(source: Source, reach: str, limit: int) -> Source:
    """The source for workers on the same disk, or with its bytes for workers without one (see `Executor`)."""
    if reach == "here" or source.data is not None:
        return source
    if reach == "disk":
        return replace(source, folder=Path.cwd())
    try:
        return replace(source, data=bytes_of(source.path, limit))
    except SourceError as error:
        return replace(source, error=error)


def content(source: Source, limit: int) -> bytes | None:
    """The bytes of a source that is not read by its path alone. Raises `SourceError`."""
    if source.error:
        raise source.error
    if source.data is not None or source.folder is None:
        return source.data
    try:
        return bytes_of(source.folder / source.path, limit)
    except SourceError as error:
        error.place = str(source.path)
        raise


def slim(converted: Converted) -> Converted:
    """What goes back to who asked: the TEI and what there is to say, without the text and all that points into it."""
    parts = []
    for part in converted.parts:
        bare = replace(part.document.source, text="", lines=(0,), decided=())
        parts.append(replace(part, document=replace(part.document, source=bare, blocks=(), annotations=())))
    return replace(converted, parts=tuple(parts))


def _size(source: Source) -> int:
    if source.data is not None:
        return len(source.data)
    try:
        return source.path.stat().st_size
    except (OSError, ValueError):
        return 0

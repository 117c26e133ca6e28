"""A collection as tasks for an executor: which sources go together, how they get to a worker, what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from tei_tools.conversion import Converted, Source
from tei_tools.executor import Executor, files
from tei_tools.read import bytes_of


def tasks(sources: Sequence[Source], executor: Executor, limit: int) -> Iterator[list[Source]]:
    """The sources in tasks, as workers can read them."""
    return files.tasks(sources, executor, partial(bytes_of, limit=limit))


def content(source: Source, limit: int) -> bytes | None:
    """The bytes of a source that is not read by its path alone. Raises `SourceError`."""
    if source.folder is None and source.error is None:
        return source.data
    return files.content(source, partial(bytes_of, limit=limit))


def slim(converted: Converted) -> Converted:
    """What goes back to who asked: the TEI and what there is to say, without the text and all that points into it."""
    parts = []
    for part in converted.parts:
        bare = replace(part.document.source, text="", lines=(0,), decided=())
        parts.append(replace(part, document=replace(part.document, source=bare, blocks=(), annotations=())))
    return replace(converted, parts=tuple(parts))

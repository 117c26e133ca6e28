"""Where things wait that may not fill the memory: a temporary file, written in batches and read in the same order."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import IO, Generic, TypeVar

MOST = 20
"""So many things are a batch: what they share is written once, and whoever reads them may work on them together."""
LARGEST = 1_000_000
"""A batch is closed when it has reached this size, so that a batch of large things does not fill the memory either."""
Thing = TypeVar("Thing")


class Spool(Generic[Thing]):
    """Filled first, then read once. The file is the caller's, open for binary writing and reading."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._batch: list[Thing] = []
        self._size = 0

    def put(self, thing: Thing, size: int) -> None:
        """`size` is in whatever unit the things are measured, code points for instance."""
        self._batch.append(thing)
        self._size += size
        if len(self._batch) == MOST or self._size >= LARGEST:
            self._write()

    def batches(self) -> Iterator[list[Thing]]:
        self._write()
        self._file.seek(0)
        try:
            while True:
                yield pickle.load(self._file)
        except EOFError:
            return

    def _write(self) -> None:
        if self._batch:
            pickle.dump(self._batch, self._file, pickle.HIGHEST_PROTOCOL)
            self._batch, self._size = [], 0

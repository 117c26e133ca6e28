"""Where things wait that may not fill the memory: a temporary file, filled first and then read in the same order."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import IO, Generic, TypeVar

Thing = TypeVar("Thing")


class Spool(Generic[Thing]):
    """Filled first, then read once. The file is the caller's, open for binary writing and reading."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def put(self, thing: Thing) -> None:
        pickle.dump(thing, self._file, pickle.HIGHEST_PROTOCOL)

    def __iter__(self) -> Iterator[Thing]:
        self._file.seek(0)
        try:
            while True:
                yield pickle.load(self._file)
        except EOFError:
            return

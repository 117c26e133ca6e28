"""One run at a time in a folder: two would mix their files, and each would take those of the other for an editor's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tei_tools.errors import UsageError
from tei_tools.publish.folder import Folder


@contextmanager
def locked(folder: Folder) -> Iterator[None]:
    """Hold the folder, which is there. It is the folder itself that is locked, so that nothing is left behind.

    The lock ends with the process, whatever ends it. Where the system has no such locks there is none.
    Raises `UsageError` where another run holds it.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(folder.path, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            remedy = "wait until it has ended, or choose another folder with -o"
            raise UsageError("another run is writing to this folder", place=str(folder.path), remedy=remedy) from error
        except OSError:  # a disk without locks
            pass
        yield
    finally:
        os.close(descriptor)

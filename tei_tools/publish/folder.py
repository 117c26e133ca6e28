"""The folder that a run writes to: whole files or none, and nothing outside it.

A file is written under a name that no reader takes for a result, in the folder where it will stand, and then renamed:
whoever looks sees the old file or the new one. What a killed run left behind, the next run removes.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path, PurePosixPath

from tei_tools.errors import PublishError

PART = ".{pid}-{number}.tei-tools-part"
LEFTOVER = re.compile(r"\.(\d+)-\d+\.tei-tools-part")
REMEDIES = {
    errno.EACCES: "check the owner and mode of the folder, or choose another one with -o",
    errno.EPERM: "check the owner and mode of the folder, or choose another one with -o",
    errno.EROFS: "the disk is read-only: choose another folder with -o",
    errno.ENOSPC: "the disk is full: make room and run again",
    errno.EDQUOT: "the quota is used up: make room and run again",
    errno.ENOTDIR: "a file stands where a folder is needed: move it, or choose another folder with -o",
    errno.EEXIST: "a file stands where a folder is needed: move it, or choose another folder with -o",
    errno.EISDIR: "a folder stands where a file is to be written: move it, or choose another folder with -o",
    errno.ENAMETOOLONG: "give the source a shorter name",
}
_numbers = count()


class Folder:
    """An output folder. `sync` waits until each file is on the disk: slow, for publishing and not for trying out."""

    def __init__(self, path: Path, *, sync: bool = False) -> None:
        self.path = path
        self._sync = sync
        self._base = f"{path}/"
        self._inside: set[str] = set()

    def make(self) -> None:
        """Make the folder. Raises `PublishError`."""
        with explained(self.path):
            self.path.mkdir(parents=True, exist_ok=True)

    def prepare(self) -> None:
        """Make the folder and remove what killed runs left in it. To be called once, before anything is written.

        Files that a process of this machine is still writing stay. Raises `PublishError`.
        """
        with explained(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            for path in sorted(self.path.rglob("*.tei-tools-part")):
                leftover = LEFTOVER.fullmatch(path.name)
                if leftover and not _at_work(int(leftover[1])):
                    path.unlink(missing_ok=True)

    def where(self, name: str) -> Path:
        """The path of a file of this folder, `name` being relative with "/" between its parts.

        Raises `PublishError` for a name that leads out of the folder, whether by its words or by a symbolic link.
        """
        parts = name.split("/")
        if not name or any(part in {"", ".", ".."} for part in parts) or re.search(r"[\\\0]", name):
            raise _outside(self.path, name)
        path = self.path.joinpath(PurePosixPath(name))
        with explained(path):
            if len(parts) > 1 and not path.parent.resolve().is_relative_to(self.path.resolve()):
                raise _outside(self.path, name)
        return path

    def _seen(self, name: str) -> str:
        """`where`, which looks once at each folder: of twenty thousand files to be read that would be half the time."""
        folder, _, last = name.rpartition("/")
        if folder not in self._inside or last in {"", ".", ".."} or "\\" in last or "\0" in last:
            self.where(name)
            self._inside.add(folder)
        return self._base + name

    def read(self, name: str) -> bytes | None:
        """What stands under that name, and None where nothing does. Raises `PublishError`."""
        path = self._seen(name)
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - a Path of each takes as long as reading the file
                return file.read()
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise _refused(Path(path), error, "can't be read") from error

    def has(self, name: str) -> bool:
        """Whether something stands under that name. Raises `PublishError`."""
        return os.path.exists(self._seen(name))  # noqa: PTH110 - as above

    def write(self, name: str, content: bytes | str) -> Path:
        """Write a whole file, or leave what was there. Text is written as UTF-8. Raises `PublishError`."""
        path = self.where(name)
        data = content.encode("utf-8") if isinstance(content, str) else content
        part = path.with_name(PART.format(pid=os.getpid(), number=next(_numbers)))
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with part.open("xb") as file:
                    file.write(data)
                    if self._sync:
                        file.flush()
                        os.fsync(file.fileno())
                part.replace(path)
            except BaseException:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise
        return path

    def remove(self, name: str) -> None:
        """Take a file away that is no longer made, and folders that are empty then; one that is not there is no error.

        Raises `PublishError`.
        """
        path = self.where(name)
        with explained(path):
            path.unlink(missing_ok=True)
        with suppress(OSError):  # a folder that holds something stays
            for parent in path.relative_to(self.path).parents[:-1]:
                (self.path / parent).rmdir()


def _at_work(pid: int) -> bool:
    """Whether that process is another one that runs: our own number is that of a killed run with the same number."""
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it belongs to somebody else
        return True
    return True


def _outside(folder: Path, name: str) -> PublishError:
    remedy = "name results by an identifier, without / .. or \\"
    return PublishError(f"{name!r} is no place inside the output folder", place=str(folder), remedy=remedy)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """What the system refuses, as a `PublishError` about this path."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise _refused(path, error) from error


def _refused(path: Path, error: Exception, what: str = "can't write here") -> PublishError:
    number = error.errno if isinstance(error, OSError) else None
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    remedy = REMEDIES.get(number or 0, "check the folder, or choose another one with -o")
    return PublishError(f"{what}: {reason}", place=str(path), remedy=remedy)

"""The first stage: bytes to `SourceText`. One input format per file; `text` is the plain-text format.

A stage never changes what it is given: newlines and the encoding are settled here, while decoding, and nothing later
touches the text (docs/decisions/001).
"""

from __future__ import annotations

from pathlib import Path

from tei_tools.diagnostics import Diagnostic
from tei_tools.errors import SourceError
from tei_tools.model import SourceText
from tei_tools.read.text import source_text

__all__ = ["LIMIT", "STDIN", "bytes_of", "read"]

LIMIT = 64 * 1024 * 1024
STDIN = "stdin"
MOST_SOURCES = 1024 * 1024
"""Bytes; most sources are smaller."""


def read(path: Path | None, data: bytes | None = None, *, limit: int = LIMIT) -> tuple[SourceText, list[Diagnostic]]:
    """The text of a plain-text source, with what is odd about it.

    `data` are the bytes where the caller has them (standard input, a worker of a cluster): `path` is then only the
    name of the source, and without one the source is called "stdin". `limit` is in bytes.

    Raises `SourceError` for a source that can't be read or that holds no text, and for a character that XML 1.0
    can't hold. Diagnostics: `read.encoding-assumed`, `read.not-nfc`.
    """
    if data is None:
        if path is None:
            raise SourceError("there is neither a file nor data to read", remedy="give one of them")
        data = bytes_of(path, limit)
    name = str(path) if path is not None else STDIN
    if len(data) > limit:
        raise SourceError(
            f"the source is larger than {_size(limit)}",
            place=name,
            remedy="one file holds one document: split it, or check that it is the right file",
        )
    return source_text(data, name)


def bytes_of(path: Path, limit: int) -> bytes:
    """The bytes of a file, at most one more than the limit, so that an endless device can't fill the memory.

    Raises `SourceError`.
    """
    place = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(min(limit + 1, MOST_SOURCES))  # memory for a whole limit is not asked for in vain
            return data + file.read(limit + 1 - len(data)) if len(data) == MOST_SOURCES else data
    except FileNotFoundError as error:
        raise SourceError("there is no such file", place=place, remedy=_not_there(path)) from error
    except IsADirectoryError as error:
        remedy = f"give the files in it, for instance {place.rstrip('/')}/*.txt"
        raise SourceError("this is a folder, not a source", place=place, remedy=remedy) from error
    except PermissionError as error:
        raise SourceError("no permission to read the file", place=place, remedy="check its owner and mode") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"the file can't be read: {reason}", place=place, remedy="check the path") from error


def _not_there(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f"the folder {folder} does not exist either; check the path"
    return "check the spelling, and the folder that you are in"


def _size(count: int) -> str:
    mebibytes = count / (1024 * 1024)
    return f"{mebibytes:.0f} MiB" if mebibytes >= 1 else f"{count} bytes"

"""What all tasks share, packed for workers on other machines: with the files that it names, or with their whole paths.

A font, a stylesheet or the picture of a cover is a `Path`. Workers without the same disk get its content, and find it
under another path; with it the files of its kind that lie beside and below it: a stylesheet may include them, and a
typeface has a file for each of its styles.
"""

from __future__ import annotations

import io
import pickle
import tempfile
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tei_tools.executor import Reach

FONTS = (".otf", ".ttf", ".ttc")
KINDS = {".xsl": (".xsl",), **dict.fromkeys(FONTS, FONTS), **dict.fromkeys((".jpg", ".png", ".svg"), ())}
"""Which files go along with one that ends so."""
Files = Sequence[tuple[str, bytes]]
"""(path from the folder, content)"""


def packed(shared: object, reach: Reach) -> bytes:
    """The pickle of a thing; the same for the same thing and files. Raises `OSError` for a file that can't be read."""
    target = io.BytesIO()
    _Pickler(target, reach).dump(shared)
    return target.getvalue()


class _Pickler(pickle.Pickler):
    def __init__(self, target: io.BytesIO, reach: Reach) -> None:
        super().__init__(target, pickle.HIGHEST_PROTOCOL)
        self._reach = reach

    def reducer_override(self, thing: Any) -> Any:
        if not isinstance(thing, Path):
            return NotImplemented
        if self._reach == "disk":
            return Path, (str(thing.absolute()),)
        if self._reach == "sent" and thing.suffix.lower() in KINDS and thing.is_file():
            return _unpacked, (thing.name, _with(thing))
        return NotImplemented


def _with(path: Path) -> Files:
    kinds = KINDS[path.suffix.lower()]
    beside = (
        [each for each in path.parent.rglob("*") if each.suffix.lower() in kinds and each.is_file()] if kinds else []
    )
    found = sorted({path, *beside})
    return tuple((each.relative_to(path.parent).as_posix(), each.read_bytes()) for each in found)


def _unpacked(name: str, files: Files) -> Path:
    """On the worker: where the file lies now."""
    digest = sha256()
    for path, content in files:
        digest.update(b"%d %s\n" % (len(content), path.encode()) + content)
    folder = Path(_folder().name) / digest.hexdigest()
    for path, content in files:
        target = folder / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return folder / name


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Gone with the process."""
    return tempfile.TemporaryDirectory(prefix="tei-tools-")

"""What took a while to make is kept between runs, in the user's cache (XDG base directories). It is never needed.

A file begins with the digest of its content. One that is damaged, or can't be read or written, is as if it were not
there.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def cached(kind: str, key: str, make: Callable[[], str]) -> str:
    """The text that was kept for this key (a digest of all that it was made of), or else what `make` gives now."""
    try:
        path = folder() / kind / key
        digest, _, text = path.read_bytes().decode("utf-8").partition("\n")
        if digest == _digest(text):
            return text
    except (OSError, RuntimeError, ValueError):
        pass
    text = make()
    with suppress(OSError, RuntimeError):
        _keep(folder() / kind / key, text)
    return text


def stamp(path: Path) -> tuple[Path, int, int]:
    """Which file, and in which state: what was made of it serves while this stays the same. Raises OSError."""
    state = path.stat()
    return path.resolve(), state.st_mtime_ns, state.st_size


def folder() -> Path:
    """$XDG_CACHE_HOME/tei-tools, or ~/.cache/tei-tools. Raises RuntimeError for a user without home."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "tei-tools"


def _keep(path: Path, text: str) -> None:
    """Whole or not at all, whoever else is writing it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as new:
        try:
            new.write(f"{_digest(text)}\n{text}".encode())
            new.close()
            Path(new.name).replace(path)
        except OSError:
            Path(new.name).unlink(missing_ok=True)
            raise


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

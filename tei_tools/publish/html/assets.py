"""What all pages share: style sheets, scripts, icon, fonts and their licence, as they stand in `xslt/assets`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tei_tools.resources import resource

ASSETS = "assets/"
SERVED = frozenset({".css", ".js", ".svg", ".woff2", ".txt"})


def assets() -> Iterator[tuple[str, bytes]]:
    """(path in the site, bytes) of each."""
    folder = resource("xslt", "assets")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in SERVED:
            yield ASSETS + Path(path).relative_to(folder).as_posix(), path.read_bytes()

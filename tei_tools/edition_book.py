"""The table [book] of edition.toml: how the print edition and the e-book look, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tei_tools.edition_keys import Reader, file_of, matching, table_of, texts_of, wrong

OF: Final = ("documents", "edition")
COVERS: Final = {".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml"}
FONTS: Final = (".otf", ".ttf", ".ttc")


@dataclass(frozen=True, slots=True)
class Book:
    """What an edition says of its PDF and EPUB.

    `of` is what is made: a file for each of the "documents", one of the "edition" as a whole. `paper`, `figures`,
    `new_page` and `standard` are as `transform.typst` and `publish.pdf` know them; `fonts` are files, in the order in
    which the text falls back to them. `cover` is a picture for the EPUB, which makes one of its own without it.
    """

    of: tuple[str, ...] = OF
    paper: str = "a4"
    figures: str = "old-style"
    new_page: bool = False
    standard: str = "ua-1"
    fonts: tuple[Path, ...] = ()
    cover: Path | None = None


def book(value: Any, key: str, file: Path) -> Book:
    """The table [book]. Raises `ProfileError` for an unknown key or a value of the wrong kind."""
    table = table_of(value, key, file, READERS)
    return Book(**{name: READERS[name](entry, f"{key}.{name}", file) for name, entry in table.items()})


def _of(value: Any, key: str, file: Path) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(texts_of(value, key, file)))
    unknown = [part for part in parts if part not in OF]
    if unknown:
        raise wrong(file, key, f"{unknown[0]!r} is nothing that can be made", f"use one of {', '.join(OF)}, or both")
    return parts


def _yes(value: Any, key: str, file: Path) -> bool:
    if not isinstance(value, bool):
        raise wrong(file, key, "has to be true or false", f"write {key.partition('.')[2]} = true")
    return value


def _ending(endings: Sequence[str], what: str) -> Callable[[Any, str, Path], Path]:
    def reader(value: Any, key: str, file: Path) -> Path:
        path = file_of(value, key, file)
        if path.suffix.lower() not in endings:
            raise wrong(file, key, f"{path.name!r} is no {what}", f"use one that ends in {', '.join(endings)}")
        return path

    return reader


def _fonts(value: Any, key: str, file: Path) -> tuple[Path, ...]:
    font = _ending(FONTS, "font")
    return tuple(font(item, key, file) for item in texts_of(value, key, file))


READERS: Mapping[str, Reader] = {
    "of": _of,
    "paper": matching(re.compile(r"[a-z0-9]+|[0-9.]+x[0-9.]+(mm|cm|in|pt)"), "paper", '"6x9in"'),
    "figures": matching(re.compile(r"old-style|lining"), "kind of figures", '"old-style" or "lining"'),
    "new_page": _yes,
    "standard": matching(re.compile(r"[a-z0-9-]+"), "PDF standard", '"a-3a"'),
    "fonts": _fonts,
    "cover": _ending(tuple(COVERS), "picture for a cover"),
}

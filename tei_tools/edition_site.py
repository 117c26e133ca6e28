"""The table [site] of edition.toml: logo, colours and wording of the web edition, all without a stylesheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tei_tools.edition_keys import Reader, file_of, matches, matching, patterns_of, table_of, text_of, wrong
from tei_tools.resources import resource

COLOURS = ("paper", "shade", "glow", "ink", "quiet", "accent", "rule")
"""The tokens of `xslt/assets/css/tokens.css` that an edition may set: three grounds, then inks, and lines."""

_LOGOS = (".svg", ".png", ".webp", ".jpg")
_SLOT = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Site:
    """What an edition says of its site.

    `language` is that of the interface, "" for that of the texts. Files: `logo`; `style`, a style sheet after those of
    the tool; `rules`, a stylesheet whose templates come before those of the tool. `colours` and `dark` give the tokens
    of `COLOURS` as #rrggbb. `wording` has entries of `xslt/lib/locale` by their keys. `pages` are the
    Markdown files of editors, in the order of the navigation.
    """

    language: str = ""
    logo: Path | None = None
    style: Path | None = None
    rules: Path | None = None
    colours: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    wording: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[Path, ...] = ()


def site(value: Any, key: str, file: Path) -> Site:
    """The table [site]. Raises `ProfileError` for an unknown key or a value of the wrong kind."""
    table = table_of(value, key, file, READERS)
    return Site(**{name: READERS[name](entry, f"{key}.{name}", file) for name, entry in table.items()})


def _picture(value: Any, key: str, file: Path) -> Path:
    path = file_of(value, key, file)
    if path.suffix not in _LOGOS:
        raise wrong(file, key, f"{path.name!r} is no picture for the web", f"use one of {', '.join(_LOGOS)}")
    return path


def _ending(ending: str) -> Reader:
    def reader(value: Any, key: str, file: Path) -> Path:
        path = file_of(value, key, file)
        if path.suffix != ending:
            raise wrong(file, key, f"{path.name!r} is no such file", f"name a file that ends in {ending}")
        return path

    return reader


def _colours(value: Any, key: str, file: Path) -> Mapping[str, str]:
    table = table_of(value, key, file, COLOURS)
    colour = matching(re.compile(r"#[0-9A-Fa-f]{6}"), "colour", '"#8a2b20"')
    return {name: colour(entry, f"{key}.{name}", file).lower() for name, entry in table.items()}


def _wording(value: Any, key: str, file: Path) -> Mapping[str, str]:
    """Entries of the locale, with the same {slots}."""
    table = table_of(value, key, file, _english())
    said = {}
    for name, entry in table.items():
        words = text_of(entry, f"{key}.{name}", file)
        slots = set(_SLOT.findall(_english()[name]))
        if set(_SLOT.findall(words)) != slots:
            shown = ", ".join(sorted(slots)) or "none"
            raise wrong(file, f"{key}.{name}", "has not the slots of this entry", f"they are: {shown}")
        said[name] = words
    return said


def _pages(value: Any, key: str, file: Path) -> tuple[Path, ...]:
    """In the order of the patterns; the files of one pattern in that of their names."""
    found = [path for pattern in patterns_of(value, key, file) for path in matches(pattern, key, file)]
    for path in found:
        if path.suffix != ".md":
            raise wrong(file, key, f"{path.name!r} is no Markdown", "name files that end in .md")
    return tuple(dict.fromkeys(found))


@cache
def _english() -> Mapping[str, str]:
    text = resource("xslt", "lib/locale/en.xml").read_text("utf-8")
    return dict(re.findall(r'<s key="([^"]+)">(.*?)</s>', text))


READERS: Mapping[str, Reader] = {
    "language": matching(re.compile(r"[a-z]{2,3}"), "language", '"en"'),
    "logo": _picture,
    "style": _ending(".css"),
    "rules": _ending(".xsl"),
    "colours": _colours,
    "dark": _colours,
    "wording": _wording,
    "pages": _pages,
}

"""What differs from one series of editions to another: data in one TOML file of `profiles/`, compiled here.

`docs/profiles.md` explains each key to those who write a profile.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tei_tools.errors import ProfileError
from tei_tools.resources import resource


@dataclass(frozen=True, slots=True)
class Profile:
    """A compiled profile; see `profiles/frus.toml` for what each value looks like."""

    name: str
    series: str
    language: str
    authority: str
    page: re.Pattern[str]
    page_form: str
    note_label: re.Pattern[str]
    note_indent: int
    note_source: re.Pattern[str]
    bullet: re.Pattern[str]
    number: re.Pattern[str]
    number_line: re.Pattern[str]
    editorial: tuple[str, ...]
    kinds: Mapping[str, str]
    correspondence: frozenset[str]
    attachment_label: re.Pattern[str]
    reference_document: str
    reference_volume: str
    names: Mapping[str, Any]

    def kind(self, title: str) -> str:
        """The kind of document that the first words of a head name, or ""."""
        folded = title.lower()
        hits = [words for words in self.kinds if folded.startswith(words.lower())]
        return self.kinds[max(hits, key=len)] if hits else ""


def available() -> list[str]:
    return sorted(path.stem for path in resource("profiles").glob("*.toml"))


@cache
def load(name: str) -> Profile:
    """The profile of that name, or of that path where it ends in .toml.

    Raises `ProfileError` where there is none, where it is no TOML, or where a key is missing or a pattern is wrong.
    """
    path = Path(name) if name.endswith(".toml") else resource("profiles", f"{name}.toml")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProfileError(
            f"there is no profile {name!r}", remedy=f"use one of {', '.join(available())}, or the path of a .toml file"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"the profile is no TOML: {error}", place=str(path)) from error
    return _compile(table, str(path))


def _compile(table: Mapping[str, Any], place: str) -> Profile:
    def value(section: str, key: str) -> Any:
        try:
            return table[section][key] if section else table[key]
        except KeyError:
            name = f"[{section}] {key}" if section else key
            raise ProfileError(
                f"the profile lacks {name}", place=place, remedy="profiles/frus.toml shows each key"
            ) from None

    def pattern(section: str, key: str) -> re.Pattern[str]:
        try:
            return re.compile(value(section, key))
        except re.error as error:
            raise ProfileError(f"[{section}] {key} is no regular expression: {error}", place=place) from error

    return Profile(
        name=value("", "name"),
        series=value("", "series"),
        language=value("", "language"),
        authority=value("", "authority"),
        page=pattern("page", "pattern"),
        page_form=value("page", "form"),
        note_label=pattern("note", "label"),
        note_indent=value("note", "indent"),
        note_source=pattern("note", "source"),
        bullet=pattern("list", "bullet"),
        number=pattern("document", "number"),
        number_line=pattern("document", "number_line"),
        editorial=tuple(value("document", "editorial")),
        kinds=dict(value("", "kinds")),
        correspondence=frozenset(value("correspondence", "kinds")),
        attachment_label=pattern("attachment", "label"),
        reference_document=value("reference", "document"),
        reference_volume=value("reference", "volume"),
        names=dict(table.get("names", {})),
    )

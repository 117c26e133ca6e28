"""What differs from one series of editions to another: data in one TOML file of `profiles/`, compiled here.

`docs/profiles.md` explains each key to those who write a profile.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tei_tools.errors import ProfileError
from tei_tools.profile_keys import Compiler, Forms
from tei_tools.resources import resource

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Profile:
    """A compiled profile; `profiles/frus.toml` and `profiles/plain.toml` show what each value looks like."""

    name: str
    series: str
    language: str
    authority: str
    wrapped: str
    page_forms: Forms
    page_joins: bool
    note_labels: Forms
    note_calls: Forms
    note_places: frozenset[str]
    note_proof: str
    note_indent: int
    note_headings: frozenset[str]
    note_rules: str
    note_lost: bool
    note_source: re.Pattern[str]
    note_summary: re.Pattern[str]
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

    @property
    def page_form(self) -> str:
        """The form in which page marks are printed where a text is made of TEI."""
        return next(form.text for form in self.page_forms if form.count)

    @property
    def page(self) -> re.Pattern[str]:
        """The page marks of this form; its group is the number."""
        return next(form.pattern for form in self.page_forms if form.count)

    @property
    def note_label(self) -> re.Pattern[str]:
        """The labels of notes that prove themselves, whatever the text around them; none where calls prove them."""
        return _either(self.note_labels) if self.note_proof == "label" else NEVER

    def announces_notes(self, line: str) -> bool:
        """Whether a line, without the blanks around, says that notes follow: a rule, or a heading such as "Notes"."""
        if line.lstrip("# ").rstrip(":").casefold() in self.note_headings:
            return True
        return len(line) >= 3 and line[0] in self.note_rules and not line.strip(f"{line[0]} ")

    def corresponds(self, kind: str) -> bool:
        """Whether documents of a kind have a sender and an addressee; those of no kind may be letters."""
        return kind in self.correspondence or not kind

    def kind(self, title: str) -> str:
        """The kind of document that the first words of a head name, or ""."""
        folded = title.lower()
        hits = [words for words in self.kinds if folded.startswith(words.lower())]
        return self.kinds[max(hits, key=len)] if hits else ""


@cache
def _either(forms: Forms) -> re.Pattern[str]:
    return re.compile("|".join(form.pattern.pattern.replace("(?P<n>", "(?:") for form in forms))


def available() -> list[str]:
    return sorted(path.stem for path in resource("profiles").glob("*.toml"))


@cache
def load(name: str) -> Profile:
    """The profile of that name, or of that path where it ends in .toml.

    Raises `ProfileError` where there is none, where it is no TOML, or where a key is missing, unknown or wrong.
    """
    table, place = _table(name, ())
    return Profile(**Compiler(table, place).values())


def digest(name: str) -> str:
    """SHA-256 of all that the profile says, with those that it extends. Raises `ProfileError`."""
    return sha256(json.dumps(_table(name, ())[0], sort_keys=True, default=str).encode()).hexdigest()


def _table(name: str, extended: tuple[str, ...]) -> tuple[dict[str, Any], str]:
    """The keys of a profile, over those of the profile that it extends."""
    path = Path(name) if name.endswith(".toml") else resource("profiles", f"{name}.toml")
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        remedy = f"use one of {', '.join(available())}, or the path of a .toml file"
        place = extended[-1] if extended else ""
        raise ProfileError(f"there is no profile {name!r}", place=place, remedy=remedy) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"the profile is no TOML: {error}", place=str(path)) from error
    base = own.pop("extends", None)
    if base is None:
        return own, str(path)
    if not isinstance(base, str) or str(path) in extended:
        raise ProfileError("extends has to name another profile", place=str(path), remedy='as in extends = "plain"')
    if base.endswith(".toml"):  # relative to the profile that names it, wherever the program was called
        base = str(path.parent / base)
    table = _table(base, (*extended, str(path)))[0]
    for key, value in own.items():
        table[key] = {**table[key], **value} if isinstance(value, dict) and isinstance(table.get(key), dict) else value
    return table, str(path)

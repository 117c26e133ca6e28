"""The keys of a profile: where each stands in the TOML file, what it has to be, and what is said when it isn't."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from tei_tools.errors import ProfileError
from tei_tools.forms import Form

Forms = tuple[Form, ...]


class Compiler:
    """Makes a `Profile` of a table of TOML; `place` is the file."""

    def __init__(self, table: Mapping[str, Any], place: str) -> None:
        self.table = table
        self.place = place

    def values(self) -> dict[str, Any]:
        """The value of each field, by its name."""
        self._unknown()
        values = {field: read(self, section, key) for field, (section, key, read) in KEYS.items()}
        if not any(form.count for form in values["page_forms"]):
            raise self.wrong("page", "forms", "none of them has a number: {n}")
        return values

    def _unknown(self) -> None:
        """A key that no profile has is a slip of the pen, which would otherwise change nothing in silence."""
        sections: dict[str, set[str]] = {section: {key} for section, key in ASIDE}
        for section, key, _ in KEYS.values():
            sections.setdefault(section, set()).add(key)
        for key, value in self.table.items():
            if key in FREE or (key in sections[""] and not isinstance(value, dict)):
                continue
            if key not in sections or not isinstance(value, dict):
                raise self._no_key(key, "", sections[""] | set(sections) | FREE)
            for inner in value:
                if inner not in sections[key]:
                    raise self._no_key(inner, key, sections[key])

    def _no_key(self, key: str, section: str, known: set[str]) -> ProfileError:
        from difflib import get_close_matches

        alike = get_close_matches(key, sorted(known - {""}), 1)
        hint = f"is {alike[0]} meant?" if alike else f"known are {', '.join(sorted(known - {''}))}"
        return ProfileError(f"{_named(section, key)} is no key of a profile", place=self.place, remedy=hint)

    def wrong(self, section: str, key: str, why: str) -> ProfileError:
        return ProfileError(f"{_named(section, key)}: {why}", place=self.place, remedy="see docs/profiles.md")

    def value(self, section: str, key: str, kind: type, what: str) -> Any:
        table = self.table.get(section, {}) if section else self.table
        if key not in table:
            raise ProfileError(
                f"the profile lacks {_named(section, key)}",
                place=self.place,
                remedy="profiles/plain.toml shows each key",
            )
        if type(table[key]) is not kind:
            raise self.wrong(section, key, f"it has to be {what}")
        return table[key]

    def text(self, section: str, key: str) -> str:
        return str(self.value(section, key, str, "text in quotation marks"))

    def count(self, section: str, key: str) -> int:
        return int(self.value(section, key, int, "a whole number"))

    def flag(self, section: str, key: str) -> bool:
        return bool(self.value(section, key, bool, "true or false"))

    def words(self, section: str, key: str) -> tuple[str, ...]:
        found = self.value(section, key, list, "a list of texts")
        if not all(isinstance(word, str) for word in found):
            raise self.wrong(section, key, "it has to be a list of texts")
        return tuple(found)

    def pattern(self, section: str, key: str) -> re.Pattern[str]:
        try:
            return re.compile(self.text(section, key))
        except re.error as error:
            raise self.wrong(section, key, f"it is no regular expression: {error}") from error

    def forms(self, section: str, key: str) -> Forms:
        number = self.text(section, "number") if "number" in self.table.get(section, {}) else ""
        try:
            found = tuple(Form(text, number=number) for text in self.words(section, key))
        except re.error as error:
            raise self.wrong(section, "number", f"it is no regular expression: {error}") from error
        except ValueError as error:
            raise self.wrong(section, key, str(error)) from error
        return found


def _named(section: str, key: str) -> str:
    return f"[{section}] {key}" if section else key


Read = Callable[[Compiler, str, str], Any]


def _group(*names: str) -> Read:
    """A group that the pattern must have, as the program asks for it."""

    def read(compiler: Compiler, section: str, key: str) -> re.Pattern[str]:
        pattern = compiler.pattern(section, key)
        for name in names:
            if name not in pattern.groupindex:
                raise compiler.wrong(section, key, f"the pattern needs a group (?P<{name}>…)")
        return pattern

    return read


def _one_of(*words: str) -> Read:
    def read(compiler: Compiler, section: str, key: str) -> str:
        value = compiler.text(section, key)
        if value not in words:
            raise compiler.wrong(section, key, f"{value!r} is none of {', '.join(words)}")
        return value

    return read


def _some_of(*words: str) -> Read:
    def read(compiler: Compiler, section: str, key: str) -> frozenset[str]:
        values = frozenset(compiler.words(section, key))
        if values - set(words):
            raise compiler.wrong(section, key, f"{min(values - set(words))!r} is none of {', '.join(words)}")
        return values

    return read


def _labels(compiler: Compiler, section: str, key: str) -> Forms:
    found = compiler.forms(section, key)
    for form in found:
        if not form.count:
            raise compiler.wrong(section, key, f"{form.text!r} has no placeholder such as {{n}}")
    return found


def _address(compiler: Compiler, section: str, key: str) -> str:
    value = compiler.text(section, key)
    if set(re.findall(r"[{][^}]*[}]?", value)) - {"{volume}", "{id}"}:
        raise compiler.wrong(section, key, "only {volume} and {id} can stand in braces")
    return value


def _kinds(compiler: Compiler, section: str, key: str) -> dict[str, str]:
    found = compiler.value(section, key, dict, "a section")
    for words, kind in found.items():
        if not isinstance(kind, str):
            raise compiler.wrong(key, words, "it has to be text in quotation marks")
    return dict(found)


KEYS: dict[str, tuple[str, str, Read]] = {
    "name": ("", "name", Compiler.text),
    "series": ("", "series", Compiler.text),
    "language": ("", "language", Compiler.text),
    "authority": ("", "authority", Compiler.text),
    "wrapped": ("text", "wrapped", _one_of("yes", "no", "auto")),
    "page_forms": ("page", "forms", Compiler.forms),
    "page_joins": ("page", "joins", Compiler.flag),
    "note_labels": ("note", "labels", _labels),
    "note_calls": ("note", "calls", _labels),
    "note_places": ("note", "places", _some_of("end", "page")),
    "note_proof": ("note", "proof", _one_of("label", "call")),
    "note_indent": ("note", "indent", Compiler.count),
    "note_headings": ("note", "headings", lambda c, s, k: frozenset(word.casefold() for word in c.words(s, k))),
    "note_rules": ("note", "rules", Compiler.text),
    "note_lost": ("note", "lost", Compiler.flag),
    "note_source": ("note", "source", Compiler.pattern),
    "note_summary": ("note", "summary", Compiler.pattern),
    "bullet": ("list", "bullet", _group("indent", "mark")),
    "number": ("document", "number", _group("n")),
    "number_line": ("document", "number_line", _group("n")),
    "editorial": ("document", "editorial", Compiler.words),
    "kinds": ("", "kinds", _kinds),
    "correspondence": ("correspondence", "kinds", lambda c, s, k: frozenset(c.words(s, k))),
    "attachment_label": ("attachment", "label", Compiler.pattern),
    "reference_document": ("reference", "document", _address),
    "reference_volume": ("reference", "volume", _address),
    "names": ("", "names", lambda c, _, k: dict(c.table.get(k, {}))),
}
"""Where each field of `Profile` stands in the file, and what reads it there."""
ASIDE = {("page", "number")}
"""Keys that are read together with another one."""
FREE = {"kinds", "names"}
"""Sections whose keys are words of the texts, not of this program."""

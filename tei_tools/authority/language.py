"""What English prose does with names: titles, particles, nicknames, words that are no names. Data: english.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from tei_tools.authority.fold import fold
from tei_tools.resources import resource


@dataclass(frozen=True)
class Language:
    """The words of english.toml, folded; `nicknames` gives each forename the set of its equals."""

    titles: frozenset[str]
    female_titles: frozenset[str]
    printed_titles: frozenset[str]
    generations: frozenset[str]
    particles: frozenset[str]
    offices: frozenset[str]
    after_untagged: frozenset[str]
    before_untagged: frozenset[str]
    common_words: frozenset[str]
    function_words: frozenset[str]
    person_verbs: frozenset[str]
    naming_titles: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]
    family_words: frozenset[str]
    after_tagged: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    female_forenames: frozenset[str]
    forenames: frozenset[str]

    @cached_property
    def ranks(self) -> frozenset[str]:
        """The titles that lists print before a forename: "Admiral", but not "de"."""
        return self.printed_titles - self.particles


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("authority", "english.toml").read_text(encoding="utf-8"))


def language(overrides: Mapping[str, Any] | None = None) -> Language:
    """The language's words, with the keys that a profile's [names] gives in place of them."""
    return _language(_table() | dict(overrides)) if overrides else _plain()


@cache
def _plain() -> Language:
    return _language(_table())


def _language(table: Mapping[str, Any]) -> Language:

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in table[key])

    groups: dict[str, set[str]] = {}
    for line in table["nicknames"]:
        first, *others = (word.lower() for word in fold(line).split())
        for other in others:
            groups.setdefault(first, set()).add(other)
            groups.setdefault(other, set()).add(first)
    nicknames = {word: frozenset(equals) for word, equals in groups.items()}
    female = frozenset(word.lower() for word in words("female_forenames"))
    known = frozenset(nicknames) | female | frozenset(word.lower() for word in words("male_forenames"))
    return Language(
        titles=words("titles"),
        female_titles=words("female_titles"),
        printed_titles=words("printed_titles"),
        generations=words("generations"),
        particles=words("particles"),
        offices=words("offices"),
        after_untagged=words("after_untagged"),
        before_untagged=words("before_untagged"),
        common_words=words("common_words"),
        function_words=words("function_words"),
        person_verbs=words("person_verbs"),
        naming_titles=words("naming_titles"),
        not_names=words("not_names"),
        places=words("places"),
        family_words=words("family_words"),
        after_tagged=words("after_tagged"),
        nicknames=nicknames,
        female_forenames=female,
        forenames=known,
    )

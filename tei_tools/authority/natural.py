"""Lists that print names in the order of speech, "George P. Shultz, Secretary of State": turned round as others are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tei_tools.authority.fold import fold
from tei_tools.authority.language import language
from tei_tools.authority.model import Person
from tei_tools.authority.printed import INITIAL, ranks

LONG = 5
"""A shorter forename of the language may be a word of another one: Sam, Kim, Ben."""
KEPT = frozenset({"von", "van", "zu", "der", "den", "ter"})
"""Particles that a surname loses in a list: "Braun, Wernher von", but "de Gaulle, Charles"."""


def turned(persons: tuple[Person, ...], which: Collection[str] | None = None) -> tuple[Person, ...]:
    """The persons, those turned round that the list has in the order of speech; `which` are the ids that are asked.

    One with a middle initial, a "von" or a long forename is, and so are all that begin with one where most entries do.
    """
    asked = [p for p in persons if (which is None or p.id in which) and not p.forename]
    found = {p.id: other for p in asked if (other := _turned(p))}
    others = sum(1 for p in persons if p.forename)
    all_ = len(found) > max(others, 1)
    return tuple(found[p.id] if p.id in found and (all_ or _is_clear(p.surname)) else p for p in persons)


def _turned(person: Person) -> Person | None:
    """The person with the parts of a name that begins with a forename or initials; None for any other name."""
    known, words = language(), person.surname.split()
    count = ranks(words, person.surname)
    title, words = " ".join((person.title, *words[:count])).strip(), words[count:]
    generation = words.pop() if len(words) > 2 and words[-1].strip(".") in known.generations else person.generation
    if len(words) < 2:
        return None
    first, last = words[0], words[-1]
    given = fold(first).lower() in known.forenames and first not in known.family_words
    given = given or bool(KEPT.intersection(words[1:-1]))  # "Charlotte von Stein"
    if not (given or INITIAL.match(first)) or INITIAL.match(last) or last[0].islower():
        return None
    place = len(words) - 1
    while place > 1 and fold(words[place - 1]) in known.particles:
        place -= 1
    link = words[place:-1] if set(words[place:-1]) <= KEPT else []
    surname, forename = " ".join(words[place + len(link) :]), " ".join(words[:place])
    return replace(person, surname=surname, forename=forename, link=" ".join(link), generation=generation, title=title)


def _is_clear(name: str) -> bool:
    """Whether a name begins with a forename in a list that prints surnames first: "Ronald Reagan", but "Sam Sary"."""
    words, known = name.split(), language()
    if any((INITIAL.match(word) and word.endswith(".")) or word in KEPT for word in words[1:-1]):
        return True
    return len(words) == 2 and len(words[0]) >= LONG and fold(words[1]).lower() not in known.forenames

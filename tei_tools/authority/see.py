"""Entries that only point to another one: "Acheson, Dean G., see …", through chains of them, and out of circles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tei_tools.authority.fold import fold
from tei_tools.authority.model import Person

SEE = re.compile(
    r"(?:[.,;:]\s*|\s+[–—-]\s+|\s+\(?)[*_]?[Ss]ee[*_]? (?:under )?(?!also\b)"
    r"(?P<other>[^a-z\s].*?|[a-z]{1,3}[- '’].+?)[.)]?\s*$"
)
"""What is behind "see"; a "see also" stands in an entry of its own."""
NEAREST = 40
"""So far behind the beginning of a line "see" may stand without a stop before it: "Diem see Ngo Dinh Diem"."""


def pointer(printed: str) -> re.Match[str] | None:
    """The "see …" of an entry that has one."""
    match = SEE.search(printed)
    if match is None or (printed[match.start()] not in ".,;:" and match.start() > NEAREST):
        return None
    return match


def targets(see: str, person: Person, persons: Sequence[Person]) -> list[str]:
    """The ids that the words of a "see" may mean: entries of just these words, else with these among others.

    Entries that point on themselves are asked after the others.
    """
    want = words(see)
    others = [p for p in persons if p.id != person.id and want & words(" ".join((p.surname, *p.variants)))]
    own = [p for p in others if not p.see]
    for group in (own, others):
        just = [p.id for p in group if words(f"{p.name} {p.title}") == want]
        found = just or [p.id for p in group if want <= words(" ".join((p.name, p.title, *p.nicknames, *p.variants)))]
        if found:
            return found
    return []


def resolve_see(persons: tuple[Person, ...]) -> tuple[Person, ...]:
    """`see` as an id, or "" where no entry, or several, may be meant.

    Of a circle of entries the fullest, or else the first, is the one that the others point to.
    """
    if not any(person.see for person in persons):
        return persons
    ids = {person.id for person in persons}
    found: dict[str, str] = {}
    for person in persons:
        if person.see in ids:
            found[person.id] = person.see
        elif person.see:
            hits = targets(person.see, person, persons)
            found[person.id] = hits[0] if len(hits) == 1 else ""
    by_id = {person.id: person for person in persons}
    for person in persons:
        circle = _circle(person.id, found)
        if circle:
            found[max(circle, key=lambda ident: len(words(by_id[ident].name)))] = ""
    return tuple(replace(person, see=found[person.id]) if person.id in found else person for person in persons)


def _circle(ident: str, found: Mapping[str, str]) -> list[str]:
    """The ids on the way from one back to itself, in this order; none where the way ends."""
    way = [ident]
    while (following := found.get(way[-1], "")) and following not in way:
        way.append(following)
    return way if following == ident else []


@lru_cache(maxsize=65_536)
def words(text: str) -> frozenset[str]:
    """The words of a name, whatever their order, accents and capitals; each entry is held against each "see"."""
    return frozenset(re.findall(r"\w+", fold(text).lower()))

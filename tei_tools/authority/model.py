"""Who and what an edition knows: persons with their offices, terms, and the lists they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tei_tools.authority.fold import fold


@dataclass(frozen=True, slots=True)
class Role:
    """An office as printed, with the days it was held as far as they are known: W3C dates, also "1970" or "1970-03"."""

    text: str
    start: str = ""
    end: str = ""
    start_key: str = "from"
    end_key: str = "to"
    """TEI's names of the two dates: with notBefore and notAfter they are limits between which it was held."""

    @property
    def turned(self) -> bool:
        """Whether it ends before it begins: then the dates say nothing."""
        shorter = min(len(self.start), len(self.end))
        return self.start[:shorter] > self.end[:shorter]

    def covers(self, day: str) -> bool | None:
        """Whether the office was held on that day (a W3C date); None where the dates do not say."""
        if not day or not (self.start or self.end) or self.turned:
            return None
        after = not self.start or day[: len(self.start)] >= self.start[: len(day)]
        before = not self.end or day[: len(self.end)] <= self.end[: len(day)]
        if (after and before) and (self.start_key == "notBefore" or self.end_key == "notAfter"):
            return None
        return after and before


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of a list of persons.

    A name that is never turned round (Ngo Dinh Diem, Bao Dai) is all in `surname`. `link` is a particle printed after
    the forename (von), `title` one printed among the forenames (Admiral, Sir), `variants` are other names of the same
    person. `see` is the id of the entry that this one only points to. `printed` is the entry as it stands in the list.
    """

    id: str
    surname: str
    forename: str = ""
    link: str = ""
    generation: str = ""
    title: str = ""
    nicknames: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    printed: str = ""
    see: str = ""
    idnos: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    row: int = field(default=0, compare=False)
    """The line of the file where the entry begins; 0 where that is not known."""

    @property
    def name(self) -> str:
        """The name as a list prints it: "Burke, Arleigh A."."""
        given = " ".join(part for part in (self.forename, self.link) if part)
        return ", ".join(part for part in (self.surname, given, self.generation) if part)

    @property
    def line(self) -> str:
        """The entry as a list prints it."""
        offices = "; ".join(role.text for role in self.roles)
        return self.printed or ", ".join(part for part in (self.name, self.title, offices) if part)


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a list of terms or abbreviations: what is printed in the text, and what it means."""

    id: str
    text: str
    meaning: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that an entry says of a place or an organisation, by its TEI element: country, idno, note."""

    element: str
    text: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A place or an organisation: `element` is place or org, `names` are all of its names, the usual one first."""

    id: str
    element: str
    names: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    printed: str = ""


@dataclass(frozen=True)
class Authority:
    """The lists of an edition, in their order."""

    persons: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    path: str = ""
    places: tuple[Entity, ...] = ()
    orgs: tuple[Entity, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Person]:
        return {person.id: person for person in self.persons}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a surname or forename of the list, folded."""
        return frozenset(word for p in self.persons for word in fold(f"{p.surname} {p.forename}").split())

    def person(self, ident: str) -> Person:
        """The person of that id, following "see" entries (a circle of them ends where it began)."""
        person, seen = self.by_id[ident], {ident}
        while person.see in self.by_id and person.see not in seen:
            person = self.by_id[person.see]
            seen.add(person.id)
        return person

    def __or__(self, other: Authority) -> Authority:
        """The lists of both."""
        return Authority(
            self.persons + other.persons,
            self.terms + other.terms,
            self.path or other.path,
            self.places + other.places,
            self.orgs + other.orgs,
        )

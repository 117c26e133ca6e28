"""What decisions add to the lists of an edition: new entries, and further names of those who are there."""

from __future__ import annotations

from dataclasses import replace

from tei_tools.authority import Authority
from tei_tools.authority.entities import read_entities
from tei_tools.authority.fold import fold
from tei_tools.authority.model import Entity, Person, Term
from tei_tools.authority.printed import make_id
from tei_tools.authority.text import TERM, person_of
from tei_tools.decisions.rows import Decisions, Row
from tei_tools.decisions.verdict import KINDS
from tei_tools.diagnostics import Diagnostic

ELEMENTS = {"placeName": "place", "orgName": "org"}


def extended(authority: Authority, decisions: Decisions) -> tuple[Authority, Decisions]:
    """The lists with what was decided, and the decisions with the ids of the new entries.

    A row that points at an entry that is not there is not obeyed: link.decision-unfit, kept in the decisions.
    """
    lists = _Lists(authority)
    rows = [lists.entered(row) for row in decisions.rows]
    rows = [lists.merged(row) for row in rows]
    problems = (*decisions.problems, *lists.problems)
    return lists.authority(authority), replace(decisions, rows=tuple(rows), problems=problems)


class _Lists:
    """The entries by id, while rows are added to them."""

    def __init__(self, authority: Authority) -> None:
        self.persons = {person.id: person for person in authority.persons}
        self.terms = {term.id: term for term in authority.terms}
        self.places = {place.id: place for place in authority.places}
        self.orgs = {org.id: org for org in authority.orgs}
        self.problems: list[Diagnostic] = []

    def authority(self, before: Authority) -> Authority:
        listed = (self.persons, self.terms, self.places, self.orgs)
        persons, terms, places, orgs = (tuple(entries.values()) for entries in listed)
        return Authority(persons, terms, before.path, places, orgs)  # type: ignore[arg-type]

    def entered(self, row: Row) -> Row:
        """The row with the id of its new entry, which joins its list."""
        verdict = row.verdict
        if verdict is None or not verdict.entry:
            return row
        taken = {*self.persons, *self.terms, *self.places, *self.orgs}
        if row.kind == "persName":
            person = person_of(verdict.entry, taken)
            person = replace(person, id=verdict.id or person.id, variants=person.variants + _others(row, person))
            if person.id not in self.persons:
                self.persons[person.id] = person
            ident = person.id
        elif row.kind == "term":
            match = TERM.match(verdict.entry)
            word, meaning = (match["text"], match["meaning"]) if match else (row.anchor.text, verdict.entry)
            ident = verdict.id or make_id(word, taken, "t_")
            self.terms.setdefault(ident, Term(ident, word, meaning, verdict.entry))
        else:
            made = read_entities(" ".join(verdict.entry.split()), ELEMENTS[row.kind], taken)
            if not made:
                return self._unfit(row, f"{verdict.entry!r} names nothing")
            ident = verdict.id or made[0].id
            self._entities(row.kind).setdefault(ident, replace(made[0], id=ident))
        return replace(row, verdict=replace(verdict, attributes={**verdict.attributes, "ref": ident}, entry=""))

    def merged(self, row: Row) -> Row:
        """The row, its names joining the entry that a general one points at."""
        verdict = row.verdict
        ident = verdict.attributes.get("ref", "") if verdict and KINDS[row.kind].listed else ""
        if not ident:
            return row
        lists = {"persName": self.persons, "term": self.terms, "placeName": self.places, "orgName": self.orgs}
        if ident not in lists[row.kind]:  # type: ignore[operator]
            return self._unfit(row, f"no entry has the id {ident}")
        if row.general and row.kind == "persName":
            person = self.persons[ident]
            self.persons[ident] = replace(person, variants=person.variants + _others(row, person))
        elif row.general and row.kind != "term":
            entity = self._entities(row.kind)[ident]
            self._entities(row.kind)[ident] = replace(entity, names=tuple(dict.fromkeys(entity.names + row.forms)))
        return row

    def _entities(self, kind: str) -> dict[str, Entity]:
        return self.places if kind == "placeName" else self.orgs

    def _unfit(self, row: Row, message: str) -> Row:
        hint = "give the list that has the entry, or write the entry itself: Isakov, Viktor, Minister-Counselor"
        self.problems.append(Diagnostic("link.decision-unfit", "warning", message, row.place, hint))
        return replace(row, verdict=None)


def _others(row: Row, person: Person) -> tuple[str, ...]:
    """The names of a general row that the entry does not give by itself: those that don't end with its surname."""
    if not row.general:
        return ()
    own = fold(person.surname).lower()
    return tuple(form for form in row.forms if not f" {fold(form).lower()}".endswith(f" {own}"))

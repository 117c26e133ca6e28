"""What is doubtful about a list of persons itself: entries that point nowhere, offices that end before they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.authority.fold import fold
from tei_tools.authority.model import Authority, Person
from tei_tools.authority.printed import SEE
from tei_tools.diagnostics import Diagnostic, Place


def doubts(authority: Authority) -> Iterator[Diagnostic]:
    """In the order of the list. Emits link.entry-open, link.entry-near and link.entry-dates."""
    place = Place(authority.path)
    for person in authority.persons:
        yield from _pointer(person, authority, place)
        for role in person.roles:
            if role.turned:
                dates = f"from {role.start} to {role.end}"
                message = (
                    f"#{person.id} {person.name}: {dates}, the office ends before it begins: \u201c{role.text}\u201d"
                )
                hint = "correct the dates in the list; until then they count for nothing"
                yield Diagnostic("link.entry-dates", "warning", message, place, hint)


def _pointer(person: Person, authority: Authority, place: Place) -> Iterator[Diagnostic]:
    see = SEE.search(person.printed)
    if see is None:
        return
    if person.see not in authority.by_id:
        message = f"\u201c{person.printed}\u201d: the list has no such entry, or several"
        yield Diagnostic("link.entry-open", "warning", message, place, "correct the name after \u201csee\u201d")
        return
    target = authority.by_id[person.see]
    named = set(re.findall(r"\w+", fold(f"{target.name} {target.title} {target.printed}").lower()))
    if not named.issuperset(re.findall(r"\w+", fold(see["other"]).lower())):
        message = (
            f"\u201c{person.printed}\u201d is taken for #{target.id} {target.name}, whose name differs by a letter"
        )
        yield Diagnostic("link.entry-near", "info", message, place, "spell both names alike")

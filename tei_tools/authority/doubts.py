"""What is doubtful about a list of persons itself: entries that point nowhere, offices that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from tei_tools.authority.fold import one_letter_apart
from tei_tools.authority.model import Authority, Person
from tei_tools.authority.see import pointer, targets, words
from tei_tools.diagnostics import Diagnostic, Place


def doubts(authority: Authority) -> Iterator[Diagnostic]:
    """In the order of the list. Emits link.entry-open, link.entry-double and link.entry-dates."""
    lines: dict[str, Person] = {}
    for person in authority.persons:
        place = Place(authority.path, person.row)
        yield from _pointer(person, authority, place)
        first = lines.setdefault(person.printed, person)
        if person.printed and first is not person:
            message = f"“{person.printed[:60]}” stands twice in the list; #{person.id} is taken for #{first.id}"
            hint = "take one of the two lines out"
            yield Diagnostic("link.entry-double", "warning", message, place, hint)
        for role in person.roles:
            if role.turned:
                dates = f"from {role.start} to {role.end}"
                message = (
                    f"#{person.id} {person.name}: {dates}, the office ends before it begins: \u201c{role.text}\u201d"
                )
                hint = "correct the dates in the list; until then they count for nothing"
                yield Diagnostic("link.entry-dates", "warning", message, place, hint)


def _pointer(person: Person, authority: Authority, place: Place) -> Iterator[Diagnostic]:
    """An entry "Minh, see Duong Van Minh" stays an entry of its own where the list has only a "Dueng Van Minh"."""
    see = pointer(person.printed)
    if see is None or person.see in authority.by_id:
        return
    there = targets(see["other"], person, authority.persons)
    near = [other for other in authority.persons if other is not person and _nearly(see["other"], other.name)]
    reason = "the list has no such entry"
    if len(there) == 1:
        reason, near = f"it points in a circle, by #{there[0]}", []
    elif there:
        reason, near = "several entries may be meant", [authority.by_id[ident] for ident in there]
    message = f"“{person.printed}”: {reason}; it stands for a person of its own"
    named = ", ".join(f"#{other.id} {other.name}" for other in near)
    hint = f"if {named} is meant, spell both alike" if near else "correct the name after “see”"
    yield Diagnostic("link.entry-open", "warning", message, place, hint)


def _nearly(left: str, right: str) -> bool:
    """Whether two names are the same but for one letter of a word."""
    own, others = words(left), words(right)
    pairs = list(zip(sorted(own - others), sorted(others - own), strict=False))
    alike = len(own) == len(others) and 0 < len(pairs) < len(own)
    return alike and all(one_letter_apart(*pair) for pair in pairs)

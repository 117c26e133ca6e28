"""The printed list of persons or terms as plain text, one entry a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tei_tools.authority.fold import fold
from tei_tools.authority.model import Authority, Person, Term
from tei_tools.authority.offices import read_roles
from tei_tools.authority.printed import SEE, make_id, read_name

HEADING = re.compile(
    r"^(?:list of )?(?:persons|names|terms|abbreviations|abbreviations and terms|note)\b.{0,40}$", re.IGNORECASE
)
TERM = re.compile(r"^(?P<text>[^,]+?)(?:,\s+|\s+[–—-]\s+|\t+)(?P<meaning>.+)$")


def entries(text: str) -> Iterator[tuple[int, str]]:
    """(line number, entry); an indented line goes on with the entry above, a heading or a page marker is none."""
    number, entry = 0, ""
    for row, line in enumerate(text.splitlines(), 1):
        stripped = line.strip().lstrip("•*").strip()
        if not stripped or re.fullmatch(r"\[Page \w+\]", stripped) or HEADING.match(stripped):
            continue
        if line[:2].isspace() and entry and "•" not in line:
            entry = f"{entry} {stripped}"
            continue
        if entry:
            yield number, entry
        number, entry = row, stripped
    if entry:
        yield number, entry


def person_of(printed: str, taken: set[str]) -> Person:
    """The person of a printed entry, with an id that is not taken yet."""
    see = SEE.search(printed)
    name = read_name(printed[: see.start()] if see else printed, line=not see)
    return Person(
        id=make_id(name, taken),
        surname=name.surname,
        forename=name.forename,
        link=name.link,
        generation=name.generation,
        title=name.title,
        nicknames=name.nicknames,
        variants=name.variants,
        roles=read_roles(name.rest),
        printed=printed,
        see=see["other"] if see else "",
    )


def read_persons(text: str, path: str) -> Authority:
    taken: set[str] = set()
    return Authority(resolve_see(tuple(person_of(entry, taken) for _, entry in entries(text))), path=path)


def resolve_see(persons: tuple[Person, ...]) -> tuple[Person, ...]:
    """`see` as an id: that of the entry with just these words in its name, or else with these among others."""
    if not any(person.see for person in persons):
        return persons
    words = {p.id: frozenset(re.findall(r"\w+", fold(f"{p.name} {p.title}").lower())) for p in persons}
    resolved = []
    for person in persons:
        if person.see and person.see not in words:
            want = frozenset(re.findall(r"\w+", fold(person.see).lower()))
            others = [p.id for p in persons if p.id != person.id and not p.see]
            hits = [i for i in others if words[i] == want] or [i for i in others if want <= words[i]]
            person = replace(person, see=hits[0] if len(hits) == 1 else "")
        resolved.append(person)
    return tuple(resolved)


def read_terms(text: str, path: str) -> Authority:
    taken: set[str] = set()
    terms = []
    for _, entry in entries(text):
        match = TERM.match(entry)
        word, meaning = (match["text"], match["meaning"]) if match else (entry, "")
        terms.append(Term(make_id(word, taken, "t_"), word, meaning, entry))
    return Authority(terms=tuple(terms), path=path)

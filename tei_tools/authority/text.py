"""The printed list of persons or terms as plain text, one entry a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tei_tools.authority.language import language
from tei_tools.authority.model import Authority, Person, Term
from tei_tools.authority.natural import turned
from tei_tools.authority.offices import read_roles
from tei_tools.authority.printed import make_id, read_name
from tei_tools.authority.see import pointer, resolve_see
from tei_tools.errors import AuthorityError

HEADING = re.compile(
    r"^(?:#.*|dramatis personae.?|(?:list of )?(?:persons|names|terms|abbreviations|note)\b(?!,).{0,40})$",
    re.IGNORECASE,
)
BULLET = re.compile(r"[•*·▪‣]\s*|(?:[–—-]|\(?\d{1,4}[.)])\s+")
"""What may stand before an entry: a mark, a number."""
UNFINISHED = re.compile(r"[,;]$|\b(?:of|the|and|for|to|in)$")
SMALL = re.compile(r"([a-z]{2,})(?=[ ,;.]|$)")
TERM = re.compile(r"^(?P<text>[^,]+?)(?:,\s+|\s+[–—-]\s+|\t+)(?P<meaning>.+)$")


def entries(text: str, *, wrapped: bool = False) -> Iterator[tuple[int, str]]:
    """(line number, entry); an indented line goes on with the entry above, a heading or a page marker is none.

    With `wrapped` so does a line that begins with a small word, or stands below one that ends with a comma.
    """
    number, entry, below = 0, "", False
    for row, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        bullet = BULLET.match(stripped)
        stripped = stripped[bullet.end() if bullet else 0 :].strip()
        if re.fullmatch(r"\[Page \w+\]", stripped) or HEADING.match(stripped):
            continue
        if not stripped or (wrapped and not re.search(r"[^\W_]", stripped)):
            below = False
            continue
        indented = line[:2].isspace() or (wrapped and below and _goes_on(entry, stripped))
        if indented and entry and not bullet:
            entry = f"{entry} {stripped}"
            continue
        if entry:
            yield number, entry
        number, entry, below = row, stripped, True
    if entry:
        yield number, entry


def _goes_on(entry: str, line: str) -> bool:
    small = SMALL.match(line)
    return UNFINISHED.search(entry) is not None or (small is not None and small[1] not in language().particles - {"of"})


def person_of(printed: str, taken: set[str], row: int = 0) -> Person:
    """The person of a printed entry, with an id that is not taken yet; `row` is its line in the list."""
    see = pointer(printed)
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
        row=row,
    )


def read_persons(text: str, path: str) -> Authority:
    """Raises `AuthorityError` for an entry without a name; one that is printed twice points to the first."""
    taken: set[str] = set()
    found: dict[str, Person] = {}
    persons: list[Person] = []
    for row, entry in entries(text, wrapped=True):
        person = person_of(entry, taken, row)
        if not re.search(r"[^\W\d_]", person.surname):
            raise AuthorityError(
                f"an entry has no name: \u201c{entry[:60]}\u201d",
                place=f"{path}:{row}",
                remedy="begin it with the surname",
            )
        first = found.setdefault(entry, person)
        persons.append(person if first is person else replace(person, see=first.id))
    return Authority(resolve_see(turned(tuple(persons))), path=path)


def read_terms(text: str, path: str) -> Authority:
    taken: set[str] = set()
    terms = []
    for _, entry in entries(text):
        match = TERM.match(entry)
        word, meaning = (match["text"], match["meaning"]) if match else (entry, "")
        terms.append(Term(make_id(word, taken, "t_"), word, meaning, entry))
    return Authority(terms=tuple(terms), path=path)

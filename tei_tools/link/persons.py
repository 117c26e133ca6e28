"""Who is meant by a name: settled by forename, office, date, what stands near, and what the collection says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_tools.authority.model import Authority, Person
from tei_tools.diagnostics import Diagnostic
from tei_tools.link.evidence import certain
from tei_tools.link.heading import heading
from tei_tools.link.index import CollectionIndex
from tei_tools.link.modelled import modelled
from tei_tools.link.offices import fit
from tei_tools.link.unlisted import bare_names
from tei_tools.model import Annotation, Cert, Document, Span
from tei_tools.names_model import NamesModel

Choice = tuple[str, Cert, str]
"""(id, cert, evidence)"""

HIGHEST = (
    "President of the United States",
    "President",
    "Secretary of State",
    "Vice President of the United States",
    "Secretary of Defense",
)
HERE = ("a place too", "a small word too")
"""What makes a name so weak that the person must be named in the same document."""
AGAIN = 2
ROW = re.compile(r",?\s(?:and\s|or\s)?|\s?[-–/&]\s?")
"""What stands between two names of a row."""
LINE = 40
DEAR = re.compile(r"\b[Dd]ear (?:[A-Z]\w+\.? ){0,2}$")
MAJORITY = 3
"""How many times more often than all others together the collection must name somebody for that to decide."""


def link(
    document: Document,
    candidates: Sequence[Annotation],
    authority: Authority,
    index: CollectionIndex,
    model: NamesModel | None = None,
) -> Iterator[Annotation | Diagnostic]:
    """Each candidate with `ref`, or without one and with a `link.person-ambiguous` where several persons remain.

    A weak candidate (an English word, a part of a name) is left out unless the document or the collection supports it.
    Without a list the model finds the names, or else the rules alone.
    """
    names = [candidate for candidate in candidates if candidate.element == "persName"]
    if not authority.persons:
        yield from modelled(document, names, index, model) if model else bare_names(document, names, index)
        return
    day = _day(document)
    first = [_by_itself(candidate, authority, day) for candidate in names]
    known = Known(authority, index, day, _anchors(names, first), _spellings(names, first))
    parts = _repeated(document, names)
    for place, (candidate, choice) in enumerate(zip(names, first, strict=True)):
        ids = candidate.attributes["candidates"].split()
        if "weak" in candidate.attributes and not choice:
            beside = _beside(document, names, place)
            ids = _supported(candidate, ids, known) or (ids if beside or candidate.span in parts else [])
            if not ids:
                continue
            choice = (ids[0], "medium", "named elsewhere") if len(ids) == 1 else None
        choice = choice or _addressed(document, candidate, ids, known) or _by_context(candidate, ids, known)
        if choice:
            yield _linked(candidate, *choice)
        else:
            yield _linked(candidate, "", "low", "several persons have this name")
            yield _ambiguous(document, candidate, ids, authority)


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to go by: `anchors` gives where in the document it is certain that a person is meant."""

    authority: Authority
    index: CollectionIndex
    day: str
    anchors: Mapping[str, list[int]]
    spellings: frozenset[str]


def _spellings(names: Sequence[Annotation], choices: Sequence[Choice | None]) -> frozenset[str]:
    """Surnames that the list spells otherwise, where it is settled who is meant."""
    settled = (name for name, choice in zip(names, choices, strict=True) if choice)
    return frozenset(name.attributes["spelled"] for name in settled if "spelled" in name.attributes)


def _supported(candidate: Annotation, ids: list[str], known: Known) -> list[str]:
    """Whom a weak candidate may mean: those named for certain in the document or, but for places, the collection.

    A surname that the list spells otherwise needs that spelling elsewhere.
    """
    told = candidate.attributes
    if "spelled" in told:
        spelled = told["spelled"]
        return ids if spelled in known.spellings or spelled in known.index.spellings else []
    here = [ident for ident in ids if ident in known.anchors]
    if here or told["weak"] in HERE:
        return here
    return [ident for ident in ids if known.index.persons.get(ident, 0)]


def _repeated(document: Document, names: Sequence[Annotation]) -> set[Span]:
    """The places of parts of a name that one person has, no English words, that the document has again and again."""
    found: dict[str, list[Span]] = {}
    for name in names:
        if name.attributes.get("weak") == "a part of a name" and " " not in name.attributes["candidates"]:
            found.setdefault(document.source.slice(name.span), []).append(name.span)
    return {span for spans in found.values() if len(spans) >= AGAIN for span in spans}


def _beside(document: Document, names: Sequence[Annotation], place: int) -> bool:
    """Whether a name stands in a row of names: "Rusk, Ball and Bundy", "the Ford/Kissinger policy".

    A place needs a person on either side.
    """
    told = names[place].attributes
    if told["weak"] not in ("an English word too", "a place too", "a part of a name"):
        return False
    text = document.source.text
    pairs = [(place - 1, place), (place, place + 1)]
    sure = 0
    for one, other in pairs:
        if one < 0 or other >= len(names):
            continue
        neighbour = names[one if other == place else other]
        between = text[names[one].span.end : names[other].span.start]
        sure += "weak" not in neighbour.attributes and ROW.fullmatch(between) is not None
    return sure > 1 or (sure == 1 and told["weak"] != "a place too")


def _day(document: Document) -> str:
    for fact in document.metadata.of("date"):
        for key in ("when", "from", "notBefore", "to", "notAfter"):
            if key in fact.attributes:
                return fact.attributes[key][:10]
    return ""


def _by_itself(candidate: Annotation, authority: Authority, day: str) -> Choice | None:
    """The person that the name and the words of office at it settle."""
    told = candidate.attributes
    if certain(candidate):
        return told["candidates"], "high", candidate.evidence
    if ("weak" in told and "spelled" not in told) or not told.get("title"):
        return None
    fits = {ident: fit(told["title"], authority.by_id[ident], day) for ident in told["candidates"].split()}
    best = max(fits.values())
    fitting = [ident for ident, score in fits.items() if score == best]
    cert: Cert = "medium" if "spelled" in told else "high"
    return (fitting[0], cert, f"the office {told['title']!r}") if best > 0 and len(fitting) == 1 else None


def _anchors(names: Sequence[Annotation], choices: Sequence[Choice | None]) -> Mapping[str, list[int]]:
    """{person id: where in the document it is certain that he is meant}."""
    anchors: dict[str, list[int]] = {}
    for candidate, choice in zip(names, choices, strict=True):
        if choice:
            anchors.setdefault(choice[0], []).append(candidate.span.start)
    return anchors


def _by_context(candidate: Annotation, ids: Sequence[str], known: Known) -> Choice | None:
    """The person certain to be meant last before, or next after; the holder of an office; the collection's."""
    near = _nearest(candidate.span.start, ids, known.anchors)
    if near:
        return near, "medium", "named in full in the document"
    persons = known.authority.by_id
    in_office = [ident for ident in ids if _in_office(persons[ident], known.day) is not False]
    if len(in_office) == 1:
        return in_office[0], "medium", "the only one in office at the date"
    highest = _highest([persons[ident] for ident in in_office or ids])
    if highest:
        return highest.id, "low", "the highest office among those of this name"
    counts = sorted(((known.index.persons.get(ident, 0), ident) for ident in ids), reverse=True)
    if counts[0][0] >= MAJORITY * max(sum(count for count, _ in counts[1:]), 1):
        return counts[0][1], "low", "the one whom the collection names"
    return None


def _addressed(document: Document, candidate: Annotation, ids: Sequence[str], known: Known) -> Choice | None:
    """In "My dear Pell," the one of the name to whom the heading says the letter is."""
    before = document.source.text[max(candidate.span.start - LINE, 0) : candidate.span.start]
    head = heading(document) if DEAR.search(before) else None
    there = [i for i in ids if head and any(head.start <= place < head.end for place in known.anchors.get(i, ()))]
    return (there[0], "medium", "named in the heading") if len(there) == 1 else None


def _nearest(position: int, ids: Sequence[str], anchors: Mapping[str, list[int]]) -> str:
    before: list[tuple[int, str]] = []
    after: list[tuple[int, str]] = []
    for ident in ids:
        places = anchors.get(ident, [])
        row = bisect_left(places, position)
        if row:
            before.append((places[row - 1], ident))
        if row < len(places):
            after.append((places[row], ident))
    return max(before)[1] if before else min(after)[1] if after else ""


def _in_office(person: Person, day: str) -> bool | None:
    known = [covered for role in person.roles if (covered := role.covers(day)) is not None]
    return any(known) if known and len(known) == len(person.roles) else None


def _highest(persons: Sequence[Person]) -> Person | None:
    """The one who holds the highest of a few offices: his surname alone is enough for those who write."""
    for office in HIGHEST:
        holders = [p for p in persons if any(role.text.startswith(office) for role in p.roles)]
        if holders:
            return holders[0] if len(holders) == 1 else None
    return None


def _linked(candidate: Annotation, ident: str, cert: Cert, evidence: str) -> Annotation:
    """The name as it is linked; what the linker went by stays beside it, with "_" before its name."""
    told = {f"_{key}": value for key, value in candidate.attributes.items() if key != "role"}
    kept = {"role": candidate.attributes["role"]} if "role" in candidate.attributes else {}
    pointer = {"ref": f"#{ident}"} if ident else {}
    attributes = {**pointer, **kept, **told}
    return Annotation(candidate.element, candidate.span, attributes, cert, candidate.source, evidence)


def _ambiguous(document: Document, candidate: Annotation, ids: Sequence[str], authority: Authority) -> Diagnostic:
    surface = " ".join(document.source.slice(candidate.span).split())
    persons = "; ".join(f"{authority.by_id[ident].name} (#{ident})" for ident in ids)
    return Diagnostic(
        code="link.person-ambiguous",
        severity="warning",
        message=f"{surface!r} may be {persons}",
        place=document.source.place(candidate.span.start),
        hint="say who is meant in the file of decisions",
    )

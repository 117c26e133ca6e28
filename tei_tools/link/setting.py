"""Where and when a document was made: from its dateline, or inferred from heading, subject or source note.

An inferred date says how sure it is and which words it rests on; it is never put into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools import dates
from tei_tools.model import Block, Cert, Document, Fact, Span

DAY = re.compile(rf"\b(?P<m>{dates.MONTH})\s(?P<d>{dates.DAY})\b(?!,?\s\d{{4}})")
FILED = re.compile(r"\b\d{1,2}/\d{1,2}/(?P<y>\d\d)\b")
YEAR = re.compile(rf"\b{dates.YEAR}\b(?![–-]\d)")
PLACE = re.compile(r",\s(?P<place>[A-Z][^\W\d]+(?:\s[A-Z][^\W\d]+){0,2}),\s$")
SENTENCE = re.compile(r"(?<=[.;:!?)])\s+")
SUBJECT_LEAVES = 3
"""How many blocks behind the heading may tell the date: a subject list, the opening of a telegram."""


def facts(document: Document) -> Iterator[Fact]:
    """The place, the date and the hours of the main text; a date from elsewhere where the dateline has none.

    What an editor decided is the date comes before all of it.
    """
    found = list(_facts(document))
    decided = next((d for d in document.source.decided if d.whole and d.kind == "date"), None)
    if decided is None:
        yield from found
        return
    yield from (fact for fact in found if fact.kind != "date")
    if decided.accepted:
        attributes = {**decided.attributes, "_element": "date"}
        words = next((fact.text for fact in found if fact.kind == "date" and fact.attributes == attributes), "")
        yield Fact("date", words or "/".join(decided.attributes.values()), attributes)


def _facts(document: Document) -> Iterator[Fact]:
    dateline = next((leaf for leaf in _leaves(document) if leaf.element == "dateline"), None)
    undated: list[Fact] = []
    if dateline:
        told = [*_printed(document, dateline, "place"), *_printed(document, dateline, "time")]
        dated = list(_printed(document, dateline, "date"))
        undated = [fact for fact in dated if set(fact.attributes) == {"_element"}]
        yield from told
        if not undated:
            yield from dated
            return
    yield from _inferred(document) or undated


def _printed(document: Document, dateline: Block, kind: str) -> Iterator[Fact]:
    """What a dateline says: its first place, its first date, its hours."""
    element = "placeName" if kind == "place" else kind
    inside = [a for a in document.of(element) if dateline.span.holds(a.span)]
    for annotation in inside if kind == "time" else inside[:1]:
        words = re.sub(r"\s+", " ", document.source.slice(annotation.span))
        yield Fact(kind, words, {**annotation.attributes, "_element": element}, annotation.cert)


def _leaves(document: Document) -> Iterator[Block]:
    """The leaves of the main text: not those of attachments."""
    for block in document.body:
        if block.attributes.get("type") != "attachment":
            yield from block.leaves()


def _inferred(document: Document) -> list[Fact]:
    """A date from the heading (with its place), from subject or opening, from the source note, from attachments."""
    if document.metadata.subtype == "editorial-note":
        return []
    text = document.source.text
    leaves = list(_leaves(document))
    heads = [leaf for leaf in leaves if leaf.element == "head"]
    for leaf in (*heads[:1], *[leaf for leaf in leaves if leaf.element != "head"][:SUBJECT_LEAVES]):
        opening = document.source.slice(leaf.span)
        subject = leaf.element in ("head", "item") or re.search(r"\b[Ss]ubj(?:ect)?:", opening)
        moment = next(dates.find(text, leaf.span.start, leaf.span.end), None) if subject else None
        if moment:
            date = _fact(document, leaf.span, moment.start, moment.end, moment.attributes, "medium")
            place = PLACE.search(text[: moment.start], leaf.span.start) if leaf.element == "head" else None
            where = [Fact("place", place["place"], {"_element": "placeName"}, "medium", date.evidence)] if place else []
            return [*where, date]
    sources = [note for note in document.notes if note.attributes.get("type") == "source"]
    found = _from_source_note(document, sources[0].span) if sources else None
    found = found or _from_attachment(document)
    return [found] if found else []


def _from_source_note(document: Document, span: Span) -> Fact | None:
    """The first full date of the source note; or its first day, in the year that file, note or text name."""
    text = document.source.text
    filed = FILED.search(text, span.start, span.end)
    day = DAY.search(text, span.start, span.end)
    moment = next(dates.find(text, span.start, span.end), None)
    year = f"19{filed['y']}" if filed else "" if moment else _year(document, span)
    if year and day:
        iso = f"{year}-{dates.month(day['m']):02}-{int(day['d']):02}"
        return _fact(document, span, day.start(), day.end(), {"when": iso}, "low")
    return _fact(document, span, moment.start, moment.end, moment.attributes, "low") if moment else None


def _year(document: Document, note: Span) -> str:
    """The only year that the source note names; or that of the first full date of the text."""
    text = document.source.text
    years = {match.group() for match in YEAR.finditer(text, note.start, note.end)}
    if years:
        return years.pop() if len(years) == 1 else ""
    first = next(dates.find(text, 0, document.notes[0].span.start), None)
    return str(first.attributes.get("when", first.attributes.get("from", "")))[:4] if first else ""


def _from_attachment(document: Document) -> Fact | None:
    """A document is not earlier than what is attached to it: the latest date of the attachments' datelines."""
    attached = [block for block in document.body if block.attributes.get("type") == "attachment"]
    lines = [leaf.span for block in attached for leaf in block.leaves() if leaf.element == "dateline"]
    found = [a for a in document.of("date") if any(line.holds(a.span) for line in lines) and "when" in a.attributes]
    if not found:
        return None
    last = max(found, key=lambda a: a.attributes["when"])
    day = {"notBefore": last.attributes["when"][:10]}
    return _fact(document, last.span, last.span.start, last.span.end, day, "medium")


def _fact(document: Document, span: Span, start: int, end: int, attributes: dict[str, str], cert: Cert) -> Fact:
    """The date with the sentence that it stands in, up to the date's end."""
    text = document.source.text
    before = [m.end() for m in SENTENCE.finditer(text, span.start, start)]
    sentence = re.sub(r"\s+", " ", text[before[-1] if before else span.start : end])
    return Fact("date", text[start:end], {**attributes, "_element": "date"}, cert, sentence)

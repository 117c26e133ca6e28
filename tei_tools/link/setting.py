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
SENTENCE = re.compile(r"(?<=[.;:!?)])\s+")
SUBJECT_LEAVES = 3
"""How many blocks behind the heading may tell the date: a subject list, the opening of a telegram."""


def facts(document: Document) -> Iterator[Fact]:
    """The place and the date of the main text."""
    datelines = [leaf for leaf in _leaves(document) if leaf.element == "dateline"]
    if datelines:
        for kind, element in (("place", "placeName"), ("date", "date")):
            for annotation in document.of(element):
                if datelines[0].span.holds(annotation.span):
                    words = document.source.slice(annotation.span)
                    attributes = {**annotation.attributes, "_element": element}
                    yield Fact(kind, re.sub(r"\s+", " ", words), attributes, annotation.cert)
                    break
        return
    inferred = _inferred(document)
    if inferred:
        yield inferred


def _leaves(document: Document) -> Iterator[Block]:
    """The leaves of the main text: not those of attachments."""
    for block in document.body:
        if block.attributes.get("type") != "attachment":
            yield from block.leaves()


def _inferred(document: Document) -> Fact | None:
    if document.metadata.subtype == "editorial-note":
        return None
    leaves = list(_leaves(document))
    heads = [leaf for leaf in leaves if leaf.element == "head"]
    for leaf in (*heads[:1], *[leaf for leaf in leaves if leaf.element != "head"][:SUBJECT_LEAVES]):
        opening = document.source.slice(leaf.span)
        subject = leaf.element in ("head", "item") or re.search(r"\b[Ss]ubj(?:ect)?:", opening)
        moment = next(dates.find(document.source.text, leaf.span.start, leaf.span.end), None) if subject else None
        if moment:
            return _fact(document, leaf.span, moment.start, moment.end, moment.attributes, "medium")
    sources = [note for note in document.notes if note.attributes.get("type") == "source"]
    return _from_source_note(document, sources[0].span) if sources else None


def _from_source_note(document: Document, span: Span) -> Fact | None:
    """The first full date of the source note; or its first day, in the year of the file that it names."""
    text = document.source.text
    filed = FILED.search(text, span.start, span.end)
    day = DAY.search(text, span.start, span.end)
    if filed and day:
        iso = f"19{filed['y']}-{dates.month(day['m']):02}-{int(day['d']):02}"
        return _fact(document, span, day.start(), day.end(), {"when": iso}, "low")
    moment = next(dates.find(text, span.start, span.end), None)
    return _fact(document, span, moment.start, moment.end, moment.attributes, "low") if moment else None


def _fact(document: Document, span: Span, start: int, end: int, attributes: dict[str, str], cert: Cert) -> Fact:
    """The date with the sentence that it stands in, up to the date's end."""
    text = document.source.text
    before = [m.end() for m in SENTENCE.finditer(text, span.start, start)]
    sentence = re.sub(r"\s+", " ", text[before[-1] if before else span.start : end])
    return Fact("date", text[start:end], {**attributes, "_element": "date"}, cert, sentence)

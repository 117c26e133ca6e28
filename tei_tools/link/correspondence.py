"""Who wrote to whom: sender and addressee from the heading, place and date from the dateline.

"Telegram From the Embassy in Turkey to the Department of State" names two offices, "Memorandum From Secretary of State
Shultz to President Reagan" two persons, "… by the President’s Assistant (Kissinger) …" a person behind an office. The
names get @role; an office becomes `orgName`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei_tools.model import Annotation, Block, Document, Fact, Span
from tei_tools.profile import Profile

SOURCE = "org_name"
FROM = re.compile(r"\b(?:[Ff]rom|[Bb]y)\s")
TO = re.compile(r"(?<=[\w)\]’.])\s(?:[Tt]o)\s")
OFFICE_TO = re.compile(
    r"(?:Assistants?|Advis[eo]rs?|Ambassadors?|Minister|Representatives?|Delegat(?:ion|e)s?|Missions?|Counselor|Consultant|Liaison"
    r"|Envoy|Observer|Legation|Aide|Secretary|Staff|Officer|Deputy|Accredited|Member)\s*$"
)
ARTICLE = re.compile(r"(?:the|The|Mr\.)\s+")
BRACKETED = re.compile(r"\((?P<name>[^\W\d_](?:[\w’'-]|\.(?=\s|[A-Z])|\s(?=[A-Z]))*)\)")
SEVERAL = re.compile(r",?\s+and\s+(?:to\s+)?(?=the\s)")
END = re.compile(
    r"\s*(?:\(|,|\bin (?:Paris|London|Washington|New York|Moscow)\b\s*$|\bto (?:the )?(?=\w+$)).*$", re.DOTALL
)


def roles(document: Document, profile: Profile) -> Iterator[Annotation]:
    """The annotations of the document with those of its first heading that send or receive marked as such."""
    head = _heading(document)
    sides = dict(_sides(document, head)) if head and _has_sides(document, profile) else {}
    for annotation in document.annotations:
        role = next((r for r, span in sides.items() if span.holds(annotation.span)), "")
        if role and annotation.element == "persName":
            yield replace(annotation, attributes={**annotation.attributes, "role": role})
        else:
            yield annotation
    named = document.of("persName")
    for role, span in sides.items():
        if not any(span.holds(name.span) for name in named):
            yield from _offices(document, span, role)


def _has_sides(document: Document, profile: Profile) -> bool:
    kind = document.metadata.kind
    return kind in profile.correspondence or (not kind and document.metadata.subtype != "editorial-note")


def _heading(document: Document) -> Span | None:
    """The title of the document in its head, without number and note calls."""
    heads = [block for block in document.blocks if block.element == "head" and "type" not in block.attributes]
    if not heads:
        return None
    start, end = heads[0].span.start, heads[0].span.end
    calls = [note.span.start for note in document.of("note") if start <= note.span.start <= end]
    title = document.metadata.title[:8]
    found = document.source.text.find(title, start, end) if title else -1
    return Span(found if found >= 0 else start, min([end, *calls]))


def _sides(document: Document, head: Span) -> Iterator[tuple[str, Span]]:
    """The stretches of a heading that name sender and addressee."""
    text = document.source.text
    sent = FROM.search(text, head.start, head.end)
    begin = sent.end() if sent else head.start
    splits = [m for m in TO.finditer(text, begin, head.end) if _closed(text, begin, m.start())]
    clear = [m for m in splits if not OFFICE_TO.search(text, begin, m.start())]
    split = next(iter(clear or splits), None)
    if split is None:
        if sent:
            yield "sender", Span(begin, head.end)
        return
    if sent or ARTICLE.match(text, begin):
        yield "sender", Span(begin, split.start())
    yield "addressee", Span(split.end(), head.end)


def _closed(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) == text.count(")", start, end)


def _offices(document: Document, span: Span, role: str) -> Iterator[Annotation]:
    """The office or offices of one side; a name in brackets behind an office is the person, listed or not."""
    text = document.source.text
    bracketed = BRACKETED.search(text, span.start, span.end)
    if bracketed:
        found = Span(bracketed.start("name"), bracketed.end("name"))
        yield Annotation("persName", found, {"role": role}, "medium", SOURCE, "a name in brackets behind an office")
        return
    start = span.start
    for part in [*SEVERAL.finditer(text, span.start, span.end), None]:
        end = part.start() if part else span.end
        office = _trimmed(text, start, end)
        if office:
            yield Annotation("orgName", office, {"role": role}, source=SOURCE)
        start = part.end() if part else end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    article = ARTICLE.match(text, start, end)
    start = article.end() if article else start
    cut = END.search(text, start, end)
    end = cut.start() if cut else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if (end - start > 2 and text[start].isupper()) or text[start : start + 1] == "[" else None


def facts(document: Document) -> Iterator[Fact]:
    """Senders, addressees and participants, as the text names them."""
    for annotation in document.annotations:
        role = annotation.attributes.get("role", "")
        if role in ("sender", "addressee"):
            yield _named(document, annotation, role)
    for span in _participants(document.blocks):
        for annotation in document.of("persName"):
            if span.holds(annotation.span):
                yield _named(document, annotation, "participant")


def _named(document: Document, annotation: Annotation, kind: str) -> Fact:
    attributes = {"_element": annotation.element}
    if "ref" in annotation.attributes:
        attributes["ref"] = annotation.attributes["ref"]
    words = re.sub(r"\s+", " ", document.source.slice(annotation.span))
    return Fact(kind, words, attributes, annotation.cert, annotation.evidence)


def _participants(blocks: Sequence[Block]) -> Iterator[Span]:
    for block in blocks:
        for part in block.walk():
            if part.element == "list" and part.attributes.get("type") == "participants":
                yield part.span

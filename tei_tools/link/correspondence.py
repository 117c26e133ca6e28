"""Who wrote to whom: sender and addressee from the heading, or from the TO list and the signature.

"Telegram From the Embassy in Turkey to the Department of State" names two offices, "Memorandum From Secretary of State
Shultz to President Reagan" two persons, "… by the President’s Assistant (Kissinger) …" a person behind an office. The
names get @role; an office becomes `orgName`. Of somebody whose name is withheld nothing is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tei_tools.link import heading, participants
from tei_tools.model import Annotation, Block, Document, Fact, Span
from tei_tools.profile import Profile

SOURCE = "org_name"
BRACKET = "a name in brackets behind an office"
FORM = "a name in the form that headings have"


def roles(document: Document, profile: Profile) -> Iterator[Annotation]:
    """The annotations of the document with those of its first heading that send or receive marked as such."""
    head = heading.heading(document)
    sides = dict(heading.sides(document.source.text, head)) if head and _has_sides(document, profile) else {}
    read = [name for role, span in sides.items() for name in _read(document, span, role)]
    named = [*document.of("persName"), *read]
    offices = {
        office: role
        for role, span in sides.items()
        if not any(span.holds(name.span) for name in named)
        for office in heading.offices(document.source.text, span)
    }
    listed = {annotation.span for annotation in document.of("orgName")}
    for annotation in document.annotations:
        if annotation.element == "orgName" and annotation.span in offices:
            yield replace(annotation, attributes={**annotation.attributes, "role": offices[annotation.span]})
            continue
        role = next((r for r, span in sides.items() if span.holds(annotation.span)), "")
        if not role or annotation.element != "persName":
            yield annotation
        elif not any(name.span.holds(annotation.span) for name in read):
            yield replace(annotation, attributes={**annotation.attributes, "role": role})
    yield from read
    for office, role in offices.items():
        if office not in listed:
            yield Annotation("orgName", office, {"role": role}, source=SOURCE)


def _has_sides(document: Document, profile: Profile) -> bool:
    kind = document.metadata.kind
    return kind in profile.correspondence or (not kind and document.metadata.subtype != "editorial-note")


def _read(document: Document, side: Span, role: str) -> Iterator[Annotation]:
    """The persons whom the form of the heading names, but for those that are known already."""
    text = document.source.text
    names = [name for name in document.of("persName") if side.holds(name.span)]
    for span in heading.persons(text, side):
        rivals = [name for name in names if name.span.overlaps(span)]
        if any("ref" in name.attributes or name.span == span for name in rivals):
            continue
        if all(span.holds(name.span) for name in rivals):
            evidence = BRACKET if text[span.start - 1] == "(" else FORM
            yield Annotation("persName", span, {"role": role}, "medium", SOURCE, evidence)


def facts(document: Document) -> Iterator[Fact]:
    """Senders, addressees and participants, as the text names them."""
    found = [
        _named(document, annotation, annotation.attributes["role"])
        for annotation in document.annotations
        if annotation.attributes.get("role") in ("sender", "addressee")
    ]
    yield from found or _listed(document)
    if document.metadata.kind == "conversation":
        yield from participants.facts(document)


def _named(document: Document, annotation: Annotation, kind: str) -> Fact:
    attributes = {"_element": annotation.element}
    if "ref" in annotation.attributes:
        attributes["ref"] = annotation.attributes["ref"]
    words = re.sub(r"\s+", " ", document.source.slice(annotation.span))
    return Fact(kind, words, attributes, annotation.cert, annotation.evidence)


def _listed(document: Document) -> Iterator[Fact]:
    """Where the heading names nobody: the lists TO and FROM, and who signed (FRUS 1961–63 volume IV, document 194)."""
    blocks = [part for block in document.body if block.attributes.get("type") != "attachment" for part in block.walk()]
    received = _items(blocks, "to")
    if not received:
        return
    sent = _items(blocks, "from") or [
        Span(b.span.start, _line_end(document, b)) for b in blocks if b.element == "signed"
    ]
    for kind, spans in (("sender", sent), ("addressee", received)):
        for span in spans:
            for who in participants.who(document, span, "orgName" if kind == "addressee" else "persName"):
                yield replace(who, kind=kind)


def _items(blocks: list[Block], kind: str) -> list[Span]:
    lists = [block for block in blocks if block.element == "list" and block.attributes.get("type") == kind]
    return [leaf.span for block in lists for leaf in block.leaves() if leaf.element != "head"]


def _line_end(document: Document, block: Block) -> int:
    """The end of the first line of a signature: title lines follow."""
    end = document.source.text.find("\n", block.span.start, block.span.end)
    return end if end >= 0 else block.span.end

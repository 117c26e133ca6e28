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
    text = document.source.text
    sides = dict(heading.sides(text, head)) if head and _has_sides(document, profile) else {}
    bare = set(heading.bare_names(text, head).values()) if head else set()
    read = [
        name
        for role, span in sides.items()
        for name in _read(document, list(heading.persons(text, span)) or sorted(bare & {span}), span, role)
    ]
    named = [*document.of("persName"), *read]
    offices = {
        office: role
        for role, span in sides.items()
        if not any(span.holds(name.span) for name in named)
        for office in heading.offices(text, span)
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
    return profile.corresponds(document.metadata.kind) and document.metadata.subtype != "editorial-note"


def _read(document: Document, spans: list[Span], side: Span, role: str) -> Iterator[Annotation]:
    """The persons whom the form of the heading names at `spans`, but for those that are known already."""
    text = document.source.text
    names = [name for name in document.of("persName") if side.holds(name.span)]
    for span in spans:
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
    head = heading.heading(document)
    if found and head and heading.ADDRESSED.match(document.source.text, head.start, head.end):
        # "To Ellen Nussey" names no sender: who signed it is.
        found = [*(_people(document, "sender", _signers(document), "persName")), *found]
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
    blocks = _parts(document)
    received = _items(blocks, "to")
    if not received:
        return
    yield from _people(document, "sender", _items(blocks, "from") or _signers(document), "persName")
    yield from _people(document, "addressee", received, "orgName")


def _people(document: Document, kind: str, spans: list[Span], otherwise: str) -> Iterator[Fact]:
    for span in spans:
        for who in participants.who(document, span, otherwise):
            yield replace(who, kind=kind)


def _parts(document: Document) -> list[Block]:
    """The blocks of the document at every depth, without those of its attachments."""
    return [part for block in document.body if block.attributes.get("type") != "attachment" for part in block.walk()]


def _signers(document: Document) -> list[Span]:
    """The first line of each signature: its title lines follow."""
    return [Span(b.span.start, _line_end(document, b)) for b in _parts(document) if b.element == "signed"]


def _items(blocks: list[Block], kind: str) -> list[Span]:
    lists = [block for block in blocks if block.element == "list" and block.attributes.get("type") == kind]
    return [leaf.span for block in lists for leaf in block.leaves() if leaf.element != "head"]


def _line_end(document: Document, block: Block) -> int:
    """The end of the first line of a signature: title lines follow."""
    end = document.source.text.find("\n", block.span.start, block.span.end)
    return end if end >= 0 else block.span.end

"""Annotations of one document made a nesting: each lies inside another, or apart from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tei_tools.decisions.obey import SOURCE as DECIDED
from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, Document

POINTS = frozenset({"pb", "note", "gap"})
"""Marks that may stand inside of anything."""
PHRASES = frozenset({"persName", "orgName", "placeName", "term", "date", "time"})
HOLDS = {
    "ref": frozenset({"persName", "orgName", "placeName", "term", "date", "choice"}),
    "orgName": frozenset({"placeName", "term", "persName", "choice"}),
    "date": frozenset({"time", "choice"}),
    "choice": PHRASES,
    **dict.fromkeys(("persName", "placeName", "term", "time"), frozenset({"choice"})),
}
GIVEN_UP = re.compile(r"“(?P<words>.+?)” as (?P<element>\w+)(?: #(?P<id>\S+))? lies across ", re.DOTALL)
"""What the message of recognise.overlap says of the annotation that is not kept."""
ORDER = ("ref", "persName", "date", "time", "placeName", "orgName", "term", "choice")
"""Who wins between two annotations of one length."""


def settle(document: Document, annotations: Iterable[Annotation]) -> Iterator[Annotation | Diagnostic]:
    """The annotations that can stand together: of two that claim one text the decided, the longer one, then by `ORDER`.

    Emits recognise.overlap for each one that is given up, unless the one that stays says the same or is decided.
    """
    leaves = sorted(leaf.span for block in document.blocks for leaf in block.leaves())
    starts = [leaf.start for leaf in leaves]
    claims: dict[int, list[Annotation]] = {}
    for annotation in annotations:
        if annotation.element in POINTS:
            yield annotation
            continue
        index = bisect_right(starts, annotation.span.start) - 1
        if index >= 0 and leaves[index].holds(annotation.span):
            claims.setdefault(index, []).append(annotation)
    for index in sorted(claims):
        for group in _groups(claims[index]):
            yield from _settled(document, group)


def _groups(claims: Iterable[Annotation]) -> Iterator[list[Annotation]]:
    """The annotations of one block in groups of which none reaches into another, in source order.

    A paragraph may have ten thousand names: each is held only against those that touch it.
    """
    group: list[Annotation] = []
    end = 0
    for annotation in sorted(claims, key=lambda a: a.span):
        if group and annotation.span.start >= end:
            yield group
            group = []
        group.append(annotation)
        end = max(end, annotation.span.end)
    if group:
        yield group


def _settled(document: Document, claims: list[Annotation]) -> Iterator[Annotation | Diagnostic]:
    """The annotations of one group that can stand together, in source order."""
    kept: list[Annotation] = []
    for annotation in sorted(
        claims, key=lambda a: (a.source != DECIDED, -len(a.span), ORDER.index(a.element), a.span.start)
    ):
        rival = next((other for other in kept if not _together(other, annotation)), None)
        if rival is None:
            kept.append(annotation)
        elif annotation.element != rival.element and annotation.element != "term" and rival.source != DECIDED:
            yield _given_up(document, annotation, rival)
    yield from sorted(kept, key=lambda a: (a.span.start, -a.span.end, ORDER.index(a.element)))


def _together(one: Annotation, other: Annotation) -> bool:
    if not one.span.overlaps(other.span):
        return True
    return _holds(one, other) or _holds(other, one)


def _holds(outer: Annotation, inner: Annotation) -> bool:
    """Whether one can stand inside another; of two with the same words the later one of `ORDER` is inside."""
    if not outer.span.holds(inner.span) or inner.element not in HOLDS.get(outer.element, ()):
        return False
    return outer.span != inner.span or ORDER.index(outer.element) < ORDER.index(inner.element)


def _given_up(document: Document, annotation: Annotation, rival: Annotation) -> Diagnostic:
    words = document.source.slice(annotation.span)
    pointer = annotation.attributes.get("ref") or annotation.attributes.get("target", "")
    name = f"{annotation.element} {pointer}".strip()
    message = f"“{words}” as {name} lies across “{document.source.slice(rival.span)}” as {rival.element}"
    place = document.source.place(annotation.span.start)
    hint = "the longer one was kept; say in the file of decisions if the other is right"
    return Diagnostic("recognise.overlap", "info", message, place, hint)

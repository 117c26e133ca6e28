"""Annotations of one document made a nesting: each lies inside another, or apart from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, Document

POINTS = frozenset({"pb", "note", "gap"})
"""Marks that may stand inside of anything."""
HOLDS = {
    "ref": frozenset({"persName", "orgName", "placeName", "term", "date"}),
    "orgName": frozenset({"placeName", "term", "persName"}),
    "date": frozenset({"time"}),
}
ORDER = ("ref", "persName", "date", "time", "placeName", "orgName", "term")
"""Who wins between two annotations of one length."""


def settle(document: Document, annotations: Iterable[Annotation]) -> Iterator[Annotation | Diagnostic]:
    """The annotations that can stand together: of two that claim one text the longer one, then by `ORDER`.

    Emits recognise.overlap for each one that is given up, unless the one that stays says the same.
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
        yield from _settled(document, claims[index])


def _settled(document: Document, claims: list[Annotation]) -> Iterator[Annotation | Diagnostic]:
    """The annotations of one block that can stand together, in source order."""
    kept: list[Annotation] = []
    for annotation in sorted(claims, key=lambda a: (-len(a.span), ORDER.index(a.element), a.span.start)):
        rival = next((other for other in kept if not _together(other, annotation)), None)
        if rival is None:
            kept.append(annotation)
        elif annotation.element != rival.element and annotation.element != "term":
            yield _given_up(document, annotation, rival)
    yield from sorted(kept, key=lambda a: (a.span.start, -a.span.end))


def _together(outer: Annotation, inner: Annotation) -> bool:
    if not outer.span.overlaps(inner.span):
        return True
    return outer.span.holds(inner.span) and inner.element in HOLDS.get(outer.element, ())


def _given_up(document: Document, annotation: Annotation, rival: Annotation) -> Diagnostic:
    words = document.source.slice(annotation.span)
    message = f"“{words}” as {annotation.element} lies across “{document.source.slice(rival.span)}” as {rival.element}"
    place = document.source.place(annotation.span.start)
    return Diagnostic("recognise.overlap", "info", message, place, "the longer one was kept; tag the other by hand")

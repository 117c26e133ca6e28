"""Decisions about stretches of text become annotations, and those that they speak against go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, Decided, Document, SourceText

SOURCE = "decision"
EVIDENCE = "an editor's decision"
INLINE = ("persName", "orgName", "placeName", "term", "date", "time", "ref", "sic")
MADE = {"sic": "choice"}
"""The element that is made of a decision, where it is not the kind itself."""


def obeyed(source: SourceText, annotations: Iterable[Annotation]) -> list[Annotation]:
    """The annotations as they were decided; those of persons are candidates for the linker."""
    decided = [_annotation(d) for d in source.decisions(*INLINE) if d.accepted and not _spared(d, annotations)]
    elements = {annotation.element for annotation in decided}
    kept = without(source, annotations)
    joined = sorted([*(a for a in kept if a.element in elements), *decided], key=lambda annotation: annotation.span)
    return [*(a for a in kept if a.element not in elements), *joined]


def unfit(document: Document) -> Iterator[Diagnostic]:
    """Decisions that could not be obeyed: across the edge of a block, or across another decision.

    Emits link.decision-unfit.
    """
    there = {(a.element, a.span) for a in document.annotations if a.source == SOURCE}
    for decided in document.source.decisions(*INLINE):
        if decided.accepted and not decided.everywhere and (_element(decided), decided.span) not in there:
            words = " ".join(document.source.slice(decided.span).split())
            why = "it leaves its paragraph, or another decision lies across it"
            message = f"“{words}” can't be a {decided.kind}: {why}"
            hint = "choose words of one paragraph, which no other row takes apart"
            yield Diagnostic("link.decision-unfit", "warning", message, decided.place, hint)


def without(source: SourceText, annotations: Iterable[Annotation]) -> list[Annotation]:
    """The annotations without those about which something else was decided."""
    decided = source.decisions(*INLINE) if source.decided else ()
    if not decided:
        return list(annotations)
    return [a for a in annotations if a.source == SOURCE or not any(_against(d, a) for d in decided)]


def _against(decided: Decided, annotation: Annotation) -> bool:
    """Whether a decision takes the place of an annotation; one about all places of some words spares a longer name."""
    if _element(decided) != annotation.element:
        return False
    inside = decided.span.holds(annotation.span)
    return inside or (not decided.everywhere and decided.span.overlaps(annotation.span))


def _spared(decided: Decided, annotations: Iterable[Annotation]) -> bool:
    """Whether a decision about all places of some words meets a longer name that holds them."""
    return decided.everywhere and any(
        a.element == _element(decided) and a.span != decided.span and a.span.holds(decided.span) for a in annotations
    )


def _element(decided: Decided) -> str:
    return MADE.get(decided.kind, decided.kind)


def _annotation(decided: Decided) -> Annotation:
    attributes = dict(decided.attributes)
    if decided.kind == "persName":
        attributes["candidates"] = attributes.pop("ref", "")
    elif "ref" in attributes:
        attributes["ref"] = f"#{attributes['ref']}"
    return Annotation(_element(decided), decided.span, attributes, source=SOURCE, evidence=EVIDENCE)

"""Annotations that claim one text: the longer one stays, what it may hold stays in it, the loser is told."""

from __future__ import annotations

from pathlib import Path

from tei_tools.diagnostics import Diagnostic
from tei_tools.link.overlaps import settle
from tei_tools.model import Annotation, Block, Document, Metadata, Span
from tei_tools.read import read

# FRUS 1961–63 volume IV: a citation with a name in it.
TEXT = "See Foreign Relations, 1961–1963, vol. VI, Kennedy–Khrushchev Exchanges, Document 65."


def document() -> Document:
    source, _ = read(Path("d1.txt"), TEXT.encode())
    return Document(source, (Block("p", Span(0, len(TEXT))),), metadata=Metadata("d1"))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def settled(*annotations: Annotation) -> tuple[list[str], list[str]]:
    results = list(settle(document(), annotations))
    kept = [TEXT[a.span.start : a.span.end] for a in results if isinstance(a, Annotation)]
    return kept, [d.code for d in results if isinstance(d, Diagnostic)]


def test_a_reference_holds_a_name() -> None:
    whole = "Foreign Relations, 1961–1963, vol. VI, Kennedy–Khrushchev Exchanges, Document 65"
    kept, told = settled(Annotation("persName", span("Kennedy")), Annotation("ref", span(whole)))
    assert kept == [whole, "Kennedy"]
    assert told == []


def test_of_two_that_cross_the_longer_one_stays_and_the_other_is_told() -> None:
    reference = Annotation("ref", span("Exchanges, Document 65"))
    kept, told = settled(Annotation("persName", span("Khrushchev Exchanges")), reference)
    assert kept == ["Exchanges, Document 65"]
    assert told == ["recognise.overlap"]


def test_points_stand_in_anything() -> None:
    note = Annotation("note", Span(span("Document 65").end, span("Document 65").end), {"n": "1"})
    kept, told = settled(Annotation("ref", span("Document 65")), note)
    assert sorted(kept) == ["", "Document 65"]
    assert told == []


def test_the_order_of_the_annotations_does_not_matter() -> None:
    annotations = [Annotation("term", span("Relations")), Annotation("ref", span("Foreign Relations"))]
    assert settled(*annotations) == settled(*reversed(annotations))

"""Without a list of persons: the names that the model finds, resting on what the rules found and the collection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tei_tools.authority.bare import thing
from tei_tools.authority.language import language
from tei_tools.authority.reading import Reading, read
from tei_tools.link.index import CollectionIndex
from tei_tools.model import Annotation, Cert, Document, Span
from tei_tools.names_model import NamesModel

SURE = 0.9
"""From this probability on a name has medium certainty, below it low."""


def modelled(
    document: Document, names: Sequence[Annotation], index: CollectionIndex, model: NamesModel
) -> Iterator[Annotation]:
    """The names of the document, none with `ref`: what editors decided, what the model finds, and what the rules found.

    A name of the rules that the model finds too stays theirs; one that it does not find is doubtful. In a collection of
    one document, where the model has nothing to compare, it misses a third of the names, and the rules a fifth.
    """
    by_rule = {name.span: name for name in names if name.source == "pers_name"}
    decided = [name for name in names if name.source != "pers_name"]
    yield from decided
    taken = {offset for name in decided for offset in range(name.span.start, name.span.end)}
    found = set(taken)
    reading, words = read(document), language()
    rules = dict(_rules(reading, by_rule))
    for start, end, probability in model.names(reading, words, rules, index.surnames, index.contexts):
        span = reading.span(start, end)
        ruled = by_rule.pop(span, None)
        if span.start in taken or span.end - 1 in taken or thing(reading.text, start, end, words):
            continue
        cert: Cert = "medium" if probability >= SURE else "low"
        found.update(range(span.start, span.end))
        if ruled:
            yield Annotation("persName", span, {}, cert, ruled.source, ruled.evidence)
        else:
            yield Annotation("persName", span, {}, cert, "names_model", f"the model, {probability:.2f}")
    for span, ruled in by_rule.items():
        if not found.intersection((span.start, span.end - 1)):
            yield Annotation("persName", span, {}, "low", ruled.source, ruled.evidence)


def _rules(reading: Reading, names: dict[Span, Annotation]) -> Iterator[tuple[int, tuple[int, str]]]:
    """(start, (end, evidence)) of names in the reading text."""
    pieces = sorted(zip(reading.offsets, reading.starts, strict=True))
    offsets = [offset for offset, _ in pieces]
    for span, name in names.items():
        offset, start = pieces[bisect_right(offsets, span.start) - 1]
        last, begin = pieces[bisect_right(offsets, span.end - 1) - 1]
        yield start + span.start - offset, (begin + span.end - last, name.evidence)

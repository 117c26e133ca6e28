"""Annotations become elements in a tree that is there: the text around them stays where it is, to the character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from tei_tools.corpus import Reading
from tei_tools.corpus.reading import TEI, Run
from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, Document


def inserted(
    reading: Reading,
    document: Document,
    annotations: Iterable[Annotation],
    attributes: Callable[[Annotation], Mapping[str, str]],
) -> Iterator[Diagnostic]:
    """Put elements around the words of annotations; `attributes` gives those of an element.

    A name that crosses markup (a page break, italics) stays untagged: `link.crosses-markup`.
    """
    by_run: dict[Run, list[Annotation]] = defaultdict(list)
    for annotation in annotations:
        run = reading.at(annotation.span.start)
        if annotation.span.end > reading.end(run):
            words = document.source.slice(annotation.span)
            message = f"“{words}” crosses markup that is there already; it was not tagged"
            place, hint = document.source.place(annotation.span.start), "tag it by hand, if it is a name"
            yield Diagnostic("link.crosses-markup", "info", message, place, hint)
        else:
            by_run[run].append(annotation)
    for run, found in by_run.items():
        for annotation in sorted(found, key=lambda a: a.span.start, reverse=True):
            start, stop = run.raw(annotation.span.start - run.start), run.raw(annotation.span.end - run.start)
            _wrap(run, start, stop, etree.Element(f"{TEI}{annotation.element}", dict(attributes(annotation))))


def _wrap(run: Run, start: int, stop: int, made: etree._Element) -> None:
    """Cut the text node, and put the new element between its parts."""
    text = (run.node.tail if run.tail else run.node.text) or ""
    made.text, made.tail = text[start:stop], text[stop:]
    if run.tail:
        parent = run.node.getparent()
        assert parent is not None
        run.node.tail = text[:start]
        parent.insert(parent.index(run.node) + 1, made)
    else:
        run.node.text = text[:start]
        run.node.insert(0, made)

"""Without a list of persons: a surname that another document has by title or forename is a name here too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tei_tools.authority.bare import bare
from tei_tools.authority.language import language
from tei_tools.authority.reading import read
from tei_tools.link.index import CollectionIndex, words
from tei_tools.model import Annotation, Document


def bare_names(document: Document, names: Sequence[Annotation], index: CollectionIndex) -> Iterator[Annotation]:
    """The names of the document, and its bare mentions of surnames that the collection knows; none with `ref`."""
    for name in names:
        yield Annotation("persName", name.span, {}, name.cert, name.source, name.evidence)
    reading = read(document)
    asked = dict.fromkeys(["", *(word.casefold() for word in words(reading.text) if word[0].isupper())])
    known = [surname for word in asked for surname in index.bare.get(word, ())]
    taken = {offset for name in names for offset in range(name.span.start, name.span.end)}
    for surname, start, end in bare(reading.text, known, language()):
        span = reading.span(start, end)
        if span.start not in taken and span.end - 1 not in taken and surname.lower() not in reading.written:
            yield Annotation("persName", span, {}, "low", "pers_name", "named elsewhere in the collection")

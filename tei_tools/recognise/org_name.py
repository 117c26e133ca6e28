"""`orgName` in running text: the bodies of an authority file, by each of their names.

A name that several entries have is tagged without `ref` and reported: link.name-ambiguous.
"""

from __future__ import annotations

from collections.abc import Iterator

from tei_tools.authority.entities import Forms
from tei_tools.authority.reading import Reading
from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, SourceText
from tei_tools.recognise.listed import listed

SOURCE = "org_name"


def recognise(reading: Reading, source: SourceText, forms: Forms) -> Iterator[Annotation | Diagnostic]:
    """Every place of a listed name, in order."""
    yield from listed(reading, source, forms, "orgName", SOURCE)

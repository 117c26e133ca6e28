"""Ids that two documents of a collection would share: they come from the number of a document."""

from __future__ import annotations

from collections.abc import Iterator

from tei_tools.diagnostics import Diagnostic
from tei_tools.link.index import CollectionIndex
from tei_tools.model import Document


def duplicates(document: Document, index: CollectionIndex) -> Iterator[Diagnostic]:
    """Emits link.duplicate-number where another source has a document of the same number."""
    number = document.metadata.number
    others = [entry.path for entry in index.by_number.get(number, ()) if entry.path != document.source.path]
    if number and others:
        message = f"document {number} stands in {', '.join(others)} too"
        hint = "correct one of the numbers; references to it stay open until then"
        yield Diagnostic("link.duplicate-number", "warning", message, document.source.place(0), hint)


def repeated(document: Document) -> Iterator[Diagnostic]:
    """Emits link.duplicate-number for a document whose number another one of the same file has."""
    number = document.metadata.number
    if number:
        message = f"document {number} stands in this file a second time"
        hint = "correct one of the numbers; the second document got an id of its own"
        yield Diagnostic("link.duplicate-number", "warning", message, document.source.place(0), hint)

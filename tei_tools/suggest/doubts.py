"""Rows about everything but persons: note calls, page marks, dates, references, headings that are open or doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tei_tools.diagnostics import Diagnostic
from tei_tools.link.overlaps import GIVEN_UP
from tei_tools.model import Document, Span
from tei_tools.note_groups import groups
from tei_tools.pipeline import Settings
from tei_tools.suggest import rows as make
from tei_tools.suggest.context import Context
from tei_tools.suggest.rows import Cells

DIGITS = re.compile(r"(?<!\d)\d+(?!\d)|[*†‡§]+")
PLACES = 4
"""So many places where a lost note may be called are shown."""


def rows(contexts: Sequence[Context], found: Sequence[Sequence[Diagnostic]], settings: Settings) -> Iterator[Cells]:
    """The rows of all documents, in order; `found` are the diagnostics of each."""
    for context, diagnostics in zip(contexts, found, strict=True):
        yield from _notes(context)
        yield from _told(context, diagnostics, settings)
        yield from _date(context)
        yield from _references(context)
        yield from _names(context, settings)


def _notes(context: Context) -> Iterator[Cells]:
    """Calls that were not found, with the places that look like them, and calls that are doubtful."""
    document = context.document
    windows = {id(note): group.window for group in groups(document) for note in group.notes}
    for call, note in zip(document.of("note"), document.notes, strict=True):
        n = call.attributes["n"]
        if call.cert == "high":
            continue
        if len(call.span):
            yield make.at(context, _mark(document, call.span), "note", "a doubtful note call", f"n={n}")
            continue
        words = " ".join(document.source.slice(note.span).split())[:60]
        yield make.at(context, call.span, "note", f"note {n} is not called; it was put here ({words})", f"n={n}")
        for span in _places(document, n, windows[id(note)]):
            yield make.at(context, span, "note", f"note {n} is not called; this may be its call ({words})", f"n={n}")


def _mark(document: Document, span: Span) -> Span:
    """A call without the blanks before it."""
    words = document.source.slice(span)
    return Span(span.end - len(words.lstrip()), span.end)


def _places(document: Document, n: str, window: Span) -> list[Span]:
    """Where the number of a note stands in the text that may call it, apart from other calls and page marks."""
    taken = [a.span for a in document.annotations if a.element in ("pb", "note") and len(a.span)]
    pattern = re.compile(rf"(?<!\d){re.escape(n)}(?!\d)")
    found = [Span(*match.span()) for match in pattern.finditer(document.source.text, window.start, window.end)]
    return [span for span in found if not any(span.overlaps(other) for other in taken)][:PLACES]


def _told(context: Context, diagnostics: Sequence[Diagnostic], settings: Settings) -> Iterator[Cells]:
    """What the stages told of single places: what looks like a call or a page mark, a text without heading."""
    source = context.document.source
    for problem in diagnostics:
        row = problem.place.line - source.first_line
        offset = source.lines[row] + problem.place.column - 1 if 0 <= row < len(source.lines) else 0
        if problem.code == "recognise.note-missing":
            match = DIGITS.match(source.text, offset)
            if match:
                yield make.at(context, Span(*match.span()), "note", problem.message, "no")
        elif problem.code in ("recognise.page-form", "recognise.page-repeated", "recognise.page-order"):
            span = _page(source.text, offset, settings)
            if span:
                yield make.at(context, span, "pb", problem.message, "no" if problem.code.endswith("form") else "yes")
        elif problem.code == "recognise.overlap":
            told = GIVEN_UP.match(problem.message)
            if told:
                span, proposal = Span(offset, offset + len(told["words"])), told["id"] or ""
                yield make.at(context, span, told["element"], problem.message, proposal or "yes")
        elif problem.code == "segment.no-head":
            line = re.search(r"\S[^\n]*", source.text)
            if line:
                yield make.at(context, Span(*line.span()), "block", problem.message, "head")


def _page(text: str, offset: int, settings: Settings) -> Span | None:
    matches = (form.pattern.match(text, offset) for form in settings.profile.page_forms)
    return next((Span(*match.span()) for match in matches if match and match.end() > match.start()), None)


def _date(context: Context) -> Iterator[Cells]:
    """The date of a document that was inferred, or that is not known."""
    document = context.document
    decided = any(d.whole and d.kind == "date" for d in document.source.decided)
    if decided or document.metadata.subtype == "editorial-note":
        return
    dates = document.metadata.of("date")
    known = [fact for fact in dates if set(fact.attributes) & {"when", "from", "notBefore", "notAfter"}]
    if known and known[0].cert == "high":
        return
    attributes = known[0].attributes.items() if known else ()
    proposal = " ".join(f"{key}={value}" for key, value in attributes if key[0] != "_")
    problem = "the date of the document is inferred" if known else "the date of the document is not known"
    sentences = known[0].evidence if known else " ".join(fact.text for fact in dates)
    yield {
        "proposal": proposal,
        "kind": "date",
        "problem": problem,
        "document": document.metadata.id,
        "sentences": sentences,
    }


def _references(context: Context) -> Iterator[Cells]:
    for annotation in context.document.of("ref"):
        if "target" not in annotation.attributes and annotation.source != "decision":
            yield make.at(context, annotation.span, "ref", "the reference leads to nothing that is known")


def _names(context: Context, settings: Settings) -> Iterator[Cells]:
    """Places and organisations of which the list has several with one name."""
    entries = {entry.id: entry for entry in (*settings.authority.places, *settings.authority.orgs)}
    found: dict[tuple[str, str, str], list[Span]] = {}
    for annotation in context.document.annotations:
        ids = annotation.attributes.get("_candidates", "")
        if ids and annotation.element in ("placeName", "orgName"):
            words = " ".join(context.document.source.slice(annotation.span).split())
            found.setdefault((annotation.element, words, ids), []).append(annotation.span)
    for (element, _, ids), spans in found.items():
        named = [entries[ident] for ident in ids.split() if ident in entries]
        candidates = make.BETWEEN.join(f"{entry.id} {entry.printed or entry.names[0]}" for entry in named)
        problem = "several entries of the list have this name"
        yield make.everywhere(context, spans[:PLACES], element, problem, "", candidates, len(spans))

"""One row of the table of suggestions, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tei_tools.authority import Authority
from tei_tools.model import Span
from tei_tools.suggest.context import Context

Cells = Mapping[str, str]
BETWEEN = " | "


def at(context: Context, span: Span, kind: str, problem: str, proposal: str = "", candidates: str = "") -> Cells:
    """A row about one place of a document."""
    return {
        "proposal": proposal,
        "kind": kind,
        "problem": problem,
        "document": context.document.metadata.id,
        **context.anchor(span),
        "candidates": candidates,
        "sentences": context.sentence(span),
    }


def everywhere(
    context: Context, spans: Sequence[Span], kind: str, problem: str, proposal: str, candidates: str, count: int
) -> Cells:
    """A row about all places that some words have in a document; `spans` are those that are shown."""
    return {
        "proposal": proposal,
        "kind": kind,
        "problem": problem,
        "document": context.document.metadata.id,
        "text": context.anchor(spans[0])["text"],
        "occurrence": "all",
        "candidates": candidates,
        "count": str(count),
        "sentences": BETWEEN.join(dict.fromkeys(context.sentence(span) for span in spans)),
    }


def persons(authority: Authority, ids: Iterable[str]) -> str:
    """Entries of the list as an editor chooses from them: the id, and the line."""
    found = [authority.by_id[ident] for ident in ids if ident in authority.by_id]
    return BETWEEN.join(f"{person.id} {person.line}" for person in found)

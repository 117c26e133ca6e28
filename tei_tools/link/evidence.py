"""What one document tells the others: small, picklable, made before anything is linked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tei_tools.diagnostics import Place
from tei_tools.model import Annotation, Document
from tei_tools.names_model import Context


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """`persons` counts the mentions that are certain by themselves: (id, number), sorted by id.

    `surnames` are those found without any list, by a title or a forename; `spellings` those that the list spells
    otherwise, where it is certain who is meant;
    `contexts` what a model of names goes by. `decisions` are the rows of decisions that the document met.
    """

    document: str
    path: str = ""
    number: str = ""
    pages: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    persons: tuple[tuple[str, int], ...] = ()
    surnames: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    decisions: tuple[Place, ...] = ()
    contexts: tuple[Context, ...] = ()


def evidence(
    document: Document,
    candidates: Iterable[Annotation],
    decisions: Iterable[Place] = (),
    contexts: Iterable[Context] = (),
) -> Evidence:
    """The document's id, number, pages and notes, who is named in it beyond doubt, and which decisions it met."""
    candidates = tuple(candidates)
    sure = [a for a in candidates if certain(a)]
    named = Counter(a.attributes["candidates"] for a in sure if a.attributes["candidates"])
    return Evidence(
        document=document.metadata.id,
        path=document.source.path,
        number=document.metadata.number,
        pages=tuple(a.attributes.get("n", "") for a in document.annotations if a.element == "pb"),
        notes=tuple(call.attributes["n"] for call in document.of("note")),
        persons=tuple(sorted(named.items())),
        spellings=tuple(sorted({a.attributes["spelled"] for a in sure if "spelled" in a.attributes})),
        surnames=tuple(sorted({a.attributes["surname"] for a in candidates if "surname" in a.attributes})),
        decisions=tuple(decisions),
        contexts=tuple(contexts),
    )


def certain(candidate: Annotation) -> bool:
    """Whether a candidate names one person and needs no support: by forename, whole name or an unshared surname."""
    told = candidate.attributes
    return candidate.element == "persName" and " " not in told.get("candidates", " ") and "weak" not in told

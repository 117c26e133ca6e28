"""Rows about persons: names without an entry, spellings that the list does not have, doubtful links, contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tei_tools.authority.fold import fold
from tei_tools.authority.names import Names
from tei_tools.decisions.obey import SOURCE as DECIDED
from tei_tools.model import Annotation
from tei_tools.suggest import contradictions, entry, rows, unlisted
from tei_tools.suggest.context import Context
from tei_tools.suggest.rows import Cells
from tei_tools.suggest.unlisted import Cluster

SENTENCES = 3
"""So many sentences show how a name is used."""
SETTLED = frozenset({"named in full in the document", "named elsewhere"})
"""What a link of medium certainty may rest on without being shown."""


def rows_of(contexts: Sequence[Context], names: Names) -> Iterator[Cells]:
    """All rows about persons, the clusters first."""
    yield from _unlisted(contexts, names)
    yield from _spellings(contexts, names)
    for context in contexts:
        yield from _links(context, names)


def _unlisted(contexts: Sequence[Context], names: Names) -> Iterator[Cells]:
    """One row for each person that no list has, those named most often first."""
    found = unlisted.Search([context.document for context in contexts], names).mentions()
    clusters = unlisted.clusters(found, names)
    by_id = {context.document.metadata.id: context for context in contexts}
    for cluster in sorted(clusters, key=lambda c: (-len(c.mentions), c.surname, c.fullest.given)):
        yield _cluster(cluster, by_id, names)


def _cluster(cluster: Cluster, contexts: dict[str, Context], names: Names) -> Cells:
    shown = sorted(cluster.mentions, key=lambda m: (-len(m.given), -len(m.title)))[:SENTENCES]
    sentences = [contexts[mention.document].sentence(mention.span) for mention in shown]
    namesakes = names.forms.get(fold(cluster.surname), {})
    problem = "the list has this surname with other forenames" if namesakes else "in no list of persons"
    return {
        "proposal": entry.line(cluster, names.language),
        "kind": "persName",
        "problem": problem,
        "text": max((words for words, _ in cluster.forms), key=lambda words: (len(words.split()), len(words), words)),
        "candidates": rows.persons(names.authority, namesakes),
        "count": str(len(cluster.mentions)),
        "forms": _counted(cluster.forms),
        "titles": _counted(cluster.titles),
        "sentences": rows.BETWEEN.join(dict.fromkeys(sentences)),
    }


def _counted(counted: Sequence[tuple[str, int]]) -> str:
    return "; ".join(f"{words} ({count})" for words, count in counted)


def _spellings(contexts: Sequence[Context], names: Names) -> Iterator[Cells]:
    """One row for each spelling that the list does not have: accepted, it is one of the person's."""
    found: dict[tuple[str, str], list[tuple[Context, Annotation]]] = {}
    for context in contexts:
        for annotation in context.document.of("persName"):
            if "_spelled" in annotation.attributes and "ref" in annotation.attributes:
                key = (annotation.attributes["_spelled"], annotation.attributes["ref"].lstrip("#"))
                found.setdefault(key, []).append((context, annotation))
    for (spelled, ident), places in sorted(found.items()):
        yield {
            "proposal": f"merge into {ident}",
            "kind": "persName",
            "problem": "the list spells the name otherwise",
            "text": spelled,
            "candidates": rows.persons(names.authority, [ident]),
            "count": str(len(places)),
            "sentences": rows.BETWEEN.join(context.sentence(a.span) for context, a in places[:SENTENCES]),
        }


def _links(context: Context, names: Names) -> Iterator[Cells]:
    """Links that are doubtful or that the text contradicts.

    One row does for all places of a name in the document where they are linked alike.
    """
    told: dict[tuple[str, str, str], list[Annotation]] = {}
    refs: dict[str, set[str]] = {}
    for annotation in context.document.of("persName"):
        words = " ".join(context.document.source.slice(annotation.span).split())
        refs.setdefault(words, set()).add(annotation.attributes.get("ref", ""))
        problem = _problem(context, annotation, names)
        if problem:
            ids = annotation.attributes.get("_candidates", "")
            told.setdefault((words, ids, problem), []).append(annotation)
    for (words, ids, problem), found in told.items():
        ref = found[0].attributes.get("ref", "").lstrip("#")
        listed = rows.persons(names.authority, ids.split() or [ref])
        spans = [annotation.span for annotation in found]
        if len(spans) > 1 and len(refs[words]) == 1:
            yield rows.everywhere(context, spans[:SENTENCES], "persName", problem, ref, listed, len(spans))
        else:
            yield from (rows.at(context, span, "persName", problem, ref, listed) for span in spans)


def _problem(context: Context, annotation: Annotation, names: Names) -> str:
    """What is doubtful about a link; "" where nothing is, or where an editor decided."""
    told = annotation.attributes
    if annotation.source == DECIDED or not names.authority.persons or "_spelled" in told:
        return ""
    several = len(told.get("_candidates", "").split()) > 1
    if annotation.cert == "low" or (annotation.cert == "medium" and several and annotation.evidence not in SETTLED):
        return annotation.evidence
    return contradictions.contradiction(context.document, annotation, names)

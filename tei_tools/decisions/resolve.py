"""The decisions of one document, found again in its text. What is not found for sure is told, and not obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tei_tools.decisions.anchor import Anchor, Places
from tei_tools.decisions.rows import OCCURRENCE, Decisions, Row
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.model import Decided, SourceText, Span
from tei_tools.profile import Profile


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was decided about a document, what could not be obeyed, and the rows that had their say in it."""

    decided: tuple[Decided, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    used: tuple[Place, ...] = ()


def resolve(decisions: Decisions, source: SourceText, names: Iterable[str], profile: Profile) -> Resolved:
    """The decisions about a document, `names` being its id and the stem of its file.

    Emits link.decision-gone, link.decision-ambiguous and link.decision-conflict.
    """
    rows = decisions.of(names)
    if not rows:
        return Resolved()
    places = Places(source.text, profile.page_forms)
    problems: list[Diagnostic] = []
    made: list[tuple[int, Decided]] = []
    used: list[Place] = []
    for row in rows:
        found = list(_decided(row, places, source, problems))
        if found or row.document:
            used.append(row.place)
        if not (row.general and row.verdict and row.verdict.accepted):
            # Who is added to a list, or merged, is found by the list: here it only counts that the name is there.
            made += [(_rank(row), decided) for decided in found]
    return Resolved(tuple(_settled(made, problems)), tuple(problems), tuple(used))


def _rank(row: Row) -> int:
    """A decision of one place counts more than one of all places in a document, and this more than a general one."""
    return 0 if row.general else 1 if row.everywhere else 2


def _decided(row: Row, places: Places, source: SourceText, problems: list[Diagnostic]) -> Iterator[Decided]:
    verdict = row.verdict
    assert verdict is not None
    made = Decided(row.kind, Span(0, 0), verdict.accepted, verdict.attributes, row.place, row.everywhere, row.whole)
    if row.whole:
        yield made
    elif row.general:
        spans = [span for form in row.forms for span in places.find(Anchor(form))]
        yield from (replace(made, span=span) for span in sorted(set(spans)))
    else:
        spans = places.find(row.anchor)
        chosen = _chosen(row, spans)
        if not chosen and (spans or row.document):
            alone = [] if spans else places.find(Anchor(row.anchor.text))
            problems.append(_several(row, spans, source) if spans else _gone(row, alone, source))
        yield from (replace(made, span=span) for span in chosen)


def _chosen(row: Row, spans: Sequence[Span]) -> Sequence[Span]:
    """The places that a row means of those that have its words; none where it does not say."""
    match = OCCURRENCE.fullmatch(row.occurrence)
    if match and not match["k"]:
        return spans
    if not match:
        return spans if len(spans) == 1 else ()
    k, n = int(match["k"]), int(match["n"] or len(spans))
    return spans[k - 1 : k] if n == len(spans) else ()


def _gone(row: Row, alone: Sequence[Span], source: SourceText) -> Diagnostic:
    """`alone` are the places that have the words of the row, but not those around them."""
    message = f"“{_words(row)}” stands nowhere in {row.document}: the decision was not obeyed"
    hint = "write the words as they are now into before, text and after, or take the row out"
    if alone:
        message += f"; “{row.anchor.text}” alone stands at {_where(alone, source)}"
    return Diagnostic("link.decision-gone", "warning", message, row.place, hint)


def _words(row: Row) -> str:
    return " ".join(part for part in (row.anchor.before, row.anchor.text, row.anchor.after) if part)


def _where(spans: Sequence[Span], source: SourceText) -> str:
    return ", ".join(str(source.place(span.start)) for span in spans[:4]) + (" …" if len(spans) > 4 else "")


def _several(row: Row, spans: Sequence[Span], source: SourceText) -> Diagnostic:
    times = f"stands {len(spans)} times ({_where(spans, source)})"
    asked = f", and the row asks for {row.occurrence}" if row.occurrence else ""
    message = f"“{_words(row)}” {times}{asked}: the decision was not obeyed"
    hint = "give more words before and after, or the occurrence, as in “2 of 3” or “all”"
    return Diagnostic("link.decision-ambiguous", "warning", message, row.place, hint)


def _settled(made: Sequence[tuple[int, Decided]], problems: list[Diagnostic]) -> list[Decided]:
    """Of decisions about one place the more particular one, then the later row."""
    kept: list[tuple[int, Decided]] = []
    told: set[tuple[Place, Place]] = set()
    for rank, decided in sorted(made, key=lambda pair: (-pair[0], -pair[1].place.line)):
        rival = next(((r, other) for r, other in kept if _same_place(other, decided)), None)
        if rival is None:
            kept.append((rank, decided))
            continue
        other = rival[1]
        agree = (other.accepted, other.attributes) == (decided.accepted, decided.attributes)
        if rival[0] == rank and not agree and (other.place, decided.place) not in told:
            told.add((other.place, decided.place))
            message = f"the decision contradicts that of row {other.place.line}, which was obeyed"
            hint = "take one of the two rows out"
            problems.append(Diagnostic("link.decision-conflict", "warning", message, decided.place, hint))
    return sorted((decided for _, decided in kept), key=lambda d: (d.span, d.place))


def _same_place(one: Decided, other: Decided) -> bool:
    if one.kind != other.kind or one.whole != other.whole:
        return False
    return one.span == other.span or one.span.overlaps(other.span)

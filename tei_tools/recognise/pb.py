"""`pb`: page markers such as "[Page 621]", on a line of their own, between words, or inside a word.

A marker is `break="no"` where a letter stands directly before and after it ("construc[Page 623]tive", FRUS 1981–88
volume IV, document 178). A mark without number, such as a form feed, is counted from the last number that is known, and
says so: cert is medium, or low where no page of the text has a number. The evidence of an annotation is the form of
its mark. Emits recognise.page-order, recognise.page-repeated and recognise.page-form, and link.decision-unfit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tei_tools import forms
from tei_tools.diagnostics import Diagnostic
from tei_tools.forms import Mark
from tei_tools.model import Annotation, Document, Span
from tei_tools.numerals import number
from tei_tools.profile import Profile

SOURCE = "pb"
ROMAN = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


def recognise(document: Document, profile: Profile) -> Iterator[Annotation | Diagnostic]:
    """Every page marker in source order, and what is odd about the order of their numbers."""
    text = document.source.text
    decided = document.source.decisions("pb")
    marks, others = forms.pages(profile.page_forms, text, decided)
    known = any(mark.n for mark in marks)
    before = ""
    seen: set[str] = set()
    for mark, n in zip(marks, _numbers(marks), strict=True):
        attributes = {"n": n}
        if _in_word(text, mark.start, mark.end):
            attributes["break"] = "no"
        if not mark.n:
            attributes |= {"cert": "medium" if known else "low", "resp": f"#recognise.{SOURCE}"}
        yield Annotation("pb", Span(mark.start, mark.end), attributes, source=SOURCE, evidence=mark.form.text)
        if not any(decision.span.start == mark.start for decision in decided):
            yield from _order(document, mark, n, before, seen)
        seen.add(n)
        before = n
    starts = {mark.start for mark in marks}
    for decision in decided:
        if decision.accepted and decision.span.start not in starts:
            words = document.source.slice(decision.span)
            message = f"“{words}” is no page mark in a form of the profile {profile.name}"
            hint = "add its form to [page] forms of a profile; its number has to be the one that is printed"
            yield Diagnostic("link.decision-unfit", "warning", message, decision.place, hint)
    for mark in others:
        used = marks[0].form.text if marks else ""
        message = f"“{text[mark.start : mark.end]}” looks like a page mark, but the pages of this text are “{used}”"
        hint = "it was kept as text; write it as the other page marks if it is one"
        yield Diagnostic("recognise.page-form", "info", message, document.source.place(mark.start), hint)


def _numbers(marks: Sequence[Mark]) -> list[str]:
    """The number of each mark; one without is counted from its neighbours, the first page of a text being 1."""
    at = next((i for i, mark in enumerate(marks) if mark.n), None)
    if at is None:
        return [str(2 + i) for i in range(len(marks))]
    first = number(marks[at].n)
    found = [_like(marks[at].n, first - at + i) for i in range(at)]
    for mark in marks[at:]:
        found.append(mark.n or _like(found[-1], number(found[-1]) + 1))
    return found


def _like(n: str, value: int) -> str:
    """A number in arabic or roman figures, as the page beside it; never less than 1."""
    value = max(1, value)
    if n.isdigit():
        return str(value)
    written = ""
    for letters, worth in ROMAN:
        while value >= worth:
            written, value = written + letters, value - worth
    return written


def _order(document: Document, mark: Mark, n: str, before: str, seen: set[str]) -> Iterator[Diagnostic]:
    place = document.source.place(mark.start)
    if n in seen:
        message = f"page {n} is marked a second time"
        hint = "the second marker gets an id of its own; check the number in the source"
        yield Diagnostic("recognise.page-repeated", "warning", message, place, hint)
    elif before and n.isdigit() == before.isdigit() and number(n) != number(before) + 1:
        back = number(n) < number(before)
        message = f"page {n} comes after page {before}: the count {'goes back' if back else 'leaves pages out'}"
        hint = "check both markers; the numbers are kept as they are"
        yield Diagnostic("recognise.page-order", "warning" if back else "info", message, place, hint)


def _in_word(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()


def first_page(document: Document) -> str:
    """The page on which a document begins, from its first marker: "621" within the text means that it began on 620."""
    pages = document.of("pb")
    if not pages or not pages[0].attributes["n"].isdigit() or "cert" in pages[0].attributes:
        return ""
    first = int(pages[0].attributes["n"])
    before = document.source.text[: pages[0].span.start].strip()
    return str(first - 1 if before else first) if first > 1 else ""

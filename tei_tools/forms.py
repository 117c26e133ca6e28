"""How a text prints its marks: "[Page {n}]", "[^{n}]", "{sup}". A form is literal but for one placeholder.

A form both finds a mark and prints it again, so that a mark is proven to be what it is taken for. The placeholder says
what a mark counts with: {n} numbers, {sup} superscript numbers, {a} a small letter, {s} symbols. A page mark without
placeholder ("\\f") tells that a page ends, and not which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tei_tools.model import Decided
from tei_tools.numerals import number

COUNTS = {"n": r"\d+", "sup": "[⁰¹²³⁴⁵⁶⁷⁸⁹]+", "a": "[a-z]", "s": "[*†‡§║¶#]+"}
PLACEHOLDER = re.compile(r"\{(n|sup|a|s)\}")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NEAR = 2
"""How far the numbers of two page marks in a row may be apart: a page may be blank or its mark forgotten."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form, compiled. `count` is the name of its placeholder, or "" where it has none."""

    text: str
    count: str = field(init=False)
    pattern: re.Pattern[str] = field(init=False)
    _around: tuple[str, str] = field(init=False, repr=False, compare=False)
    number: str = ""
    """What {n} stands for, where it is not arabic numbers only: a regular expression."""

    def __post_init__(self) -> None:
        """Raises `ValueError` for a form that is empty, has two placeholders, or is blank but for a form feed."""
        held = PLACEHOLDER.findall(self.text)
        if not self.text or len(held) > 1 or (not held and not self.text.strip(" \t\n")):
            raise ValueError(f"{self.text!r} is no form: it has text, and at most one of {{n}}, {{sup}}, {{a}}, {{s}}")
        before, _, after = PLACEHOLDER.sub("\0", self.text).partition("\0")
        object.__setattr__(self, "_around", (before, after))
        count = held[0] if held else ""
        inside = f"(?P<n>{self.number or COUNTS[count]})" if count else ""
        object.__setattr__(self, "count", count)
        object.__setattr__(self, "pattern", re.compile(_literal(before) + inside + _literal(after)))

    @property
    def bare(self) -> bool:
        """Whether the form is its placeholder and nothing else: then only the place of a mark tells what it is."""
        return self.text == f"{{{self.count}}}" and self.count != "sup"

    def takes(self, value: str) -> bool:
        """Whether marks of this form can count with a value: "12", "a", "†"."""
        kind = "sup" if self.count == "sup" and value.isdigit() else self.count
        return re.fullmatch(COUNTS["n" if kind == "sup" else kind], value) is not None if kind else False

    def value(self, match: re.Match[str]) -> str:
        return match["n"].translate(LOWERED) if self.count else ""

    def is_printed(self, mark: str, value: str) -> bool:
        """Whether a mark is this form with this value; a blank within it may be a line end, where lines are wrapped."""
        return (
            " ".join(mark.split()) == " ".join(self.printed(value).split()) and self.pattern.fullmatch(mark) is not None
        )

    def printed(self, value: str) -> str:
        """The mark with this value, as a source prints it."""
        if not self.count:
            return self.text
        before, after = self._around
        return f"{before}{value.translate(RAISED) if self.count == 'sup' else value}{after}"


def _literal(words: str) -> str:
    return (
        re.sub(r"(?<=\S)\\ (?=\S|$)", r"(?: |[ \\t]*\\n[ \\t]*)", re.escape(words))
        if words.strip()
        else re.escape(words)
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a text: its offsets, what it counts ("" where it doesn't), and its form."""

    start: int
    end: int
    n: str
    form: Form


def find(form: Form, text: str) -> Iterator[Mark]:
    """Every place where a text has a form."""
    return (Mark(m.start(), m.end(), form.value(m), form) for m in form.pattern.finditer(text))


def pages(forms: Sequence[Form], text: str, decided: Sequence[Decided] = ()) -> tuple[list[Mark], list[Mark]]:
    """The page marks of a text, in order, and what looks like some and is none; editors decide about single ones.

    Of several forms with numbers a text uses one: that whose numbers make the best sequence. A number within a line
    that breaks this sequence, which is whole without it, is a word of the text ("see [p. 45] of his book"). A form
    feed is a mark of its own where no mark with a number stands beside it, and text follows.
    """
    numbered = [list(find(form, text)) for form in forms if form.count]
    strays = [mark for marks in numbered for mark in marks if len(numbered) > 1 and _stray(mark, marks, text)]
    used, others = _used([[mark for mark in marks if mark not in strays] for marks in numbered], text)
    strays = [mark for mark in strays if used and mark.form == used[0].form]
    kept = list(used)
    last = len(text.rstrip())
    plain = [mark for form in forms if not form.count for mark in find(form, text)]
    kept += [mark for mark in plain if mark.end < last and not _beside(mark, kept, text)]
    doubtful = [*strays, *others]
    for decision in decided:
        kept = [mark for mark in kept if not _at(mark, decision)]
        doubtful = [mark for mark in doubtful if not _at(mark, decision)]
        kept += list(_printed_at(forms, text, decision))[:1] if decision.accepted else []
    return sorted(kept, key=lambda m: m.start), sorted(doubtful, key=lambda m: m.start)


def _at(mark: Mark, decision: Decided) -> bool:
    return mark.start < decision.span.end and decision.span.start < mark.end


def _printed_at(forms: Sequence[Form], text: str, decision: Decided) -> Iterator[Mark]:
    """The mark that stands just where one was decided to be, in each form that it has."""
    for form in forms:
        match = form.pattern.fullmatch(text, decision.span.start, decision.span.end)
        if match and (not form.count or decision.attributes.get("n", form.value(match)) == form.value(match)):
            yield Mark(match.start(), match.end(), form.value(match), form)


def _used(candidates: Sequence[list[Mark]], text: str) -> tuple[list[Mark], list[Mark]]:
    """The marks of the form that the text uses, and those of the other forms."""
    if len(candidates) < 2:
        return [mark for marks in candidates for mark in marks], []
    scores = [_score(marks, text) for marks in candidates]
    best = scores.index(max(scores))
    if scores[best] <= 0:
        return [], []
    return candidates[best], [
        mark for i, marks in enumerate(candidates) if i != best for mark in marks if scores[i] > 0
    ]


def _score(marks: Sequence[Mark], text: str) -> int:
    """How much speaks for a form: numbers in a row, marks on lines of their own, a form of no other use."""
    if not marks:
        return 0
    steps = [0 < number(b.n) - number(a.n) <= NEAR for a, b in pairwise(marks)]
    clear = 0 if marks[0].form.text in ("({n})", "[{n}]", "{n}", "-{n}-", "- {n} -") else 1
    return 2 * sum(steps) - 2 * (len(steps) - sum(steps)) + sum(alone(mark, text) for mark in marks) + clear


def _stray(mark: Mark, marks: Sequence[Mark], text: str) -> bool:
    at = marks.index(mark)
    if at in (0, len(marks) - 1) or alone(mark, text):
        return False
    before, here, after = (number(m.n) for m in marks[at - 1 : at + 2])
    return 0 < after - before <= NEAR and not before < here < after and here != before


def _beside(mark: Mark, marks: Sequence[Mark], text: str) -> bool:
    """Whether a mark with a number tells what page a form feed turns to."""
    if mark.form.text.strip():
        return False
    near = [(min(mark.end, m.end), max(mark.start, m.start)) for m in marks]
    return any(not text[a:b].strip() for a, b in near)


def alone(mark: Mark, text: str) -> bool:
    """Whether a mark has a line of its own."""
    before = text[text.rfind("\n", 0, mark.start) + 1 : mark.start]
    end = text.find("\n", mark.end)
    return not before.strip() and not text[mark.end : end if end >= 0 else len(text)].strip()

"""Where the words of a decision stand in a text: a place is known by the words before it, its own, and those after it.

Compared are the characters without blanks, quotation marks and dashes made alike, so that a place is found again when
lines are wrapped anew or page markers come or go; the words must be whole ones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei_tools import forms
from tei_tools.authority.fold import fold
from tei_tools.model import Span

SOLID = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of a place; `text` is empty for a point between two words."""

    text: str
    before: str = ""
    after: str = ""


class Stream:
    """The characters of a text without blanks and without the stretches in `hidden`; every one leads back."""

    def __init__(self, text: str, hidden: Sequence[Span] = ()) -> None:
        self.source = text
        parts: list[str] = []
        self._starts: list[int] = []
        self._offsets: list[int] = []
        length = 0
        for piece in _pieces(text, hidden):
            parts.append(text[piece.start : piece.end])
            self._starts.append(length)
            self._offsets.append(piece.start)
            length += len(piece)
        self.text = fold("".join(parts))

    def offset(self, position: int) -> int:
        """The offset in the source of a character of the stream."""
        piece = bisect_right(self._starts, position) - 1
        return self._offsets[piece] + position - self._starts[piece]

    def find(self, anchor: Anchor) -> Iterator[Span]:
        """Every place that has the words of an anchor, as a span of the source."""
        before, words, after = (_solid(part) for part in (anchor.before, anchor.text, anchor.after))
        whole = before + words + after
        position = self.text.find(whole) if whole else -1
        while position >= 0:
            start, end = position + len(before), position + len(before) + len(words)
            if self._is_whole(position, position + len(whole)):
                yield self._span(start, end, point=bool(before))
            position = self.text.find(whole, position + 1)

    def _span(self, start: int, end: int, *, point: bool) -> Span:
        if end > start:
            return Span(self.offset(start), self.offset(end - 1) + 1)
        at = self.offset(start - 1) + 1 if point else self.offset(start)
        return Span(at, at)

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a stretch of the stream begins and ends with whole words of the source."""
        first, last = self.offset(start), self.offset(end - 1)
        return not _joined(self.source, first - 1) and not _joined(self.source, last)


def _joined(text: str, offset: int) -> bool:
    """Whether the character at an offset and the next one are of one word."""
    return offset >= 0 and text[offset].isalnum() and text[offset + 1 : offset + 2].isalnum()


def _solid(words: str) -> str:
    return fold("".join(words.split()))


def _pieces(text: str, hidden: Sequence[Span]) -> Iterator[Span]:
    start = 0
    for span in (*sorted(hidden), Span(len(text), len(text))):
        for match in SOLID.finditer(text, start, max(start, span.start)):
            yield Span(match.start(), match.end())
        start = max(start, span.end)


class Places:
    """The places of anchors in one text: as it stands, or else without its page markers and those of the anchor."""

    def __init__(self, text: str, pages: Sequence[forms.Form]) -> None:
        self._text = text
        self._pages = pages
        self._stream = Stream(text)
        self._bare: Stream | None = None

    def find(self, anchor: Anchor) -> list[Span]:
        found = list(self._stream.find(anchor))
        if found or self._is_page(anchor.text):
            return found
        if self._bare is None:
            marks = [Span(mark.start, mark.end) for form in self._pages for mark in forms.find(form, self._text)]
            self._bare = Stream(self._text, marks)
        words = (self._without(part) for part in (anchor.text, anchor.before, anchor.after))
        return list(self._bare.find(Anchor(*words)))

    def _is_page(self, words: str) -> bool:
        return any(form.pattern.fullmatch(words) for form in self._pages)

    def _without(self, words: str) -> str:
        for form in self._pages:
            words = form.pattern.sub(" ", words)
        return words

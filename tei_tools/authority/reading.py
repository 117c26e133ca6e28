"""A document as it is read: its leaf blocks one after the other, without page markers and note calls, blanks made one.

Names are looked for in this text, so that they may run over a line's end or a page marker; every offset leads back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tei_tools.authority.fold import fold
from tei_tools.model import Document, Span

STOPS = "\"'.,;:!?()[]—-/"
MARKUP = frozenset({"pb", "note"})
COMBINING = re.compile(r"[\u0300-\u036f]")
GAP = re.compile(r"[^\S ]\s*| \s+|[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is folded; a newline stands between blocks only. `offsets[k]` of the source is at `starts[k]`.

    `written` is each different word of the text as it stands between blanks, with its stops: "go", "go,", "(Go".
    """

    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    written: frozenset[str]
    capitals: frozenset[str]
    """Those that begin with a capital, without their stops and a possessive 's: "Rusk" of "(Rusk's"."""

    def span(self, start: int, end: int) -> Span:
        """The span of the source for a stretch of the reading text."""
        return Span(self._offset(start), self._offset(end - 1) + 1)

    def _offset(self, position: int) -> int:
        piece = bisect_right(self.starts, position) - 1
        return self.offsets[piece] + position - self.starts[piece]


def read(document: Document) -> Reading:
    """The reading text of all leaf blocks, the notes' included."""
    text = document.source.text
    cuts = sorted(a.span for a in document.annotations if a.element in MARKUP and len(a.span))
    keys = [cut.start for cut in cuts]
    parts: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    length, blank = 0, True

    def put(piece: str, offset: int) -> None:
        nonlocal length, blank
        if blank and piece.startswith(" "):
            piece, offset = piece[1:], offset + 1
        if piece:
            parts.append(piece)
            starts.append(length)
            offsets.append(offset)
            length += len(piece)
            blank = piece[-1] in " \n"

    for block in document.blocks:
        for leaf in block.leaves():
            for piece in _uncut(leaf.span, cuts, keys):
                stretch = text[piece.start : piece.end]
                if _even(stretch):
                    put(stretch, piece.start)
                    continue
                for chunk, offset in _chunks(text, piece):
                    put(chunk, offset)
            put("\n", max(leaf.span.end - 1, 0))
    folded = fold("".join(parts))
    written = frozenset(folded.split())
    # Words in small letters are most of all words: a comparison drops them before anything is asked of them.
    words = (word.strip(STOPS).removesuffix("'s") for word in written if not "a" <= word < "{")
    capitals = frozenset([word for word in words if word[:1].isupper()])
    return Reading(folded, tuple(starts), tuple(offsets), written, capitals)


def _uncut(span: Span, cuts: list[Span], keys: list[int]) -> Iterator[Span]:
    """What the declared markup leaves of a span."""
    start = span.start
    for row in range(max(bisect_right(keys, start) - 1, 0), len(cuts)):
        cut = cuts[row]
        if cut.start >= span.end:
            break
        if cut.start > start:
            yield Span(start, cut.start)
        start = max(start, cut.end)
    if start < span.end:
        yield Span(start, span.end)


def _even(words: str) -> bool:
    """Whether a stretch is read as it stands: the usual case, without looking at each character."""
    return words.isprintable() and "  " not in words and (words.isascii() or not COMBINING.search(words))


def _chunks(text: str, span: Span) -> Iterator[tuple[str, int]]:
    """Stretches without doubled blanks, line ends and combining marks; a blank that replaces some has their offset."""
    start = span.start
    for gap in GAP.finditer(text, span.start, span.end):
        if gap.start() > start:
            yield text[start : gap.start()], start
        if gap.group()[0].isspace():
            yield " ", gap.start()
        start = gap.end()
    if start < span.end:
        yield text[start : span.end], start

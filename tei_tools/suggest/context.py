"""The words around a place of a document: those by which a decision finds it again, and the sentence to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei_tools.decisions.anchor import Anchor, Places
from tei_tools.forms import Form
from tei_tools.model import Document, Span

FEWEST, MOST = 3, 8
"""So many words stand on each side at least, and so many at most where fewer are not enough to tell the place."""
REACH = 160
"""How much of a sentence is shown on each side of a place, in code points."""
SENTENCE = re.compile(r"(?<=[.?!:;”])\s+(?=[A-Z“\[(])|\n\s*\n")


class Context:
    """The places of one document."""

    def __init__(self, document: Document, pages: Sequence[Form]) -> None:
        self.document = document
        self._text = document.source.text
        self._places = Places(self._text, pages)

    def anchor(self, span: Span) -> dict[str, str]:
        """The cells before, text, after and occurrence of a row about this place."""
        words = _single(self._text[span.start : span.end])
        for count in range(FEWEST, MOST + 1):
            anchor = Anchor(words, self._before(span.start, count), self._after(span.end, count))
            found = self._places.find(anchor)
            if len(found) == 1:
                break
        at = next((k for k, place in enumerate(found, 1) if place.start == span.start), 0)
        occurrence = f"{at} of {len(found)}" if len(found) > 1 and at else ""
        return {"before": anchor.before, "text": words, "after": anchor.after, "occurrence": occurrence}

    def _before(self, offset: int, count: int) -> str:
        words = self._text[max(0, offset - 40 * count) : offset].split()
        return " ".join(words[-count:])

    def _after(self, offset: int, count: int) -> str:
        words = self._text[offset : offset + 40 * count].split()
        return " ".join(words[:count])

    def sentence(self, span: Span) -> str:
        """The sentence of a place on one line, cut where it is long."""
        start, end = max(0, span.start - REACH), min(len(self._text), span.end + REACH)
        before = [m.end() for m in SENTENCE.finditer(self._text, start, span.start)]
        after = SENTENCE.search(self._text, span.end, end)
        first, last = (before[-1] if before else start), (after.start() if after else end)
        cut = ("" if before or not start else "… ", "" if after or end == len(self._text) else " …")
        return cut[0] + _single(self._text[first:last]) + cut[1]


def _single(text: str) -> str:
    return " ".join(text.split())

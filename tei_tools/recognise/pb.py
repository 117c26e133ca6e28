"""`pb`: page markers such as "[Page 621]", on a line of their own, between words, or inside a word.

A marker is `break="no"` where a letter stands directly before and after it ("construc[Page 623]tive", FRUS 1981–88
volume IV, document 178). Emits recognise.page-order and recognise.page-repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, Document, Span
from tei_tools.numerals import number
from tei_tools.profile import Profile

SOURCE = "pb"


def recognise(document: Document, profile: Profile) -> Iterator[Annotation | Diagnostic]:
    """Every page marker in source order, and what is odd about the order of their numbers."""
    text = document.source.text
    before: re.Match[str] | None = None
    seen: set[str] = set()
    for match in profile.page.finditer(text):
        n = match["n"]
        attributes = {"n": n}
        if _in_word(text, match.start(), match.end()):
            attributes["break"] = "no"
        yield Annotation("pb", Span(match.start(), match.end()), attributes, source=SOURCE)
        place = document.source.place(match.start())
        if n in seen:
            message = f"page {n} is marked a second time"
            hint = "the second marker gets an id of its own; check the number in the source"
            yield Diagnostic("recognise.page-repeated", "warning", message, place, hint)
        elif before and n.isdigit() == before["n"].isdigit() and number(n) != number(before["n"]) + 1:
            back = number(n) < number(before["n"])
            message = (
                f"page {n} comes after page {before['n']}: the count {'goes back' if back else 'leaves pages out'}"
            )
            hint = "check both markers; the numbers are kept as they are"
            yield Diagnostic("recognise.page-order", "warning" if back else "info", message, place, hint)
        seen.add(n)
        before = match


def _in_word(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()

"""Lines of which an editor decided what they are: they become that, and nothing around them takes them in.

Where TEI does not allow it in that place (a signature in the middle of a text), they become a paragraph that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Block, Decided, Document, Span
from tei_tools.segment.lines import Line

CLOSES = frozenset({"signed", "salute", "dateline", "seg"})
Closer = Callable[[Sequence[Line]], tuple[int, list[Block]]]
"""Finds the closer of the lines given: its first line, and its blocks."""


def element(line: Line) -> str:
    """What a line was decided to be, "" where nothing was; a line that is not what it looks like is a paragraph."""
    if line.decided is None:
        return ""
    return line.decided.attributes["element"] if line.decided.accepted else "p"


def block(found: Sequence[Line], index: int) -> tuple[Block, int]:
    """The block of a decided line, and how many lines it takes: items that follow each other are one list."""
    line = found[index]
    name = element(line)
    if name != "item":
        name = "head" if name == "attachment" else name
        return Block(name, line.span, _attributes(line.decided)), 1
    end = index + 1
    while end < len(found) and element(found[end]) == "item":
        end += 1
    items = tuple(Block("item", each.span) for each in found[index:end])
    return Block("list", Span(items[0].span.start, items[-1].span.end), {"rend": "plain"}, items), end - index


def _attributes(decided: Decided | None) -> dict[str, str]:
    return {key: value for key, value in decided.attributes.items() if key != "element"} if decided else {}


def closer(found: Sequence[Line], otherwise: Closer) -> tuple[int, list[Block]]:
    """The closer of these lines: those at the end that were decided to close, else what looks like one.

    Lines that were decided to be something else are no part of it.
    """
    last = max((i + 1 for i, line in enumerate(found) if line.decided and element(line) not in CLOSES), default=0)
    begin = len(found)
    while begin > max(last, 1) and found[begin - 1].decided:
        begin -= 1
    parts = [block(found, index)[0] for index in range(begin, len(found))]
    if any(part.element == "signed" for part in parts):
        return begin, [Block("closer", Span(parts[0].span.start, parts[-1].span.end), children=tuple(_joined(parts)))]
    start, blocks = otherwise(found[last:])
    return last + start, blocks


def _joined(parts: Sequence[Block]) -> Iterator[Block]:
    """Lines of one signature that follow each other are one."""
    held: Block | None = None
    for part in parts:
        if held and held.element == part.element == "signed":
            held = Block("signed", Span(held.span.start, part.span.end), held.attributes)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def unfit(document: Document) -> Iterator[Diagnostic]:
    """Decisions about lines that are no text of the body. Emits link.decision-unfit."""
    leaves = [leaf.span for block in document.body for leaf in block.leaves()]
    for decided in document.source.decisions("block"):
        if not any(leaf.overlaps(decided.span) for leaf in leaves):
            words = " ".join(document.source.slice(decided.span).split())
            message = f"“{words}” is no line of the text: it belongs to the notes or to a page mark"
            hint = "only lines of the text can be decided as blocks"
            yield Diagnostic("link.decision-unfit", "warning", message, decided.place, hint)

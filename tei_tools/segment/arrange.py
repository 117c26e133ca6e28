"""The parts of a text in the order that TEI asks for.

In a `div`, nothing of the body may follow a closer, a postscript or a child div (TEI P5, `div`). So a document with
attachments holds after its head only divs: `main`, then one `attachment` each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tei_tools.model import Block, Span

OPENERS = ("dateline", "seg", "salute")
CLOSERS = {"signed": "signature", "seg": "seg", "salute": "salute", "dateline": "dateline"}
BODY = ("p", "list", "table", "quote")


def division(blocks: Sequence[Block], closing: Sequence[Block]) -> tuple[Block, ...]:
    """Opener, body and closer of one text; what comes too late for an opener becomes a paragraph that says so."""
    heads = 0
    while heads < len(blocks) and blocks[heads].element == "head":
        heads += 1
    first = heads
    while first < len(blocks) and blocks[first].element in OPENERS:
        first += 1
    opening = tuple(blocks[heads:first])
    parts = list(blocks[:heads])
    if opening:
        parts.append(Block("opener", Span(opening[0].span.start, opening[-1].span.end), children=opening))
    parts += [_late(block) for block in blocks[first:]]
    if not any(part.element in BODY for part in parts):
        # A closer stands behind something: without any text above it, its lines are paragraphs.
        parts += [_late(leaf) for block in closing for leaf in block.leaves()]
        return tuple(parts)
    return (*parts, *closing)


def _late(block: Block) -> Block:
    if block.element in CLOSERS:
        # A bullet that no item has is text.
        span = Span(block.marker.start if block.marker else block.span.start, block.span.end)
        return Block("p", span, {"rend": CLOSERS[block.element]})
    if block.element == "head":
        return replace(block, element="p", attributes={"rend": "heading"})
    return block


def div(kind: str, parts: Sequence[Block]) -> Block:
    return Block("div", Span(parts[0].span.start, parts[-1].span.end), {"type": kind}, tuple(parts))

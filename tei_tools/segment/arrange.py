"""The parts of a text in the order that TEI asks for.

In a `div`, nothing of the body may follow a closer, a postscript or a child div (TEI P5, `div`). So a document with
attachments holds after its head only divs: `main`, then one `attachment` each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tei_tools.model import Block, Span

OPENERS = ("dateline", "seg", "salute")


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
    return (*parts, *closing)


def _late(block: Block) -> Block:
    if block.element in OPENERS:
        return replace(block, element="p", attributes={**block.attributes, "rend": block.element})
    return block


def div(kind: str, parts: Sequence[Block]) -> Block:
    return Block("div", Span(parts[0].span.start, parts[-1].span.end), {"type": kind}, tuple(parts))

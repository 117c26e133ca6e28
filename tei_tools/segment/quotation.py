"""Whole paragraphs in one pair of quotation marks: a text within the text.

"“I am inclined to think … Aides-Mémoire.”" (FRUS 1955–57 volume XV, document 469); or a letter of several paragraphs,
of which the first opens the marks and the last closes them (1958–60 volume VIII, document 503). Each paragraph may open
them again. A paragraph that only begins with a quotation is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tei_tools.model import Block, SourceText, Span
from tei_tools.segment.lines import bare

OPEN, CLOSE = "“", "”"
MOST = 12
"""So many paragraphs may one pair of marks hold; where it closes later, a mark is missing."""
SHORTEST = 60
"""A shorter paragraph in quotation marks is a saying, not a text: code points."""


def quoted(blocks: Sequence[Block], source: SourceText) -> list[Block]:
    """The blocks, with a `quote` in place of each run of paragraphs that are all in one pair of quotation marks."""
    result: list[Block] = []
    index = 0
    while index < len(blocks):
        used = _run(blocks, index, source)
        if used:
            run = tuple(replace(block, element="p") for block in blocks[index : index + used])
            result.append(Block("quote", Span(run[0].span.start, run[-1].span.end), children=run))
        else:
            result.append(blocks[index])
        index += used or 1
    return result


def _run(blocks: Sequence[Block], index: int, source: SourceText) -> int:
    """How many paragraphs, from this one on, one pair of marks holds; 0 where there is none."""
    if not source.text.startswith(OPEN, blocks[index].span.start):
        return 0
    depth = 0
    for used, block in enumerate(blocks[index : index + MOST], 1):
        text = source.slice(block.span).strip()
        if block.element not in ("p", "salute") or block.attributes or block.children:
            return 0
        reopened = used > 1 and text.startswith(OPEN)
        depth, closed_at = _depth(text[1:] if reopened else text, depth)
        if depth == 0:
            whole = closed_at == len(bare(text)) - (1 if reopened else 0)
            long = used > 1 or len(text) >= SHORTEST
            return used if whole and long else 0
    return 0


def _depth(text: str, depth: int) -> tuple[int, int]:
    """Marks that are open at the end of a text, and where the last one closed; closing early counts as an end."""
    closed = 0
    for match in re.finditer(f"[{OPEN}{CLOSE}]", text):
        depth += 1 if match.group() == OPEN else -1
        closed = match.end()
        if depth <= 0:
            return 0, closed
    return depth, closed

"""How a text ends: complimentary close, signature, postscript."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei_tools.model import Block, SourceText, Span
from tei_tools.profile import Profile
from tei_tools.segment import dateline, letter, table
from tei_tools.segment import list as lists
from tei_tools.segment.lines import Line

MOST_LINES = 6
SIGNED_WORDS = 16


def closer(
    found: Sequence[Line], source: SourceText, profile: Profile, *, tight: bool | None
) -> tuple[int, list[Block]]:
    """Where the closer of these lines begins, and its blocks; the number of lines and none where there is no closer.

    `tight` tells whether the list of notes follows without a blank line, which it does after a signature and not
    after a paragraph; None where no list follows.
    """
    end = len(found)
    postscript: list[Block] = []
    for index in range(max(1, end - 3), end):
        if letter.is_postscript(found[index]):
            paragraphs = tuple(Block("p", line.span) for line in found[index:end])
            span = Span(paragraphs[0].span.start, paragraphs[-1].span.end)
            postscript = [Block("postscript", span, children=paragraphs)]
            end, tight = index, None
            break
    begin = _signature(found, end, source, profile, tight=tight)
    if begin == end:
        return len(found), []
    signed = Block("signed", Span(found[begin].span.start, found[end - 1].span.end))
    parts = [signed]
    if begin > 0 and letter.is_close(found[begin - 1]):
        begin -= 1
        parts.insert(0, Block("salute", found[begin].span))
    block = Block("closer", Span(parts[0].span.start, signed.span.end), children=tuple(parts))
    return begin, [block, *postscript]


def _signature(found: Sequence[Line], end: int, source: SourceText, profile: Profile, *, tight: bool | None) -> int:
    """Index of the first line of the signature that ends before `end`, or `end`."""
    if end < 2 or tight is False:
        return end
    begin = end
    while begin > 1 and end - begin < MOST_LINES and not _in_list(found[begin - 1], source, profile):
        begin -= 1
        if found[begin].blank > 0:
            break
    group = found[begin:end]
    if not group or (group[0].blank == 0 and not _in_list(found[begin - 1], source, profile)):
        return end
    if any(dateline.is_dateline(line) or lists.LABEL.fullmatch(line.text) for line in group):
        return end
    first = group[0]
    if letter.may_sign(first):
        return begin
    short = len(first.text.split()) <= SIGNED_WORDS
    # "For the Joint Chiefs of Staff:" above the name (FRUS 1948 volume I part 2, document 114).
    for_another = len(group) > 1 and re.match(r"(?:For|By) ", first.text) is not None
    return begin if short and (tight or for_another) else end


def _in_list(line: Line, source: SourceText, profile: Profile) -> bool:
    return profile.bullet.match(source.text, line.start) is not None or table.is_row(line, source)

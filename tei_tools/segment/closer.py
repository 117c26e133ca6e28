"""How a text ends: complimentary close, signatures, enclosures, postscript.

A `closer` holds one `salute` per line, and one `signed` per person, whose title lines belong to it. The brackets of a
supplied signature ("[Collins]", FRUS 1955–57 volume I) are the editors' and stand outside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tei_tools.model import Block, SourceText, Span
from tei_tools.profile import Profile
from tei_tools.segment import dateline, letter, table
from tei_tools.segment import list as lists
from tei_tools.segment.lines import Line, bare
from tei_tools.segment.postscript import postscript_begin

MOST_LINES = 6
MOST_SIGNERS = 6
SIGNED_WORDS = 16
RANK = re.compile(r"[A-Z][^.:;?!]*")

Lines = Sequence[Line]


def closer(found: Lines, source: SourceText, profile: Profile, *, tight: bool | None) -> tuple[int, list[Block]]:
    """Where the closer of these lines begins, and its blocks; the number of lines and none where there is no closer.

    `tight` tells whether the list of notes follows without a blank line, which it does after a signature and not
    after a paragraph; None where no list follows.
    """
    end = postscript_begin(found)
    begin, parts = _parts(found, end, source, profile, tight=tight if end == len(found) else None)
    if not parts and end < len(found):
        # "P.S." is the last word of a text without signature, or an abbreviation: the text goes on to its end.
        end = len(found)
        begin, parts = _parts(found, end, source, profile, tight=tight)
    if not parts:
        return len(found), []
    closing = [Block("closer", Span(parts[0].span.start, parts[-1].span.end), children=tuple(parts))]
    if end < len(found):
        closing.append(_postscript(found[end:], source, profile, tight=tight))
    return begin, closing


def _parts(
    found: Lines, end: int, source: SourceText, profile: Profile, *, tight: bool | None
) -> tuple[int, list[Block]]:
    """Index of the first line of the closer that ends before `end`, and what it holds."""
    begin = _bulleted(found, end, source, profile)
    if begin < end:
        return begin, _bulleted_signatures(found[begin:end], source, profile)
    last = _enclosures(found, end)
    parts = [Block("seg", line.span, {"type": "enclosure"}) for line in found[last:end]]
    begin = _signature(found, last, source, profile, tight=tight if last == end else None)
    if begin == last and not (begin > 1 and letter.is_close(found[begin - 1])):
        return end, []
    # Scraped texts have lost signatures of one word: there the complimentary close stands alone.
    groups = [found[begin:last]] if begin < last else []
    while groups and len(groups) < MOST_SIGNERS and (above := _signer_above(found, begin)) < begin:
        groups.insert(0, found[above:begin])
        begin = above
    parts = [part for group in groups for part in _signed(group, source)] + parts
    closes = begin
    while begin > 0 and (
        letter.is_close(found[begin - 1]) or (begin < closes and letter.leads_to_close(found[begin - 1]))
    ):
        begin -= 1
        parts.insert(0, Block("salute", found[begin].span))
    return begin, parts


def _signature(found: Lines, end: int, source: SourceText, profile: Profile, *, tight: bool | None) -> int:
    """Index of the first line of the signature that ends before `end`, or `end`."""
    if end < 2:
        return end
    begin = end
    while begin > 1 and end - begin < MOST_LINES and not _in_list(found, begin - 1, source, profile):
        begin -= 1
        if found[begin].blank > 0 or letter.is_close(found[begin - 1]):
            break
    group = found[begin:end]
    if not group or not (
        group[0].blank or letter.is_close(found[begin - 1]) or _in_list(found, begin - 1, source, profile)
    ):
        return end
    if tight is False and not letter.is_withheld(group[0]) and not letter.is_close(found[begin - 1]):
        return end
    if any(dateline.is_dateline(line) for line in group) or (_labelled(group) and not (tight and _initial(group))):
        return end
    first = group[0]
    if bare(first.text).endswith("”"):
        # "Signed: Chris.”" ends a quoted letter (FRUS 1958–60 volume VIII, document 477).
        return end
    if letter.may_sign(first):
        return begin
    short = len(first.text.split()) <= SIGNED_WORDS and not letter.tells(first)
    # "For the Joint Chiefs of Staff:" above the name (FRUS 1948 volume I part 2, document 114).
    for_another = len(group) > 1 and re.match(r"(?:For|By) ", first.text) is not None
    return begin if short and (tight or for_another) else end


def _labelled(group: Lines) -> bool:
    return any(lists.LABEL.fullmatch(line.text) for line in group)


def _initial(group: Lines) -> bool:
    """An initial above a rank, "G." / "Brigadier General, USA" (FRUS 1958–60 volume VIII, d431), is no label."""
    first, *others = (line.text for line in group)
    return bool(re.fullmatch(r"[A-Z]\.", first) and others and all(RANK.fullmatch(line) for line in others))


def _signer_above(found: Lines, begin: int) -> int:
    """Index of the first line of one more signature above the one that begins here, or `begin`.

    There is one where a complimentary close stands above all ("Sincerely," / "Averell" / "Cy"), or where the lines are
    full names or brackets in the place of names.
    """
    above = begin - 1
    while above > 0 and found[above].blank == 0:
        above -= 1
    if above < 1 or begin - above > MOST_LINES or not letter.may_sign(found[above]):
        return begin
    if letter.is_withheld(found[above]) or letter.is_name(found[above]):
        return above
    top = above
    while top > 1 and above - top < MOST_SIGNERS and letter.may_sign(found[top]) and not letter.is_close(found[top]):
        top -= 1
    return above if letter.is_close(found[top]) and not letter.is_close(found[above]) else begin


def _signed(group: Lines, source: SourceText) -> list[Block]:
    """The signature of one person; supplied brackets around it are text of the closer."""
    span = Span(group[0].span.start, group[-1].span.end)
    text = source.slice(span)
    inner = bare(text)
    if not inner.startswith("[") or not inner.endswith("]") or "[" in inner[1:] or letter.is_withheld(group[0]):
        return [Block("signed", span)]
    close = span.start + len(inner) - 1
    content = source.text[span.start + 1 : close]
    start = span.start + 1 + len(content) - len(content.lstrip())
    middle = Block("signed", Span(start, start + len(content.strip())))
    return [
        Block("#text", Span(span.start, span.start + 1)),
        middle,
        Block("#text", Span(close, span.end)),
    ]


def _enclosures(found: Lines, end: int) -> int:
    """Index of the first of the lines "Enclosures: …", "cc: …" below a signature, or `end`."""
    begin = end
    while begin > 2 and end - begin < MOST_LINES and letter.ENCLOSED.fullmatch(found[begin - 1].text):
        begin -= 1
    signed = begin < end and (letter.is_name(found[begin - 1]) or letter.is_close(found[begin - 2]))
    return begin if signed else end


def _in_list(found: Lines, index: int, source: SourceText, profile: Profile) -> bool:
    """Whether a line is an item: one with a bullet, a row, or what stands below its label ("10.", FRUS 1948)."""
    line = found[index]
    if profile.bullet.match(source.text, line.start) or table.is_row(line, source):
        return True
    labelled = index > 0 and line.blank == 0 and lists.LABEL.fullmatch(found[index - 1].text)
    return bool(labelled) and not _initial(found[index - 1 : index + 1])


def _bulleted(found: Lines, end: int, source: SourceText, profile: Profile) -> int:
    """Where signatures with bullets begin that end the text, each a name above a title; `end` where there are none.

    "  • Kenneth C. Royall" / "    Secretary of the Army" (FRUS 1948 volume I part 2, document 36).
    """
    begin = end
    while begin > 1 and (found[begin - 1].indent or profile.bullet.match(source.text, found[begin - 1].start)):
        begin -= 1
    bullets = [bool(profile.bullet.match(source.text, line.start)) for line in found[begin:end]]
    if sum(bullets) < 2 or not bullets[0] or bullets[-1] or any(a and b for a, b in pairwise(bullets)):
        return end
    for line, bullet in zip(found[begin:end], bullets, strict=True):
        match = profile.bullet.match(source.text, line.start)
        name = bare(source.text[match.end() if match else line.span.start : line.span.end])
        if not (letter.NAME.fullmatch(name) if bullet else RANK.fullmatch(name)):
            return end
    return begin


def _bulleted_signatures(group: Lines, source: SourceText, profile: Profile) -> list[Block]:
    signatures: list[Block] = []
    for line in group:
        match = profile.bullet.match(source.text, line.start)
        if match:
            marker = Span(match.start("mark"), match.end())
            signatures.append(Block("signed", Span(match.end(), line.span.end), {"rend": "bulleted"}, (), marker))
        else:
            before = signatures.pop()
            span = Span(before.span.start, line.span.end)
            signatures.append(Block("signed", span, before.attributes, (), before.marker))
    return signatures


def _postscript(found: Lines, source: SourceText, profile: Profile, *, tight: bool | None) -> Block:
    """What was added below the signature, with a heading ("Addendum:") and a signature of its own where it has them."""
    headed = letter.ADDENDUM.fullmatch(found[0].text) is not None and len(found) > 1
    end = len(found)
    parts: list[Block] = []
    # "J.F.D." below "P.S. This was dictated before …" (FRUS 1955–57 volume I, document 128).
    initialed = len(found) > 1 and letter.INITIALS.fullmatch(bare(found[-1].text)) is not None
    if headed or initialed:
        end, signed = _parts(found, len(found), source, profile, tight=tight)
        end = end if signed else len(found)
        if signed:
            parts = [Block("closer", Span(signed[0].span.start, signed[-1].span.end), children=tuple(signed))]
    paragraphs = [Block("p", line.span) for line in found[int(headed) : end]]
    head = [Block("head", found[0].span)] if headed else []
    children = (*head, *paragraphs, *parts)
    return Block("postscript", Span(children[0].span.start, children[-1].span.end), children=children)

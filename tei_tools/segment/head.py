"""How a document begins: source line, number line, heading.

Three layouts: "178. Message From …1" (from 1955 on), "No. 12" on a line of its own above the heading (1952–54), and a
line that names the file above a heading without number (1948–51: "560.AL/2—648: Telegram" / "The Secretary of State to
the Embassy in Cuba", FRUS 1948 volume I part 2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tei_tools.model import Block, Span
from tei_tools.profile import Profile
from tei_tools.segment.decided import element
from tei_tools.segment.lines import Line, bare

# "560.AL/12–847: Telegram", "S/S–NSC Files: Lot 63 D 351", "SANACC Files", "Truman Papers"
FILE_LINE = re.compile(
    r"[\dA-Z][^/]{0,40}/\S*\d.*|.*\b(?:Files?|Papers|Lot \S+ ?\S*|Collection|Series|Library)\b.*", re.IGNORECASE
)
CALL_LINE = re.compile(r"\d{1,3}|[*†‡§]+")
EXTRACT_LINE = re.compile(
    r"\[(?:Extracts?|Translation|Excerpts?|Enclosure|Annex|Attachment|Telegram)\w*\]\S{0,3}", re.IGNORECASE
)
HEAD_LIMIT = 600
"""Longest heading in code points; the longest of the series has 412 (a participants list in a heading of 1969–76)."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The blocks that open a document, how many lines they took, and what the heading says."""

    blocks: tuple[Block, ...]
    lines: int
    number: str = ""
    title: Span | None = None


def opening(found: list[Line], profile: Profile) -> Opening:
    """What the first lines of a document are; without a heading, no block is made."""
    if not found or (found[0].decided and element(found[0]) != "head"):
        return Opening((), 0)
    index = 0
    blocks: list[Block] = []
    if _is_source_line(found, profile):
        end = found[0].span.end
        index = 1
        if index < len(found) and CALL_LINE.fullmatch(found[index].text):
            # FRUS 1948 volume I part 2: the call of the source line stands alone on the next line.
            end = found[index].span.end
            index += 1
        blocks.append(Block("note", Span(found[0].span.start, end), {"type": "source", "rend": "inline"}))
        if index < len(found) and EXTRACT_LINE.fullmatch(found[index].text):
            blocks.append(Block("head", found[index].span, {"type": "label"}))
            index += 1
    elif len(found) > 1 and _is_label(found[0], profile) and _is_heading(found, 1, profile):
        blocks.append(Block("head", found[0].span, {"type": "label"}))
        index = 1
    if index >= len(found):
        return Opening((), 0)
    line = found[index]
    number_line = profile.number_line.fullmatch(line.text)
    if number_line and _is_source_line(found[index + 1 :], profile) and _is_heading(found, index + 2, profile):
        # "No. 151" / "762.00/2–1053: Telegram" / "The High Commissioner to the Department of State" (FRUS 1952–54).
        label, source, heading = found[index : index + 3]
        told = Block("note", source.span, {"type": "source", "rend": "inline"})
        heads = (Block("head", label.span, {"type": "label"}), told, Block("head", heading.span))
        return Opening((*blocks, *heads), index + 3, number_line["n"], heading.span)
    if number_line and index + 1 < len(found):
        head = Span(line.span.start, found[index + 1].span.end)
        title = found[index + 1].span
        return Opening((*blocks, Block("head", head)), index + 2, number_line["n"], title)
    numbered = profile.number.match(line.text)
    if not blocks and not numbered and not _is_heading(found, index, profile):
        return Opening((), 0)
    title = Span(line.span.start + (numbered.end() if numbered else 0), line.span.end)
    return Opening((*blocks, Block("head", line.span)), index + 1, numbered["n"] if numbered else "", title)


def _is_source_line(found: list[Line], profile: Profile) -> bool:
    if len(found) < 2:
        return False
    first = bare(found[0].text)
    if profile.number.match(first) or profile.number_line.fullmatch(first) or profile.kind(first):
        return False
    return bool(FILE_LINE.fullmatch(first)) and len(first) < 160 and not first.endswith(".")


def _is_label(line: Line, profile: Profile) -> bool:
    """ "[Enclosure]" above the heading: what was enclosed is a document (FRUS 1948 volume I part 2, d251)."""
    return bool(EXTRACT_LINE.fullmatch(line.text) or profile.attachment_label.fullmatch(bare(line.text)))


def _is_heading(found: list[Line], index: int, profile: Profile) -> bool:
    """A first line without number: short, no sentence, and more follows or its words name a kind of document."""
    text = bare(found[index].text)
    if found[index].decided:
        return element(found[index]) == "head"
    if len(text) > HEAD_LIMIT:
        return False
    if profile.kind(text):
        return True
    return len(text) < 200 and not text.endswith((".", ":", ";")) and len(found) > index + 1

"""Lists: bullets in levels, labelled items, and the headed lists of a memorandum (SUBJECT, PARTICIPANTS …)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tei_tools.model import Block, SourceText, Span
from tei_tools.profile import Profile
from tei_tools.segment.lines import Line, bare

HEADS = {
    "subject": "subject", "subjects": "subject", "subj": "subject",
    "participants": "participants", "present": "participants", "also present": "participants",
    "others present": "participants", "attendees": "participants", "principals": "participants",
    "to": "to", "from": "from", "fm": "from", "info": "to", "through": "to", "thru": "to", "via": "to",
    "ref": "references", "refs": "references", "reference": "references", "references": "references",
}  # fmt: skip
LABEL = re.compile(r"\(?(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,5})[.)]|\((?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,5})\)|[-–—•]")


def head_type(line: Line) -> str:
    """The type of list that a heading line names ("SUBJECT", "PARTICIPANTS2", "Present:"), or ""."""
    return HEADS.get(bare(line.text).rstrip(":. ").lower(), "")


def match(found: list[Line], index: int, source: SourceText, profile: Profile) -> tuple[Block, int] | None:
    """The bulleted list that begins at this line, with its heading where it has one, and the number of its lines."""
    start = index
    head: Block | None = None
    heading = found[index]
    if not _bullet(heading, source, profile):
        follows = index + 1 < len(found) and _bullet(found[index + 1], source, profile)
        kind = head_type(heading)
        near = found[index + 1].blank == 0 or heading.text.isupper() if follows else False
        short = len(heading.text) < 60 and near
        if not follows or not (kind or (short and _is_list_head(heading))):
            return None
        head = Block("head", heading.span)
        index += 1
    kind = head_type(heading) if head else ""
    items, index = _items(found, index, source, profile)
    children = (head, *items) if head else tuple(items)
    attributes = {"type": kind} if kind else {}
    return Block("list", Span(children[0].span.start, children[-1].span.end), attributes, children), index - start


def typed(block: Block, line: Line, before: Sequence[Block]) -> Block:
    """A list without heading whose place tells what it is.

    Scraped texts have lost the line SUBJECT or PARTICIPANTS and keep the gap around it (FRUS 1981–88 volume IV,
    document 310): the first list behind heading and dateline is the subject, the next one names the participants.
    """
    opening = all(other.element in ("head", "dateline", "seg", "list") for other in before)
    if block.element != "list" or "type" in block.attributes or line.blank < 2 or not opening:
        return block
    if block.children[0].element != "item":
        return block
    types = [other.attributes.get("type", "") for other in before if other.element == "list"]
    kind = "participants" if "subject" in types else "subject" if len(block.children) == 1 else ""
    return replace(block, attributes={"type": kind}) if kind else block


def _is_list_head(line: Line) -> bool:
    # "U.S.", "U.K. Side", "Department of State": a delegation above its members; never a sentence.
    text = bare(line.text)
    return not text.endswith((".", ",", ";")) or text.isupper()


def _bullet(line: Line, source: SourceText, profile: Profile) -> re.Match[str] | None:
    return profile.bullet.match(source.text, line.start)


def _items(found: list[Line], index: int, source: SourceText, profile: Profile) -> tuple[list[Block], int]:
    """The items of one level, deeper ones nested in the item before them."""
    first = _bullet(found[index], source, profile)
    assert first is not None
    level = len(first["indent"])
    items: list[Block] = []
    while index < len(found):
        line = found[index]
        bullet = _bullet(line, source, profile)
        if bullet and len(bullet["indent"]) > level:
            inner, index = _items(found, index, source, profile)
            nested = Block("list", Span(inner[0].span.start, inner[-1].span.end), children=tuple(inner))
            items[-1] = _append(items[-1], nested)
        elif bullet and len(bullet["indent"]) == level and (line.blank == 0 or not items):
            items.append(
                Block("item", Span(bullet.end(), line.span.end), marker=Span(bullet.start("mark"), bullet.end()))
            )
            index += 1
        elif not bullet and line.indent > level + 1 and "\t" not in source.text[line.start : line.span.end]:
            # A further paragraph of the item is indented like its text.
            items[-1] = _append(items[-1], Block("p", line.span))
            index += 1
        else:
            break
    return items, index


def _append(item: Block, child: Block) -> Block:
    before = item.children or (Block("p", item.span),)
    return replace(item, span=Span(item.span.start, child.span.end), children=(*before, child))


def labelled(found: list[Line], index: int) -> tuple[Block, int] | None:
    """A list whose labels stand on lines of their own ("a." / "If undertaken …"): FRUS 1948 volume I part 2, d114."""
    children: list[Block] = []
    start = index
    while index + 1 < len(found) and LABEL.fullmatch(found[index].text) and found[index + 1].blank == 0:
        children.append(Block("label", found[index].span))
        children.append(Block("item", found[index + 1].span))
        index += 2
        if index < len(found) and found[index].blank > 0:
            break
    if not children:
        return None
    return Block("list", Span(children[0].span.start, children[-1].span.end), children=tuple(children)), index - start

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
    "attending were": "participants", "attending": "participants", "also attending": "participants",
    "in attendance": "participants", "those present": "participants", "those attending": "participants",
    "to": "to", "from": "from", "fm": "from", "info": "to", "through": "to", "thru": "to", "via": "to",
    "ref": "references", "refs": "references", "reference": "references", "references": "references",
}  # fmt: skip
LABEL = re.compile(r"\(?(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,5})[.)]|\((?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,5})\)|[-–—•]")
ROWS = ("abcdefghijklmnop", "ABCDEFGHIJKLMNOP")
"""The labels of a list in their order, one character each."""
SHORTEST_ITEM = 40
"""Lines of one block that are shorter may be verse, an address, the lines of a form: code points."""
LONGEST_VERSE = 70
CLAUSE = re.compile(r"(?:[.;:,?!…]|[.;,] (?:and|or))\d{0,3}[”)\]]?\d{0,3}$")
LARGE = re.compile(r"[“(\[]?[A-Z]")
LETTERED = re.compile(r"(?P<label>\(?(?P<n>[A-Za-z])[.)])\s+(?=\S)")


LONGEST_HEAD = max(map(len, HEADS)) + 12
"""With its note call, colon and blanks: code points."""


def head_type(line: Line) -> str:
    """The type of list that a heading line names ("SUBJECT", "PARTICIPANTS2", "Present:"), or ""."""
    return HEADS.get(bare(line.text).rstrip(":. ").lower(), "") if len(line.text) <= LONGEST_HEAD else ""


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
    if block.children[0].element != "item" or block.children[0].marker is None:
        return block
    types = [other.attributes.get("type", "") for other in before if other.element == "list"]
    kind = "participants" if "subject" in types else "subject" if len(block.children) == 1 else ""
    return replace(block, attributes={"type": kind}) if kind else block


def delegated(block: Block, source: SourceText) -> Block:
    """Participants by delegation: the item above those of a delegation is the heading of their list.

    "  • Greece" above "    • Dimitrios Bitsios, Foreign Minister of Greece" (FRUS 1977–80 volume XXI, document 170). A
    person with a staff has an office behind a comma.
    """
    if block.element != "list" or block.attributes.get("type") != "participants":
        return block
    children = [_delegation(child, source) if child.element == "item" else child for child in block.children]
    return replace(block, children=tuple(children))


def _delegation(item: Block, source: SourceText) -> Block:
    if [child.element for child in item.children] != ["p", "list"]:
        return item
    name, members = item.children
    text = bare(source.slice(name.span))
    if "," in text or "\n" in text or len(text) > LONGEST_VERSE:
        return item
    head = Block("head", name.span)
    span = Span(name.span.start, members.span.end)
    return replace(item, children=(replace(members, span=span, children=(head, *members.children)),))


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
                Block(
                    "item",
                    Span(bullet.end(), max(bullet.end(), line.span.end)),
                    marker=Span(bullet.start("mark"), bullet.end()),
                )
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
    return (_of(children, {}), index - start) if children else None


def lettered(found: list[Line], index: int) -> tuple[Block, int] | None:
    """A list in lines of one block that each begin with the next label: "a. Students" (FRUS 1952–54 Guatemala, d55)."""
    children: list[Block] = []
    labels: list[str] = []
    for line in _together(found, index):
        match = LETTERED.match(line.text)
        if not match or line.indent or "\n" in line.text:
            return None
        labels.append(match["n"])
        begin = line.span.start
        children.append(Block("label", Span(begin, begin + match.end("label"))))
        children.append(Block("item", Span(begin + match.end(), line.span.end)))
    if len(labels) < 2 or not any("".join(labels) in row for row in ROWS):
        return None
    return _of(children, {}), len(labels)


def sentences(found: list[Line], index: int) -> tuple[Block, int] | None:
    """Items in lines of one block, each a sentence or a clause: a scraped text has lost their labels (FRUS 1948).

    Below a line that ends in a colon some of them may be short: "Mixing regulations." (1948 volume I part 2, d128).
    """
    run = _together(found, index)
    shortest = 0 if index and bare(found[index - 1].text).endswith(":") else SHORTEST_ITEM
    if len(run) < 2 or any(line.indent or "\t" in line.text or len(line.text) < shortest for line in run):
        return None
    if max(len(line.text) for line in run) < LONGEST_VERSE or not all(
        CLAUSE.search(line.text) and LARGE.match(line.text) for line in run
    ):
        return None
    return _of([Block("item", line.span) for line in run], {"rend": "plain"}), len(run)


def plain(found: list[Line], index: int) -> tuple[Block, int] | None:
    """Participants in lines of one block without bullets, below a line that says so or alone below the dateline."""
    start = index
    head = head_type(found[index]) == "participants"
    run = _together(found, index + head)
    if head and run and run[0].blank and len(run) == 1:
        return None
    if len(run) < 2 or not all(_is_person(line) for line in run):
        return None
    children = [Block("head", found[start].span)] if head else []
    children += [Block("item", line.span) for line in run]
    return _of(children, {"type": "participants", "rend": "plain"}), len(run) + head


def _together(found: list[Line], index: int) -> list[Line]:
    """The lines of one block: this one, and those that follow it without a blank one."""
    end = index + 1
    while end < len(found) and found[end].blank == 0:
        end += 1
    return found[index:end]


def _is_person(line: Line) -> bool:
    text = bare(line.text)
    short = len(text) <= 140 and (not text.endswith((".", ":", ";", "?")) or text.endswith(("Jr.", "Sr.")))
    return short and not line.indent and "\t" not in text and text[0].isupper()


def _of(children: Sequence[Block], attributes: dict[str, str]) -> Block:
    return Block("list", Span(children[0].span.start, children[-1].span.end), attributes, tuple(children))

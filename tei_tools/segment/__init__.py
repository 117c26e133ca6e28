"""Segment: a source text becomes blocks.

Each kind of block has a module here; this one asks them in turn, line by line. Nothing is rewritten: blocks are spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Block, Document, Metadata, SourceText, Span
from tei_tools.profile import Profile
from tei_tools.segment import (
    arrange,
    attachment,
    closer,
    decided,
    form,
    head,
    heading,
    notes,
    opening,
    quotation,
    table,
)
from tei_tools.segment import list as lists
from tei_tools.segment.documents import split
from tei_tools.segment.lines import Line, bare, hyphens
from tei_tools.segment.lines import lines as lines_of

__all__ = ["identifier", "segment", "split"]


def segment(source: SourceText, profile: Profile, lines: list[Line] | None = None) -> tuple[Document, list[Diagnostic]]:
    """The blocks of a document, and its number, kind and title; `lines` are its lines, where they are known.

    Emits segment.no-head, segment.no-number, segment.line-hyphen and link.decision-unfit.
    """
    found, note_list = notes.split(lines or lines_of(source, profile), source, profile)
    top = head.opening(found, profile)
    title = bare(source.slice(top.title)).strip() if top.title else ""
    editorial = title in profile.editorial
    spoken = profile.kind(title) == "conversation"
    body = found[top.lines :]
    texts = [body] if editorial else _texts(body, profile)
    tight = _tight(found, note_list, source, profile) if profile.note_proof == "label" else None
    parts = [
        _text(
            text,
            source,
            profile,
            tight=tight if text is texts[-1] else None,
            attached=i > 0,
            editorial=editorial,
            spoken=spoken,
        )
        for i, text in enumerate(texts)
    ]
    divs = [arrange.div("attachment" if i else "main", part) for i, part in enumerate(parts) if part]
    whole = (*top.blocks, *(divs if len(parts) > 1 else parts[0]))
    feet = notes.Feet(note_list)
    blocks = (*(notes.cut(block, feet, source) for block in whole), *note_list)
    identity = f"d{top.number}" if top.number else identifier(source.path)
    subtype = "editorial-note" if editorial else "historical-document"
    kind = form.kind(title, blocks, source, profile)
    metadata = Metadata(identity, top.number, kind, subtype, re.sub(r"\s+", " ", title))
    document = Document(source, blocks, metadata=metadata)
    return document, [*_diagnostics(source, top), *hyphens(source, profile), *decided.unfit(document)]


def identifier(path: str) -> str:
    """An XML name made of a file's stem: letters, digits, "-", "_" and "." stay, other characters become "_"."""
    stem = re.sub(r"[^\w.-]", "_", Path(path).stem)
    return stem if re.match(r"[^\W\d]", stem) else f"d_{stem}"


def _diagnostics(source: SourceText, top: head.Opening) -> list[Diagnostic]:
    if not top.blocks:
        hint = "give the document a first line of its own that names it"
        return [Diagnostic("segment.no-head", "warning", "no heading found", source.place(0), hint)]
    if not top.number:
        hint = "the id is made of the file's name; a heading such as “12. Letter From …” gives the number"
        place = source.place(top.blocks[-1].span.start)
        return [Diagnostic("segment.no-number", "info", "the heading has no document number", place, hint)]
    return []


def _tight(found: Sequence[Line], note_list: Sequence[Block], source: SourceText, profile: Profile) -> bool | None:
    """Whether the list of notes follows the text without a blank line; None where there is no list."""
    if not note_list or not found:
        return None
    assert note_list[0].marker is not None
    between = source.text[found[-1].span.end : note_list[0].marker.start]
    return re.sub(rf"\n[ \t]*{profile.page.pattern}[ \t]*(?=\n)", "", between).count("\n") == 1


def _texts(body: list[Line], profile: Profile) -> list[list[Line]]:
    """The lines of the main text, then those of each attachment."""
    starts = [0]
    index = 0
    while index < len(body):
        headings = attachment.heading(body, index, profile)
        if headings:
            starts.append(index)
        index += headings or 1
    return [body[a:b] for a, b in zip(starts, [*starts[1:], len(body)], strict=True)]


def _text(
    found: list[Line],
    source: SourceText,
    profile: Profile,
    *,
    tight: bool | None,
    attached: bool,
    editorial: bool,
    spoken: bool,
) -> tuple[Block, ...]:
    """The blocks of one text: the main one or an attachment."""
    blocks: list[Block] = []
    index = 0
    if attached:
        index = max(1, attachment.heading(found, 0, profile))
        label = profile.attachment_label.fullmatch(bare(found[0].text))
        blocks.append(Block("head", found[0].span, {"type": "label"} if label and index == 2 else {}))
        blocks += [Block("head", line.span) for line in found[1:index]]
    closing: list[Block] = []
    end = len(found)
    if not editorial:
        offset, closing = decided.closer(
            found[index:], lambda lines: closer.closer(lines, source, profile, tight=tight)
        )
        end = index + offset
    open_lines = found[:end]
    while index < end:
        block, used = _block(open_lines, index, blocks, source, profile, editorial=editorial, spoken=spoken)
        blocks.append(block)
        index += used
    return arrange.division(quotation.quoted(blocks, source), closing)


def _block(
    found: list[Line],
    index: int,
    before: Sequence[Block],
    source: SourceText,
    profile: Profile,
    *,
    editorial: bool,
    spoken: bool,
) -> tuple[Block, int]:
    """The block that begins at this line, and how many lines it takes."""
    line = found[index]
    if line.decided:
        return decided.block(found, index)
    opens = None if editorial else opening.match(line, before, last=index == len(found) - 1)
    if opens:
        return opens, 1
    match = lists.match(found, index, source, profile) or table.match(found, index, source)
    if not match and ((index + 1 < len(found) and found[index + 1].blank == 0) or lists.head_type(line)):
        match = _in_lines(found, index, before, spoken=spoken)
    if match:
        block, used = match
        return lists.delegated(lists.typed(block, line, before), source), used
    if not editorial and form.is_source(line, before, profile):
        return Block("note", line.span, {"type": "source", "rend": "inline"}), 1
    if heading.is_heading(found, index):
        return Block("p", line.span, {"rend": "heading"}), 1
    return _paragraph(found, index)


def _in_lines(found: list[Line], index: int, before: Sequence[Block], *, spoken: bool) -> tuple[Block, int] | None:
    """A list without bullets: lines of one block that begin here, and the number of them."""
    return (
        lists.labelled(found, index)
        or lists.lettered(found, index)
        or lists.sentences(found, index)
        or (lists.plain(found, index) if _may_name(found[index], before, spoken=spoken) else None)
    )


def _may_name(line: Line, before: Sequence[Block], *, spoken: bool) -> bool:
    """Whether lines that stand here may name those who spoke: below a line that says so, or alone in the opener."""
    opens = all(block.element in ("head", "dateline", "seg") for block in before)
    return lists.head_type(line) == "participants" or (spoken and opens and bool(before))


def _paragraph(found: list[Line], index: int) -> tuple[Block, int]:
    """A line, and those that follow it without a blank one: verse-like lines of one paragraph."""
    end = index + 1
    while end < len(found) and found[end].blank == 0 and not _begins_block(found, end):
        end += 1
    return Block("p", Span(found[index].span.start, found[end - 1].span.end)), end - index


def _begins_block(found: list[Line], index: int) -> bool:
    """Whether a line that follows a paragraph's line directly is something else than more of it."""
    line = found[index]
    return line.decided is not None or line.indent > 0 or bool(lists.LABEL.fullmatch(line.text)) or "\t" in line.text

"""The proof that nothing is lost: the text of the TEI, put back in source order, is the text of the source.

Both sides become one string in which declared markup (page markers, calls and labels of notes, bullets) and the edges
of blocks are marks between two code points that no text has. The source's string is made from the source itself, the
other by `xslt/text.xsl` from the TEI alone. They must be equal to the character, but for blanks: several count as one;
at the edge of a block and beside a page marker between words they don't count.

Declared markup must be what it is taken for: the marker of page 623 reads "[Page 623]", the call of note 2 reads "2".
So no word can hide in it. Text in the header, in standOff, in attributes and comments is no text of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from tei_tools.diagnostics import Diagnostic
from tei_tools.errors import TransformError
from tei_tools.forms import Form
from tei_tools.model import Annotation, Block, Document, Span
from tei_tools.note_groups import Group, groups
from tei_tools.profile import Profile
from tei_tools.saxon import stylesheet

OPEN, CLOSE = "\ufdd0", "\ufdd1"
EDGE = OPEN + CLOSE
NEXT = f"{OPEN}TEI{CLOSE}"
"""Between two documents of one run."""
BLANK = "[ \t\n\r\f\v]"
TEI = "http://www.tei-c.org/ns/1.0"
WHITE = " \t\n\r\f\v"
BLANKS = re.compile(f"{BLANK}+")
PAGE = re.compile(rf"{BLANK}*({OPEN}pb [^{CLOSE}]*{CLOSE}){BLANK}*")
LAST_PAGES = re.compile(rf"(?:{OPEN}pb [^{CLOSE}]*{CLOSE})+$")
FIRST_PAGES = re.compile(rf"({OPEN}(?:item \d+|note){CLOSE})((?:{OPEN}pb [^{CLOSE}]*{CLOSE})+)")
LABEL = re.compile(rf"({OPEN}(?:item \d+|note){CLOSE}){BLANK}+")
LABEL_ALONE = re.compile(rf"({OPEN}(?:item \d+|note){CLOSE}){EDGE}")
LONE_CALL = re.compile(rf"\n{BLANK}*({OPEN}call )")
Proof = str | TransformError
"""The text of a TEI document, with its marks."""
Piece = tuple[int, int, int, str]
"""Where a mark stands, its rank among those that stand there, the end of what it stands for, and the mark."""
BEGIN, CALL, FINISH, PAGE_BREAK = range(4)
"""The ranks: a block begins before a call at its first letter, and ends behind one at its last."""
CONTEXT = 24
"""How much of the text a message shows on each side of a difference, in code points."""


def check(document: Document, tei: str, profile: Profile) -> list[Diagnostic]:
    """Where the TEI (as text) differs from its source, and markup that is not what it was taken for.

    Emits validate.not-conserved (the first difference) and validate.markup-lost (each).
    """
    (text,) = texts([tei])
    return compare(document, text, profile)


def compare(document: Document, text: Proof, profile: Profile) -> list[Diagnostic]:
    """`check` with the text of the TEI (`texts`). Raises the error in the place of a text that could not be had."""
    if isinstance(text, TransformError):
        raise text
    places = groups(document)
    problems = [*_markup(document, profile), *_feet(document, places)]
    expected, found = of_source(document, places), fold(text)
    if expected != found:
        problems.append(_difference(document, expected, found))
    return problems


def texts(teis: Sequence[str]) -> list[Proof]:
    """The text of each TEI document with its marks, by one run of the stylesheet; an error where it fails in one."""
    if not teis:
        return []
    try:
        corpus = f'<teiCorpus xmlns="{TEI}">{"".join(map(_alone, teis))}</teiCorpus>'
        found = stylesheet("text").run(corpus, {"proof": True}).text.split(NEXT)
    except TransformError as error:
        return [error] if len(teis) == 1 else [text for tei in teis for text in texts([tei])]
    return list(found)


def _alone(tei: str) -> str:
    """A document without its header, which has no text of it, and without XML declaration."""
    start, end = tei.find("<text>"), tei.rfind("</text>")
    return f"<TEI>{tei[start:end]}</text></TEI>" if 0 < start < end else tei[tei.find("<TEI") :]


def of_source(document: Document, places: Sequence[Group]) -> str:
    """The text of the source with its marks, folded. Every character outside declared markup is in it.

    Notes at the feet of pages stand at the end, as those of a list do; `_feet` proves that each was on its page.
    """
    regions = [group.span for group in places]
    ends = [0, *(region.end for region in regions)]
    starts = [*(region.start for region in regions), len(document.source.text)]
    outside = [Span(a, b) for a, b in zip(ends, starts, strict=True)]
    body, notes = _marks(document, regions)
    return fold(_written(document.source.text, outside, body) + _written(document.source.text, regions, notes))


def _written(text: str, stretches: Sequence[Span], marks: list[Piece]) -> str:
    """Stretches of a text, each mark in the place of what it stands for."""
    parts: list[str] = []
    waiting = sorted(marks, key=lambda piece: piece[:3])
    index = 0
    for stretch in stretches:
        at = stretch.start
        while index < len(waiting) and waiting[index][0] <= stretch.end:
            start, _, end, mark = waiting[index]
            parts += (text[at:start], mark)
            at = max(at, end)
            index += 1
        parts.append(text[at : stretch.end])
    return "".join(parts)


def fold(text: str) -> str:
    """Blanks that don't count are dropped, the others count as one.

    Page markers at the edge of a block stand behind the edge, on whichever side of it they were.
    """
    folded: list[str] = []
    pages = ""
    for part in LONE_CALL.sub(r"\1", text).split(EDGE):
        words, last = part.strip(WHITE), ""
        if OPEN in words:
            words = LABEL.sub(r"\1", PAGE.sub(r"\1", words))
            found = LAST_PAGES.search(words) if words.endswith(CLOSE) else None
            words, last = (words[: found.start()], found.group()) if found else (words, "")
        if words:
            folded.append(pages + _single(words))
            pages = ""
        pages += last
    joined = EDGE.join([*folded, pages] if pages else folded)
    return FIRST_PAGES.sub(r"\2\1", LABEL_ALONE.sub(r"\1", joined))


def _single(text: str) -> str:
    """Each run of blanks as one; this is the bulk of the proof's work, and `replace` is much faster than a pattern."""
    for blank in WHITE[1:]:
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _marks(document: Document, regions: Sequence[Span]) -> tuple[list[Piece], list[Piece]]:
    """Every piece of declared markup and every edge of a block: start, end, and the mark that stands for it.

    Those of the body, and those of the regions in which the notes stand.
    """
    text = document.source.text
    body: list[Piece] = []
    notes: list[Piece] = []
    for annotation in (*document.of("pb"), *document.of("note")):
        start, end = annotation.span.start, annotation.span.end
        before = bisect_right(regions, start, key=lambda region: region.start)
        marks = notes if before and start in regions[before - 1] else body
        if annotation.element == "pb":
            unbroken = start > 0 and text[start - 1].isalnum() and text[end : end + 1].isalnum()
            mark = f"{OPEN}pb {annotation.attributes['n']}{' no' if unbroken else ''}{CLOSE}"
            marks.append((start, PAGE_BREAK, end, mark))
        else:
            marks.append((start, CALL, end, f"{OPEN}call {annotation.attributes['n']}{CLOSE}"))
    for block in document.body:
        body += _edges(block)
    for block in document.notes:
        notes += _edges(block)
    return body, notes


def _edges(block: Block, level: int = 0) -> Iterator[Piece]:
    """The marks of a block; an item's names its level, so that none can move to another list unseen."""
    level += block.element == "list"
    if block.marker:
        kind = "note" if block.element == "note" else f"item {max(1, level)}"
        yield block.marker.start, BEGIN, block.marker.end, f"{EDGE}{OPEN}{kind}{CLOSE}"
    stretches = bool(block.children) and all(child.element == "#text" for child in block.children)
    if block.children and not stretches:
        for child in block.children:
            yield from _edges(child, level)
    elif len(block.span):
        if not block.marker:
            yield block.span.start, BEGIN, block.span.start, EDGE
        yield block.span.end, FINISH, block.span.end, EDGE


def _markup(document: Document, profile: Profile) -> Iterator[Diagnostic]:
    """Markup that is not printed in one of the forms of the profile, so that a word might hide in it."""
    source = document.source
    for page in document.of("pb"):
        n, form = page.attributes["n"], _form(profile.page_forms, page)
        if form is None or not form.is_printed(source.slice(page.span), n):
            yield _lost(document, page.span.start, f"page marker {n}", source.slice(page.span))
    for index, (call, note) in enumerate(zip(document.of("note"), document.notes, strict=True), 1):
        n, form = call.attributes["n"], _form(profile.note_calls, call)
        # The blanks before a call that has marks of its own belong to it.
        if len(call.span) and (form is None or source.slice(call.span).lstrip(WHITE) != form.printed(n)):
            yield _lost(document, call.span.start, f"call of note {n}", source.slice(call.span))
        if note.marker and not _is_label(source.slice(note.marker), {n, note.attributes["n"], str(index)}, profile):
            yield _lost(document, note.marker.start, f"label of note {n}", source.slice(note.marker))
    for block in document.blocks:
        for part in block.walk():
            if part.element == "item" and part.marker and len(source.slice(part.marker).strip()) != 1:
                yield _lost(document, part.marker.start, "bullet", source.slice(part.marker))


def _form(forms: Sequence[Form], annotation: Annotation) -> Form | None:
    return next((form for form in forms if form.text == annotation.evidence), None)


def _is_label(marker: str, values: Collection[str], profile: Profile) -> bool:
    """Whether a note's marker is its label, and before it nothing but what announces the list."""
    *above, label = marker.strip(WHITE).split("\n")
    if not all(profile.announces_notes(line.strip(WHITE)) for line in above if line.strip(WHITE)):
        return False
    return any(
        label.strip(WHITE) == form.printed(value).strip(WHITE)
        for form in profile.note_labels
        for value in values
        if form.takes(value)
    )


def _feet(document: Document, places: Sequence[Group]) -> Iterator[Diagnostic]:
    """A note at the foot of a page comes back to its place by its call: this is on that page, and the page turns."""
    calls = dict(zip(map(id, document.notes), document.of("note"), strict=True))
    turns = [page.span.start for page in document.of("pb")]
    for group in places:
        turned = bool(turns) and group.span.end <= turns[-1]
        before = bisect_left(turns, group.span.start)
        for note in group.notes if group.foot else ():
            call = calls[id(note)].span
            if not turned or bisect_right(turns, call.start) < before:
                yield _lost(document, call.start, f"place of note {note.attributes['n']}", document.source.slice(call))


def _lost(document: Document, offset: int, what: str, printed: str) -> Diagnostic:
    message = f"the {what} reads “{printed.strip()}” in the source and can't be made again from its element"
    hint = "this is a fault of the program: please report it with the source"
    return Diagnostic("validate.markup-lost", "error", message, document.source.place(offset), hint)


def _difference(document: Document, expected: str, found: str) -> Diagnostic:
    at = next(
        (i for i, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b), min(len(expected), len(found))
    )
    before = re.sub(f"{OPEN}[^{CLOSE}]*{CLOSE}?", " ", expected[:at])
    words = len(re.sub(r"\s", "", before))
    message = (
        f"the TEI differs from the source: “{_shown(expected, at)}” in the source, “{_shown(found, at)}” in the TEI"
    )
    hint = "the file was not written; this is a fault of the program: please report it with the source"
    return Diagnostic("validate.not-conserved", "error", message, document.source.place(_offset(document, words)), hint)


def _shown(text: str, at: int) -> str:
    shown = text[max(0, at - CONTEXT) : at + CONTEXT]
    return shown.replace(EDGE, " ⏎ ").replace(OPEN, "⟨").replace(CLOSE, "⟩")


def _offset(document: Document, characters: int) -> int:
    """About where in the source so many characters of text have passed."""
    marked = [(a.span.start, a.span.end) for a in document.annotations if a.element in ("pb", "note")]
    skipped = {i for start, end in marked for i in range(start, end)}
    for offset, character in enumerate(document.source.text):
        if offset not in skipped and not character.isspace():
            if characters == 0:
                return offset
            characters -= 1
    return max(0, len(document.source.text) - 1)

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
from collections.abc import Iterator

from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Document
from tei_tools.profile import Profile
from tei_tools.saxon import stylesheet

OPEN, CLOSE = "\ufdd0", "\ufdd1"
EDGE = OPEN + CLOSE
BLANK = "[ \t\n\r\f\v]"
WHITE = " \t\n\r\f\v"
BLANKS = re.compile(f"{BLANK}+")
PAGE = re.compile(rf"{BLANK}*({OPEN}pb [^{CLOSE}]*{CLOSE}){BLANK}*")
LAST_PAGES = re.compile(rf"(?:{OPEN}pb [^{CLOSE}]*{CLOSE})+$")
LABEL = re.compile(rf"({OPEN}(?:item|note){CLOSE}){BLANK}+")
LABEL_ALONE = re.compile(rf"({OPEN}(?:item|note){CLOSE}){EDGE}")
LONE_CALL = re.compile(rf"\n{BLANK}*({OPEN}call )")
CONTEXT = 24
"""How much of the text a message shows on each side of a difference, in code points."""


def check(document: Document, tei: str, profile: Profile) -> list[Diagnostic]:
    """Where the TEI (as text) differs from its source, and markup that is not what it was taken for.

    Emits validate.not-conserved (the first difference) and validate.markup-lost (each).
    """
    problems = list(_markup(document, profile))
    expected = of_source(document)
    found = of_tei(tei)
    if expected != found:
        problems.append(_difference(document, expected, found))
    return problems


def of_tei(tei: str) -> str:
    """The text of a TEI document with its marks, folded."""
    return fold(stylesheet("text").run(tei, {"proof": True}).text)


def of_source(document: Document) -> str:
    """The text of the source with its marks, folded. Every character outside declared markup is in it."""
    text = document.source.text
    parts: list[str] = []
    at = 0
    for start, end, mark in sorted(_marks(document), key=lambda m: (m[0], m[1])):
        parts += (text[at:start], mark)
        at = max(at, end)
    parts.append(text[at:])
    return fold("".join(parts))


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
    return LABEL_ALONE.sub(r"\1", joined)


def _single(text: str) -> str:
    """Each run of blanks as one; this is the bulk of the proof's work, and `replace` is much faster than a pattern."""
    for blank in WHITE[1:]:
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _marks(document: Document) -> Iterator[tuple[int, int, str]]:
    """Every piece of declared markup and every edge of a block: start, end, and the mark that stands for it."""
    text = document.source.text
    for annotation in document.annotations:
        start, end = annotation.span.start, annotation.span.end
        if annotation.element == "pb":
            unbroken = start > 0 and text[start - 1].isalnum() and text[end : end + 1].isalnum()
            yield start, end, f"{OPEN}pb {annotation.attributes['n']}{' no' if unbroken else ''}{CLOSE}"
        elif annotation.element == "note":
            yield start, end, f"{OPEN}call {annotation.attributes['n']}{CLOSE}"
    for block in document.blocks:
        for part in block.walk():
            if part.marker:
                kind = "note" if part.element == "note" else "item"
                yield part.marker.start, part.marker.end, f"{EDGE}{OPEN}{kind}{CLOSE}"
            if not part.children and len(part.span):
                if not part.marker:
                    yield part.span.start, part.span.start, EDGE
                yield part.span.end, part.span.end, EDGE


def _markup(document: Document, profile: Profile) -> Iterator[Diagnostic]:
    source = document.source
    for page in document.of("pb"):
        printed = profile.page_form.replace("{n}", page.attributes["n"])
        if BLANKS.sub(" ", source.slice(page.span)) != printed:
            yield _lost(document, page.span.start, f"page marker {page.attributes['n']}", source.slice(page.span))
    for index, (call, note) in enumerate(zip(document.of("note"), document.notes, strict=True), 1):
        n = call.attributes["n"]
        if len(call.span) and source.slice(call.span) != n:
            yield _lost(document, call.span.start, f"call of note {n}", source.slice(call.span))
        if note.marker and source.slice(note.marker).strip().rstrip(".") not in (n, note.attributes["n"], str(index)):
            yield _lost(document, note.marker.start, f"label of note {n}", source.slice(note.marker))
    for block in document.blocks:
        for part in block.walk():
            if part.element == "item" and part.marker and len(source.slice(part.marker).strip()) != 1:
                yield _lost(document, part.marker.start, "bullet", source.slice(part.marker))


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

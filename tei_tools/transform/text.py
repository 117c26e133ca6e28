"""TEI back to plain text, in the order of the source: the body with its note calls, then the list of notes."""

from __future__ import annotations

import re
from dataclasses import replace

from tei_tools.saxon import Result, stylesheet

GAP, LINE, PARAGRAPH = "\ufdd2", "\ufdd3", "\ufdd4"
"""What the stylesheet writes where a line of the source was lost, and at the edges of lines and paragraphs."""
EDGES = re.compile(rf"[ \t\n]*[{GAP}{LINE}{PARAGRAPH}][{GAP}{LINE}{PARAGRAPH}\n]*")


def text(tei: str, *, page_form: str = "[Page {n}]") -> Result:
    """The text of one TEI document; `page_form` is how a page marker is printed, {n} being its number."""
    result = stylesheet("text").run(tei, {"page-form": page_form})
    return replace(result, text=_laid_out(result.text))


def _laid_out(text: str) -> str:
    """Of the edges that meet the largest counts: two blank lines for a gap, one for a paragraph, else a new line."""
    return EDGES.sub(_edge, text).strip("\n") + "\n"


def _edge(edges: re.Match[str]) -> str:
    return "\n\n\n" if GAP in edges.group() else "\n\n" if PARAGRAPH in edges.group() else "\n"

"""TEI back to plain text, in the order of the source: the body with its note calls, then the list of notes."""

from __future__ import annotations

import re
from dataclasses import replace

from tei_tools.saxon import Result, stylesheet


def text(tei: str, *, page_form: str = "[Page {n}]") -> Result:
    """The text of one TEI document; `page_form` is how a page marker is printed, {n} being its number."""
    result = stylesheet("text").run(tei, {"page-form": page_form})
    return replace(result, text=_laid_out(result.text))


def _laid_out(text: str) -> str:
    """No blanks at line ends, one blank line between paragraphs, none at the edges of the text."""
    lines = re.sub(r"[ \t]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"

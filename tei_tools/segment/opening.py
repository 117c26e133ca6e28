"""What stands between the heading and the text: datelines, classification, numbers, salutes.

Each is a line of its own. "No. 315", "NSC 25" and "PA 81–10004" are numbers of the file or the series (FRUS 1948 volume
I part 2, documents 13 and 36; 1977–80 volume XXI, document 30); behind a list or a paragraph they are paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei_tools.model import Block
from tei_tools.segment import dateline, letter
from tei_tools.segment.lines import Line, bare

CLASSIFICATION_WORDS = 6
"""Most words of a line such as "top secret" or "us urgent" directly below a dateline (FRUS 1948)."""
CLASSIFIED = re.compile(
    r"(?:top secret|secret|confidential|restricted|unclassified|us urgent|urgent|niact|priority|personal|private"
    r"|plain|and|eyes only|strictly|most|immediate|\s|,|—|-)+",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?:No\.|[A-Z][A-Za-z/]*[A-Z][A-Z/]*)(?:[ –-][A-Z]{1,4})?[ –/-]?\d[\w./–-]*"
    r"(?:[ /][A-Z\d][\w./–-]*){0,2}"
    r"|(?:[A-Z][A-Za-z]*/){1,3}(?:[A-Z\d]+[/–-])*\d+"
)
OPENS = frozenset({"head", "dateline", "seg"})


def match(line: Line, before: Sequence[Block], *, last: bool) -> Block | None:
    """The block of the opener that a line is, or None. `before` are the blocks above it; a dateline may be last too."""
    previous = before[-1].element if before else "head"
    dated = previous in OPENS or previous == "list" or last or _below_heading(before)
    if dated and dateline.is_dateline(line):
        return Block("dateline", line.span)
    if previous == "head" and CLASSIFIED.fullmatch(line.text):
        # Scraped texts have lost the dateline above it.
        return Block("seg", line.span, {"type": "classification"})
    if previous in ("dateline", "seg"):
        if is_number(line):
            return Block("seg", line.span, {"type": "number"})
        short = len(line.text.split()) <= CLASSIFICATION_WORDS and not letter.is_salute(line)
        if line.blank == 0 and line.indent == 0 and short:
            return Block("seg", line.span, {"type": "classification"})
    if letter.is_salute(line):
        return Block("salute", line.span)
    return None


def is_number(line: Line) -> bool:
    """Whether a line is the number of a file or a series and nothing else."""
    return len(line.text) <= 40 and NUMBER.fullmatch(bare(line.text)) is not None


def _below_heading(before: Sequence[Block]) -> bool:
    return bool(before) and before[-1].attributes.get("rend") == "heading"

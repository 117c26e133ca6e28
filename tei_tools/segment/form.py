"""What kind of document a text is, where its heading does not say: from the source line, or from its form.

The volumes up to 1951 print the kind above the heading ("560.AL/2–2748: Telegram" / "The Secretary of State to the
Embassy in the United Kingdom"). Without it "No. 315 … Sir: I have the honor" is a despatch, "Dear Mr.
Secretary:" a letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei_tools.model import Block, SourceText
from tei_tools.profile import Profile
from tei_tools.segment.lines import Line, bare

SIDES = re.compile(r".*\b[Tt]o\s+(?:the\s|\S+ )\S.*", re.DOTALL)
NUMBERED = re.compile(r"No\. \d+")
HONOR = re.compile(r"Sirs?[:,]\s+I have the honou?r\b")
DEAR = re.compile(r"(?:My )?Dear(?:est)? [^:,]{1,60}[:,]")


def kind(title: str, blocks: Sequence[Block], source: SourceText, profile: Profile) -> str:
    """The kind of a document, as the profile calls it, or ""."""
    named = profile.kind(title)
    if named or not blocks:
        return named
    line = next((block for block in blocks[:2] if block.element == "note" and block.marker is None), None)
    if line:
        printed = bare(source.slice(line.span)).rsplit(": ", 1)
        named = profile.kind(printed[1].strip()) if len(printed) == 2 else ""
    if named or not SIDES.fullmatch(title):
        return named
    return _by_form(blocks, source)


def _by_form(blocks: Sequence[Block], source: SourceText) -> str:
    """A letter between the two whom the heading names, or a despatch; "" where the form says neither."""
    leaves = [leaf for block in blocks if block.marker is None for leaf in block.leaves()][:8]
    texts = [source.slice(leaf.span) for leaf in leaves]
    numbered = any(leaf.element == "seg" and NUMBERED.match(text) for leaf, text in zip(leaves, texts, strict=True))
    if any(HONOR.match(text) for text in texts) and numbered:
        return "despatch"
    return "letter" if any(DEAR.match(text) for text in texts) else ""


def is_source(line: Line, before: Sequence[Block], profile: Profile) -> bool:
    """Whether a line below heading and dateline is a source note in brackets: "[Source: Department of State …]"."""
    opens = all(block.element in ("head", "dateline", "seg") for block in before)
    text = bare(line.text)
    return opens and text[0] == "[" and text[-1] == "]" and profile.note_source.match(text, 1) is not None

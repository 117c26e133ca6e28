"""The proof that a document has the words of the volume: both texts, read by one rule, are the same.

Blanks at the edges of blocks, before a note, and those that hold a line end at the edge of a phrase are layout; many
blanks are one. Everything else counts, in the order of the volume.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

# fmt: off
BLOCKS = frozenset((
    "p", "head", "item", "label", "note", "dateline", "signed", "salute", "seg", "cell", "quote", "list", "table",
    "row",
    "opener", "closer", "postscript", "trailer", "div", "attachment", "lg", "l", "affiliation",
))
# fmt: on
EDGE = "\n"
CONTEXT = 40


def differs(source: etree._Element, made: etree._Element) -> str:
    """Where the first difference is, "" where there is none; `made` is a TEI element with one document in it."""
    body = made.find("{*}text/{*}body")
    there, here = text(source), text(body) if body is not None else ""
    if there == here:
        return ""
    at = next((i for i, (a, b) in enumerate(zip(there, here, strict=False)) if a != b), min(len(there), len(here)))
    return f"“{_shown(there, at)}” there, “{_shown(here, at)}” here"


def _shown(words: str, at: int) -> str:
    return words[max(0, at - CONTEXT) : at + CONTEXT].replace(EDGE, "⏎")


def text(element: etree._Element) -> str:
    """The words of an element, one line for each block."""
    joined = re.sub(r"[ \t\r]+", " ", "".join(_pieces(element)))
    return re.sub(r" ?\n[\n ]*", EDGE, joined).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    edge = EDGE if etree.QName(element).localname in BLOCKS else ""
    yield edge
    children = list(element)
    yield _kept(element.text, first=True, last=not children)
    for child in children:
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield _kept(child.tail, first=False, last=child is children[-1])
    yield edge


def _kept(words: str | None, *, first: bool, last: bool) -> str:
    """A piece of text; what is only blanks with a line end, at an edge, is layout."""
    if not words or ((first or last) and not words.strip() and "\n" in words):
        return ""
    return words.replace("\n", " ")

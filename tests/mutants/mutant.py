"""A broken document that says itself what is wrong with it, and where; and the means to say so.

Places are counted in the text of the document, by start tags. Nothing of this is the tool's own: it must agree with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
VALID = sorted((Path(__file__).parent / "valid").glob("*.xml"))
START = re.compile(r"<(?![/!?])[^>]*>")
Root = etree._Element


@dataclass(frozen=True, slots=True)
class Mutant:
    """`about` is what it tests: "<p>", "@when", or a diagnostic code; `column` 0 leaves the column open."""

    about: tuple[str, ...]
    breaker: str
    data: bytes
    code: str
    line: int
    column: int = 0

    @property
    def name(self) -> str:
        return f"{self.breaker} {' '.join(self.about)}"

    @property
    def is_grammar(self) -> bool:
        return self.code == "validate.grammar"


@cache
def text_of(path: Path) -> str:
    """A valid document as lxml writes it, so that its start tags can be counted."""
    return etree.tostring(etree.parse(path), encoding="unicode")


def tree_of(path: Path) -> Root:
    return etree.fromstring(text_of(path))


def written(root: Root) -> str:
    return etree.tostring(root, encoding="unicode")


def number(element: Root) -> int:
    """Which start tag of its document an element has, from 0."""
    return list(element.getroottree().getroot().iter(etree.Element)).index(element)


def start_tag(text: str, which: int) -> re.Match[str]:
    return list(START.finditer(text))[which]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def place(text: str, which: int, attribute: str = "") -> tuple[int, int]:
    """Line and column of a start tag, or of an attribute in it."""
    tag = start_tag(text, which)
    inside = re.search(rf"\s({re.escape(attribute)})=", tag[0]) if attribute else None
    assert inside or not attribute, (attribute, tag[0])
    return line_and_column(text, tag.start() + (inside.start(1) if inside else 0))


def at(element: Root, about: tuple[str, ...], breaker: str, code: str, attribute: str = "") -> Mutant:
    """The mutant of a tree that is found at this element, or at an attribute of it."""
    text = written(element.getroottree().getroot())
    return Mutant(about, breaker, text.encode(), code, *place(text, number(element), attribute))


def plain(name: str) -> str:
    """xml:id for {http://www.w3.org/XML/1998/namespace}id."""
    return name.replace(XML, "xml:")


def clark(name: str) -> str:
    return name.replace("xml:", XML)

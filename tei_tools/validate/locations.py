"""Elements by the paths that XPath's function path() gives: `/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{…}text[1]/@n`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

STEP = re.compile(r"/Q\{([^}]*)\}([^/\[]+)\[(\d+)\]")
ATTRIBUTE = re.compile(r"/@(?:Q\{[^}]*\})?([^/{}]+)$")
TEXT = re.compile(r"/text\(\)\[(\d+)\]$")
Location = tuple[etree._Element, str]
"""An element, and what of it is meant: "" itself, "@when" an attribute, "text" or "tail" words (see `Finding`)."""


class Locations:
    """The elements of a tree; the children of an element are listed once, however many paths lead through it."""

    def __init__(self, tree: etree._ElementTree) -> None:
        self._root = tree.getroot()
        self._children: dict[tuple[etree._Element, str], Sequence[etree._Element]] = {}

    def find(self, location: str) -> Location | None:
        """What a path leads to; the root for "/", None for what is no path of this tree."""
        if not location.startswith("/"):
            return None
        element = self._root
        for step in list(STEP.finditer(location))[1:]:
            namespace, name, position = step.groups()
            children = self._listed(element, f"{{{namespace}}}{name}" if namespace else name)
            if int(position) > len(children):
                return None
            element = children[int(position) - 1]
        attribute, text = ATTRIBUTE.search(location), TEXT.search(location)
        if text:
            return next((place for n, place in enumerate(_texts(element), 1) if n == int(text[1])), (element, ""))
        return element, f"@{attribute[1]}" if attribute else ""

    def _listed(self, parent: etree._Element, tag: str) -> Sequence[etree._Element]:
        if (parent, tag) not in self._children:
            self._children[parent, tag] = list(parent.iterchildren(tag))
        return self._children[parent, tag]


def _texts(element: etree._Element) -> Iterator[Location]:
    """The pieces of text of an element, each with the element before it."""
    last: Location = (element, "text")
    if element.text:
        yield last
    for child in element:
        last = (child, "tail") if isinstance(child.tag, str) else last
        if child.tail:
            yield last

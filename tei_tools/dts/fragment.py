"""A passage cut out of a document: the nodes between two positions, within the elements that they stand in.

Every element and every text has a position, in the order of the document. An element that the passage cuts through
comes without what lies outside.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from tei_tools.corpus.reading import TEI

WRAPPER = "https://w3id.org/api/dts#"


class Positions:
    """Where the nodes below an element stand."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._first: dict[etree._Element, int] = {}
        self._last: dict[etree._Element, int] = {}
        self._number(root)

    def _number(self, root: etree._Element) -> None:
        """An element's position is followed by that of its text; that of a tail is behind all in its element."""
        count = 0
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event != "end":
                self._first[element] = count
                count += 2
            if event != "start":
                self._last[element] = count - 1
                count += 1

    def of(self, element: etree._Element) -> tuple[int, int]:
        """The positions of an element and of the last node in it."""
        return self._first[element], self._last[element]

    def cut(self, first: int, last: int) -> etree._Element:
        """A copy of the root that holds what stands from one position to another."""
        return self._cut(self.root, first, last)

    def _cut(self, element: etree._Element, first: int, last: int) -> etree._Element:
        start, end = self.of(element)
        if first <= start and end <= last:
            whole = deepcopy(element)
            whole.tail = None
            return whole
        made = etree.Element(element.tag, dict(element.attrib), element.nsmap)
        if first <= start + 1 <= last:
            made.text = element.text
        for child in element:
            opened, closed = self.of(child)
            if opened <= last and closed >= first:
                made.append(self._cut(child, first, last))
            if child.tail and first <= closed + 1 <= last:
                _append(made, child.tail)
        return made


def _append(made: etree._Element, text: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


def wrapped(passage: etree._Element) -> bytes:
    """A passage as DTS wants it: TEI that holds a wrapper that holds the passage."""
    root = etree.Element(f"{TEI}TEI", nsmap={None: TEI[1:-1]})
    wrapper = etree.SubElement(root, f"{{{WRAPPER}}}wrapper", nsmap={"dts": WRAPPER})
    wrapper.append(passage)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"

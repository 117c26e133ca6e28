"""Lines and columns of elements, attributes and words, which lxml does not keep: expat reads the bytes once more.

A document type declaration has been refused before, so there are no entities to expand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from xml.parsers import expat

from lxml import etree

NEWLINE = re.compile(rb"\r\n?|\n")
MARKS = ("\ufeff".encode(), "\ufeff".encode("utf-16-le"), "\ufeff".encode("utf-16-be"))
NAME = re.compile(rb"</?[^\s/>!?][^\s/>]*")
ATTRIBUTE = re.compile(rb"\s+([^\s=/>\"']+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
END = re.compile(rb"\s*/?>")
NO_WORDS = re.compile(rb"(?:\s++|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
MANY = 100
"""Attributes of a tag that are looked through."""
Position = tuple[int, int]
"""Line and column, from 1; the column counts code points, and is 0 where it is not known."""


class Positions:
    """Where elements begin in a file. Without its bytes, or in an encoding that expat can't read, lines are all."""

    def __init__(self, source: bytes | None, elements: Iterable[etree._Element | None]) -> None:
        self._source = source or b""
        wanted = {element for element in elements if element is not None}
        self._starts: dict[etree._Element, tuple[int, int, int]] = {}
        self._ends: dict[etree._Element, int] = {}
        self._known: dict[tuple[etree._Element, str], Position] = {}
        if source and wanted:
            root = next(iter(wanted)).getroottree().getroot()
            numbers = {n: element for n, element in enumerate(root.iter(etree.Element)) if element in wanted}
            try:
                self._read(source, numbers)
            except (expat.ExpatError, LookupError, ValueError):
                self._starts.clear()

    def of(self, element: etree._Element, part: str = "") -> Position:
        """The position of an element's tag, or of a part of it: "@when", "text", "tail" (see `Finding`)."""
        if (element, part) not in self._known:
            self._known[element, part] = self._of(element, part)
        return self._known[element, part]

    def _of(self, element: etree._Element, part: str) -> Position:
        if element not in self._starts:
            return element.sourceline or 0, 0
        line, column, offset = self._starts[element]
        if part and self._source.startswith(b"<", offset):  # it is in UTF-8, as far as this tag goes
            place = self._attribute(offset, part[1:]) if part[0] == "@" else self._words(element, part)
            if place is not None:
                return self._moved(line, column, offset, place)
        return line, column

    def _read(self, source: bytes, numbers: dict[int, etree._Element]) -> None:
        parser = expat.ParserCreate()
        open_, count = [], 0
        marked = source.startswith(MARKS)  # expat counts a byte order mark as a column

        def start(_name: str, _attributes: list[str]) -> None:
            nonlocal count
            element = numbers.get(count)
            open_.append(element)
            count += 1
            if element is not None:
                line = parser.CurrentLineNumber
                column = parser.CurrentColumnNumber + (0 if marked and line == 1 else 1)
                self._starts[element] = line, column, parser.CurrentByteIndex

        def end(_name: str) -> None:
            element = open_.pop()
            if element is not None:
                self._ends[element] = parser.CurrentByteIndex

        parser.ordered_attributes = True
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.Parse(source, True)

    def _attribute(self, offset: int, name: str) -> int | None:
        for found in islice(self._attributes(offset), MANY):
            own = found[1].decode("utf-8", "replace")
            if own == name or (":" not in name and own.rpartition(":")[2] == name):
                return found.start(1)
        return None

    def _attributes(self, offset: int) -> Iterable[re.Match[bytes]]:
        begun = NAME.match(self._source, offset)
        found = begun and ATTRIBUTE.match(self._source, begun.end())
        while found:
            yield found
            found = ATTRIBUTE.match(self._source, found.end())

    def _words(self, element: etree._Element, part: str) -> int | None:
        """Where the first words of an element begin, or those behind it."""
        offset = self._starts[element][2] if part == "text" else self._ends[element]
        begun = NAME.match(self._source, offset)
        if begun is None:  # behind an empty element expat stands behind its tag, not at it
            return self._behind(offset) if part == "tail" else None
        at = begun.end()
        if not self._source.startswith(b"</", offset):
            at = max((found.end() for found in self._attributes(offset)), default=at)
        end = END.match(self._source, at)
        return self._behind(end.end()) if end else None

    def _behind(self, offset: int) -> int | None:
        blank = NO_WORDS.match(self._source, offset)
        return blank.end() if blank else None

    def _moved(self, line: int, column: int, offset: int, place: int) -> Position:
        between = self._source[offset:place]
        breaks = [found.end() for found in NEWLINE.finditer(between)]
        last = len(between[breaks[-1] if breaks else 0 :].decode("utf-8", "replace"))
        return line + len(breaks), last + (1 if breaks else column)

"""Documents made at random from the grammar: all valid, and between them they hold every element and attribute.

A specimen is nonsense; what it proves is that the grammar, its derived forms and TEI All agree on what is valid.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import cached_property
from itertools import count

from lxml import etree

from tei_tools.resources import resource

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
VALUES = {
    "word": ["a", "x-1", "Größe"],
    "words": ["a", "a b_2"],
    "tag": ["en", "fr-CA"],
    "line": ["12", "iv", "12 a"],
    "count": ["0", "7"],
    "version": ["1", "0.1.0"],
    "text.line": ["", "a b"],
    "pointer": ["https://example.org/a?b=c#d", "d1.xml#x", "urn:a:b", "mailto:a@example.org", "a%20b", "Größe/x"],
    "pointers": ["https://example.org/", "d1.xml d2.xml#x"],
    "moment": ["1984-02-14", "1984-02", "1984", "--02-14", "1984-02-14T14:02:00", "1984-02-14T15:30:00Z", "14:02:00"],
    "text.mime": ["image/png"],
    "att.amount": ["3", "1.5"],
    "num": ["-3", "0.5"],
}
TOP, DEEP, LARGE = 5, 7, 20
"""Levels whose elements get a fresh allowance, the deepest level, and the allowance in elements."""


class Writer:
    """Writes one document after the other, and prefers what it has used least."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.used: Counter[etree._Element] = Counter()
        self.grammar = etree.parse(resource("schemas", "tei_tools.rng")).getroot()
        self.defines = {define.get("name"): define for define in self.grammar.iter(f"{RNG}define")}
        self.ids = count(1)
        self.elements = 0

    @cached_property
    def heights(self) -> dict[etree._Element, float]:
        """How many levels of elements a pattern needs at least."""
        heights: dict[etree._Element, float] = {}
        before = None
        patterns = list(self.grammar.iter(f"{RNG}*"))[::-1]
        while before != heights:
            before = dict(heights)
            for pattern in patterns:
                heights[pattern] = self.height(pattern, before)
        return heights

    def height(self, pattern: etree._Element, known: dict[etree._Element, float]) -> float:
        kind, parts = (
            etree.QName(pattern).localname,
            [known.get(part, 99.0) for part in pattern.iterchildren(f"{RNG}*")],
        )
        if kind in {"zeroOrMore", "optional", "attribute", "text", "empty", "data", "value"}:
            return 0
        if kind == "ref":
            return known.get(self.defines[pattern.get("name")], 99.0)
        if kind == "choice":
            return min(parts, default=0)
        return max(parts, default=0) + (kind == "element")

    def document(self) -> bytes:
        holder = etree.Element("holder")
        self.elements = 0
        self.write(self.grammar.find(f"{RNG}start"), holder, 0)
        return etree.tostring(holder[0], encoding="utf-8", xml_declaration=True)

    def write(self, pattern: etree._Element, parent: etree._Element, depth: int) -> None:
        kind = etree.QName(pattern).localname
        self.used[pattern] += 1
        if kind == "element":
            self.elements = 0 if depth <= TOP else self.elements + 1
            child = etree.SubElement(parent, f"{{{TEI}}}{pattern.get('name')}", nsmap={None: TEI})
            self.parts(pattern, child, depth + 1)
        elif kind == "attribute":
            value = self.value(next(pattern.iterchildren(f"{RNG}*")))
            name = pattern.get("name").replace("xml:", XML_ID.removesuffix("id"))
            parent.set(name, f"i{next(self.ids)}" if name == XML_ID else value)
        elif kind == "ref":
            self.write(self.defines[pattern.get("name")], parent, depth)
        elif kind == "text":
            self.text(parent)
        elif kind == "choice":
            self.write(self.choose(list(pattern.iterchildren(f"{RNG}*")), depth), parent, depth)
        else:
            self.repeat(kind, pattern, parent, depth)

    def repeat(self, kind: str, pattern: etree._Element, parent: etree._Element, depth: int) -> None:
        lowest, highest = {"zeroOrMore": (0, 3), "oneOrMore": (1, 3), "optional": (0, 1)}.get(kind, (1, 1))
        number = self.random.randint(lowest, highest)
        if kind == "optional":
            number = int(self.random.random() < (0.8 if self.needs(pattern) else 0.3))
        if self.enough(depth) and self.needs(pattern):
            number = lowest
        for _ in range(number):
            self.parts(pattern, parent, depth)

    def enough(self, depth: int) -> bool:
        """Only what must be there is written from here on."""
        return depth >= DEEP or self.elements > LARGE

    def needs(self, pattern: etree._Element) -> float:
        return max((self.heights[part] for part in pattern.iterchildren(f"{RNG}*")), default=0)

    def parts(self, pattern: etree._Element, parent: etree._Element, depth: int) -> None:
        for part in pattern.iterchildren(f"{RNG}*"):
            self.write(part, parent, depth)

    def choose(self, options: list[etree._Element], depth: int) -> etree._Element:
        if self.enough(depth):
            low = min(self.heights[option] for option in options)
            options = [option for option in options if self.heights[option] == low]
        self.random.shuffle(options)
        return min(options, key=lambda option: self.used[option] * (0.5 + self.random.random()))

    def text(self, parent: etree._Element) -> None:
        word = self.random.choice(["", " ", "word", " two words ", "é“”"])
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + word
        else:
            parent.text = (parent.text or "") + word

    def value(self, pattern: etree._Element) -> str:
        kind = etree.QName(pattern).localname
        if kind == "value":
            return str(pattern.text)
        if kind == "choice":
            return self.value(self.random.choice(list(pattern.iterchildren(f"{RNG}*"))))
        if kind == "ref":
            name = pattern.get("name")
            return self.random.choice(VALUES[name]) if name in VALUES else self.value(self.defines[name][-1])
        if kind == "data":
            define = next(pattern.iterancestors(f"{RNG}define"))
            return self.random.choice(VALUES[define.get("name")]) if define.get("name") in VALUES else "i"
        return self.value(next(pattern.iterchildren(f"{RNG}*")))


def specimens(number: int, seed: int = 1984) -> list[bytes]:
    """The same documents each time."""
    writer = Writer(seed)
    return [writer.document() for _ in range(number)]

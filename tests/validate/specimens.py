"""Documents made at random from the grammar: all valid, and between them they hold every element and attribute.

A specimen is nonsense; what it proves is that the grammar, its derived forms and TEI All agree on what is valid.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache
from itertools import count

from lxml import etree

from tei_tools.resources import resource

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
VALUES = {
    "teidata.enumerated": ["a", "x-1", "Größe"],
    "teidata.enumerations": ["a", "a b_2"],
    "teidata.language": ["en", "fr-CA"],
    "teidata.line": ["12", "iv", "12 a"],
    "teidata.count": ["0", "7"],
    "teidata.version": ["1", "0.1.0"],
    "teidata.text": ["", "a b"],
    "teidata.pointer": [
        "https://example.org/a?b=c#d",
        "d1.xml#x",
        "urn:a:b",
        "mailto:a@example.org",
        "a%20b",
        "Größe/x",
    ],
    "teidata.pointers": ["https://example.org/", "d1.xml d2.xml#x"],
    "teidata.temporal": [
        "1984-02-14",
        "1984-02",
        "1984",
        "--02-14",
        "1984-02-14T14:02:00",
        "1984-02-14T15:30:00Z",
        "14:02:00",
    ],
    "teidata.mimeType": ["image/png"],
    "att.measurement": ["3", "1.5"],
    "num": ["-3", "0.5"],
}
TIMES = {"zeroOrMore": (0, 3), "oneOrMore": (1, 3), "optional": (0, 1)}
FREE = {"zeroOrMore", "optional", "attribute", "text", "empty", "data", "value"}
TOP, DEEP, LARGE = 5, 7, 8
"""Levels whose elements get a fresh allowance, the deepest level, and the allowance in elements."""


@dataclass(eq=False, slots=True)
class Node:
    """A pattern of the grammar; `height` is how many levels of elements it needs at least."""

    kind: str
    name: str
    define: str
    text: str
    parts: list[Node] = field(default_factory=list)
    height: int = 99
    used: int = 0


def _node(source: etree._Element, define: str = "") -> Node:
    kind, name = etree.QName(source).localname, source.get("name", "")
    define = name if kind == "define" else define
    parts = [
        _node(part, define) for part in source if isinstance(part.tag, str) and "relaxng.org/ns/structure" in part.tag
    ]
    return Node(kind, name, define, source.text or "", parts)


def _height(node: Node, defines: dict[str, Node]) -> int:
    if node.kind in FREE:
        return 0
    if node.kind == "ref":
        return defines[node.name].height
    heights = [part.height for part in node.parts]
    if node.kind == "choice":
        return min(heights)
    return max(heights, default=0) + (node.kind == "element")


def _all(node: Node) -> list[Node]:
    return [node, *(below for part in node.parts for below in _all(part))]


class Writer:
    """Writes one document after the other, and prefers what it has used least."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        root = _node(etree.parse(resource("schemas", "tei_tools.rng")).getroot())
        self.defines = {node.name: node for node in root.parts if node.kind == "define"}
        self.start = next(node for node in root.parts if node.kind == "start")
        self.nodes = _all(root)[::-1]
        for _ in range(20):
            for node in self.nodes:
                node.height = _height(node, self.defines)
        self.ids = count(1)
        self.elements = 0

    def document(self) -> bytes:
        holder = etree.Element("holder")
        self.elements = 0
        self.write(self.start, holder, 0)
        return etree.tostring(holder[0], encoding="utf-8", xml_declaration=True)

    def write(self, node: Node, parent: etree._Element, depth: int) -> None:
        node.used += 1
        if node.kind == "element":
            self.elements = 0 if depth <= TOP else self.elements + 1
            child = etree.SubElement(parent, f"{{{TEI}}}{node.name}", nsmap={None: TEI})
            self.parts(node, child, depth + 1)
        elif node.kind == "attribute":
            name = node.name.replace("xml:", f"{{{XML}}}")
            parent.set(name, f"i{next(self.ids)}" if node.name == "xml:id" else self.value(node.parts[0]))
        elif node.kind == "ref":
            self.write(self.defines[node.name], parent, depth)
        elif node.kind == "text":
            self.text(parent)
        elif node.kind == "choice":
            self.write(self.choose(node.parts, depth), parent, depth)
        else:
            self.repeat(node, parent, depth)

    def repeat(self, node: Node, parent: etree._Element, depth: int) -> None:
        lowest, highest = TIMES.get(node.kind, (1, 1))
        needs = max((part.height for part in node.parts), default=0)
        number = self.random.randint(lowest, highest)
        if node.kind == "optional":
            number = int(self.random.random() < (0.8 if needs else 0.3))
        for _ in range(lowest if needs and self.enough(depth) else number):
            self.parts(node, parent, depth)

    def enough(self, depth: int) -> bool:
        """Only what must be there is written from here on."""
        return depth >= DEEP or self.elements > LARGE

    def parts(self, node: Node, parent: etree._Element, depth: int) -> None:
        for part in node.parts:
            self.write(part, parent, depth)

    def choose(self, options: list[Node], depth: int) -> Node:
        if self.enough(depth):
            low = min(option.height for option in options)
            options = [option for option in options if option.height == low]
        return min(options, key=lambda option: option.used * (0.5 + self.random.random()) + self.random.random())

    def text(self, parent: etree._Element) -> None:
        word = self.random.choice(["", " ", "word", " two words ", "é“”"])
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + word
        else:
            parent.text = (parent.text or "") + word

    def value(self, node: Node) -> str:
        node.used += 1
        if node.kind == "value":
            return node.text
        if node.kind == "choice":
            return self.value(self.random.choice(node.parts))
        if node.kind == "ref":
            return self.random.choice(VALUES[node.name]) if node.name in VALUES else self.value(self.defines[node.name])
        if node.kind == "data":
            return self.random.choice(VALUES[node.define]) if node.define in VALUES else "i"
        return self.value(node.parts[-1])

    def unused(self) -> list[str]:
        """The elements, attributes and listed values that no document of this writer holds."""
        kinds = ("element", "attribute", "value")
        return [f"{n.define}: {n.kind} {n.name or n.text}" for n in self.nodes if n.kind in kinds and not n.used]


@cache
def written() -> tuple[Writer, list[bytes]]:
    """A writer that has used everything in the grammar (or given up), and its documents: the same each time."""
    writer = Writer(1984)
    documents = [writer.document() for _ in range(16)]
    while writer.unused() and len(documents) < 100:
        documents.append(writer.document())
    return writer, documents


def specimens() -> list[bytes]:
    return written()[1]

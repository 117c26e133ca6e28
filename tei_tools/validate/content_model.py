"""What the grammar allows at a place: the content models of `schemas/tei_tools.rng`, followed child by child.

libxml2 says fast and surely that a document is wrong, but names at most ten of the elements that it expected, and
xmlschema often names none. This module answers that question in full, and only for documents that failed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, reduce
from pathlib import Path

from lxml import etree

from tei_tools.resources import resource
from tei_tools.validate.patterns import (
    EMPTY,
    TEXT,
    Element,
    Pattern,
    Repeat,
    after,
    choice,
    elements,
    group,
    has_text,
    may_end,
    next_elements,
)

RNG = "{http://relaxng.org/ns/structure/1.0}"
DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"


@dataclass(frozen=True, slots=True)
class Attribute:
    """`value` says in words what it may hold; `values` lists it where the grammar does, else `datatype` names it."""

    name: str
    required: bool
    value: str
    values: tuple[str, ...]
    datatype: str


class Grammar:
    """The element patterns of a RELAX NG grammar in XML syntax, of the simple kind that trang writes of ours."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(path).getroot()
        self._defines = {define.get("name"): define for define in root.iter(f"{RNG}define")}
        self._contents: dict[etree._Element, Pattern] = {}
        self._children: dict[etree._Element, dict[str, Element]] = {}
        self._names: dict[int, list[str]] = {}
        self._ends: dict[int, bool] = {}
        self._mixed: dict[etree._Element, bool] = {}
        self._attribute_lists: dict[etree._Element, dict[str, Attribute]] = {}
        self._patterns: dict[Pattern, Pattern] = {}
        self._steps: dict[tuple[int, str], Pattern] = {}
        self.start = self._sequence(next(root.iter(f"{RNG}start")))
        self.names = frozenset(str(element.get("name")) for element in root.iter(f"{RNG}element"))

    @cached_property
    def anywhere(self) -> frozenset[str]:
        """The names of what may stand nearly everywhere, and so is named last in a message."""
        return frozenset(element.name for element in elements(self._sequence(self._defines["model.global"])))

    def content(self, element: Element) -> Pattern:
        """The content model of an element, without its attributes."""
        if element.source not in self._contents:
            self._contents[element.source] = self._one(self._sequence(element.source))
        return self._contents[element.source]

    def children(self, element: Element) -> dict[str, Element]:
        """The kinds of the children that an element may have, by their names."""
        if element.source not in self._children:
            self._children[element.source] = {each.name: each for each in elements(self.content(element))}
        return self._children[element.source]

    def after(self, pattern: Pattern, name: str) -> Pattern:
        """`after`, remembered: `pattern` must come from `content` or from here."""
        step = (id(pattern), name)
        if step not in self._steps:
            self._steps[step] = self._one(after(pattern, name))
        return self._steps[step]

    def rule(self, element: Element) -> str:
        """Where the grammar says what an element may hold: "tei_tools.rnc: document.div"."""
        define = element.source.getparent()
        return f"tei_tools.rnc: {element.name if define is None else define.get('name')}"

    def next_names(self, pattern: Pattern) -> list[str]:
        """The names of what may come next, sorted; `pattern` as for `after`."""
        if id(pattern) not in self._names:
            names = {element.name for element in next_elements(pattern)}
            self._names[id(pattern)] = sorted(names, key=lambda name: (name in self.anywhere, name.lower()))
        return self._names[id(pattern)]

    def has_text(self, element: Element) -> bool:
        """Whether text may stand in an element."""
        if element.source not in self._mixed:
            self._mixed[element.source] = has_text(self.content(element))
        return self._mixed[element.source]

    def may_end(self, pattern: Pattern) -> bool:
        """Whether nothing need follow; `pattern` as for `after`."""
        if id(pattern) not in self._ends:
            self._ends[id(pattern)] = may_end(pattern)
        return self._ends[id(pattern)]

    def attributes(self, element: Element) -> dict[str, Attribute]:
        """The attributes of an element by name, such as `when` or `xml:id`."""
        if element.source not in self._attribute_lists:
            found = self._attributes(element.source, required=True)
            self._attribute_lists[element.source] = {attribute.name: attribute for attribute in found}
        return self._attribute_lists[element.source]

    def documentation(self, name: str) -> str:
        """What an element is for; a paragraph for each kind of it."""
        kinds = [
            " ".join((define.findtext(DOCUMENTATION) or "").split())
            for define in self._defines.values()
            if any(element.get("name") == name for element in define.iterchildren(f"{RNG}element"))
        ]
        return "\n".join(filter(None, kinds))

    def documentation_of(self, element: Element) -> str:
        """What this kind of an element is for; where the grammar does not say it, what its name is for."""
        define = element.source.getparent()
        own = "" if define is None else " ".join((define.findtext(DOCUMENTATION) or "").split())
        return own or self.documentation(element.name)

    def kinds(self, name: str) -> list[Element]:
        """The kinds of the elements of a name, in the order of the grammar."""
        found = (each for define in self._defines.values() for each in define.iterchildren(f"{RNG}element"))
        return [Element(name, each) for each in found if each.get("name") == name]

    def find(self, path: list[str]) -> Element | None:
        """The kind of the element that is reached by these names from the root, or None where the grammar has none."""
        found: Element | None = None
        kinds = {element.name: element for element in elements(self.start)}
        for name in path:
            found = kinds.get(name)
            if found is None:
                return None
            kinds = self.children(found)
        return found

    def _one(self, pattern: Pattern) -> Pattern:
        """The first of all equal patterns: it stays, so that its identity can stand for it."""
        return self._patterns.setdefault(pattern, pattern)

    def _sequence(self, parent: etree._Element) -> Pattern:
        parts = [self._pattern(part) for part in parent.iterchildren(f"{RNG}*")]
        return reduce(lambda then, first: group(first, then), reversed(parts), EMPTY)

    def _pattern(self, source: etree._Element) -> Pattern:
        match etree.QName(source).localname:
            case "element":
                return Element(str(source.get("name")), source)
            case "ref":
                return self._sequence(self._defines[source.get("name")])
            case "choice":
                return choice(*(self._pattern(part) for part in source.iterchildren(f"{RNG}*")))
            case "optional":
                return choice(self._sequence(source), EMPTY)
            case "zeroOrMore":
                return choice(Repeat(self._sequence(source)), EMPTY)
            case "oneOrMore":
                return Repeat(self._sequence(source))
            case "group":
                return self._sequence(source)
            case "text":
                return TEXT
        return EMPTY

    def _attributes(self, parent: etree._Element, *, required: bool) -> list[Attribute]:
        found = []
        for part in parent.iterchildren(f"{RNG}*"):
            kind = etree.QName(part).localname
            if kind == "attribute":
                found.append(self._attribute(part, required=required))
            elif kind == "ref":
                found += self._attributes(self._defines[part.get("name")], required=required)
            elif kind in {"optional", "group"}:
                found += self._attributes(part, required=required and kind == "group")
        return found

    def _attribute(self, source: etree._Element, *, required: bool) -> Attribute:
        kind = next(source.iterchildren(f"{RNG}*"))
        words = datatype = ""
        if kind.tag == f"{RNG}ref":
            datatype = str(kind.get("name"))
            kind = self._defines[datatype]
            words = " ".join((kind.findtext(DOCUMENTATION) or "").split()).rstrip(".")
        values = tuple(str(value.text) for value in kind.iter(f"{RNG}value"))
        if values:
            value = f"one of {', '.join(values)}" if len(values) > 1 else values[0]
        else:
            value = words[:1].lower() + words[1:] or "a number"
        return Attribute(str(source.get("name")), required, value, values, datatype)


@cache
def grammar() -> Grammar:
    """The grammar of this package, read once in a process, and only when a document has failed."""
    return Grammar(resource("schemas", "tei_tools.rng"))

"""The smallest valid example of an element, as the grammar gives it: for hints, and for `tei-tools explain`."""

from __future__ import annotations

from functools import cache

from tei_tools.validate.content_model import Attribute, Grammar, grammar
from tei_tools.validate.patterns import TEXT, Choice, Element, Group, Pattern, Repeat, has_text

VALUES = {
    "teidata.enumerated": "type",
    "teidata.enumerations": "center",
    "teidata.name": "d1",
    "teidata.language": "en",
    "teidata.line": "12",
    "teidata.count": "2",
    "teidata.version": "1.0.0",
    "teidata.text": "Reagan",
    "teidata.mimeType": "image/png",
    "teidata.pointer": "d2.xml",
    "teidata.pointers": "#d1",
    "teidata.temporal": "1984-02-14",
    "": "2",
}
"""A value of each datatype; "" is that of the attributes that hold a number."""
NAMED = {"reason": "illegible", "rend": "italic", "unit": "page", "type": "preface"}
"""The same for attributes of which one says more."""
WORDS = "…"
FAR = 1000


def value(attribute: Attribute) -> str:
    """An attribute with a value that it may have: `when="1984-02-14"`."""
    chosen = attribute.values[0] if attribute.values else NAMED.get(attribute.name) or VALUES[attribute.datatype]
    return f'{attribute.name}="{chosen}"'


@cache
def example(element: Element) -> str:
    """`<correspAction type="sent"><persName>…</persName></correspAction>`."""
    return _examples().of(element)


@cache
def _examples() -> Examples:
    return Examples(grammar())


class Examples:
    """Examples of the elements of a grammar. The smallest of two contents is taken, of two alike the first by name."""

    def __init__(self, known: Grammar) -> None:
        self._grammar = known
        self._sizes: dict[Element, int] = {}
        kinds = [kind for name in sorted(known.names) for kind in known.kinds(name)]
        for _ in range(10):  # an element is at most so many levels high
            self._sizes.update({kind: self._size(known.content(kind)) + 1 for kind in kinds})

    def of(self, element: Element) -> str:
        attributes = (each for each in self._grammar.attributes(element).values() if each.required)
        tag = " ".join([element.name, *map(value, attributes)])
        content = self._grammar.content(element)
        inside = WORDS if has_text(content) and self._size(content) == 0 else self._content(content)
        return f"<{tag}>{inside}</{element.name}>" if inside else f"<{tag}/>"

    def _content(self, pattern: Pattern) -> str:
        match pattern:
            case Element():
                return self.of(pattern)
            case Choice(options):
                return self._content(min(options, key=lambda option: (self._size(option), self._content_name(option))))
            case Group(first, then):
                return self._content(first) + self._content(then)
            case Repeat(inner):
                return self._content(inner)
        return WORDS if pattern == TEXT else ""

    def _content_name(self, pattern: Pattern) -> str:
        return pattern.name if isinstance(pattern, Element) else ""

    def _size(self, pattern: Pattern) -> int:
        match pattern:
            case Element():
                return self._sizes.get(pattern, FAR)
            case Choice(options):
                return min(self._size(option) for option in options)
            case Group(first, then):
                return min(FAR, self._size(first) + self._size(then))
            case Repeat(inner):
                return self._size(inner)
        return 0

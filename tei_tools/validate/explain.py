"""What is wrong with a document that libxml2 has refused, in plain words, and what the grammar allows instead.

libxml2 passes over the rest of a parent after the first wrong child. So the structure is walked here once more, and all
of it is told; bad values of attributes are taken from the log of libxml2, which knows the datatypes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tei_tools.validate.content_model import Attribute, grammar
from tei_tools.validate.patterns import IMPOSSIBLE, Element, Pattern, elements, may_end
from tei_tools.validate.where import placed, shown

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MANY = 12
"""Names in a list before it is cut."""
ATTRIBUTE = re.compile(r"attribute '(?:\{[^{}]*\})?([^']+)'")


@dataclass(frozen=True, slots=True)
class Problem:
    message: str
    line: int
    hint: str = ""


def structure(tree: etree._ElementTree) -> Iterator[Problem]:
    """Elements, attributes and text that are where they may not be, or are missing. The root must be that of TEI."""
    waiting = [(tree.getroot(), element) for element in elements(grammar().start)]
    while waiting:
        element, kind = waiting.pop()
        yield from _attributes(element, kind)
        if not grammar().has_text(kind):
            yield from _stray_text(element, kind)
        kinds = {each.name: each for each in elements(grammar().content(kind))}
        pattern, wrong, lost = grammar().content(kind), False, False
        for child in element.iterchildren(etree.Element):
            name = _name(child)
            following = grammar().after(pattern, name)
            if following != IMPOSSIBLE:
                pattern, lost = following, False
            else:
                if not (lost and name in kinds):  # it may be in its place, were it not for the one before
                    yield _unexpected(child, element, kinds, pattern)
                wrong = lost = True
            if name in kinds:
                waiting.append((child, kinds[name]))
        if not wrong and not may_end(pattern):
            yield _problem(element, f"{shown(element)} is not complete; {_allowed(pattern, element)}")


class Values:
    """Explains the bad values of attributes in the log of libxml2."""

    def __init__(self, tree: etree._ElementTree) -> None:
        self._tree = tree
        self._prefixes = {
            prefix: uri for element in tree.iter(etree.Element) for prefix, uri in element.nsmap.items() if prefix
        }

    def explain(self, error: etree._LogEntry) -> Problem | None:
        """None where the error is not about a value."""
        named = ATTRIBUTE.search(error.message)
        element = self._find(error.path) if named else None
        kind = None if element is None else grammar().find(_names(element))
        if named is None or element is None or kind is None:
            return None
        known = grammar().attributes(kind)
        attribute = known.get(named[1]) or known.get(f"xml:{named[1]}")
        if attribute is None or element.get(_clark(attribute.name)) is None:
            return None
        value = element.get(_clark(attribute.name), "")
        return _problem(element, f'{shown(element)} has {attribute.name}="{value}"; it must hold {attribute.value}')

    def _find(self, path: str | None) -> etree._Element | None:
        try:
            found = self._tree.xpath(path or "", namespaces=self._prefixes)
        except etree.XPathError:
            return None
        return found[0] if isinstance(found, list) and len(found) == 1 else None


def _problem(element: etree._Element, message: str, hint: str = "") -> Problem:
    return Problem(placed(message, element), element.sourceline or 0, hint)


def _names(element: etree._Element) -> list[str]:
    return [_name(each) for each in [*reversed(list(element.iterancestors())), element]]


def _name(element: etree._Element) -> str:
    """The local name in TEI; that of another namespace, or of none, is no name of the grammar."""
    tag = str(element.tag)
    return tag.removeprefix(TEI) if tag.startswith(TEI) else f"{{}}{tag}"


def _clark(name: str) -> str:
    return name.replace("xml:", XML)


def _attributes(element: etree._Element, kind: Element) -> Iterator[Problem]:
    known: dict[str, Attribute] = grammar().attributes(kind)
    present = [str(name).replace(XML, "xml:") for name in element.attrib]
    for name in present:
        if name not in known:
            local = name.rpartition("}")[2]
            hint = f"it may have {', '.join(sorted(known))}"
            yield _problem(element, f"{shown(element)} may not have the attribute {local}", hint)
    for attribute in known.values():
        if attribute.required and attribute.name not in present:
            message = f"{shown(element)} lacks the attribute {attribute.name}"
            yield _problem(element, message, f"it holds {attribute.value}")


def _unexpected(
    element: etree._Element, parent: etree._Element, kinds: dict[str, Element], pattern: Pattern
) -> Problem:
    name, where = etree.QName(element), f"inside {shown(parent)}"
    if f"{{{name.namespace}}}" != TEI:
        space = f'the namespace "{name.namespace}"' if name.namespace else "no namespace"
        hint = "only elements of TEI are allowed; take it away, or declare the namespace of TEI"
        return _problem(element, f"{shown(element)} {where} is in {space}", hint)
    allowed = _allowed(pattern, parent)
    if name.localname not in grammar().names:
        return _problem(element, f"{shown(element)} is no element of the grammar; {allowed}")
    if name.localname in kinds:
        return _problem(element, f"{shown(element)} may stand {where}, but not at this place; {allowed}")
    return _problem(element, f"{shown(element)} is not allowed {where}; {allowed}")


def _allowed(pattern: Pattern, parent: etree._Element) -> str:
    names = grammar().next_names(pattern)
    if not names:
        return f"only the end of {shown(parent)} may follow"
    more = f" … ({len(names)} in all)" if len(names) > MANY else ""
    listed = [f"<{name}>" for name in names[:MANY]]
    return (
        f"allowed: {', '.join(listed)}{more}"
        if may_end(pattern)
        else f"what must come next: {' or '.join(listed)}{more}"
    )


def _stray_text(element: etree._Element, kind: Element) -> Iterator[Problem]:
    pieces = [(element, element.text), *((child, child.tail) for child in element)]
    for place, text in pieces:
        if text and text.strip():
            words = " ".join(text.split())
            excerpt = f"“{words[:30]}…”" if len(words) > 30 else f"“{words}”"
            blank = text[: len(text) - len(text.lstrip())]
            line = (place.sourceline or 0) + (blank.count("\n") if place is element else 0)
            names = sorted({each.name for each in elements(grammar().content(kind))} - grammar().anywhere)
            message = (
                f"{shown(element)} " + ("holds text of its own: " if names else "must be empty, and holds ") + excerpt
            )
            listed = ", ".join(f"<{name}>" for name in names[:MANY]) + (" …" if len(names) > MANY else "")
            yield Problem(placed(message, element), line, f"put the text into one of {listed}" if names else "")

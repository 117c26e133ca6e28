"""An error of libxml2 in plain words: what is wrong, and what the grammar allows at that place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from tei_tools.validate.content_model import (
    IMPOSSIBLE,
    Attribute,
    Element,
    Pattern,
    after,
    elements,
    grammar,
    may_end,
    next_elements,
)
from tei_tools.validate.where import placed, shown

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MOST = 100
"""Errors of a document that are explained; the rest keep the words of libxml2."""
MANY = 12
"""Names in a list before it is cut."""
TYPES = etree.ErrorTypes
ATTRIBUTE = re.compile(r"attribute '(?:\{[^{}]*\})?([^']+)'")


@dataclass(frozen=True, slots=True)
class Problem:
    message: str
    line: int
    hint: str = ""


class Explainer:
    """Explains the errors of one document."""

    def __init__(self, tree: etree._ElementTree) -> None:
        self._tree = tree
        self._prefixes = {
            prefix: uri for element in tree.iter(etree.Element) for prefix, uri in element.nsmap.items() if prefix
        }

    def explain(self, error: etree._LogEntry) -> Problem | None:
        """None where the error is of no known kind, or its element can't be found again."""
        element = self._find(error.path)
        problem = None if element is None else self._problem(element, error)
        if element is None or problem is None:
            return None
        return replace(problem, message=placed(problem.message, element))

    def _problem(self, element: etree._Element, error: etree._LogEntry) -> Problem | None:
        kind = grammar().find(_path(element))
        if error.type == TYPES.SCHEMAV_ELEMENT_CONTENT:
            incomplete = "Missing child" in error.message
            return _incomplete(element, kind) if incomplete and kind else _unexpected(element)
        if kind is None:
            return None
        if error.type in {TYPES.SCHEMAV_CVC_COMPLEX_TYPE_2_1, TYPES.SCHEMAV_CVC_COMPLEX_TYPE_2_3}:
            return _stray_text(element, kind)
        named = ATTRIBUTE.search(error.message)
        return _attribute(element, kind, named[1], error) if named else None

    def _find(self, path: str | None) -> etree._Element | None:
        try:
            found = self._tree.xpath(path or "", namespaces=self._prefixes)
        except etree.XPathError:
            return None
        return found[0] if isinstance(found, list) and len(found) == 1 else None


def _path(element: etree._Element) -> list[str]:
    return [_name(each) for each in [*reversed(list(element.iterancestors())), element]]


def _name(element: etree._Element) -> str:
    """The local name in TEI; another namespace stays visible."""
    return str(element.tag).removeprefix(TEI)


def _children(element: etree._Element) -> list[etree._Element]:
    return list(element.iterchildren(etree.Element))


def _so_far(pattern: Pattern, siblings: list[etree._Element]) -> Pattern:
    """What may follow these children; a child that is wrong itself is passed over."""
    for sibling in siblings:
        following = after(pattern, _name(sibling))
        pattern = pattern if following == IMPOSSIBLE else following
    return pattern


def _unexpected(element: etree._Element) -> Problem | None:
    parent = element.getparent()
    kind = grammar().find(_path(parent)) if parent is not None else None
    if parent is None or kind is None:
        return None
    line, where = element.sourceline or 0, f"inside {shown(parent)}"
    name = etree.QName(element)
    model = grammar().content(kind)
    siblings = _children(parent)
    pattern = _so_far(model, siblings[: siblings.index(element)])
    allowed = _allowed(pattern, parent)
    if f"{{{name.namespace}}}" != TEI:
        space = f'the namespace "{name.namespace}"' if name.namespace else "no namespace"
        hint = "only elements of TEI are allowed; take it away, or declare the namespace of TEI"
        return Problem(f"{shown(element)} {where} is in {space}", line, hint)
    if name.localname not in grammar().names:
        return Problem(f"{shown(element)} is no element of the grammar; {allowed}", line)
    if name.localname in {each.name for each in elements(model)}:
        return Problem(f"{shown(element)} may stand {where}, but not at this place; {allowed}", line)
    return Problem(f"{shown(element)} is not allowed {where}; {allowed}", line)


def _incomplete(element: etree._Element, kind: Element) -> Problem:
    pattern = _so_far(grammar().content(kind), _children(element))
    return Problem(f"{shown(element)} is not complete; {_allowed(pattern, element)}", element.sourceline or 0)


def _allowed(pattern: Pattern, parent: etree._Element) -> str:
    anywhere = grammar().members("class.global")
    names = sorted({each.name for each in next_elements(pattern)}, key=lambda name: (name in anywhere, name.lower()))
    end = f"the end of {shown(parent)}"
    if not names:
        return f"only {end} may follow"
    listed = ", ".join(f"<{name}>" for name in names[:MANY]) + (
        f" … ({len(names)} in all)" if len(names) > MANY else ""
    )
    return f"allowed: {listed}" if may_end(pattern) else f"what must come next: {listed.replace(', ', ' or ')}"


def _stray_text(element: etree._Element, kind: Element) -> Problem:
    before = [(element, element.text), *((child, child.tail) for child in element)]
    place, text = next(((node, text) for node, text in before if text and text.strip()), (element, ""))
    words = " ".join((text or "").split())
    excerpt = f"“{words[:30]}…”" if len(words) > 30 else f"“{words}”"
    lead = (text or "")[: len(text or "") - len((text or "").lstrip())]
    line = (place.sourceline or 0) + (lead.count("\n") if place is element else 0)
    names = sorted({each.name for each in elements(grammar().content(kind))} - grammar().members("class.global"))
    if not names:
        return Problem(f"{shown(element)} must be empty, and holds {excerpt}", line)
    hint = f"put the text into one of {', '.join(f'<{name}>' for name in names[:MANY])}" + (" …" * (len(names) > MANY))
    return Problem(f"{shown(element)} holds text of its own: {excerpt}", line, hint)


def _attribute(element: etree._Element, kind: Element, name: str, error: etree._LogEntry) -> Problem:
    known = grammar().attributes(kind)
    named, line = shown(element), element.sourceline or 0
    attribute = known.get(name) or known.get(f"xml:{name}")
    if error.type == TYPES.SCHEMAV_CVC_COMPLEX_TYPE_4:
        label = attribute.name if attribute else name
        return Problem(f"{named} lacks the attribute {label}", line, f"it holds {attribute.value}" if attribute else "")
    if attribute is None or error.type == TYPES.SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
        return Problem(f"{named} may not have the attribute {name}", line, f"it may have {', '.join(sorted(known))}")
    return Problem(_bad_value(element, attribute), line)


def _bad_value(element: etree._Element, attribute: Attribute) -> str:
    value = element.get(attribute.name.replace("xml:", XML), "")
    return f'{shown(element)} has {attribute.name}="{value}"; it must hold {attribute.value}'

"""What is wrong with a document that libxml2 has refused, in plain words, and what the grammar allows instead.

libxml2 passes over the rest of a parent after the first wrong child. So the structure is walked here once more, and all
of it is told; bad values of attributes are taken from the log of libxml2, which knows the datatypes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from tei_tools.validate import example
from tei_tools.validate.content_model import Attribute, grammar
from tei_tools.validate.findings import Finding
from tei_tools.validate.patterns import IMPOSSIBLE, Element, Pattern, elements, next_elements
from tei_tools.validate.where import quoted, shown

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MANY = 12
"""Names in a list before it is cut."""
MANY_ATTRIBUTES = 50
"""More than any element of the grammar has."""
VALUE = re.compile(
    r"Element '([^']+)', attribute '([^']+)': (?:\[facet '[^']*'\] )?(?:The value )?'(.*)' "
    r"(?:is|has|does) ",
    re.DOTALL,
)
"""How libxml2 says that a value is wrong: element, attribute, value."""


def structure(tree: etree._ElementTree) -> Iterator[Finding]:
    """Elements, attributes and text that are where they may not be, or are missing. The root must be that of TEI."""
    waiting = [(tree.getroot(), element) for element in elements(grammar().start)]
    while waiting:
        element, kind = waiting.pop()
        yield from _attributes(element, kind)
        if not grammar().has_text(kind):
            yield from _stray_text(element, kind)
        kinds = grammar().children(kind)
        pattern, wrong, lost = grammar().content(kind), False, False
        for child in element.iterchildren(etree.Element):
            name = _name(child)
            following = grammar().after(pattern, name)
            if following != IMPOSSIBLE:
                pattern, lost = following, False
            else:
                if not (lost and name in kinds):  # it may be in its place, were it not for the one before
                    yield _unexpected(child, element, kind, pattern)
                wrong = lost = True
            if name in kinds:
                waiting.append((child, kinds[name]))
        if not wrong and not grammar().may_end(pattern):
            message = f"{shown(element)} is not complete; {_allowed(pattern, element)}"
            yield _finding(element, kind, message, _example(pattern))


def values(tree: etree._ElementTree, log: Iterable[etree._LogEntry]) -> Iterator[Finding]:
    """The bad values of attributes that libxml2 tells of. It names no element: all with the value are meant."""
    places: dict[tuple[str, str, str], list[etree._Element]] = {}
    for error in log:
        named = VALUE.match(error.message)
        if named is None:
            continue
        if not places:
            for element in tree.iter(etree.Element):
                for key in element.keys()[:MANY_ATTRIBUTES]:
                    value = " ".join(element.get(key, "").split())
                    places.setdefault((str(element.tag), str(key), value), []).append(element)
        tag, name, value = named.groups()
        for element in places.pop((tag, name, " ".join(value.split())), ()):
            yield from _value(element, name, value)


def _value(element: etree._Element, name: str, value: str) -> Iterator[Finding]:
    """Nothing where another kind of the element, which may have the value, stands here."""
    kind = grammar().find(_names(element))
    known = {} if kind is None else grammar().attributes(kind)
    attribute = known.get(name.replace(XML, "xml:"))
    if kind is not None and attribute is not None and value not in attribute.values:
        message = f"{shown(element)} has {attribute.name}={quoted(value)}; it must hold {attribute.value}"
        hint = "" if attribute.values else f"for example {example.value(attribute)}"
        yield _finding(element, kind, message, hint, f"@{attribute.name}")


def _finding(element: etree._Element, kind: Element, message: str, hint: str = "", part: str = "") -> Finding:
    return Finding("validate.grammar", "error", message, element, hint, grammar().rule(kind), part)


def _names(element: etree._Element) -> list[str]:
    return [_name(each) for each in [*reversed(list(element.iterancestors())), element]]


def _name(element: etree._Element) -> str:
    """The local name in TEI; that of another namespace, or of none, is no name of the grammar."""
    tag = str(element.tag)
    return tag.removeprefix(TEI) if tag.startswith(TEI) else f"{{}}{tag}"


def _attributes(element: etree._Element, kind: Element) -> Iterator[Finding]:
    known: dict[str, Attribute] = grammar().attributes(kind)
    present = [str(name).replace(XML, "xml:") for name in element.attrib]
    foreign = any(name.startswith("{") for name in present)
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix} if foreign else {}
    hint = f"it may have {', '.join(sorted(known))}"
    for name in present:
        if name not in known:
            namespace, _, local = name.rpartition("}")
            prefix = prefixes.get(namespace[1:], "")
            part = f"@{prefix}:{local}" if prefix else f"@{local}"
            yield _finding(element, kind, f"{shown(element)} may not have the attribute {local}", hint, part)
    for attribute in known.values():
        if attribute.required and attribute.name not in present:
            message = f"{shown(element)} lacks the attribute {attribute.name}"
            hint = f"it holds {attribute.value}: for example {example.value(attribute)}"
            yield _finding(element, kind, message, hint)


def _unexpected(element: etree._Element, parent: etree._Element, kind: Element, pattern: Pattern) -> Finding:
    name, where = etree.QName(element), f"inside {shown(parent)}"
    if f"{{{name.namespace}}}" != TEI:
        space = f'the namespace "{name.namespace}"' if name.namespace else "no namespace"
        hint = "only elements of TEI are allowed; take it away, or declare the namespace of TEI"
        return _finding(element, kind, f"{shown(element)} {where} is in {space}", hint)
    allowed = _allowed(pattern, parent)
    if name.localname not in grammar().names:
        message = f"{shown(element)} is no element of the grammar; {allowed}"
    elif name.localname in grammar().children(kind):
        message = f"{shown(element)} may stand {where}, but not at this place; {allowed}"
    else:
        message = f"{shown(element)} is not allowed {where}; {allowed}"
    return _finding(element, kind, message, _example(pattern))


def _allowed(pattern: Pattern, parent: etree._Element) -> str:
    names = grammar().next_names(pattern)
    if not names:
        return f"only the end of {shown(parent)} may follow"
    more = f" … ({len(names)} in all)" if len(names) > MANY else ""
    listed = [f"<{name}>" for name in names[:MANY]]
    return (
        f"allowed: {', '.join(listed)}{more}"
        if grammar().may_end(pattern)
        else f"what must come next: {' or '.join(listed)}{more}"
    )


def _example(pattern: Pattern) -> str:
    """A hint for what comes next: the smallest of what may, if possible of what is enough; "" at the end."""
    may_come = [each for each in next_elements(pattern) if each.name not in grammar().anywhere]
    enough = [each for each in may_come if grammar().may_end(grammar().after(pattern, each.name))]
    examples = [example.example(each) for each in enough or may_come]
    smallest = min(examples, key=lambda words: (words.endswith("/>"), len(words), words), default="")
    return f"for example {smallest}" if smallest else ""


def _stray_text(element: etree._Element, kind: Element) -> Iterator[Finding]:
    pieces = [(element, "text", element.text), *((child, "tail", child.tail) for child in element)]
    for place, part, text in pieces:
        if text and text.strip():
            words = " ".join(text.split())
            excerpt = f"“{words[:30]}…”" if len(words) > 30 else f"“{words}”"
            names = sorted(grammar().children(kind).keys() - grammar().anywhere)
            message = (
                f"{shown(element)} " + ("holds text of its own: " if names else "must be empty, and holds ") + excerpt
            )
            listed = ", ".join(f"<{name}>" for name in names[:MANY]) + (" …" if len(names) > MANY else "")
            hint = f"put the text into one of {listed}" if names else ""
            if isinstance(place.tag, str):
                yield _finding(place, kind, message, hint, part)
            else:  # behind a comment
                yield _finding(element, kind, message, hint, "text")

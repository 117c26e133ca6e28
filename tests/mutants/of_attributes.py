"""Every attribute of every element, broken: its value, its name, its absence, what it points at, its twin."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from lxml import etree

from tei_tools.validate.content_model import Attribute, Grammar, grammar
from tei_tools.validate.patterns import Element
from tests.mutants.mutant import TEI, VALID, XML, Mutant, Root, at, clark, number, plain, start_tag, tree_of, written

GOOD = {
    "teidata.enumerated": "a",
    "teidata.enumerations": "a b",
    "teidata.name": "fresh",
    "teidata.language": "en",
    "teidata.line": "12",
    "teidata.count": "2",
    "teidata.version": "1.0",
    "teidata.text": "a b",
    "teidata.mimeType": "image/png",
    "teidata.pointer": "https://example.org/",
    "teidata.pointers": "https://example.org/",
    "teidata.temporal": "1984",
    "": "3",
}
BAD = {
    "teidata.enumerated": ("two words", "", "a/b"),
    "teidata.enumerations": ("", "a,b", "(a)"),
    "teidata.name": ("1 a", "a:b", "", "2b"),
    "teidata.language": ("in english", "en_US", "-en"),
    "teidata.line": ("", "  "),
    "teidata.count": ("-1", "two", "1.5"),
    "teidata.version": ("v1", "1.2.3.4", "1."),
    "teidata.mimeType": ("png", "image/", "Image/png"),
    "teidata.pointer": ("a##b", "%zz", "a b"),
    "teidata.pointers": ("a##b", "https://example.org/ %zz", ""),
    "teidata.temporal": (
        "1984-02-30",
        "1985-02-29",
        "1984-13",
        "May 3",
        "84",
        "24:61:00",
        "19840214",
        "--02-30",
        "1984-2-3",
    ),
    "": ("three", "-", "1,5"),
}
POINTING = ("ref", "target", "resp", "who", "corresp", "source", "calendar", "scheme", "sameAs")


@cache
def kinds() -> dict[Element, list[Root]]:
    """Each kind of element of the grammar, with the elements of the valid documents that are of it."""
    found: dict[Element, list[Root]] = {}
    for path in VALID:
        for element in tree_of(path).iter(etree.Element):
            names = [str(each.tag).removeprefix(TEI) for each in [*reversed(list(element.iterancestors())), element]]
            kind = grammar().find(names)
            assert kind is not None, names
            found.setdefault(kind, []).append(element)
    return found


def mutants(seed: int) -> Iterator[Mutant]:
    for kind, elements in kinds().items():
        known = grammar().attributes(kind)
        for attribute in known.values():
            chance = random.Random(f"{seed} {kind.name} {attribute.name}")
            breakers = (bad_value, misspelled, in_another_namespace, twice, missing, nowhere)
            for breaker in breakers:
                element = _copy(chance.choice(elements))
                mutant = breaker(element, attribute, chance)
                if mutant is not None:
                    yield mutant
        yield from _uncalled(kind, elements, known, random.Random(f"{seed} {kind.name}"))


def _copy(element: Root) -> Root:
    """The same element of a fresh tree."""
    which = number(element)
    root = etree.fromstring(written(element.getroottree().getroot()))
    return list(root.iter(etree.Element))[which]


def _about(element: Root, attribute: Attribute) -> tuple[str, str]:
    return f"<{etree.QName(element).localname}>", f"@{attribute.name}"


def _with(element: Root, attribute: Attribute) -> None:
    """Give the element the attribute, with a value that is right."""
    if element.get(clark(attribute.name)) is None:
        element.set(clark(attribute.name), attribute.values[0] if attribute.values else GOOD[attribute.datatype])


def bad_value(element: Root, attribute: Attribute, chance: random.Random) -> Mutant | None:
    bad = ("no-such-value",) if attribute.values else BAD.get(attribute.datatype, ())
    if not bad:
        return None  # any text is right
    element.set(clark(attribute.name), chance.choice(bad))
    return at(element, _about(element, attribute), "bad value", "validate.grammar", attribute.name)


def misspelled(element: Root, attribute: Attribute, _: random.Random) -> Mutant | None:
    _with(element, attribute)
    value = element.attrib.pop(clark(attribute.name))
    element.set(clark(attribute.name) + "Of", value)
    return at(element, _about(element, attribute), "misspelled", "validate.grammar", f"{attribute.name}Of")


def in_another_namespace(element: Root, attribute: Attribute, _: random.Random) -> Mutant | None:
    local = attribute.name.rpartition(":")[2]
    copy = etree.Element(element.tag, dict(element.attrib), nsmap={**element.nsmap, "x": "urn:x"})
    parent = element.getparent()
    if parent is None:
        return None
    copy.text, copy.tail = element.text, element.tail
    copy.extend(list(element))
    parent.replace(element, copy)
    copy.set(f"{{urn:x}}{local}", "1")
    return at(copy, _about(copy, attribute), "in another namespace", "validate.grammar", f"x:{local}")


def twice(element: Root, attribute: Attribute, _: random.Random) -> Mutant | None:
    _with(element, attribute)
    text, which = written(element.getroottree().getroot()), number(element)
    tag = start_tag(text, which)
    end = tag.end() - (2 if tag[0].endswith("/>") else 1)
    broken = f'{text[:end]} {attribute.name}="1"{text[end:]}'
    line = broken.count("\n", 0, end) + 1
    return Mutant(_about(element, attribute), "twice", broken.encode(), "validate.well-formed", line)


def missing(element: Root, attribute: Attribute, _: random.Random) -> Mutant | None:
    if not attribute.required:
        return None
    del element.attrib[clark(attribute.name)]
    return at(element, _about(element, attribute), "missing", "validate.grammar")


def nowhere(element: Root, attribute: Attribute, chance: random.Random) -> Mutant | None:
    """A pointer that leads to nothing; an id that stands twice."""
    if attribute.name in POINTING:
        element.set(
            attribute.name,
            chance.choice(("#nothing", "https://example.org/ #nothing")[: 1 + attribute.datatype.endswith("s")]),
        )
        return at(element, _about(element, attribute), "leads to nothing", "validate.pointer", attribute.name)
    if attribute.name != "xml:id":
        return None
    others = [
        each
        for each in element.getroottree().getroot().iter(etree.Element)
        if each is not element and each.get(f"{XML}id")
    ]
    if not others:
        return None
    other = chance.choice(others)
    element.set(f"{XML}id", str(other.get(f"{XML}id")))
    later = max((element, other), key=number)
    return at(later, _about(element, attribute), "stands twice", "validate.duplicate-id", "xml:id")


def _uncalled(
    kind: Element, elements: list[Root], known: dict[str, Attribute], chance: random.Random
) -> Iterator[Mutant]:
    """Attributes that other elements have, and this one has not."""
    others = sorted({name for name in _all(grammar()) if name not in known})
    for name in chance.sample(others, min(3, len(others))):
        element = _copy(chance.choice(elements))
        element.set(name, "1")
        about = (f"<{kind.name}>", f"@{plain(name)}")
        yield at(element, about, "of another element", "validate.grammar", name)


@cache
def _all(whole: Grammar) -> set[str]:
    return {name for kind in kinds() for name in whole.attributes(kind) if ":" not in name}

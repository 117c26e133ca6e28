"""Every element, broken: its name, its namespace, its place, its content."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator

from lxml import etree

from tei_tools.validate.content_model import grammar
from tei_tools.validate.patterns import IMPOSSIBLE, Element, may_end
from tests.mutants.mutant import TEI, Mutant, Root, at, line_and_column, number, place, start_tag, written
from tests.mutants.of_attributes import _copy, kinds

Breaker = Callable[[Root, Element, random.Random], Mutant | None]


def mutants(seed: int) -> Iterator[Mutant]:
    for kind, found in kinds().items():
        for breaker in BREAKERS:
            chance = random.Random(f"{seed} {kind.name} {breaker.__name__}")
            for element in chance.sample(found, min(2, len(found))):
                mutant = breaker(_copy(element), kind, chance)
                if mutant is not None:
                    yield mutant


def _about(element: Root) -> tuple[str]:
    return (f"<{etree.QName(element).localname}>",)


def unknown(element: Root, kind: Element, _: random.Random) -> Mutant:
    element.tag = f"{TEI}blob"
    return at(element, (f"<{kind.name}>",), "unknown element", "validate.grammar")


def upper_case(element: Root, kind: Element, _: random.Random) -> Mutant:
    element.tag = f"{TEI}{kind.name[0].swapcase()}{kind.name[1:]}"
    return at(element, (f"<{kind.name}>",), "in the wrong case", "validate.grammar")


def foreign(element: Root, kind: Element, _: random.Random) -> Mutant:
    element.tag = f"{{urn:x}}{kind.name}"
    return at(element, (f"<{kind.name}>",), "in another namespace", "validate.grammar")


def no_namespace(element: Root, kind: Element, _: random.Random) -> Mutant:
    text, which = written(element.getroottree().getroot()), number(element)
    name = start_tag(text, which).start() + 1 + len(kind.name)
    undeclared = text.replace(f' xmlns="{TEI[1:-1]}"', "", 1)
    broken = undeclared if which == 0 else f'{text[:name]} xmlns=""{text[name:]}'
    return Mutant(_about(element), "without namespace", broken.encode(), "validate.grammar", *place(broken, which))


def misplaced(element: Root, kind: Element, _: random.Random) -> Mutant:
    """It comes first of all: before the header. A header does then, and the true one is one too many."""
    root = element.getroottree().getroot()
    double = copy.deepcopy(element)
    double.tail = None
    for each in double.iter(etree.Element):
        each.attrib.pop("{http://www.w3.org/XML/1998/namespace}id", None) if each is not double else None
    root.insert(0, double)
    wrong = root[1] if kind.name == "teiHeader" else double
    return at(wrong, (f"<{kind.name}>",), "in the first place", "validate.grammar")


def stranger(element: Root, kind: Element, chance: random.Random) -> Mutant:
    """A child that no element may have, somewhere among the others."""
    child = etree.Element(f"{TEI}teiCorpus")
    element.insert(chance.randint(0, len(element)), child)
    return at(child, (f"<{kind.name}>",), "with a stranger", "validate.grammar")


def emptied(element: Root, kind: Element, _: random.Random) -> Mutant | None:
    if may_end(grammar().content(kind)):
        return None
    for child in list(element):
        element.remove(child)
    element.text = None
    return at(element, (f"<{kind.name}>",), "without its content", "validate.grammar")


def stray_text(element: Root, kind: Element, chance: random.Random) -> Mutant | None:
    if grammar().has_text(kind):
        return None
    inside = chance.randint(0, len(element))
    if inside:
        element[inside - 1].tail = "\n § stray "
    else:
        element.text = "\n § stray "
    text = written(element.getroottree().getroot())
    offset = text.index("§")
    return Mutant(_about(element), "stray text", text.encode(), "validate.grammar", *line_and_column(text, offset))


def swapped(element: Root, kind: Element, chance: random.Random) -> Mutant | None:
    """Two children change their places; None where they may."""
    pairs = [n for n in range(len(element) - 1) if element[n].tag != element[n + 1].tag]
    if not pairs:
        return None
    n = chance.choice(pairs)
    first, second = element[n], element[n + 1]
    first.tail, second.tail = second.tail, first.tail
    element.insert(n, second)
    return _wrong(element, kind, "children swapped")


def doubled(element: Root, kind: Element, chance: random.Random) -> Mutant | None:
    """A child stands twice; None where it may."""
    if not len(element):
        return None
    n = chance.randrange(len(element))
    double = copy.deepcopy(element[n])
    for each in double.iter(etree.Element):
        each.attrib.pop("{http://www.w3.org/XML/1998/namespace}id", None)
    element.insert(n + 1, double)
    return _wrong(element, kind, "child doubled")


def dropped(element: Root, kind: Element, chance: random.Random) -> Mutant | None:
    """A child is missing; None where it may be."""
    if not len(element):
        return None
    child = element[chance.randrange(len(element))]
    child.tail = None
    element.remove(child)
    return _wrong(element, kind, "child missing")


def _wrong(element: Root, kind: Element, breaker: str) -> Mutant | None:
    """The first child that can't follow, or the element itself where something is missing at its end."""
    pattern = grammar().content(kind)
    for child in element:
        pattern = grammar().after(pattern, str(child.tag).removeprefix(TEI))
        if pattern == IMPOSSIBLE:
            return at(child, _about(element), breaker, "validate.grammar")
    return None if may_end(pattern) else at(element, _about(element), breaker, "validate.grammar")


BREAKERS: tuple[Breaker, ...] = (
    unknown,
    upper_case,
    foreign,
    no_namespace,
    misplaced,
    stranger,
    emptied,
    stray_text,
    swapped,
    doubled,
    dropped,
)

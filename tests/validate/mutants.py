"""Valid documents, each broken in one place. `broken` says how, and with which code that must be found.

`shuffled` breaks at random and does not know whether the result is valid: it is there to make two validators disagree.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
CASES = sorted((Path(__file__).parent / "cases").glob("*.xml"))
Root = etree._Element
Breaker = Callable[[Root, random.Random], bool]

REQUIRED = {
    "application": "ident version",
    "language": "ident",
    "pb": "n",
    "div": "type",
    "ptr": "target",
    "gap": "reason",
    "graphic": "url",
    "correspAction": "type",
    "milestone": "unit",
    "place": XML_ID,
    "org": XML_ID,
}
# fmt: off
ELEMENTS_ONLY = ["TEI", "teiHeader", "fileDesc", "publicationStmt", "text", "body", "div", "list", "table", "row",
                 "opener", "choice", "listPerson"]
NOT_EMPTY = ["fileDesc", "titleStmt", "publicationStmt", "sourceDesc", "body", "list", "table", "row", "choice",
             "langUsage", "correspDesc", "listPerson", "lg"]
# fmt: on
MOMENTS = ("when", "from", "to", "notBefore", "notAfter")
BAD_VALUES = {
    "cert": "certain",
    "version": "v1",
    "rows": "-1",
    "quantity": "three",
    "type": "two words",
    "level": "x",
    "evidence": "none",
    "ref": "%zz",
    "target": "a##b",
    "ident": "a b",
    "break": "perhaps",
    "status": "very free",
    XML_ID: "1 a",
}


def _pick(root: Root, chance: random.Random, names: list[str] | None = None) -> Root | None:
    wanted = {TEI + name for name in names} if names else None
    found = [e for e in root.iter(etree.Element) if e.getparent() is not None and (not wanted or e.tag in wanted)]
    return chance.choice(found) if found else None


def unknown_element(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance)
    element.tag = f"{TEI}blob"
    return True


def wrong_namespace(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance)
    element.tag = "{urn:x}" + etree.QName(element).localname
    return True


def no_namespace(root: Root, chance: random.Random) -> bool:
    _pick(root, chance).set("no-namespace", "")  # lxml can't write it: see `broken`
    return True


def wrong_root(root: Root, _: random.Random) -> bool:
    root.tag = f"{TEI}p"
    return True


def unknown_attribute(root: Root, chance: random.Random) -> bool:
    _pick(root, chance).set("foo", "1")
    return True


def xsi_attribute(root: Root, chance: random.Random) -> bool:
    name = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    _pick(root, chance).set(name, "http://www.tei-c.org/ns/1.0 other.xsd")
    return True


def attribute_missing(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance, list(REQUIRED))
    if element is None:
        return False
    del element.attrib[chance.choice(REQUIRED[etree.QName(element).localname].split())]
    return True


def bad_date(root: Root, chance: random.Random) -> bool:
    dated = [element for element in root.iter(etree.Element) if any(element.get(name) for name in MOMENTS)]
    if not dated:
        return False
    element = chance.choice(dated)
    name = next(name for name in MOMENTS if element.get(name))
    element.set(name, chance.choice(["1984-13-14", "1984-02-30", "May 3", "84", "", "1984-02-14T25:00:00", "19840214"]))
    return True


def bad_value(root: Root, chance: random.Random) -> bool:
    found = [(element, name) for element in root.iter(etree.Element) for name in BAD_VALUES if element.get(name)]
    if not found:
        return False
    element, name = chance.choice(found)
    element.set(name, BAD_VALUES[name])
    return True


def stray_text(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance, ELEMENTS_ONLY)
    element.text = "stray"
    return True


def stray_tail(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance, ELEMENTS_ONLY)
    if not len(element):
        return False
    element[-1].tail = "stray"
    return True


def text_in_empty(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance, ["pb", "lb", "gap", "anchor", "milestone", "ptr", "graphic"])
    if element is None:
        return False
    element.text = "text"
    return True


def children_missing(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance, NOT_EMPTY)
    del element[:]
    return True


def block_in_phrase(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance, ["head", "signed", "salute", "persName", "date", "title", "placeName"])
    etree.SubElement(element, f"{TEI}p").text = "A paragraph."
    return True


def header_after_text(root: Root, _: random.Random) -> bool:
    root.append(root[0])
    return True


def header_twice(root: Root, _: random.Random) -> bool:
    root.insert(0, etree.fromstring(etree.tostring(root[0])))
    return True


def statements_swapped(root: Root, _: random.Random) -> bool:
    description = root[0][0]
    description.append(description[0])
    return True


def head_at_the_end(root: Root, chance: random.Random) -> bool:
    heads = [
        head for head in root.iter(f"{TEI}head") if head.getparent().tag == f"{TEI}div" and head.getnext() is not None
    ]
    heads = [head for head in heads if any(e.tag in {TEI + "p", TEI + "div"} for e in head.itersiblings(etree.Element))]
    if not heads:
        return False
    head = chance.choice(heads)
    head.getparent().append(head)
    return True


def block_after_part(root: Root, _: random.Random) -> bool:
    parts = [e for e in root.iter(f"{TEI}closer", f"{TEI}div", f"{TEI}postscript") if e.getparent().tag == f"{TEI}div"]
    if not parts:
        return False
    etree.SubElement(parts[-1].getparent(), f"{TEI}p").text = "One more."
    return True


def id_twice(root: Root, chance: random.Random) -> bool:
    with_id = [element for element in root.iter(etree.Element) if element.get(XML_ID)]
    other = _pick(root, chance, ["p", "head", "note", "item", "title"])
    if not with_id or other is None or other.get(XML_ID):
        return False
    other.set(XML_ID, chance.choice(with_id).get(XML_ID))
    return True


def pointer_to_nothing(root: Root, chance: random.Random) -> bool:
    element = _pick(root, chance, ["p", "head", "persName", "item", "title"])
    element.set(chance.choice(["resp", "corresp"]), "#nobody")
    return True


GRAMMAR: tuple[Breaker, ...] = (
    unknown_element,
    wrong_namespace,
    no_namespace,
    wrong_root,
    unknown_attribute,
    xsi_attribute,
    attribute_missing,
    bad_date,
    bad_value,
    stray_text,
    stray_tail,
    text_in_empty,
    children_missing,
    block_in_phrase,
    header_after_text,
    header_twice,
    statements_swapped,
    head_at_the_end,
    block_after_part,
)
BREAKERS: dict[Breaker, str] = dict.fromkeys(GRAMMAR, "validate.grammar") | {
    id_twice: "validate.duplicate-id",
    pointer_to_nothing: "validate.pointer",
}


def broken(seed: int = 310) -> Iterator[tuple[str, bytes, str]]:
    """The name of a mutant, its bytes, and the code that must be found in it."""
    for case in CASES:
        whole = etree.fromstring(case.read_bytes())
        for breaker, code in BREAKERS.items():
            chance = random.Random(f"{seed} {case.stem} {breaker.__name__}")
            root = copy.deepcopy(whole)
            if breaker(root, chance):
                yield (
                    f"{case.stem}-{breaker.__name__}",
                    etree.tostring(root, encoding="utf-8").replace(b"no-namespace", b"xmlns"),
                    code,
                )


def shuffled(documents: list[bytes], number: int, seed: int = 178) -> list[bytes]:
    """`number` documents with an element moved, renamed, doubled or taken away, or an attribute moved."""
    chance = random.Random(seed)
    results = []
    for index in range(number):
        root = etree.fromstring(documents[index % len(documents)])
        one, other = _pick(root, chance), _pick(root, chance)
        match chance.randrange(5):
            case 0:
                one.tag = other.tag
            case 1 if one not in other.iterancestors() and one is not other:
                other.addprevious(one)
            case 2:
                one.addnext(copy.deepcopy(one))
            case 3:
                one.getparent().remove(one)
            case _:
                one.attrib.update(other.attrib)
        results.append(etree.tostring(root, encoding="utf-8"))
    return results

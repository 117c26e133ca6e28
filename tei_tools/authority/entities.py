"""Places and organisations of an authority file, read from TEI or a printed list, and how a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from tei_tools.authority.fold import fold
from tei_tools.authority.matcher import Matcher
from tei_tools.authority.model import Entity, Part
from tei_tools.authority.printed import make_id
from tei_tools.authority.text import TERM, entries
from tei_tools.errors import AuthorityError

TEI = "http://www.tei-c.org/ns/1.0"
ID = "{http://www.w3.org/XML/1998/namespace}id"
NAMES = {"place": "placeName", "org": "orgName"}
PREFIX = {"place": "l_", "org": "o_"}
PARTS = ("country", "region", "settlement", "desc")
ASIDE = re.compile(r"\s*\((?P<inside>[^()]+)\)")
SHORTEST = 2


def read_entities(text: str, element: str, before: Iterable[str] = ()) -> tuple[Entity, ...]:
    """The entries of a printed list: a name, other names in brackets or after "or", and what is said of it.

    "Peking (Beijing), capital of China"; "CIA, Central Intelligence Agency": what an abbreviation means is a name too.
    """
    taken = set(before)
    found: list[Entity] = []
    for _, printed in entries(text):
        match = TERM.match(printed)
        head, said = (match["text"], match["meaning"]) if match else (printed, "")
        names = [ASIDE.sub("", head).strip(" :,;.")]
        names += [match["inside"] for match in ASIDE.finditer(head)]
        names = [part.strip() for name in names for part in re.split(r"\s+or\s+", name) if re.search(r"\w", part)]
        names = names or [printed]
        if element == "org" and names[0].isupper() and said[:1].isupper():
            names.append(re.split(r"[,;(]", said)[0].strip(" ."))
        ident = make_id(names[0], taken, PREFIX[element])
        found.append(Entity(ident, element, tuple(dict.fromkeys(names)), printed=printed))
    return tuple(found)


def entities(root: etree._Element, element: str, taken: set[str], path: str) -> Iterator[Entity]:
    """The `place` or `org` elements of an authority file. Raises `AuthorityError` for one without a name."""
    for entry in root.iter(f"{{{TEI}}}{element}"):
        children = [child for child in entry if isinstance(child.tag, str)]
        names = [_text(child) for child in children if _local(child) == NAMES[element]]
        if not any(names):
            message, remedy = f"an entry has no {NAMES[element]}", "give it one, with the name in it"
            raise AuthorityError(message, place=f"{path}:{entry.sourceline}", remedy=remedy)
        parts = [Part(_local(c), _text(c), c.get("type", "")) for c in children if _local(c) != NAMES[element]]
        yield Entity(
            entry.get(ID) or make_id(names[0], taken, PREFIX[element]),
            element,
            tuple(dict.fromkeys(name for name in names if name)),
            tuple(part for part in parts if part.text),
        )


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def entity_tree(entity: Entity) -> etree._Element:
    """The `place` or `org` of an entry: names, what is known, idno, and the printed line as a note."""
    element = etree.Element(f"{{{TEI}}}{entity.element}", nsmap={None: TEI})
    element.set(ID, entity.id)
    for number, name in enumerate(entity.names):
        _add(element, NAMES[entity.element], name, "variant" if number else "")
    known = [part for part in entity.parts if part.element in PARTS and _fits(entity, part)]
    located = [part for part in entity.parts if part.element == "location" and entity.element == "place"]
    for part in known:
        _add(element, part.element, part.text, part.type if part.element != "desc" else "")
    for part in located:
        location = etree.SubElement(element, f"{{{TEI}}}location")
        _add(location, "geo", part.text, "")
    numbers = [part for part in entity.parts if part.element == "idno"]
    for part in numbers:
        _add(element, "idno", part.text, part.type)
    for part in entity.parts:
        if part not in (*known, *located, *numbers):
            _add(element, "note", part.text, part.type or (part.element if part.element != "note" else ""))
    if entity.printed:
        _add(element, "note", entity.printed, "")
    return element


def _fits(entity: Entity, part: Part) -> bool:
    return entity.element == "place" or part.element == "desc"


def _add(parent: etree._Element, name: str, text: str, type_: str) -> None:
    child = etree.SubElement(parent, f"{{{TEI}}}{name}", {"type": type_} if type_ else {})
    child.text = text


class Forms:
    """The names of one list, ready for looking up; several entries may have one name."""

    def __init__(self, listed: tuple[Entity, ...]) -> None:
        self.ids: dict[str, tuple[str, ...]] = {}
        for entity in listed:
            for name in entity.names:
                for form in _spellings(fold(name)):
                    self.ids[form] = tuple(dict.fromkeys([*self.ids.get(form, ()), entity.id]))
        self.matcher = Matcher(self.ids)


def _spellings(name: str) -> Iterator[str]:
    """The name as printed, and in capitals, as telegrams have it."""
    if len(name) >= SHORTEST:
        yield name
        if len(name) > SHORTEST + 1:
            yield name.upper()

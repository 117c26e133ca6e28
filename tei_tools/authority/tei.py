"""TEI's listPerson, and its list of terms, read into an `Authority` (TEI Guidelines, chapter Names, Dates, People)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tei_tools.authority.entities import entities
from tei_tools.authority.model import Authority, Person, Role, Term
from tei_tools.authority.natural import turned
from tei_tools.authority.offices import read_roles
from tei_tools.authority.printed import SERVICES, Name, make_id, read_name
from tei_tools.authority.see import pointer, resolve_see
from tei_tools.errors import AuthorityError

TEI = "http://www.tei-c.org/ns/1.0"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SERVICE = re.compile(rf"^(?:{'|'.join(sorted(SERVICES))})\b[\s,;.]*")
POINTERS = ("ref", "sameAs", "corresp", "source", "target", "key")
ADDRESS = re.compile(r"(?:https?|urn|info):", re.IGNORECASE)
OFFICES = {"occupation", "state"}


def parse(data: bytes, path: str) -> etree._Element:
    """The root of an authority file. Raises `AuthorityError` with file, line and remedy."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        row, column = error.position
        raise AuthorityError(
            f"the authority file is not well-formed: {error.msg}",
            place=f"{path}:{row}:{column}",
            remedy="mend the XML there, or give the printed list as plain text",
        ) from error
    if root.getroottree().docinfo.doctype:
        raise AuthorityError(
            "the authority file has a DOCTYPE", place=f"{path}:1", remedy="remove it: entities are not read"
        )
    if etree.QName(root).namespace != TEI:
        raise AuthorityError(
            f"the authority file is no TEI: its root is {etree.QName(root).localname}",
            place=f"{path}:{root.sourceline}",
            remedy=f"it needs the namespace {TEI}",
        )
    return root


def read_tei(data: bytes, path: str) -> Authority:
    """Every person, term, place and organisation of the file, in order. Raises `AuthorityError`."""
    root = parse(data, path)
    taken: set[str] = set()
    for element in root.iter(*(f"{{{TEI}}}{name}" for name in ("person", "term", "place", "org"))):
        ident = element.get(ID)
        if ident and ident in taken:
            raise AuthorityError(
                f"two entries have the id {ident}", place=f"{path}:{element.sourceline}", remedy="rename one of them"
            )
        if ident:
            taken.add(ident)
    persons = tuple(_person(element, taken, path) for element in root.iter(f"{{{TEI}}}person"))
    places, orgs = (tuple(entities(root, element, taken, path)) for element in ("place", "org"))
    plain = {p.id for p, e in zip(persons, root.iter(f"{{{TEI}}}person"), strict=True) if _is_plain(e)}
    return Authority(resolve_see(turned(persons, plain)), tuple(_terms(root, taken)), path, places, orgs)


def _is_plain(person: etree._Element) -> bool:
    """Whether the name of a person is words without elements, and without the comma of a name turned round."""
    name = person.find(f"{{{TEI}}}persName")
    return name is not None and name.find(f".//{{{TEI}}}surname") is None and "," not in _text(name)


def _text(element: etree._Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _person(element: etree._Element, taken: set[str], path: str) -> Person:
    names = [child for child in element if etree.QName(child).localname == "persName"]
    if not names or not re.search(r"[^\W_]", _text(names[0])):
        raise AuthorityError(
            "a person has no persName with words in it",
            place=f"{path}:{element.sourceline}",
            remedy="give it one, with the name in it",
        )
    notes = tuple(_notes(element))
    printed = next((text for kind, text in notes if kind in ("", "printed")), "")
    words = _text(names[0])
    name = _name(names[0], words, printed)
    see = pointer(printed)
    roles = tuple(_roles(element)) or (() if see else read_roles(_rest(printed, words)))
    return Person(
        id=element.get(ID) or make_id(name, taken),
        surname=name.surname,
        forename=name.forename,
        link=name.link,
        generation=name.generation,
        title=name.title,
        nicknames=name.nicknames,
        variants=name.variants + tuple(_text(other) for other in names[1:]),
        roles=roles,
        printed=printed,
        see=_own(element.get("sameAs", "")) or (see["other"] if see else ""),
        idnos=tuple(dict.fromkeys(_idnos(element))),
        notes=tuple(note for note in notes if note[1] != printed),
        row=element.sourceline or 0,
    )


def _own(pointer_: str) -> str:
    return pointer_[1:] if pointer_.startswith("#") else ""


def _idnos(element: etree._Element) -> Iterator[tuple[str, str]]:
    """(type, number or address) of the identifiers, and of whatever else points to another authority."""
    numbers = [(i.get("type", ""), _text(i)) for i in element.iterdescendants(f"{{{TEI}}}idno")]
    yield from ((kind, text) for kind, text in numbers if text)
    known = {text for _, text in numbers}
    for part in (element, *element.iterdescendants("{*}persName", "{*}ptr", "{*}ref", "{*}note")):
        for key in POINTERS:
            for address in part.get(key, "").split():
                if ADDRESS.match(address) and address not in known:
                    yield "URI", address


def _name(element: etree._Element, words: str, printed: str) -> Name:
    """The parts of a persName: from its elements, or else from its words. A nickname may stand in the line only."""
    parts: dict[str, list[str]] = {}
    for child in element.iterdescendants():
        parts.setdefault(etree.QName(child).localname, []).append(_text(child))
    if "surname" not in parts:
        name = read_name(words)
        in_line = read_name(printed, line=True) if printed.startswith(words) else name
        extra = tuple(n for n in in_line.nicknames if n not in name.nicknames)
        if name.forename == "" and in_line.title and name.surname == in_line.surname and not in_line.forename:
            name = replace(name, title=in_line.title)
        return replace(name, nicknames=name.nicknames + extra)

    def joined(key: str) -> str:
        return " ".join(parts.get(key, ()))

    return Name(
        joined("surname"),
        joined("forename"),
        joined("nameLink"),
        joined("genName"),
        joined("roleName"),
        tuple(parts.get("addName", ())),
    )


def _rest(printed: str, name: str) -> str:
    """The offices of a printed line: what follows the name in it."""
    if printed.startswith(name):
        return SERVICE.sub("", printed[len(name) :].lstrip(" ,;."))
    return read_name(printed, line=True).rest


def _roles(element: etree._Element) -> Iterator[Role]:
    for child in element:
        if etree.QName(child).localname in OFFICES and _text(child):
            start_key = next((key for key in ("from", "when", "notBefore") if child.get(key)), "from")
            end_key = next((key for key in ("to", "when", "notAfter") if child.get(key)), "to")
            start, end = child.get(start_key, ""), child.get(end_key, "")
            yield Role(_text(child), start, end, start_key.replace("when", "from"), end_key.replace("when", "to"))


def _notes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """(type, text) of the notes, and of whatever else an entry holds: nothing of it is lost."""
    yield from ((key, element.get(key, "")) for key in ("sex", "gender", "age", "role") if element.get(key))
    for child in element:
        kind = etree.QName(child).localname
        if kind in OFFICES or kind in ("persName", "idno", "ptr"):
            continue
        dates = " ".join(
            value for key, value in child.items() if key in ("when", "from", "to", "notBefore", "notAfter")
        )
        text = " ".join(part for part in (_text(child), dates if kind != "note" else "") if part)
        if text:
            yield (child.get("type", "") if kind == "note" else kind), text


def _terms(root: etree._Element, taken: set[str]) -> Iterator[Term]:
    """list[@type=gloss] of label and item, or item with term and gloss in it."""
    for element in root.iter(f"{{{TEI}}}term"):
        parent = element.getparent()
        if parent is None or etree.QName(parent).localname not in ("label", "item"):
            continue
        holder = parent.getnext() if etree.QName(parent).localname == "label" else parent
        printed = _text(holder)
        word = _text(element)
        meaning = re.sub(r"^[\s,:–—-]+", "", printed[len(word) :]) if printed.startswith(word) else printed
        yield Term(element.get(ID) or make_id(word, taken, "t_"), word, meaning, printed)

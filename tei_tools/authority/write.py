"""An authority file as TEI: what `tei-tools authority` writes, and the entries that a standOff takes over."""

from __future__ import annotations

import copy
from functools import cache

from lxml import etree

from tei_tools.associated import declaration
from tei_tools.authority.entities import entity_tree
from tei_tools.authority.model import Authority, Person, Role, Term

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{TEI}}}{name}", {key: value for key, value in attributes.items() if value})
    element.text = text or None
    return element


def person_tree(person: Person) -> etree._Element:
    """The `person` element of an entry: names, offices, idno, notes; the printed line is the note without a type."""
    return copy.deepcopy(_person_tree(person))


@cache
def _person_tree(person: Person) -> etree._Element:
    """Made once: the documents of a collection name the same persons again and again."""
    element = etree.Element(f"{{{TEI}}}person", nsmap={None: TEI})
    element.set(f"{{{XML}}}id", person.id)
    if person.see:
        element.set("sameAs", f"#{person.see}")
    name = _add(element, "persName")
    parts = [("surname", person.surname), ("roleName", person.title), ("forename", person.forename)]
    parts += [
        ("nameLink", person.link),
        *(("addName", nickname) for nickname in person.nicknames),
        ("genName", person.generation),
    ]
    previous: etree._Element | None = None
    last = ""
    for kind, text in parts:
        if text:
            if previous is not None:
                gap = ", " if "genName" in (kind, last) or last == "surname" else " "
                previous.tail = (")" if last == "addName" else "") + gap + ("(" if kind == "addName" else "")
            previous, last = _add(name, kind, text), kind
    if previous is not None and last == "addName":
        previous.tail = ")"
    for variant in person.variants:
        _add(element, "persName", variant, type="variant")
    for role in person.roles:
        _role(element, role)
    for kind, text in person.idnos:
        _add(element, "idno", text, type=kind)
    for kind, text in (*((("", person.printed),) if person.printed else ()), *person.notes):
        _add(element, "note", text, type=kind)
    return element


def _role(parent: etree._Element, role: Role) -> None:
    element = _add(parent, "occupation", role.text)
    for key, value in ((role.start_key, role.start), (role.end_key, role.end)):
        if value and not role.turned:
            element.set(key, value)


def term_tree(term: Term) -> tuple[etree._Element, etree._Element]:
    """`label` and `item` of a term in a list[@type=gloss]."""
    label = etree.Element(f"{{{TEI}}}label", nsmap={None: TEI})
    _add(label, "term", term.text).set(f"{{{XML}}}id", term.id)
    item = etree.Element(f"{{{TEI}}}item", nsmap={None: TEI})
    item.text = term.printed or term.meaning or term.text
    return label, item


def to_tei(authority: Authority, title: str = "") -> bytes:
    """The lists as a TEI document, in UTF-8, the same bytes for the same lists."""
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    description = _add(_add(root, "teiHeader"), "fileDesc")
    lists = {"Persons": authority.persons, "Places": authority.places, "Organisations": authority.orgs}
    default = next((name for name, entries in lists.items() if entries), "Terms")
    _add(_add(description, "titleStmt"), "title", title or default)
    _add(_add(description, "publicationStmt"), "authority", "The edition whose authority file it is")
    _add(_add(description, "sourceDesc"), "p", "Made from the list of the edition.")
    stand_off = _add(root, "standOff")
    if authority.persons:
        people = _add(stand_off, "listPerson")
        people.extend(person_tree(person) for person in authority.persons)
    for name, entries in (("listPlace", authority.places), ("listOrg", authority.orgs)):
        if entries:
            _add(stand_off, name).extend(entity_tree(entity) for entity in entries)
    if authority.terms:
        glosses = _add(stand_off, "list", type="gloss")
        for term in authority.terms:
            glosses.extend(term_tree(term))
    _indent(root)
    return declaration() + bytes(etree.tostring(root, encoding="UTF-8")) + b"\n"


def _indent(root: etree._Element) -> None:
    """Each element of a list on a line of its own; the mixed content of names and notes stays as it is."""
    mixed = {"persName", "placeName", "orgName", "geo", "note", "occupation", "item", "label", "title", "p", "idno"}
    for element in root.iter():
        if etree.QName(element).localname in mixed or not len(element):
            continue
        depth = len(list(element.iterancestors()))
        element.text = "\n" + "  " * (depth + 1)
        for child in element:
            child.tail = "\n" + "  " * (depth + (child.getnext() is not None))

"""Encode: a document becomes a TEI tree. The only place that creates elements of an edition."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from tei_tools.associated import declaration
from tei_tools.authority import Authority, entity_tree, person_tree, term_tree
from tei_tools.encode.body import Body
from tei_tools.encode.header import header
from tei_tools.encode.inline import TEI, XML_ID, XML_LANG, element, tei
from tei_tools.encode.volume import volume
from tei_tools.model import Document, Imprint
from tei_tools.profile import Profile

__all__ = ["encode", "indent", "serialise", "stand_off", "volume"]

MIXED = frozenset(
    tei(name)
    for name in {
        "p",
        "head",
        "item",
        "label",
        "cell",
        "dateline",
        "seg",
        "salute",
        "signed",
        "note",
        "opener",
        "closer",
        "l",
    }
    | {"title", "editor", "resp", "name", "publisher", "idno", "licence", "bibl", "language", "term", "creation"}
    | {"persName", "orgName", "placeName", "date", "desc", "change", "occupation"}
)
"""Elements that hold text: no white space is put into them to make the file readable."""


def encode(document: Document, profile: Profile, imprint: Imprint, authority: Authority) -> etree._Element:
    """The TEI element of one document.

    Expects linked annotations that are nested or apart (`link`), and as many annotations of element `note` as notes.
    """
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    root.set(XML_ID, f"{imprint.edition or 'tei'}.{document.metadata.id}")
    root.set(XML_LANG, profile.language)
    header(root, document, imprint, profile)
    stand_off(root, document, authority)
    body = element(element(root, "text"), "body")
    Body(document, profile).build(body)
    indent(root)
    return root


def serialise(root: etree._Element) -> bytes:
    """The bytes of a TEI file: UTF-8, with XML declaration, the names of its schemas, and a line end at the end."""
    return b"".join((declaration(), etree.tostring(root, encoding="UTF-8"), b"\n"))


def stand_off(root: etree._Element, document: Document, authority: Authority) -> None:
    """The entries that the text points at, in the order of their lists."""
    used = set(_pointers(document))
    persons = [person for person in authority.persons if person.id in used]
    terms = [term for term in authority.terms if term.id in used]
    listed = (("listPlace", authority.places), ("listOrg", authority.orgs))
    entities = [(name, [entry for entry in entries if entry.id in used]) for name, entries in listed]
    if not (persons or terms or any(entries for _, entries in entities)):
        return
    home = element(root, "standOff")
    if persons:
        people = element(home, "listPerson")
        people.extend(person_tree(person) for person in persons)
    for name, entries in entities:
        if entries:
            element(home, name).extend(entity_tree(entry) for entry in entries)
    if terms:
        glosses = element(home, "list", {"type": "gloss"})
        for term in terms:
            glosses.extend(term_tree(term))


def _pointers(document: Document) -> Iterable[str]:
    for annotation in document.annotations:
        for pointer in annotation.attributes.get("ref", "").split():
            yield pointer.removeprefix("#")
    for fact in document.metadata.facts:
        for pointer in fact.attributes.get("ref", "").split():
            yield pointer.removeprefix("#")


def indent(parent: etree._Element, depth: int = 0) -> None:
    """Each child of an element without text of its own on a line of its own."""
    inside = "\n" + "  " * (depth + 1)
    parent.text = inside
    for child in parent:
        if len(child) and child.tag not in MIXED and not _words(child):
            indent(child, depth + 1)
        child.tail = inside
    child.tail = "\n" + "  " * depth


def _words(parent: etree._Element) -> bool:
    """Whether an element has words of its own among its children."""
    return any(text and text.strip() for text in (parent.text, *(child.tail for child in parent)))

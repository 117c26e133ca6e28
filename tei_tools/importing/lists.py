"""The lists of persons and terms of a volume, as entries of an authority file.

An entry is the item that holds a persName or term with an id; its line is kept word by word, its name is the words of
that element.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei_tools.authority import Authority
from tei_tools.authority.model import Term
from tei_tools.authority.tei import read_tei
from tei_tools.diagnostics import Diagnostic, Place

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
PLAIN = frozenset({"hi", "persName", "term", "pb", "lb", "gloss", "label", "item"})
"""Elements of an entry whose words are all that there is to them; pages of the lists are not those of documents."""
KINDS = {"persName": "person", "term": "term", "gloss": "term"}


def entries(root: etree._Element, file: str) -> tuple[Authority, Authority, list[Diagnostic]]:
    """Persons, terms, and what of their lines is no plain text. Emits import.list-markup."""
    found: list[Diagnostic] = []
    people = list(_entries(root, "persons"))
    glosses = list(_entries(root, "terms"))
    for _, item in (*people, *glosses):
        found += _markup(item, file)
    persons = _authority([_person(name, item) for name, item in people], file)
    terms = tuple(_term(name, item) for name, item in glosses)
    return Authority(persons=persons.persons, path=file), Authority(terms=terms, path=file), found


def _entries(root: etree._Element, section: str) -> Iterator[tuple[etree._Element, etree._Element]]:
    """(the element with the id, the item that it names) of a list."""
    for div in root.iter(f"{TEI}div"):
        if div.get(XML_ID) != section:
            continue
        for name in div.iter(f"{TEI}persName", f"{TEI}term", f"{TEI}gloss"):
            kind = KINDS[etree.QName(name).localname]
            if not name.get(XML_ID) or (kind == "person") != (section == "persons"):
                continue
            holder = next((e for e in name.iterancestors() if e.tag in (f"{TEI}item", f"{TEI}p", f"{TEI}label")), None)
            if holder is not None:
                yield name, holder


def _line(item: etree._Element) -> str:
    """The words of an entry, without those of the notes and lists in it; a label's go on in its item."""
    text = _words(item)
    after = item.getnext()
    if item.tag == f"{TEI}label" and after is not None and after.tag == f"{TEI}item":
        return f"{text} {_words(after)}"
    return text


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext(etree.Element)).split())


def _person(name: etree._Element, item: etree._Element) -> etree._Element:
    person = etree.Element(f"{TEI}person")
    person.set(XML_ID, str(name.get(XML_ID)))
    etree.SubElement(person, f"{TEI}persName").text = _words(name).rstrip(" ,;")
    etree.SubElement(person, f"{TEI}note").text = _line(item)
    return person


def _authority(persons: list[etree._Element], file: str) -> Authority:
    root = etree.Element(f"{TEI}TEI")
    etree.SubElement(etree.SubElement(root, f"{TEI}standOff"), f"{TEI}listPerson").extend(persons)
    return read_tei(etree.tostring(root), file)


def _term(name: etree._Element, item: etree._Element) -> Term:
    word, line = _words(name).rstrip(" ,;"), _line(item)
    meaning = line[len(word) :].lstrip(" ,:;–—-") if line.startswith(word) else line
    return Term(str(name.get(XML_ID)), word, meaning, line)


def _markup(item: etree._Element, file: str) -> Iterator[Diagnostic]:
    for element in item.iterdescendants(etree.Element):
        name = etree.QName(element).localname
        if name not in PLAIN:
            message = f"the entry “{_words(item)[:40]}” has {name} in it; its words are kept, and this is not"
            yield Diagnostic("import.list-markup", "info", message, Place(file, element.sourceline or 0))

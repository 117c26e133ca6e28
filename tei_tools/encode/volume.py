"""Several documents as one TEI: a source that holds a chapter, or the volume of an edition.

The documents stand in one body, in their order. What each brought in its header and standOff is shared: an entry, a
recogniser stands once. A pointer from file to file becomes one within the file.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator

from lxml import etree

from tei_tools.encode.inline import XML_ID, element, tei
from tei_tools.model import Imprint
from tei_tools.profile import Profile
from tei_tools.unique import unique

ENTITIES = {"listPlace": "place", "listOrg": "org"}
"""Lists of standOff beside those of persons and terms, and what they hold."""


def volume(
    roots: Iterable[etree._Element], imprint: Imprint, profile: Profile, ident: str, *, front: bool
) -> etree._Element:
    """One TEI element of the documents' TEI elements, which stay as they are; each is asked for once, in their order.

    With `front` the persons and terms are also printed before the documents, as a volume does. Raises ValueError
    where there is no document.
    """
    whole: etree._Element | None = None
    shared = _Shared()
    for root in roots:
        if whole is None:
            whole = copy.deepcopy(root)
            body, tools = _found(whole, "text/body"), _found(whole, "teiHeader/encodingDesc/appInfo")
            there = {child.get(XML_ID) for child in tools}
        else:
            body.extend(copy.deepcopy(child) for child in _found(root, "text/body"))
            for child in _found(root, "teiHeader/encodingDesc/appInfo"):
                if child.get(XML_ID) not in there:
                    there.add(child.get(XML_ID))
                    tools.append(copy.deepcopy(child))
        shared.add(root)
    if whole is None:
        raise ValueError("a volume has at least one document")
    whole.set(XML_ID, ident)
    _titles(whole, imprint, profile)
    _profile_description(whole, shared)
    _stand_off(whole, shared)
    for child in list(body)[:-1]:
        child.tail = "\n      "
    _page_ids(body)
    if front:
        _front(whole)
    _within(whole, {f"{div.get(XML_ID)}.xml": str(div.get(XML_ID)) for div in body})
    return whole


class _Shared:
    """What the documents brought beside their text, as copies: no document is held for it."""

    def __init__(self) -> None:
        self.letters: list[etree._Element] = []
        self.settings: list[etree._Element] = []
        self.persons: dict[str, etree._Element] = {}
        self.entities: dict[str, dict[str, etree._Element]] = {name: {} for name in ENTITIES}
        self.terms: dict[str, tuple[etree._Element, etree._Element]] = {}

    def add(self, root: etree._Element) -> None:
        (document,) = _found(root, "text/body")
        own = f"#{document.get(XML_ID)}"
        self.letters += _named(_found(root, "teiHeader/profileDesc").findall(tei("correspDesc")), own)
        self.settings += _named(root.findall(_path("teiHeader/profileDesc/settingDesc/setting"))[:1], own)
        for person in root.iterfind(_path("standOff/listPerson/person")):
            self.persons[str(person.get(XML_ID))] = copy.deepcopy(person)
        for name, entry in ENTITIES.items():
            for found in root.iterfind(_path(f"standOff/{name}/{entry}")):
                self.entities[name][str(found.get(XML_ID))] = copy.deepcopy(found)
        for label in root.iterfind(_path("standOff/list/label")):
            item = label.getnext()
            if item is not None:
                self.terms[str(label[0].get(XML_ID))] = (copy.deepcopy(label), copy.deepcopy(item))


def _named(found: Iterable[etree._Element], own: str) -> Iterator[etree._Element]:
    """Copies that name the document which they are about."""
    for each in found:
        made = copy.deepcopy(each)
        made.set("corresp", own)
        yield made


def _page_ids(body: etree._Element) -> None:
    """A page that two documents share has one id in each of their files; in one file the second is pg_12_2."""
    seen: set[str] = set()
    for page in body.iter(tei("pb")):
        page.set(XML_ID, unique(str(page.get(XML_ID)), seen))


def _path(path: str) -> str:
    return "/".join(tei(step) for step in path.split("/"))


def _found(root: etree._Element, path: str) -> etree._Element:
    found = root.find(_path(path))
    assert found is not None
    return found


def _titles(whole: etree._Element, imprint: Imprint, profile: Profile) -> None:
    """The title of the whole; number and page of its first document are not those of the whole."""
    header = _found(whole, "teiHeader")
    title, sub = _found(header, "fileDesc/titleStmt").findall(tei("title"))
    title.text = imprint.title or profile.series
    sub.text = profile.series
    for path in ("fileDesc/publicationStmt", "fileDesc/sourceDesc/bibl"):
        parent = _found(header, path)
        for child in list(parent):
            if child.tag == tei("biblScope") or child.get("type") == "document":
                before = child.getprevious()
                if before is not None and before.tail == ", ":
                    before.tail = None
                parent.remove(child)
    sources = _found(header, "fileDesc/sourceDesc")
    for bibl in [bibl for bibl in sources if bibl.get("type") == "digital"]:
        if imprint.title:
            sources.remove(bibl)


def _profile_description(whole: etree._Element, shared: _Shared) -> None:
    """Languages of all; who wrote to whom, and where they spoke, of each document."""
    description = _found(whole, "teiHeader/profileDesc")
    for child in list(description):
        if child.tag != tei("langUsage"):
            description.remove(child)
    description.extend(shared.letters)
    if shared.settings:
        element(description, "settingDesc").extend(shared.settings)


def _stand_off(whole: etree._Element, shared: _Shared) -> None:
    before = whole.find(tei("standOff"))
    if before is not None:
        whole.remove(before)
    persons, terms = shared.persons, shared.terms
    if not (persons or terms or any(shared.entities.values())):
        return
    stand_off = etree.Element(tei("standOff"))
    whole.insert(1, stand_off)
    if persons:
        people = element(stand_off, "listPerson")
        people.extend(sorted(persons.values(), key=_sorted_by))
    for name, found in shared.entities.items():
        if found:
            ordered = sorted(found.values(), key=lambda entry: (_words(entry[0]).lower(), str(entry.get(XML_ID))))
            element(stand_off, name).extend(ordered)
    if terms:
        glosses = element(stand_off, "list", {"type": "gloss"})
        for label, item in sorted(terms.values(), key=lambda term: _words(term[0]).lower()):
            glosses.extend((label, item))


def _words(part: etree._Element) -> str:
    return " ".join("".join(str(text) for text in part.itertext()).split())


def _sorted_by(person: etree._Element) -> str:
    name = person.find(tei("persName"))
    return _words(name).lower() if name is not None else ""


def _front(whole: etree._Element) -> None:
    """Persons and terms as lists before the documents."""
    text = _found(whole, "text")
    front = etree.Element(tei("front"))
    people = whole.findall(_path("standOff/listPerson/person"))
    labels = whole.findall(_path("standOff/list/label"))
    if people:
        entries = [(str(p.get(XML_ID)), "persName", _person_line(p)) for p in people]
        _list(front, "persons", "Persons", entries)
    if labels:
        entries = [(str(label[0].get(XML_ID)), "term", (_words(label), _meaning(label))) for label in labels]
        _list(front, "terms", "Abbreviations and Terms", entries)
    if len(front):
        text.insert(0, front)


def _person_line(person: etree._Element) -> tuple[str, str]:
    name = person.find(tei("persName"))
    words = _words(name) if name is not None else ""
    known = [_words(role) for role in person.findall(tei("occupation"))]
    if person.get("sameAs"):  # "Diem, see Ngo Dinh Diem", as the list of the volume says it
        known += [_words(note).removeprefix(words).lstrip(", ") for note in person.findall(tei("note"))]
    return words, "; ".join(filter(None, known))


def _meaning(label: etree._Element) -> str:
    item = label.getnext()
    return _words(item).removeprefix(_words(label)).lstrip(", ") if item is not None else ""


def _list(front: etree._Element, ident: str, title: str, entries: Iterable[tuple[str, str, tuple[str, str]]]) -> None:
    section = element(front, "div", {"type": "section", XML_ID: ident})
    element(section, "head").text = title
    listed = element(section, "list", {"type": ident})
    for ref, name, (words, rest) in entries:
        item = element(listed, "item")
        named = element(item, name, {"ref": f"#{ref}"})
        named.text = words
        named.tail = f", {rest}" if rest else None


def _within(whole: etree._Element, files: dict[str, str]) -> None:
    """Pointers at files whose documents are in this one lead to them: d175.xml → #d175, d175.xml#d175fn2 → #d175fn2."""
    for node in whole.iter(tei("ref")):
        file, _, fragment = str(node.get("target", "")).partition("#")
        if file in files:
            node.set("target", f"#{fragment or files[file]}")

"""A volume in one TEI file as the chapters of an e-book: TEI for each document and for each part around them.

What stands between the documents (a page mark, the head of a compilation) goes with the one that follows. A chapter
has the entries of persons that it names, and its part of the header.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from tei_tools.edition_divs import Div, holding

TEI: Final = "{http://www.tei-c.org/ns/1.0}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
TAKEN: Final = frozenset({"nav", "cover", "title", "persons", "package", "book"})
"""What files of an e-book are called that are no chapters."""
NAME: Final = re.compile(r"[A-Za-z_][\w.-]*")
Element = etree._Element


def chapters(tei: bytes, stem: str) -> list[tuple[str, bytes]]:
    """(id, TEI) of each chapter, in the order of the text; the file itself, as `stem`, where it has but one document.

    Raises `etree.XMLSyntaxError` where the file is no well-formed XML.
    """
    root = etree.fromstring(tei, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False))
    text = root.find(f"{TEI}text")
    if text is None or len([div for div in text.iter(f"{TEI}div") if _is_document(div)]) < 2:
        return [(stem, tei)]
    parts = _named([part for matter in text for part in _parts(list(matter))])
    owner = {
        element.get(f"{XML}id"): id_ for id_, part in parts for node in part for element in node.iter(etree.Element)
    }
    entries = {entry.get(f"{XML}id"): entry for entry in root.iterfind(f"{TEI}standOff//*[@{XML}id]")}
    letters = {str(desc.get("corresp"))[1:]: desc for desc in root.iter(f"{TEI}correspDesc") if desc.get("corresp")}
    language = root.get(f"{XML}lang") or text.get(f"{XML}lang") or ""
    made = []
    for id_, part in parts:
        _led(part, id_, owner)
        chapter = _chapter(part, language, entries, letters.get(id_))
        made.append((id_, etree.tostring(chapter, encoding="utf-8", xml_declaration=True)))
    return made


def with_openings(
    documents: Sequence[tuple[str, bytes]], divs: Sequence[Div], language: str
) -> list[tuple[str, bytes]]:
    """(id, TEI) of the documents in the divs of their edition, each of which has a chapter with its title before them.

    The order is that of the book (`tei_tools.encode.parts`): documents of no div come first.
    """
    known = dict(documents)
    held = holding(divs, known)
    placed = {ident for div in held for ident in div.documents}
    taken = {*TAKEN, *(ident.lower() for ident in known)}

    def within(outer: str) -> Iterator[tuple[str, bytes]]:
        for div in held:
            if div.within == outer:
                name = div.id if div.id.lower() not in taken else f"part-{div.id}"
                yield name, _opening(div, name, language)
                yield from ((ident, known[ident]) for ident in div.documents)
                yield from within(div.id)

    return [*((ident, tei) for ident, tei in documents if ident not in placed), *within("")]


def _opening(div: Div, ident: str, language: str) -> bytes:
    part = etree.Element(f"{TEI}div", {"type": div.type, f"{XML}id": ident}, {None: TEI[1:-1]})
    etree.SubElement(part, f"{TEI}head").text = div.title
    return etree.tostring(_chapter([part], language, {}, None), encoding="utf-8", xml_declaration=True)


def _is_document(div: Element) -> bool:
    return div.get("type") == "document"


def _parts(nodes: Sequence[Element]) -> Iterator[list[Element]]:
    """Runs of nodes, each a chapter: they end with a division, or with what a division of documents opens with."""
    waiting: list[Element] = []
    for node in nodes:
        inner = node.tag == f"{TEI}div" and not _is_document(node)
        if inner and any(_is_document(div) for div in node.iterdescendants(f"{TEI}div")):
            before = list(node)
            first = next(n for n, child in enumerate(before) if child.tag == f"{TEI}div")
            while first and before[first - 1].tag == f"{TEI}pb":
                first -= 1
            for child in before[first:]:
                node.remove(child)
            yield [*waiting, node]
            waiting = []
            yield from _parts(before[first:])
        else:
            waiting.append(node)
            if node.tag == f"{TEI}div":
                yield waiting
                waiting = []
    if waiting:
        yield waiting


def _named(parts: Sequence[list[Element]]) -> list[tuple[str, list[Element]]]:
    """Each part with the id of its division, or a number where that has none, or one that is no name of a file."""
    taken = {*TAKEN}
    named = []
    for count, part in enumerate(parts, 1):
        id_ = str(part[-1].get(f"{XML}id", ""))
        if not NAME.fullmatch(id_) or id_.lower() in taken:
            id_ = f"chapter-{count}"
        taken.add(id_.lower())
        named.append((id_, part))
    return named


def _led(part: Sequence[Element], id_: str, owner: dict[str | None, str]) -> None:
    """Pointers to what went to another chapter lead there."""
    for node in part:
        for pointer in node.iter(f"{TEI}ref", f"{TEI}ptr"):
            target = str(pointer.get("target", ""))
            there = owner.get(target[1:]) if target.startswith("#") else None
            if there and there != id_:
                pointer.set("target", f"{there}.xml{target}")


def _chapter(
    part: Sequence[Element], language: str, entries: dict[str | None, Element], letter: Element | None
) -> Element:
    root = etree.Element(f"{TEI}TEI", nsmap={None: TEI[1:-1]})
    if language:
        root.set(f"{XML}lang", language)
    header = etree.SubElement(root, f"{TEI}teiHeader")
    statement = etree.SubElement(etree.SubElement(header, f"{TEI}fileDesc"), f"{TEI}titleStmt")
    etree.SubElement(statement, f"{TEI}title").text = _title(part[-1])
    if letter is not None:
        etree.SubElement(header, f"{TEI}profileDesc").append(copy.deepcopy(letter))
    keys = {str(name.get("ref"))[1:] for node in part for name in node.iter(etree.Element) if name.get("ref")}
    named = [entry for key, entry in entries.items() if key in keys and entry.tag == f"{TEI}person"]
    if named:
        persons = etree.SubElement(etree.SubElement(root, f"{TEI}standOff"), f"{TEI}listPerson")
        persons.extend(copy.deepcopy(entry) for entry in named)
    body = etree.SubElement(etree.SubElement(root, f"{TEI}text"), f"{TEI}body")
    body.extend(part)
    return root


def _title(div: Element) -> str:
    """The words of the head, without the number of a document, which the chapter has beside it, and without notes."""
    head = div if div.tag == f"{TEI}titlePage" else div.find(f"{TEI}head")
    if head is None:
        return str(div.get(f"{XML}id") or "–")
    plain = " ".join("".join(_words(head)).split())
    number = div.get("n")
    return plain.removeprefix(f"{number}. ") if _is_document(div) and number else plain or "–"


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag != f"{TEI}note":
            yield from _words(child)
        yield child.tail or ""

"""What the other pages of a site need of one document: its id, title, header and standOff."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the edition; `label` is its number and title, `header` a TEI element without its text."""

    id: str
    label: str
    header: etree._Element


def entry(id_: str, tei: bytes) -> Entry:
    """The entry of one document, whose TEI is well-formed."""
    root = etree.fromstring(tei, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False))
    stub = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    stub.set("{http://www.w3.org/XML/1998/namespace}id", id_)
    for name in ("teiHeader", "standOff"):
        stub.extend([copy.deepcopy(child) for child in root.findall(f"{{{TEI}}}{name}")])
    number = root.find(f".//{{{TEI}}}body/{{{TEI}}}div")
    text = etree.SubElement(stub, f"{{{TEI}}}text")
    div = etree.SubElement(etree.SubElement(text, f"{{{TEI}}}body"), f"{{{TEI}}}div")
    n = number.get("n", "") if number is not None else ""
    if n:
        div.set("n", n)
    title = root.find(f".//{{{TEI}}}titleStmt/{{{TEI}}}title")
    words = " ".join("".join(str(part) for part in title.itertext()).split()) if title is not None else id_
    return Entry(id_, f"{n}. {words}" if n else words, stub)

"""The correspondence of an edition for correspSearch: one file in the Correspondence Metadata Interchange Format.

CMIF is a small part of TEI: who wrote to whom, when and where, with the addresses of persons and places in VIAF, GND,
Wikidata and GeoNames. `schemas/cmif.rnc` states its rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei_tools.corpus import Corpus, Document
from tei_tools.corpus.document import Party
from tei_tools.corpus.entries import NAMES
from tei_tools.corpus.identifiers import addresses
from tei_tools.corpus.reading import TEI, XML_ID

NAMESPACE = TEI[1:-1]
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
UNKNOWN = "http://correspsearch.net/unknown"
"""How CMIF says that a person is not known."""


def cmif(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """One file, `cmif.xml`, with every document that has a sender or an addressee; none where no document has."""
    described = [_description(document, corpus) for document in corpus.documents() if _sent(document)]
    if not described:
        return
    root = etree.Element(f"{TEI}TEI", nsmap={None: NAMESPACE})
    header = _add(root, "teiHeader")
    _file(_add(header, "fileDesc"), corpus)
    _add(header, "profileDesc").extend(described)
    _add(_add(_add(root, "text"), "body"), "p")
    etree.indent(root)
    yield "cmif.xml", etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _sent(document: Document) -> bool:
    return bool(document.senders or document.addressees)


def _file(file: etree._Element, corpus: Corpus) -> None:
    about = corpus.about
    title = _add(file, "titleStmt")
    _add(title, "title", f"Correspondence in {about.full_title}")
    for editor in about.editors or ("Unknown",):
        _add(title, "editor", editor)
    publication = _add(file, "publicationStmt")
    _add(publication, "publisher", about.publisher or "Unknown")
    _add(publication, "idno", f"{about.url}cmif.xml" if about.url else "cmif.xml", type="url")
    if about.date:
        _add(publication, "date", about.date, when=about.date)
    free = "creativecommons.org" in about.licence_url
    licence = (about.licence or about.licence_url, about.licence_url) if free else ("CC BY 4.0", CC_BY)
    _add(_add(publication, "availability"), "licence", licence[0], target=licence[1])
    bibl = _add(_add(file, "sourceDesc"), "bibl", about.full_title, type="online")
    bibl.set(XML_ID, "edition")


def _description(document: Document, corpus: Corpus) -> etree._Element:
    url = corpus.about.url
    made = etree.Element(f"{TEI}correspDesc", nsmap={None: NAMESPACE})
    if document.number:
        made.set("key", document.number)
    made.set("ref", f"{url}{document.id}.html" if url else f"{document.id}.html")
    made.set("source", "#edition")
    sent = _add(made, "correspAction", type="sent")
    for party in document.senders or (Party("person", "", "Unknown", ""),):
        _party(sent, party, corpus)
    if document.place:
        _party(sent, document.place, corpus)
    _date(sent, document)
    received = _add(made, "correspAction", type="received")
    for party in document.addressees or (Party("person", "", "Unknown", ""),):
        _party(received, party, corpus)
    return made


def _party(action: etree._Element, party: Party, corpus: Corpus) -> None:
    """The name as the list has it, where the list has it; its address, where an authority has one."""
    entry = corpus.entries.get(party.entry)
    known = addresses(entry.identifiers)[:1] if entry else ()
    name = _add(action, NAMES[party.kind], entry.name if entry else party.name)
    if known:
        name.set("ref", known[0])
    elif party.name == "Unknown" and not party.entry:
        name.set("ref", UNKNOWN)
    if party.cert in {"low", "medium"}:
        name.set("cert", party.cert)


def _date(action: etree._Element, document: Document) -> None:
    """TEI Guidelines 13.1.2: a day as @when, a stretch in which it was written as @notBefore and @notAfter."""
    first, last = document.date
    if first and first == last:
        _add(action, "date", when=first)
    elif first:
        _add(action, "date", notBefore=first, notAfter=last)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{TEI}{name}", attributes)
    made.text = text or None
    return made

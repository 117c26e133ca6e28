"""Persons, organisations and documents as a graph: GraphML, for networkx, Gephi, Cytoscape, igraph.

A document's edges lead from its senders and to its addressees, and to those whom it mentions, with how often. Who could
not be identified is no node: the words alone do not say who it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tei_tools.corpus import Corpus, Document

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
KEYS = (
    ("kind", "node", "string"),
    ("label", "node", "string"),
    ("date", "node", "string"),
    ("description", "node", "string"),
    ("relation", "edge", "string"),
    ("weight", "edge", "int"),
)
KINDS = {"person", "org"}


def graph(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """One file, `graph.graphml`: nodes in the order of ids, then edges in the order of documents."""
    root = etree.Element(f"{{{NAMESPACE}}}graphml", nsmap={None: NAMESPACE})
    for name, of, type_ in KEYS:
        etree.SubElement(root, f"{{{NAMESPACE}}}key", {"id": name, "for": of, "attr.name": name, "attr.type": type_})
    drawn = etree.SubElement(root, f"{{{NAMESPACE}}}graph", {"id": "edition", "edgedefault": "directed"})
    known = {ident for ident, entry in corpus.entries.items() if entry.kind in KINDS}
    for ident in sorted(known):
        entry = corpus.entries[ident]
        _node(drawn, ident, kind=entry.kind, label=entry.name, description=entry.description)
    edges: list[tuple[str, str, str, int]] = []
    for document in corpus.documents():
        _node(drawn, document.id, kind="document", label=document.title, date=document.date[0])
        edges += _edges(document, known)
    for source, target, relation, weight in edges:
        edge = etree.SubElement(drawn, f"{{{NAMESPACE}}}edge", {"source": source, "target": target})
        _data(edge, relation=relation, weight=str(weight))
    etree.indent(root)
    yield "graph.graphml", etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _edges(document: Document, known: set[str]) -> Iterator[tuple[str, str, str, int]]:
    """(from, to, relation, weight)."""
    for party in dict.fromkeys(party.entry for party in document.senders):
        if party in known:
            yield party, document.id, "sent", 1
    for party in dict.fromkeys(party.entry for party in document.addressees):
        if party in known:
            yield document.id, party, "received", 1
    counted = Counter(mention.entry for mention in document.mentions if mention.entry in known)
    for entry, count in sorted(counted.items()):
        yield document.id, entry, "mentions", count


def _node(drawn: etree._Element, ident: str, **data: str) -> None:
    _data(etree.SubElement(drawn, f"{{{NAMESPACE}}}node", {"id": ident}), **data)


def _data(element: etree._Element, **data: str) -> None:
    for key, value in data.items():
        if value:
            etree.SubElement(element, f"{{{NAMESPACE}}}data", {"key": key}).text = value

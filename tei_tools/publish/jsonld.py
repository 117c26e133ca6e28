"""A corpus as linked data: JSON-LD with the terms of schema.org and, beside them, of CIDOC-CRM.

A document is a schema:CreativeWork (a schema:Message where it was sent) and a crm:E33_Linguistic_Object, which refers
to (P67) whom it names; sending it is a crm:E7_Activity, carried out by (P14) its senders. Addresses are those of the
site where the edition has a `url`, else they are relative to the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tei_tools.corpus import Corpus, Document, Entry
from tei_tools.corpus.document import Party
from tei_tools.corpus.identifiers import addresses

CONTEXT = {
    "@vocab": "https://schema.org/",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dateCreated": {"@type": "xsd:date"},
    "sameAs": {"@type": "@id"},
    "license": {"@type": "@id"},
    "crm:P67_refers_to": {"@type": "@id"},
    "crm:P14_carried_out_by": {"@type": "@id"},
    "crm:P16_used_specific_object": {"@type": "@id"},
}
TYPES = {
    "person": ["Person", "crm:E21_Person"],
    "org": ["Organization", "crm:E74_Group"],
    "place": ["Place", "crm:E53_Place"],
    "term": ["DefinedTerm", "crm:E55_Type"],
}
FULL_DATE = len("2026-11-26")


def jsonld(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """One file, `edition.jsonld`: the edition, its lists in the order of ids, then its documents."""
    about = corpus.about
    edition: dict[str, Any] = {
        "@id": about.url or "#edition",
        "@type": ["Collection", "crm:E73_Information_Object"],
        "name": about.full_title,
        "editor": [{"@type": "Person", "name": name} for name in about.editors],
        "publisher": {"@type": "Organization", "name": about.publisher} if about.publisher else {},
        "license": about.licence_url,
        "inLanguage": about.language,
        "datePublished": about.date,
    }
    nodes = [_full(edition)]
    nodes += [_entry(entry, about.url) for entry in corpus.entries.values()]
    for document in corpus.documents():
        nodes += _document(document, corpus)
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, indent=1)
    yield "edition.jsonld", text.encode() + b"\n"


def _entry(entry: Entry, url: str) -> dict[str, Any]:
    return _full(
        {
            "@id": f"{url}#{entry.id}",
            "@type": TYPES[entry.kind],
            "name": entry.name,
            "alternateName": list(entry.variants),
            "familyName": entry.surname,
            "givenName": entry.forename,
            "description": entry.description,
            "sameAs": list(addresses(entry.identifiers)),
        }
    )


def _document(document: Document, corpus: Corpus) -> Iterator[dict[str, Any]]:
    """The document, and what was done with it where it was sent."""
    url, (first, last) = corpus.about.url, document.date
    ident = f"{url}{document.id}.html" if url else f"#{document.id}"
    named = dict.fromkeys(m.entry for m in document.mentions if m.entry in corpus.entries)
    sent = bool(document.senders or document.addressees)
    about = [{"@id": f"{url}#{entry}"} for entry in named]
    yield _full(
        {
            "@id": ident,
            "@type": ["Message" if sent else "CreativeWork", "crm:E33_Linguistic_Object"],
            "name": document.title,
            "identifier": document.id,
            "genre": document.kind,
            "isPartOf": {"@id": url or "#edition"},
            "dateCreated": first if first == last and len(first) == FULL_DATE else "",
            "temporalCoverage": "" if first == last and len(first) == FULL_DATE else _interval(first, last),
            "sender": [_party(party, corpus) for party in document.senders],
            "recipient": [_party(party, corpus) for party in document.addressees],
            "locationCreated": _party(document.place, corpus) if document.place else {},
            "pagination": "–".join(dict.fromkeys((*document.pages[:1], *document.pages[-1:]))),
            "mentions": about,
            "crm:P67_refers_to": [node["@id"] for node in about],
        }
    )
    if document.senders:
        yield _full(
            {
                "@id": f"{ident}#sending" if url else f"{ident}-sending",
                "@type": "crm:E7_Activity",
                "crm:P16_used_specific_object": ident,
                "crm:P14_carried_out_by": [f"{url}#{p.entry}" for p in document.senders if p.entry in corpus.entries],
                "crm:P4_has_time-span": _time_span(first, last),
            }
        )


def _party(party: Party, corpus: Corpus) -> dict[str, Any]:
    """By id where the lists have it; else by the words of the document, as what its tag says."""
    if party.entry in corpus.entries:
        return {"@id": f"{corpus.about.url}#{party.entry}"}
    return {"@type": TYPES[party.kind][0], "name": party.name}


def _time_span(first: str, last: str) -> dict[str, Any]:
    if not first:
        return {}
    return {"@type": "crm:E52_Time-Span", "crm:P82a_begin_of_the_begin": first, "crm:P82b_end_of_the_end": last}


def _interval(first: str, last: str) -> str:
    """ISO 8601: "1961-03/1961-05", or one of them where they are the same."""
    return "/".join(dict.fromkeys(day for day in (first, last) if day))


def _full(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in ("", [], {}, None)}

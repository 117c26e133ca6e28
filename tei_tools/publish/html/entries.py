"""What is known of a document before its page is made: its id, its label, and on which pages of the site it will be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

LOCAL = re.compile(rb"""target\s*=\s*["']([^"'#:/?\s]+\.xml)""")
TEI = "http://www.tei-c.org/ns/1.0"
NAMES = {"orgName": "organisations", "placeName": "places"}
"""What a register lists by name, where there is no entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the edition; `label` is its number and title, `views` are the pages of `overview` that show it.

    `files` are those that it points at by name alone.
    """

    id: str
    label: str
    views: frozenset[str]
    files: frozenset[str] = frozenset()


def entry(id_: str, tei: bytes) -> Entry:
    """The entry of one document, whose TEI is well-formed."""
    root = etree.fromstring(tei, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False))
    first = root.find(f".//{{{TEI}}}body/{{{TEI}}}div")
    number = first.get("n", "") if first is not None else ""
    title = root.find(f".//{{{TEI}}}titleStmt/{{{TEI}}}title")
    words = " ".join("".join(str(part) for part in title.itertext()).split()) if title is not None else id_
    files = frozenset(name.decode("utf-8", "replace") for name in LOCAL.findall(tei))
    return Entry(id_, f"{number}. {words}" if number else words, frozenset(_views(root)), files)


def _views(root: etree._Element) -> set[str]:
    entries = {
        "persons": "standOff//{*}person",
        "organisations": "standOff//{*}org",
        "places": "standOff//{*}place",
        "terms": "standOff/{*}list/{*}label",
    }
    found = {view for view, path in entries.items() if root.find("{*}" + path) is not None}
    text, description = root.find("{*}text"), root.find("{*}teiHeader/{*}profileDesc")
    for part in (text, description):
        if part is not None:
            found |= {view for name, view in NAMES.items() if part.find(f".//{{*}}{name}") is not None}
    if text is not None and text.find(".//{*}pb[@n]") is not None:
        found.add("pages")
    if description is not None and any(date.get("when") for date in description.iter("{*}date")):
        found.add("timeline")
    if description is not None and len(description.findall("{*}correspDesc/{*}correspAction")) > 1:
        found.add("correspondence")
    return found

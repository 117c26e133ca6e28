"""The lists of an edition: persons, places, organisations and terms, each as one `Entry`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tei_tools.corpus.reading import TEI, XML_ID, elements

NAMES = {"person": "persName", "place": "placeName", "org": "orgName"}
"""The element of an entry, which is also its kind, and the element that names it, there and in texts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`kind` is person, place, org or term; `identifiers` are (type, value), such as ("viaf", "12345")."""

    id: str
    kind: str
    name: str
    variants: tuple[str, ...] = ()
    surname: str = ""
    forename: str = ""
    description: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()


def entries(root: etree._Element) -> Iterator[Entry]:
    """Every entry of the lists in a file's standOff."""
    for kind in NAMES:
        for element in elements(root, kind):
            if element.get(XML_ID):
                yield _entry(element, kind)
    for item in root.iterfind(f".//{TEI}standOff//{TEI}list[@type='gloss']/{TEI}label"):
        term = item.find(f"{TEI}term")
        subject = item if term is None else term
        gloss = item.getnext()
        ident = subject.get(XML_ID) or item.get(XML_ID, "")
        if ident:
            yield Entry(ident, "term", words(subject), description="" if gloss is None else words(gloss))


def _entry(element: etree._Element, kind: str) -> Entry:
    names = element.findall(f"{TEI}{NAMES[kind]}")
    first = names[0] if names else element
    parts = {name: first.findtext(f"{TEI}{name}", "") for name in ("surname", "forename")}
    described = [words(child) for child in elements(element, "occupation", "state", "desc", "affiliation")]
    ids = [(idno.get("type", ""), words(idno)) for idno in elements(element, "idno")]
    ids += [("uri", link) for name in names if (link := name.get("ref", ""))]
    variants = tuple(dict.fromkeys(words(name) for name in names[1:]))
    return Entry(
        element.get(XML_ID, ""),
        kind,
        words(first),
        variants,
        parts["surname"],
        parts["forename"],
        "; ".join(described),
        tuple(ids),
    )


def words(element: etree._Element) -> str:
    """The text of an element, white space as single blanks."""
    return " ".join("".join(element.itertext()).split())

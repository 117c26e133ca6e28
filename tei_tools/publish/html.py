"""The site of an edition: a page per document, the index, the list of persons, style sheet and fonts.

This stage makes files in memory; it is given the transformation, and who calls it writes them to disk.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from lxml import etree

from tei_tools.errors import PublishError
from tei_tools.resources import resource

TEI = "http://www.tei-c.org/ns/1.0"
INDEX, PERSONS, ASSETS = "index.html", "persons.html", "assets/"
SERVED = frozenset({".css", ".svg", ".woff2", ".txt"})
LOCAL = re.compile(r"""\btarget\s*=\s*["']([^"'#:/?\s]+\.xml)""")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the site says of the edition as a whole. `url` is where it will be published, with a slash at its end."""

    title: str
    editors: tuple[str, ...] = ()
    language: str = "en"
    licence: str = ""
    licence_url: str = ""
    url: str = ""
    tei: str = "../tei/"
    """The folder of the TEI files, relative to the site; "" where they are not published."""


class Output(Protocol):
    @property
    def text(self) -> str: ...


class Transform(Protocol):
    def __call__(self, tei: str | bytes, to: str = ..., *, place: str = ..., **options: Any) -> Output: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the edition as the other pages need it."""

    id: str
    label: str
    header: etree._Element


def site(
    documents: Sequence[tuple[str, bytes]], facts: Facts, transform: Transform, *, profile: str = ""
) -> Iterator[tuple[str, bytes]]:
    """(file name, bytes) of the whole site; `documents` are (document id, TEI) in the order of the edition.

    The pages are made one after the other, as they are asked for. Raises `PublishError` where an id is used twice.
    """
    entries = [entry(id_, tei) for id_, tei in documents]
    ids = [item.id for item in entries]
    if len(set(ids)) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise PublishError(f"two documents would be written to {twice}.html", remedy="give one of them another id")
    for number, (id_, tei) in enumerate(documents):
        neighbours = (entries[number - 1] if number else None, entries[number + 1] if number + 1 < len(ids) else None)
        yield f"{id_}.html", page(id_, tei, facts, transform, neighbours, frozenset(ids), profile=profile)
    yield from overview(entries, facts, transform)
    yield from assets()


def entry(id_: str, tei: bytes) -> Entry:
    """What index, list of persons and neighbours need of one document: id, title, header and standOff."""
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


def page(
    id_: str,
    tei: bytes,
    facts: Facts,
    transform: Transform,
    neighbours: tuple[Entry | None, Entry | None] = (None, None),
    known: frozenset[str] = frozenset(),
    *,
    profile: str = "",
) -> bytes:
    """The page of one document. Pointers at files that are not `known` get no link."""
    options: dict[str, str] = {
        "edition_title": facts.title,
        "index_href": INDEX,
        "tei_href": f"{facts.tei}{id_}.xml" if facts.tei else "",
        "assets": ASSETS,
        "url": f"{facts.url}{id_}.html" if facts.url else "",
        "missing": " ".join(sorted(set(LOCAL.findall(tei.decode("utf-8", "replace"))) - {f"{k}.xml" for k in known})),
    }
    for way, neighbour in zip(("previous", "next"), neighbours, strict=True):
        if neighbour is not None:
            options |= {f"{way}_href": f"{neighbour.id}.html", f"{way}_title": neighbour.label}
    return transform(tei, "html", place=f"{id_}.xml", profile=profile, locale=facts.language, **options).text.encode()


def overview(entries: Sequence[Entry], facts: Facts, transform: Transform) -> Iterator[tuple[str, bytes]]:
    """index.html, and persons.html where the documents name any."""
    corpus = etree.tostring(_corpus(entries, facts), encoding="unicode")
    persons = corpus.find("<person ") >= 0
    views = {"index": INDEX, "persons": PERSONS} if persons else {"index": INDEX}
    options = {"locale": facts.language, "edition_title": facts.title, "index_href": INDEX, "assets": ASSETS}
    options["persons_href"] = PERSONS if persons else ""
    for view, name in views.items():
        url = facts.url and facts.url + name.removeprefix(INDEX)
        yield name, transform(corpus, "html", place=name, view=view, url=url, **options).text.encode()


def _corpus(entries: Sequence[Entry], facts: Facts) -> etree._Element:
    corpus = etree.Element(f"{{{TEI}}}teiCorpus", nsmap={None: TEI})
    corpus.set("{http://www.w3.org/XML/1998/namespace}lang", facts.language)
    file = etree.SubElement(etree.SubElement(corpus, f"{{{TEI}}}teiHeader"), f"{{{TEI}}}fileDesc")
    titles = etree.SubElement(file, f"{{{TEI}}}titleStmt")
    etree.SubElement(titles, f"{{{TEI}}}title").text = facts.title
    for editor in facts.editors:
        etree.SubElement(titles, f"{{{TEI}}}editor").text = editor
    if facts.licence:
        terms = etree.SubElement(etree.SubElement(file, f"{{{TEI}}}publicationStmt"), f"{{{TEI}}}availability")
        licence = etree.SubElement(
            terms, f"{{{TEI}}}licence", {"target": facts.licence_url} if facts.licence_url else {}
        )
        licence.text = facts.licence
    corpus.extend([item.header for item in entries])
    return corpus


def assets() -> Iterator[tuple[str, bytes]]:
    """Style sheet, icon, fonts and their licence."""
    folder = resource("xslt", "assets")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in SERVED:
            yield ASSETS + Path(path).relative_to(folder).as_posix(), path.read_bytes()

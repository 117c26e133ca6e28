"""The pages of the edition as a whole: the index of its documents, and its persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_tools.publish.html.description import Facts
from tei_tools.publish.html.entries import TEI, Entry

if TYPE_CHECKING:
    from tei_tools.publish.html import Transform

PAGES = {"index": "index.html", "persons": "persons.html"}


def views(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """(name, path) of the pages that these documents give: persons only where they name any."""
    named = any(item.header.find(f".//{{{TEI}}}person") is not None for item in entries)
    return [(view, path) for view, path in PAGES.items() if view == "index" or named]


def overview(
    entries: Sequence[Entry], facts: Facts, transform: Transform, options: Mapping[str, Any]
) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of each view."""
    corpus = etree.tostring(_corpus(entries, facts), encoding="unicode")
    for view, path in views(entries):
        yield path, transform(corpus, "html", place=path, view=view, page=path, **options).text.encode()


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

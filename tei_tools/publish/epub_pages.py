"""Pages of an e-book that are no chapters: the persons, and a cover in type; and the frame of such a page."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from html import escape

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang={lang} xml:lang={lang}>
<head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body><main>
{body}
</main></body></html>
"""


def persons(documents: Sequence[tuple[str, bytes]], words: Mapping[str, str], language: str) -> str:
    """The page of the persons, each with the documents that name it; "" where there are none."""
    entries: dict[str, tuple[str, str, list[str]]] = {}
    for id_, tei in documents:
        root = etree.fromstring(tei, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False))
        div = root.find(f"{TEI}text/{TEI}body/{TEI}div")
        if div is not None and div.find(f".//{TEI}list[@type='persons']") is not None:
            continue
        link = _link_to(id_, div, _text(root.find(f".//{TEI}titleStmt/{TEI}title")))
        for person in root.iterfind(f"{TEI}standOff//{TEI}person"):
            name, offices = _text(person.find(f"{TEI}persName")), person.iterfind(f"{TEI}occupation")
            key = str(person.get(ID))
            entry = entries.setdefault(key, (name, "; ".join(_text(office) for office in offices), []))
            entry[2].append(link)
    if not entries:
        return ""
    rows = (
        f"<li id={quoted(key)}><b>{escape(name)}</b>{escape(', ' + offices if offices else '')}. "
        f"{escape(words['documents'])}: {', '.join(links)}</li>"
        for key, (name, offices, links) in sorted(entries.items(), key=lambda item: item[1][0].casefold())
    )
    title = escape(words["persons"])
    body = (
        f'<section epub:type="index" role="doc-index" aria-labelledby="title"><h1 id="title">{title}</h1>\n'
        f'<ul class="entries">\n{chr(10).join(rows)}\n</ul></section>'
    )
    return PAGE.format(lang=quoted(language), title=title, body=body)


def _link_to(id_: str, div: etree._Element | None, title: str) -> str:
    """A link to a document, with its number; to another part of a volume, with its title."""
    at, number, kind = ("", "", "") if div is None else (div.get(key, "") for key in (ID, "n", "type"))
    words = number or (id_ if kind == "document" else title or id_)
    return f"<a href={quoted(f'{id_}.xhtml#{at}' if at else f'{id_}.xhtml')}>{escape(words)}</a>"


def quoted(text: str) -> str:
    return f'"{escape(text)}"'


def _text(element: etree._Element | None) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""


def cover(title: str, creators: Sequence[str]) -> str:
    """A cover in type: title and editors, black on white."""
    lines = textwrap.wrap(title, 24)[:12]
    text = "".join(f'<text x="300" y="{260 + 52 * n}">{escape(line)}</text>' for n, line in enumerate(lines))
    names = "".join(f'<text x="300" y="{760 - 40 * n}">{escape(name)}</text>' for n, name in enumerate(creators[:3]))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" role="img" '
        f'aria-label={quoted(title)}><rect width="600" height="900" fill="#fffdf8"/>'
        '<rect x="30" y="30" width="540" height="840" fill="none" stroke="#222" stroke-width="2"/>'
        f'<g font-family="serif" font-size="40" text-anchor="middle" fill="#111">{text}</g>'
        f'<g font-family="serif" font-size="26" text-anchor="middle" fill="#333">{names}</g></svg>\n'
    )

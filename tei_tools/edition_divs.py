"""The tables [[divs]] of edition.toml: the compilations and chapters that a volume puts its documents into."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lxml import etree

from tei_tools.edition_keys import ID, known, matching, text_of, texts_of, wrong

KINDS = ("compilation", "chapter", "subchapter")
NAME = '"ch1"'


@dataclass(frozen=True, slots=True)
class Div:
    """A compilation, chapter or subchapter; `within` is the id of the div around it, `documents` are ids in order."""

    id: str
    type: str
    title: str
    within: str = ""
    documents: tuple[str, ...] = ()


def divs(value: Any, key: str, file: Path) -> tuple[Div, ...]:
    """The divs in their order. Raises `ProfileError` where one is incomplete, or stands in none that came before."""
    if not isinstance(value, list):
        raise wrong(file, key, "has to be a list of tables", "write [[divs]] and its keys below it")
    found: list[Div] = []
    placed: set[str] = set()
    for number, table in enumerate(value, 1):
        div = _div(table, f"{key}[{number}]", file)
        if div.id in {each.id for each in found}:
            raise wrong(file, f"{key}.id", f"{div.id!r} stands twice", "give each div an id of its own")
        if div.within and div.within not in {each.id for each in found}:
            raise wrong(file, f"{key}.in", f"no div before this one is {div.within!r}", "put the outer div before it")
        twice = sorted(placed & {*div.documents})
        if twice:
            raise wrong(file, f"{key}.documents", f"{twice[0]!r} stands in two divs", "a document is in one place")
        placed |= {*div.documents}
        found.append(div)
    return tuple(found)


def holding(divs: Sequence[Div], there: Collection[str]) -> list[Div]:
    """The divs with those of their documents that are `there`, without the divs that then have none in them.

    An edition may have a part of a volume.
    """
    held: list[Div] = []
    outer: set[str] = set()
    for div in reversed(divs):  # a div stands before those in it
        documents = tuple(ident for ident in div.documents if ident in there)
        if documents or div.id in outer:
            outer.add(div.within)
            held.append(replace(div, documents=documents))
    return held[::-1]


def as_xml(divs: Sequence[Div]) -> str:
    """The divs as `xslt/modules/frus/volume.xsl` reads them; "" where there are none."""
    top = etree.Element("divs")
    for div in divs:
        made = etree.SubElement(top, "div", {"id": div.id, "type": div.type})
        if div.within:
            made.set("in", div.within)
        etree.SubElement(made, "title").text = div.title
        for ident in div.documents:
            etree.SubElement(made, "document").text = ident
    return etree.tostring(top, encoding="unicode") if divs else ""


def _div(table: Any, key: str, file: Path) -> Div:
    if not isinstance(table, Mapping):
        raise wrong(file, key, "has to be a table", "write [[divs]] and its keys below it")
    known(table, READERS, file, f"{key}.")
    for name in ("id", "type", "title"):
        if name not in table:
            raise wrong(
                file, f"{key}.{name}", "is missing", f"a div has an id, a type ({', '.join(KINDS)}) and a title"
            )
    values = {name: READERS[name](entry, f"{key}.{name}", file) for name, entry in table.items()}
    return Div(**{"within" if name == "in" else name: entry for name, entry in values.items()})


READERS: Mapping[str, Callable[[Any, str, Path], Any]] = {
    "id": matching(ID, "identifier", NAME),
    "type": matching(re.compile("|".join(KINDS)), "kind of div", '"chapter"'),
    "title": text_of,
    "in": matching(ID, "identifier", '"comp1"'),
    "documents": texts_of,
}

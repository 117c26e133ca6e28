"""What holds the documents of a volume together: edition.toml, the lists, and the frame that is left of the volume."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator

from lxml import etree

from tei_tools import associated
from tei_tools.authority import to_tei
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.importing.volume import GROUPS, TEI, XML_ID, Volume, words

CARRIED = frozenset({"persons", "terms"})
"""Sections that become authority files."""


def files(volume: Volume, found: list[Diagnostic]) -> dict[str, bytes]:
    """The files beside the documents, by name. Emits import.section, import.between."""
    found += _left(volume)
    made = {"edition.toml": _description(volume).encode()}
    if volume.authority.persons:
        made["persons.xml"] = to_tei(volume.authority)
    if volume.terms.terms:
        made["terms.xml"] = to_tei(volume.terms)
    made["frame.xml"] = _frame(volume)
    for name, content in associated.companions().items():
        made[name] = content
        made[f"documents/{name}"] = content
    return made


def _description(volume: Volume) -> str:
    keys = {"id": volume.id, "series": volume.titled("series"), "title": volume.title}
    lines = [f"# The volume {volume.id}, as tei-tools import read it."]
    lines += [f"{key} = {_quoted(value)}" for key, value in keys.items() if value]
    if volume.editors:
        lines.append(f"editors = [{', '.join(map(_quoted, volume.editors))}]")
    if volume.publisher:
        lines.append(f"publisher = {_quoted(volume.publisher)}")
    if volume.date:
        lines.append(f"date = {_quoted(volume.date)}")
    lines += ['sources = ["documents/*.xml"]', 'licence = "https://creativecommons.org/publicdomain/zero/1.0/"']
    lists = [("persons", volume.authority.persons), ("terms", volume.terms.terms)]
    if any(entries for _, entries in lists):
        lines += ["", "[authorities]", *(f'{kind} = "{kind}.xml"' for kind, entries in lists if entries)]
    for div in _groups(volume.root):
        lines += ["", "[[divs]]", *_group(div)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _groups(root: etree._Element) -> Iterator[etree._Element]:
    for div in root.iter(f"{TEI}div"):
        if div.get("type") in GROUPS and div.get(XML_ID):
            yield div


def _group(div: etree._Element) -> Iterator[str]:
    head = div.find(f"{TEI}head")
    yield f"id = {_quoted(str(div.get(XML_ID)))}"
    yield f"type = {_quoted(str(div.get('type')))}"
    yield f"title = {_quoted(title(head) if head is not None else str(div.get(XML_ID)))}"
    above = next((e for e in div.iterancestors(f"{TEI}div") if e.get("type") in GROUPS), None)
    if above is not None:
        yield f"in = {_quoted(str(above.get(XML_ID)))}"
    held = [str(e.get(XML_ID)) for e in div.iterchildren(f"{TEI}div") if str(e.get("type", "")).startswith("document")]
    if held:
        yield f"documents = [{', '.join(map(_quoted, held))}]"


def title(head: etree._Element) -> str:
    """The words of a heading without its notes."""
    plain = copy.deepcopy(head)
    for note in list(plain.iter(f"{TEI}note")):
        note.text = ""
        for child in list(note):
            note.remove(child)
    plain.tail = None
    return words(plain)


def _left(volume: Volume) -> Iterator[Diagnostic]:
    """What of the volume is in no document and no list."""
    for div in volume.root.iterfind(f"{TEI}text//{TEI}div"):
        kind, ident = str(div.get("type", "")), str(div.get(XML_ID, ""))
        if kind.startswith("document") or any(
            str(e.get("type", "")).startswith("document") for e in div.iterancestors()
        ):
            continue
        if kind in GROUPS:
            yield from _between(volume, div)
        elif ident not in CARRIED:
            message = f"the section {ident or kind} is no document: it stays in frame.xml"
            yield Diagnostic("import.section", "info", message, Place(volume.path, div.sourceline or 0))
    for element in volume.root.iterfind(f"{TEI}text/{TEI}front/{TEI}titlePage"):
        message = "the title page stays in frame.xml; edition.toml has its title and names"
        yield Diagnostic("import.section", "info", message, Place(volume.path, element.sourceline or 0))


def _between(volume: Volume, group: etree._Element) -> Iterator[Diagnostic]:
    heads = 0
    for child in group:
        if not isinstance(child.tag, str) or child.tag == f"{TEI}div":
            continue
        name = etree.QName(child).localname
        heads += name == "head"
        marked = name == "head" and heads == 1 and not any(isinstance(e.tag, str) for e in child)
        if not marked:
            what = "the markup of the heading" if name == "head" and heads == 1 else f"{name} between documents"
            message = f"{what} of {group.get(XML_ID)} stays in frame.xml"
            yield Diagnostic("import.between", "info", message, Place(volume.path, child.sourceline or 0))


def _frame(volume: Volume) -> bytes:
    """The volume with each of its documents emptied, word by word as it was."""
    whole = copy.deepcopy(volume.root)
    for div in list(whole.iter(f"{TEI}div")):
        if str(div.get("type", "")).startswith("document"):
            for child in list(div):
                div.remove(child)
            div.text = None
    return bytes(etree.tostring(whole.getroottree(), encoding="UTF-8", xml_declaration=True)) + b"\n"

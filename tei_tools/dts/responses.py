"""Requests and responses of the four endpoints. Sections of the specification are named where they decide."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tei_tools.corpus.reading import read
from tei_tools.dts.addresses import PARAMETERS, Addresses
from tei_tools.dts.fragment import wrapped
from tei_tools.dts.library import Item, Library
from tei_tools.dts.units import TREES, Tree, Unit

CONTEXT = "https://dtsapi.org/context/v1.0.json"
VERSION = "1.0"
TEI_TYPE = "application/tei+xml"
TEXT_TYPE = "text/plain"
JSON_TYPE = "application/ld+json"
PAGE = 100
"""So many members has a page of a collection; of a navigation, which is asked for one document, ten times as many."""
Parameters = Mapping[str, str]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Response:
    body: bytes
    type: str
    headers: Mapping[str, str] = field(default_factory=dict)


class RequestError(Exception):
    """A request that the specification answers with an error: `status` 400 or 404."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def respond(library: Library, addresses: Addresses, endpoint: str, parameters: Parameters) -> Response:
    """The response of an endpoint: entry, collection, navigation or document. Raises `RequestError`."""
    if endpoint == "document":
        return _document(library, addresses, parameters)
    make: dict[str, Callable[[Library, Addresses, Parameters], Json]] = {
        "entry": _entry,
        "collection": _collection,
        "navigation": _navigation,
    }
    made = {"@context": CONTEXT, "dtsVersion": VERSION, **make[endpoint](library, addresses, parameters)}
    return Response((json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8"), JSON_TYPE)


def _entry(_library: Library, addresses: Addresses, _parameters: Parameters) -> Json:
    templates = {endpoint: addresses.template(endpoint, {}) for endpoint in PARAMETERS}
    return {"@id": addresses.base or "./", "@type": "EntryPoint", **templates}


def _collection(library: Library, addresses: Addresses, parameters: Parameters) -> Json:
    """Collection endpoint: the edition is the one collection, its documents are the resources."""
    nav = parameters.get("nav", "children")
    if nav not in {"children", "parents"}:
        raise RequestError(400, "nav is children or parents")
    about, ident = library.about, parameters.get("id", library.about.id)
    edition: Json = {
        "@id": about.id,
        "@type": "Collection",
        "title": about.full_title,
        "totalParents": 0,
        "totalChildren": len(library.items),
        "dublinCore": _present(
            {"publisher": [about.publisher], "creator": list(about.editors), "license": [about.licence_url]}
        ),
        "collection": addresses.template("collection", {"id": about.id}),
    }
    if ident != about.id:
        found = _resource(library, addresses, _item(library, ident))
        return found | ({"member": [edition]} if nav == "parents" else {})
    if nav == "parents":
        return edition | {"member": []}
    members = [_resource(library, addresses, item) for item in library.items.values()]
    return edition | _paged(members, PAGE, "collection", {"id": ident, **parameters}, addresses)


def _item(library: Library, ident: str) -> Item:
    if ident not in library.items:
        raise RequestError(404, f"there is no document {ident!r}")
    return library.items[ident]


def _resource(library: Library, addresses: Addresses, item: Item) -> Json:
    known = {"resource": item.id}
    core: dict[str, list[Any]] = {
        "title": [{"lang": item.language, "value": item.title}],
        "creator": list(item.senders),
        "date": [item.date] if item.date else [],
        "language": [item.language],
        "isPartOf": [library.about.full_title],
    }
    return {
        "@id": item.id,
        "@type": "Resource",
        "title": item.title,
        "totalParents": 1,
        "totalChildren": 0,
        "dublinCore": _present(core),
        "collection": addresses.template("collection", {"id": item.id}),
        "navigation": addresses.template("navigation", known),
        "document": addresses.template("document", known),
        "download": addresses.of("document", known),
        "mediaTypes": [TEI_TYPE, TEXT_TYPE],
        "citationTrees": [_tree(name, about, types) for name, (about, types) in TREES.items()],
    }


def _tree(name: str, about: str, types: Sequence[str]) -> Json:
    """The default tree has no identifier."""
    structure: list[Json] = []
    for type_ in reversed(types):
        below = {"citeStructure": structure} if structure else {}
        structure = [{"@type": "CiteStructure", "citeType": type_, **below}]
    return {
        **({"identifier": name} if name else {}),
        "@type": "CitationTree",
        "description": about,
        "citeStructure": structure,
    }


def _navigation(library: Library, addresses: Addresses, parameters: Parameters) -> Json:
    """Navigation endpoint, with its table of `down`, `ref`, `start` and `end`."""
    item, tree = _asked(library, parameters)
    down = _number(parameters, "down", least=-1)
    ref, start, end = (_unit(tree, parameters, name) for name in ("ref", "start", "end"))
    made: Json = {"@id": addresses.of("navigation", parameters), "@type": "Navigation"}
    made["resource"] = _resource(library, addresses, item)
    named = {"ref": ref, "start": start, "end": end}
    made |= {name: _told(unit) for name, unit in named.items() if unit}
    if (down is None or down == 0) and not ref and not (start and down is None):
        raise RequestError(400, "down has to be given, -1 or more than 0, where no ref is")
    if down is None:
        return made
    members = _members(tree, down, ref, start, end)
    return made | _paged([_told(unit) for unit in members], 10 * PAGE, "navigation", parameters, addresses)


def _members(tree: Tree, down: int, ref: Unit | None, start: Unit | None, end: Unit | None) -> list[Unit]:
    if ref and down == 0:
        return [unit for unit in tree.units.values() if unit.parent == ref.parent]
    if start and end:
        return list(tree.between(start, end, down))
    below = list(tree.below(ref.identifier if ref else None, down))
    return below or ([ref] if ref else [])


def _told(unit: Unit) -> Json:
    told: Json = {"identifier": unit.identifier, "@type": "CitableUnit", "level": unit.level, "parent": unit.parent}
    told["citeType"] = unit.type
    return told | ({"dublinCore": {"title": [unit.title]}} if unit.title else {})


def _document(library: Library, addresses: Addresses, parameters: Parameters) -> Response:
    """Document endpoint: the whole file, or a passage in a wrapper; as TEI, or as plain text."""
    item, tree = _asked(library, parameters)
    kind = parameters.get("mediaType", TEI_TYPE)
    if kind not in {TEI_TYPE, TEXT_TYPE}:
        raise RequestError(404, f"the document is not there as {kind!r}")
    ref, start, end = (_unit(tree, parameters, name) for name in ("ref", "start", "end"))
    document = library.document(item.id)
    link = {"Link": f'<{addresses.of("collection", {"id": item.id})}>; rel="collection"'}
    if start and end:
        passage = tree.positions.cut(start.first, end.last)
    elif ref:
        whole = ref.element is not None and ref.type != "document"
        passage = tree.positions.cut(ref.first, ref.last)
        passage = _only(passage, ref) if whole else passage
    else:
        passage = None
    if kind == TEXT_TYPE:
        text = document.text if passage is None else read(passage).text
        return Response((text + "\n").encode("utf-8"), f"{TEXT_TYPE}; charset=utf-8", link)
    root = document.element.getroottree()
    content = wrapped(passage) if passage is not None else etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return Response(content, TEI_TYPE, link)


def _only(passage: etree._Element, unit: Unit) -> etree._Element:
    """The element of a unit without the empty elements around it."""
    assert unit.element is not None
    while passage.tag != unit.element.tag or passage.attrib != unit.element.attrib:
        passage = passage[0]
    return passage


def _asked(library: Library, parameters: Parameters) -> tuple[Item, Tree]:
    """The document and tree of a request, its parameters being such as go together."""
    if not parameters.get("resource"):
        raise RequestError(400, "resource has to be given")
    if "ref" in parameters and ("start" in parameters or "end" in parameters):
        raise RequestError(400, "ref does not go together with start and end")
    if ("start" in parameters) != ("end" in parameters):
        raise RequestError(400, "start and end go together")
    item, name = _item(library, parameters["resource"]), parameters.get("tree", "")
    if name not in TREES or ("tree" in parameters and not name):
        raise RequestError(404, f"the document has no citation tree {name!r}")
    return item, library.tree(item.id, name)


def _unit(tree: Tree, parameters: Parameters, name: str) -> Unit | None:
    if name not in parameters:
        return None
    if parameters[name] not in tree.units:
        raise RequestError(404, f"{name}: the citation tree has no unit {parameters[name]!r}")
    return tree.units[parameters[name]]


def _number(parameters: Parameters, name: str, least: int) -> int | None:
    text = parameters.get(name)
    if text is None:
        return None
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 7 and int(text) >= least):
        raise RequestError(400, f"{name} is a number from {least} on")
    return int(text)


def _paged(members: Sequence[Json], size: int, endpoint: str, asked: Parameters, addresses: Addresses) -> Json:
    """The members, or the page of them that was asked for, with links to the others."""
    page = _number(asked, "page", least=1) or 1
    last = max(1, -(-len(members) // size))
    if page > last:
        raise RequestError(404, f"there is no page {page}: the last is {last}")
    if last == 1:
        return {"member": list(members)}

    def link(number: int) -> str:
        return addresses.of(endpoint, {**asked, "page": str(number)})

    view = {
        "@id": link(page),
        "@type": "Pagination",
        "first": link(1),
        "previous": link(page - 1) if page > 1 else None,
        "next": link(page + 1) if page < last else None,
        "last": link(last),
    }
    return {"member": list(members[(page - 1) * size : page * size]), "view": view}


def _present(core: Mapping[str, list[Any]]) -> Json:
    return {name: [value for value in values if value] for name, values in core.items() if any(values)}

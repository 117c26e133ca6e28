"""OASIS XML Catalogs 1.1: which file stands for a name or an address. `schemas/catalog.xml` is ours.

Understood are uri, system, public, rewriteURI, rewriteSystem, uriSuffix, systemSuffix, group and nextCatalog. Names of
both kinds are looked up alike, as a schema may be named by any of them; delegation is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from tei_tools.errors import SchemaError
from tei_tools.resources import resource

CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
EXACT = {f"{CATALOG}uri": "name", f"{CATALOG}system": "systemId", f"{CATALOG}public": "publicId"}
SUFFIX = {f"{CATALOG}uriSuffix": "uriSuffix", f"{CATALOG}systemSuffix": "systemIdSuffix"}
PREFIX = {f"{CATALOG}rewriteURI": "uriStartString", f"{CATALOG}rewriteSystem": "systemIdStartString"}


class Catalog:
    """The entries of a catalog file and of those that it goes on to. Raises `SchemaError` for an unreadable one."""

    def __init__(self, path: Path) -> None:
        self._exact: dict[str, Path] = {}
        self._suffixes: list[tuple[str, Path]] = []
        self._prefixes: list[tuple[str, str, Path]] = []
        self._read(path, set())

    @staticmethod
    @cache
    def own() -> Catalog:
        return Catalog(resource("schemas", "catalog.xml"))

    def find(self, name: str) -> Path | None:
        """The file for a name: an exact entry first, then the longest beginning, then the longest end."""
        if name in self._exact:
            return self._exact[name]
        for start, folder, base in sorted(self._prefixes, key=lambda entry: -len(entry[0])):
            if name.startswith(start):
                return _path(folder + name.removeprefix(start), base)
        ends = [(suffix, path) for suffix, path in self._suffixes if name.endswith(suffix)]
        return max(ends, key=lambda entry: len(entry[0]))[1] if ends else None

    def _read(self, path: Path, seen: set[Path]) -> None:
        if path.resolve() in seen:
            return
        seen.add(path.resolve())
        for element, base in _entries(path):
            tag = element.tag
            if tag == f"{CATALOG}nextCatalog":
                self._read(_path(element.get("catalog", ""), base), seen)
            elif tag in EXACT:
                self._exact.setdefault(element.get(EXACT[tag], ""), _path(element.get("uri", ""), base))
            elif tag in SUFFIX:
                self._suffixes.append((element.get(SUFFIX[tag], ""), _path(element.get("uri", ""), base)))
            elif tag in PREFIX:
                self._prefixes.append((element.get(PREFIX[tag], ""), element.get("rewritePrefix", ""), base))


def found(name: str, catalogs: Sequence[Catalog]) -> Path | None:
    """The file for a name in the first catalog that knows it."""
    return next(filter(None, (catalog.find(name) for catalog in catalogs)), None)


def _entries(path: Path) -> Iterator[tuple[etree._Element, Path]]:
    """Each entry with the folder that its relative addresses start from."""
    try:
        root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        remedy = "a catalog is an XML file of OASIS XML Catalogs; schemas/catalog.xml is one"
        raise SchemaError(f"the catalog can't be read: {error}", place=str(path), remedy=remedy) from error
    if root.tag != f"{CATALOG}catalog":
        raise SchemaError("this is no catalog of OASIS XML Catalogs", place=str(path), remedy="its root is <catalog>")
    for element in root.iter(f"{CATALOG}*"):
        base = path.parent
        for holder in [*reversed(list(element.iterancestors())), element]:
            base = _path(holder.get(XML_BASE, "."), base)
        yield element, base


def _path(uri: str, base: Path) -> Path:
    """The file of a relative or file: address; what is elsewhere is a path that does not exist."""
    return base / unquote(uri.removeprefix("file://"))

"""The schemas that a document itself names: by xml-model instructions (W3C 2011), or by xsi:schemaLocation.

A document can't make the tool open a file: what it names is looked up in catalogs, which the user gives, and ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

from lxml import etree

from tei_tools.catalog import Catalog, found
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.resources import resource

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
OWN = frozenset(f"tei_tools{suffix}" for suffix in (".rnc", ".rng", ".xsd", ".sch"))


def associated(
    tree: etree._ElementTree, file: str, catalogs: Sequence[Catalog] = ()
) -> tuple[list[str], list[Diagnostic]]:
    """The files of the schemas that a document names, apart from ours, each with "#" and its phase where it has one.

    Emits the information validate.schema-unknown for a name that no catalog knows. Raises `SchemaError`.
    """
    schemas: list[str] = []
    unknown: list[Diagnostic] = []
    for name, phase, line in _named(tree):
        path = found(name, [*catalogs, Catalog.own()])
        if path is None:
            message = f"the document names the schema {name}, which no catalog knows: it was not checked against it"
            hint = "give the schema with --schema, or a catalog that knows the name with --catalog"
            unknown.append(Diagnostic("validate.schema-unknown", "info", message, Place(file, line), hint))
        elif not _is_own(path):
            schemas.append(f"{path}#{phase}" if phase else str(path))
    return list(dict.fromkeys(schemas)), unknown


def _is_own(path: Path) -> bool:
    return path.name in OWN and path.resolve().is_relative_to(resource("schemas").resolve())


def _named(tree: etree._ElementTree) -> Iterator[tuple[str, str, int]]:
    """Each name with the phase of its Schematron and its line."""
    root = tree.getroot()
    before = [node for node in root.itersiblings(preceding=True) if isinstance(node, etree._ProcessingInstruction)]
    for instruction in reversed(before):
        if instruction.target == "xml-model" and instruction.get("href"):
            values = {name: unescape(str(instruction.get(name, ""))) for name in ("href", "phase")}
            yield values["href"], values["phase"], instruction.sourceline or 0
    pairs = str(root.get(f"{XSI}schemaLocation", "")).split()
    for name in [*pairs[1::2], *str(root.get(f"{XSI}noNamespaceSchemaLocation", "")).split()]:
        yield name, "", root.sourceline or 0

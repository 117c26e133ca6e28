"""One document against one schema, of whatever language: ours, or a file that an editor gives.

tei_tools            our grammar and our rules
tei_tools.xsd        our grammar alone
tei_tools.sch        our rules alone
tei_tools.rng        a second engine on our grammar, told only where it does not agree (see `second_opinion`)
tei_tools#convert    the same, with the rules of one phase
frus                 the rules of the dialect of the Office of the Historian, instead of ours
house.sch#draft      Schematron; without "#draft" its default phase
house.rng .rnc .xsd  a grammar
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from tei_tools.errors import SchemaError
from tei_tools.resources import resource
from tei_tools.validate import grammar, schematron, second_opinion
from tei_tools.validate.findings import Finding
from tei_tools.validate.grammar_files import SUFFIXES

OWN, SECOND = grammar.OWN, second_opinion.SECOND
GRAMMAR = f"{OWN}.xsd"
RULES = f"{OWN}.sch"
DIALECT = "frus"


def find(tree: etree._ElementTree, schema: str | Path) -> list[Finding]:
    """What the schema says of the tree. Raises `SchemaError` for one that can't be used."""
    if schema == SECOND:
        return second_opinion.find(tree)
    if schema == GRAMMAR:
        return grammar.find(tree)
    if schema == RULES:
        return schematron.find(tree)
    path, phase = named(schema)
    if path is None:
        return [*grammar.find(tree), *schematron.find(tree, phase=phase)]
    if path.suffix == ".sch":
        return schematron.find(tree, path, phase)
    return grammar.find(tree, path)


def named(schema: str | Path) -> tuple[Path | None, str]:
    """The file of a schema (None for ours), and the phase. Raises `SchemaError` for a name of no kind."""
    path, phase = Path(schema), ""
    if "#" in str(schema) and not path.exists():
        name, _, phase = str(schema).rpartition("#")
        path = Path(name)
    if str(path) == OWN:
        return None, phase
    if str(path) == DIALECT:
        return resource("schemas", f"{DIALECT}.sch"), phase
    if path.suffix not in (".sch", *SUFFIXES):
        remedy = f"give a file in {', '.join(SUFFIXES)} or .sch, or the name {OWN} or {DIALECT}"
        raise SchemaError("this is no schema by its name", place=str(schema), remedy=remedy)
    return path, phase


def elsewhere(schemas: Sequence[str]) -> list[str]:
    """Those schemas that are files of an editor, and no names of ours."""
    ours = {SECOND, GRAMMAR, RULES, OWN, DIALECT}
    return [schema for schema in schemas if schema not in ours and schema.rpartition("#")[0] not in ours]


def with_ours(schemas: Sequence[str]) -> list[str]:
    """Rules come beside our schema; a grammar takes its place, unless ours is named too."""
    if DIALECT in schemas:
        return [*schemas]
    kinds = {path.suffix if path else OWN for path, _ in (named(name) for name in schemas if name != SECOND)}
    return [*schemas] if kinds & {OWN, *SUFFIXES} else [OWN, *schemas]

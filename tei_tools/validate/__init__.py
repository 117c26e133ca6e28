"""Is a TEI tree what it should be? Each kind of check is a file of this folder; nothing here changes a tree.

well_formed   bytes → tree                         validate.well-formed
grammar       tree against schemas/tei_tools.xsd   validate.grammar
schematron    tree against schemas/tei_tools.sch   validate. and the id of a rule
pointers      ids and what points at them          validate.duplicate-id, validate.pointer
shared_ids    ids of an edition, in all its files  validate.duplicate-id, validate.entry-conflict
conservation  TEI against the text it was made of  validate.not-conserved, validate.markup-lost
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from tei_tools.diagnostics import Diagnostic
from tei_tools.validate import pointers, schemas
from tei_tools.validate.findings import told
from tei_tools.validate.pointers import Index, ids
from tei_tools.validate.well_formed import parse

__all__ = ["Index", "checked", "ids", "parse", "validate"]


def validate(
    tree: etree._ElementTree | bytes,
    file: str = "",
    *,
    schema: str | Path | Iterable[str | Path] = schemas.OWN,
    index: Index | None = None,
    outside: bool = False,
) -> list[Diagnostic]:
    """What is wrong with a TEI document, in the order of its lines: grammar, rules and pointers.

    Bytes are parsed safely first. `schema` is "tei_tools" or the file of a schema, or several (see `schemas`); `index`
    holds the ids of the other files of a collection (see `ids`); `outside` also lists the pointers that leave it.
    Conservation is not part of this, because it needs the source. Raises `SchemaError`.
    """
    if not isinstance(tree, bytes):
        return checked(tree, None, file, schema=schema, index=index, outside=outside)
    parsed, problems = parse(tree, file)
    if parsed is None:
        return problems
    return checked(parsed, tree, file, schema=schema, index=index, outside=outside)


def checked(
    tree: etree._ElementTree,
    source: bytes | None,
    file: str,
    *,
    schema: str | Path | Iterable[str | Path] = schemas.OWN,
    index: Index | None = None,
    outside: bool = False,
) -> list[Diagnostic]:
    """`validate` of a tree that is parsed already; `source` are the bytes that it was, for columns."""
    found = pointers.find(tree, file, index, outside=outside)
    for each in [schema] if isinstance(schema, str | Path) else schema:
        found += schemas.find(tree, each)
    return told(found, file, source)

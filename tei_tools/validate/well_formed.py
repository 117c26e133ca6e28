"""Bytes to a tree, safely: no document type, no entity, no network, no bottomless depth, and never a traceback."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import SourceError
from tei_tools.validate.parser_messages import plain

DOCTYPE = re.compile(rb"\s*+(?:<\?.*?\?>\s*+|<!--.*?-->\s*+)*+<!DOCTYPE", re.DOTALL)
MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
REFUSED = "the file has a document type declaration, which can hide text and files in entities; it is refused"
REMEDY = "delete the lines from <!DOCTYPE to its >, and write characters instead of entities"


@cache
def parser() -> etree.XMLParser:
    """The parser that every TEI file goes through. Ids are not collected: a repeated one is told, not fatal.

    One does for all files, at half the cost of one for each.
    """
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, collect_ids=False)


def parse(source: bytes | Path, file: str = "") -> tuple[etree._ElementTree | None, list[Diagnostic]]:
    """The tree, or None and one diagnostic `validate.well-formed` with line and column.

    Raises `SourceError` where a path can't be read.
    """
    if isinstance(source, Path):
        file = file or str(source)
        try:
            source = source.read_bytes()
        except OSError as error:
            remedy = "give the path of a TEI file"
            raise SourceError(f"the file can't be read: {error.strerror}", place=file, remedy=remedy) from error
    if not source.strip():
        return None, [Diagnostic("validate.well-formed", "error", "the file is empty", Place(file, 1, 1))]
    declared = DOCTYPE.match(_as_ascii(source))
    if declared:
        before, _, last = declared[0].rpartition(b"\n")
        line = before.count(b"\n") + 1 if b"\n" in declared[0] else 0
        return None, [_refused(file, line + 1, len(last) - len(b"<!DOCTYPE") + 1)]
    own = parser()
    try:
        root = etree.fromstring(source, own)
    except etree.XMLSyntaxError as error:
        return None, [_ill_formed(error, own, file)]
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:  # in an encoding that hides it from the look above
        return None, [_refused(file, 1, 1)]
    return tree, []


def _as_ascii(source: bytes) -> bytes:
    """The bytes so that markup can be searched for in them, whatever UTF they are in."""
    for mark, encoding in MARKS.items():
        if source.startswith(mark):
            return source.decode(encoding, "replace").encode("utf-8", "replace")
    return source


def _refused(file: str, line: int, column: int) -> Diagnostic:
    return Diagnostic("validate.well-formed", "error", REFUSED, Place(file, line, column), REMEDY)


def _ill_formed(error: etree.XMLSyntaxError, own: etree.XMLParser, file: str) -> Diagnostic:
    """The first error is the cause; it is in the parser's log (that of the exception may hold those of others)."""
    first = next(iter(own.error_log), None)
    message, line, column = (first.message, first.line, first.column) if first else (str(error), *error.position)
    words, hint = plain(message)
    return Diagnostic("validate.well-formed", "error", words, Place(file, max(line, 0), max(column, 0)), hint)

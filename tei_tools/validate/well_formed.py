"""Bytes to a tree, safely: no document type, no entity, no network, no bottomless depth, and never a traceback."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import SourceError

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
PLAIN = (
    (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", r"<\1> of line \2 is closed by </\3>"),
    (r"Premature end of data in tag (\S+) line (\d+)", r"the file ends, and <\1> of line \2 is still open"),
    (r"Entity '([^']+)' not defined", r"the entity &\1; is not known: write the character itself"),
    (r"EntityRef: expecting ';'|xmlParseEntityRef: no name", "a bare & in the text: write &amp;"),
    (r"Attribute (\S+) redefined", r"the attribute \1 stands twice in one tag"),
    (r"Namespace prefix (\S+) (?:for \S+ )?on (\S+) is not defined", r"the prefix \1 on <\2> is not declared"),
    (r".*Buffer size limit exceeded.*", "a tag or the value of an attribute is larger than 10 MB"),
    (r".*Text node too long.*", "a piece of text is larger than 10 MB"),
    (r"Name too long.*|.*NameTooLong.*", "a name is longer than 50,000 characters"),
    (r"Excessive depth in document.*", "elements are nested more than 256 levels deep"),
    (r"Document is empty.*|Start tag expected.*", "this is no XML: it does not begin with an element"),
    (r"Extra content at the end of the document.*", "something follows the end of the root element"),
    (r"PCDATA invalid Char value (\d+).*", r"character \1 is a control character, which XML does not allow"),
    (r"Unsupported encoding:? ?(.*)", r"the encoding can't be read: \1"),
    (
        r"Input is not proper UTF-8.*|Invalid bytes in character encoding.*",
        "the bytes are not in the encoding that the file declares",
    ),
)


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
    declared = DOCTYPE.match(_as_ascii(source))
    if declared:
        return None, [_refused(file, declared[0].count(b"\n") + 1)]
    own = parser()
    try:
        root = etree.fromstring(source, own)
    except etree.XMLSyntaxError as error:
        return None, [_ill_formed(error, own, file)]
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:  # in an encoding that hides it from the look above
        return None, [_refused(file, 1)]
    return tree, []


def _as_ascii(source: bytes) -> bytes:
    """The bytes so that markup can be searched for in them, whatever UTF they are in."""
    for mark, encoding in MARKS.items():
        if source.startswith(mark):
            return source.decode(encoding, "replace").encode("utf-8", "replace")
    return source


def _refused(file: str, line: int) -> Diagnostic:
    return Diagnostic("validate.well-formed", "error", REFUSED, Place(file, line), REMEDY)


def _ill_formed(error: etree.XMLSyntaxError, own: etree.XMLParser, file: str) -> Diagnostic:
    """The first error is the cause; it is in the parser's log (that of the exception may hold those of others)."""
    first = next(iter(own.error_log), None)
    message, line, column = (first.message, first.line, first.column) if first else (str(error), *error.position)
    for pattern, words in PLAIN:
        found = re.search(pattern, message)
        if found:
            message = found.expand(words)
            break
    return Diagnostic("validate.well-formed", "error", message.strip(), Place(file, max(line, 0), max(column, 0)))

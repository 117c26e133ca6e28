"""Does the TEI keep the grammar? libxml2 gives the verdict, at some 50 MB/s; `explain` puts it into words.

The XSD is compiled once in a process, when first asked for (0.06 s).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_tools.cache import stamp
from tei_tools.catalog import Catalog
from tei_tools.resources import resource
from tei_tools.validate import grammar_files
from tei_tools.validate.findings import Finding, limited
from tei_tools.validate.grammar_files import Schema
from tei_tools.validate.parser_messages import of_grammar

if TYPE_CHECKING:
    from xmlschema import XMLSchema

TEI = "http://www.tei-c.org/ns/1.0"
OWN = "tei_tools"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
MOST = 1000
"""Problems that the slow ways of telling them are asked for."""
HINTS_FOR_PROCESSORS = etree.XPath("(//@xsi:*)[1]/..", namespaces={"xsi": XSI[1:-1]}, smart_strings=False)
"""xsi:schemaLocation makes a validator read files that the document names; xsi:type and xsi:nil change the grammar."""
WIDE = etree.XPath("boolean(//*[count(*) > 5000])")
LOCATIONS = etree.XPath("//*[@xsi:schemaLocation or @xsi:noNamespaceSchemaLocation]", namespaces={"xsi": XSI[1:-1]})


def find(tree: etree._ElementTree, schema: str | Path = OWN) -> list[Finding]:
    """Findings `validate.grammar` for each place where the tree breaks the grammar.

    `schema` is "tei_tools" or the path of an .xsd, .rng or .rnc file; raises `SchemaError` where there is none, or it
    is broken. The messages for other schemas are those of libxml2, made readable.
    """
    if str(schema) != OWN:
        with _without_locations(tree):
            return _others(tree, Path(schema))
    refused = HINTS_FOR_PROCESSORS(tree)
    if refused:
        return [_xsi(element) for element in refused]
    root = tree.getroot()
    if root.tag != f"{{{TEI}}}TEI":
        return [_finding(_wrong_root(root), root)]
    log = _log(tree, own())
    return [] if log is None else _explained(tree, log)


def own() -> Schema:
    """Our grammar, compiled once in a process."""
    return _load(resource("schemas", "xsd/tei_tools.xsd"), None)


def _others(tree: etree._ElementTree, schema: Path) -> list[Finding]:
    log = _log(tree, _load(schema, stamp(schema) if schema.is_file() else None))
    if log is None:
        return []
    return _expected(tree, schema) if schema.suffix == ".xsd" else _readable(tree, log, schema.name)


def _log(tree: etree._ElementTree, validator: Schema) -> etree._ListErrorLog | None:
    """What libxml2 says of a tree, None where it is valid.

    lxml notes the path of each error, and counts elements for it: of a hundred thousand wrong siblings that would
    take the square of their number. So a tree with that many is validated while it is read once more.
    """
    if not isinstance(validator, etree.XMLSchema) or not WIDE(tree):
        return None if validator(tree) else validator.error_log
    reader = etree.XMLParser(schema=validator, resolve_entities=False, no_network=True, collect_ids=False)
    try:
        etree.fromstring(etree.tostring(tree), reader)
    except etree.XMLSyntaxError:
        return reader.error_log
    return None


@contextmanager
def _without_locations(tree: etree._ElementTree) -> Iterator[None]:
    """For a while the document names no files, which the processor of another's XSD would open."""
    naming = [(element, dict(element.attrib)) for element in LOCATIONS(tree)]
    try:
        for element, _ in naming:
            for name in ("schemaLocation", "noNamespaceSchemaLocation"):
                element.attrib.pop(f"{XSI}{name}", None)
        yield
    finally:
        for element, attributes in naming:
            element.attrib.clear()
            element.attrib.update(attributes)


@cache
def _load(path: Path, _stamp: object) -> Schema:
    return grammar_files.load(path)


def _explained(tree: etree._ElementTree, log: etree._ListErrorLog) -> list[Finding]:
    """The problems of the structure, then bad values; in the words of libxml2 where neither finds the error again."""
    from tei_tools.validate import explain  # it reads the grammar anew, which only a wrong document needs

    found = limited(chain(explain.structure(tree), explain.values(tree, log)))
    return found or _readable(tree, log, OWN)


def _expected(tree: etree._ElementTree, schema: Path) -> list[Finding]:
    """What an editor's own XSD expected, as xmlschema tells it: reason, path, and the elements allowed there.

    It loads and runs a hundred times slower than libxml2, so it is asked only of documents that libxml2 refused.
    """
    from xmlschema import XMLSchemaChildrenValidationError

    source: Any = tree  # its stubs name the standard library's trees only
    found: list[Finding] = []
    for error in islice(_slow(schema, stamp(schema)).iter_errors(source), MOST):
        hint = ""
        if isinstance(error, XMLSchemaChildrenValidationError) and error.expected:
            names = [readable(str(particle.name)) for particle in error.expected if getattr(particle, "name", None)]
            hint = f"allowed here: {', '.join(f'<{name}>' for name in names)}" if names else ""
        element: Any = error.elem if error.elem is not None else tree.getroot()
        if isinstance(error, XMLSchemaChildrenValidationError) and error.invalid_child is not None:
            element = error.invalid_child
        found.append(_finding(readable(error.reason or str(error)), element, hint, schema.name))
    return found


@cache
def _slow(path: Path, _stamp: object) -> XMLSchema:
    from xmlschema import XMLSchema  # half a second that only this case needs

    def mapped(uri: str) -> str:
        return str(Catalog.own().find(uri) or uri)

    return XMLSchema(str(path), allow="local", defuse="always", uri_mapper=mapped)


def _readable(tree: etree._ElementTree, log: etree._ListErrorLog, rule: str) -> list[Finding]:
    """The words of libxml2. It names a line; the last element that begins there or before is meant."""
    lines = [(element.sourceline or 0, element) for element in tree.iter(etree.Element)]
    found: list[Finding] = []
    for error in islice(log, MOST):
        before = bisect_right(lines, error.line, key=lambda pair: pair[0])
        at_line = [element for line, element in lines[max(before - 20, 0) : before] if line == error.line]
        named = [element for element in at_line if etree.QName(element).localname in _quoted(error.message)]
        element = (named or at_line or [tree.getroot()])[0]
        message = readable(error.message)
        if found and found[-1].element is element and message.startswith(found[-1].message):
            found.pop()  # it says the same with more words
        found.append(_finding(message, element, rule=rule))
    return found


def _quoted(message: str) -> set[str]:
    """The names in a message: `Element '{…}p': …`, `Did not expect element blob there`."""
    return set(re.findall(r"[\w.-]+", re.sub(r"\{[^{}]*\}", " ", message)))


def readable(message: str) -> str:
    """A message of libxml2 in plain words, with `<p>` for `'{http://www.tei-c.org/ns/1.0}p'`."""
    message = message.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
    message = of_grammar(message.strip())
    message = re.sub(r"'([^']{60})[^']+('|$)", r"'\1…'", message)
    message = re.sub(r"'\{[^{}]*\}([^']+)'", r"<\1>", message)
    return re.sub(r"\{[^{}]*\}(?=[^\s{}])", "", message).strip().rstrip(".")


def _wrong_root(root: etree._Element) -> str:
    name = etree.QName(root)
    if name.localname == "TEI":
        return f'<TEI> is in {_namespace(name.namespace)}; it must be xmlns="{TEI}"'
    return f"the document begins with <{name.localname}>; it must be <TEI>"


def _namespace(namespace: str | None) -> str:
    return f'the namespace "{namespace}"' if namespace else "no namespace"


def _xsi(element: etree._Element) -> Finding:
    message = f"<{etree.QName(element).localname}> has an attribute xsi:…, which TEI does not allow"
    return _finding(message, element, "delete it: the schema is chosen by --schema")


def _finding(message: str, element: etree._Element, hint: str = "", rule: str = "tei_tools.rnc: start") -> Finding:
    return Finding("validate.grammar", "error", message, element, hint, rule)

"""Does the TEI keep the grammar? libxml2 gives the verdict, at some 50 MB/s; `explain` puts it into words.

The XSD is compiled once in a process, when first asked for (0.06 s).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import SchemaError
from tei_tools.resources import resource
from tei_tools.validate import explain
from tei_tools.validate.well_formed import parse

if TYPE_CHECKING:
    from xmlschema import XMLSchema

TEI = "http://www.tei-c.org/ns/1.0"
OWN = "tei_tools"
MOST = 1000
"""Problems of a document that are told."""
Schema = etree.XMLSchema | etree.RelaxNG
HINTS_FOR_PROCESSORS = etree.XPath(
    "(//@xsi:*)[1]/..", namespaces={"xsi": "http://www.w3.org/2001/XMLSchema-instance"}, smart_strings=False
)
"""xsi:schemaLocation makes a validator read files that the document names; xsi:type and xsi:nil change the grammar."""


def check(tree: etree._ElementTree | bytes, file: str = "", schema: str | Path = OWN) -> list[Diagnostic]:
    """Diagnostics `validate.grammar` for each place where the tree breaks the grammar (bytes are parsed first).

    `schema` is "tei_tools" or the path of an .xsd or .rng file; raises `SchemaError` where there is none, or it is
    broken. The messages for other schemas are those of libxml2, made readable.
    """
    if isinstance(tree, bytes):
        parsed, problems = parse(tree, file)
        if parsed is None:
            return problems
        tree = parsed
    refused = HINTS_FOR_PROCESSORS(tree)
    if refused:
        return [_xsi(element, file) for element in refused]
    own = str(schema) == OWN
    root = tree.getroot()
    if own and root.tag != f"{{{TEI}}}TEI":
        return [_diagnostic(_wrong_root(root), root.sourceline, file)]
    validator = _load(resource("schemas", "xsd/tei_tools.xsd") if own else Path(schema))
    if validator(tree):
        return []
    if own:
        return _explained(tree, validator, file)
    return _expected(tree, Path(schema), file) if Path(schema).suffix == ".xsd" else _readable(validator, file)


@cache
def _load(path: Path) -> Schema:
    try:
        source = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
        return etree.RelaxNG(source) if path.suffix == ".rng" else etree.XMLSchema(source)
    except (OSError, etree.LxmlError) as error:
        remedy = "give the path of an .xsd file or of an .rng file, or the name tei_tools"
        raise SchemaError(f"the schema can't be used: {error}", place=str(path), remedy=remedy) from error


def _explained(tree: etree._ElementTree, validator: Schema, file: str) -> list[Diagnostic]:
    """The problems of the structure, then bad values; in the words of libxml2 where neither finds the error again."""
    problems = list(islice(explain.structure(tree), MOST))
    values = explain.Values(tree)
    problems += filter(None, (values.explain(error) for error in islice(validator.error_log, MOST)))
    if len(problems) >= MOST:
        problems.append(explain.Problem(f"there are {MOST} problems or more; the others are not listed", 0))
    found = [_diagnostic(problem.message, problem.line, file, problem.hint) for problem in dict.fromkeys(problems)]
    return found or _readable(validator, file)


def _expected(tree: etree._ElementTree, schema: Path, file: str) -> list[Diagnostic]:
    """What an editor's own XSD expected, as xmlschema tells it: reason, path, and the elements allowed there.

    It loads and runs a hundred times slower than libxml2, so it is asked only of documents that libxml2 refused.
    """
    from xmlschema import XMLSchemaChildrenValidationError

    source: Any = tree  # its stubs name the standard library's trees only
    errors = islice(_slow(schema).iter_errors(source), MOST)
    found: list[Diagnostic] = []
    for error in errors:
        hint = ""
        if isinstance(error, XMLSchemaChildrenValidationError) and error.expected:
            names = [readable(str(particle.name)) for particle in error.expected if getattr(particle, "name", None)]
            hint = f"allowed here: {', '.join(f'<{name}>' for name in names)}" if names else ""
        found.append(_diagnostic(readable(error.reason or str(error)), error.sourceline, file, hint))
    return found


@cache
def _slow(path: Path) -> XMLSchema:
    from xmlschema import XMLSchema  # half a second that only this case needs

    return XMLSchema(str(path), allow="local", defuse="always")


def _readable(validator: Schema, file: str) -> list[Diagnostic]:
    return [_diagnostic(readable(error.message), error.line, file) for error in validator.error_log]


def readable(message: str) -> str:
    """A message of libxml2 with `<p>` for `'{http://www.tei-c.org/ns/1.0}p'`."""
    message = re.sub(r"'\{[^{}]*\}([^']+)'", r"<\1>", message)
    return re.sub(r"\{[^{}]*\}(?=[^\s{}])", "", message).strip().rstrip(".")


def _wrong_root(root: etree._Element) -> str:
    name = etree.QName(root)
    if name.localname == "TEI":
        return f'<TEI> is in {_namespace(name.namespace)}; it must be xmlns="{TEI}"'
    return f"the document begins with <{name.localname}>; it must be <TEI>"


def _namespace(namespace: str | None) -> str:
    return f'the namespace "{namespace}"' if namespace else "no namespace"


def _xsi(element: etree._Element, file: str) -> Diagnostic:
    message = f"<{etree.QName(element).localname}> has an attribute xsi:…, which TEI does not allow"
    return _diagnostic(message, element.sourceline, file, "delete it: the schema is chosen by --schema")


def _diagnostic(message: str, line: int | None, file: str, hint: str = "") -> Diagnostic:
    return Diagnostic("validate.grammar", "error", message, Place(file, line or 0), hint)

"""What the rules of a Schematron schema say of a document: ours (schemas/tei_tools.sch), and those of an editor.

Ours are compiled beforehand (schemas/tei_tools.sch.xsl); the id of each of their asserts is a diagnostic code. The
compiled rules walk once over a document and give SVRL, which is told here as findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from lxml import etree

from tei_tools.cache import stamp
from tei_tools.diagnostics import Severity
from tei_tools.errors import TransformError
from tei_tools.resources import resource
from tei_tools.saxon import Stylesheet
from tei_tools.validate.findings import Finding
from tei_tools.validate.locations import Locations
from tei_tools.validate.schematron_compiler import compiled, executable
from tei_tools.validate.schematron_files import S

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
OWN = resource("schemas", "tei_tools.sch")
MOST = 1000
"""Findings in a document that are told."""
SEVERITIES: dict[str, Severity] = {
    "warning": "warning",
    "warn": "warning",
    "information": "info",
    "info": "info",
    "hint": "info",
}
"""What `role` or `severity` of an assert may say; anything else is an error."""
WIDE = etree.XPath(
    "boolean(//*[*[5001]]"
    "[not(self::t:listPerson or self::t:listPlace or self::t:listOrg or self::t:list or self::t:body)])",
    namespaces={"t": "http://www.tei-c.org/ns/1.0"},
)
"""Rules look at the neighbours of an element: what many neighbours cost grows with the square of their number."""
TOO_MUCH = "elements that lie more than 100 levels deep, or have more than 200 attributes, are too much for the rules"


def find(tree: etree._ElementTree, schema: Path | None = None, phase: str = "") -> list[Finding]:
    """What a Schematron schema, else ours, finds in a tree.

    Emits `validate.` + the id of the assert for ours, `validate.schematron` for others, and `validate.rule-failed`
    where a rule could not be checked. Raises `SchemaError` for a schema that can't be used.
    """
    if WIDE(tree):
        message = "the rules were not checked: an element that is no list has more than 5,000 elements in it"
        return [Finding("validate.rule-failed", "warning", message, tree.getroot(), "", (schema or OWN).name)]
    rules = _own(phase) if schema is None else _others(schema, phase, stamp(schema) if schema.is_file() else None)
    root = tree.getroot()
    try:
        said = rules.run(etree.tostring(root, encoding="unicode")).text
    except TransformError as error:
        message = f"the rules were not checked: {error.message}"
        return [Finding("validate.rule-failed", "warning", message, root, TOO_MUCH, (schema or OWN).name)]
    if not any(element in said for element in ("<svrl:failed-assert", "<svrl:successful-report", ":failed ")):
        return []
    found = list(islice(_Report(tree, schema).findings(said), MOST + 1))
    if len(found) > MOST:
        message = f"there are {MOST} findings or more; the others are not told"
        found[MOST] = Finding("validate.schematron", "error", message, root, "", (schema or OWN).name)
    return found


def svrl(document: str, schema: Path, phase: str = "") -> str:
    """The whole report, with all rules that fired, in the Schematron Validation Report Language.

    Raises `SchemaError` and `TransformError`.
    """
    return executable(compiled(schema), schema, phase, fired=True).run(document).text


@cache
def _own(phase: str) -> Stylesheet:
    return executable(OWN.with_suffix(".sch.xsl").read_text("utf-8"), OWN, phase)


@cache
def _others(schema: Path, phase: str, _stamp: object) -> Stylesheet:
    ready = schema.with_suffix(".sch.xsl") if schema.parent == OWN.parent else None
    text = ready.read_text("utf-8") if ready and ready.is_file() else compiled(schema)
    return executable(text, schema, phase)


class _Report:
    """A report about a tree; `schema` is the file of a schema that is not ours."""

    def __init__(self, tree: etree._ElementTree, schema: Path | None) -> None:
        self._root, self._locations, self._schema = tree.getroot(), Locations(tree), schema

    def findings(self, report: str) -> Iterator[Finding]:
        for said in etree.fromstring(report.encode()):
            if said.tag in (f"{SVRL}failed-assert", f"{SVRL}successful-report"):
                yield self._broken(said)
            elif said.tag == f"{S}failed":
                message = f"a rule can't be checked here: {said.get('what')}: {said.text}"
                hint = "correct the rule; or the text, where the rule relies on something that it lacks"
                yield self._finding("validate.rule-failed", "error", message, said, hint)

    def _broken(self, said: etree._Element) -> Finding:
        role = said.get("severity") or said.get("role") or "error"
        severity = SEVERITIES.get(role.lower(), "error")
        other = self._other(said)
        message = " ".join(filter(None, map(_words, said.iterchildren(f"{SVRL}text")))) or said.get("test", "")
        hints = [_words(text) for text in said.iterfind(f"{SVRL}diagnostic-reference/{SVRL}text")]
        if said.get("see"):
            hints.append(f"see {said.get('see')}")
        code = "validate.schematron" if self._schema else f"validate.{said.get('id')}"
        return self._finding(code, severity, message, said, "; ".join(hints), other)

    def _other(self, said: etree._Element) -> etree._Element | None:
        """What a span of class "line" leads to; the span goes, and the line is told at the end."""
        for span in said.iterfind(f"{SVRL}text//{SVRL}span[@class='line']"):
            other = self._locations.find(span.text or "")
            if other is not None:
                span.text = None
                return other[0]
        return None

    def _finding(
        self,
        code: str,
        severity: Severity,
        message: str,
        said: etree._Element,
        hint: str,
        other: etree._Element | None = None,
    ) -> Finding:
        element, part = self._locations.find(said.get("location", "")) or (self._root, "")
        return Finding(code, severity, message, element, hint, self._rule(said), part, other)

    def _rule(self, said: etree._Element) -> str:
        """The schema and the rule in it: "tei_tools.sch: note-order", "rules/house.sch:12: a1"."""
        name = said.get("id") or said.get("what", "").partition(" ")[2]
        at = said.get(f"{S}at") or said.get("at") or ""
        where = OWN.name if self._schema is None else str(self._schema.parent / at)
        return f"{where}: {name}" if name else where


def _words(text: etree._Element) -> str:
    return " ".join("".join(text.itertext()).split())

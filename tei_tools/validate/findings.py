"""A problem at an element of a tree, and how it is told: once, at its line and column, whoever found it.

The checks only point at elements. Where those stand in the file is looked up at the end, and only if there is
something to tell (`positions`): a document without a problem costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place, Severity, in_order
from tei_tools.validate.positions import Positions
from tei_tools.validate.where import path


@dataclass(frozen=True, slots=True)
class Finding:
    """`part` is what of the element is wrong: "" its tag, "@when" an attribute, "text" its words, "tail" those behind.

    `rule` names the schema and the rule in it. `other` is a second element that the message ends with: " in line 7".
    """

    code: str
    severity: Severity
    message: str
    element: etree._Element
    hint: str = ""
    rule: str = ""
    part: str = ""
    other: etree._Element | None = None


MOST = 10_000
"""Findings of one check in one file; a file with more is no edition with mistakes."""


def limited(findings: Iterator[Finding]) -> list[Finding]:
    """At most `MOST` findings, and a last one that says so."""
    found = list(islice(findings, MOST + 1))
    if len(found) > MOST:
        root = found[0].element.getroottree().getroot()
        message = f"there are more than {MOST} problems; the others were not looked for"
        found[MOST] = Finding("validate.more", "error", message, root, "mend the first ones, and check again")
    return found


def told(findings: Iterable[Finding], file: str, source: bytes | None = None) -> list[Diagnostic]:
    """The findings of one file as diagnostics, in order; `source` are its bytes, for the columns.

    What two grammars find wrong with one thing is told once, in the words of the first, with the rules of both.
    """
    kept = _merged(findings)
    if not kept:
        return []
    positions = Positions(source, [each for finding in kept for each in (finding.element, finding.other)])
    return in_order(_diagnostic(finding, file, positions) for finding in kept)


def _merged(findings: Iterable[Finding]) -> list[Finding]:
    first: dict[tuple[str, etree._Element, str], str] = {}
    rules: dict[tuple[str, etree._Element, str], list[str]] = {}
    kept: list[Finding] = []
    for finding in findings:
        key = (finding.code, finding.element, finding.part)
        schema = finding.rule.partition(":")[0]
        if finding.code != "validate.grammar" or first.setdefault(key, schema) == schema:
            kept.append(finding)
        else:
            rules.setdefault(key, []).append(finding.rule)
    return [_with(finding, rules.get((finding.code, finding.element, finding.part), ())) for finding in kept]


def _with(finding: Finding, rules: Iterable[str]) -> Finding:
    return replace(finding, rule="; ".join(dict.fromkeys([finding.rule, *rules])))


def _diagnostic(finding: Finding, file: str, positions: Positions) -> Diagnostic:
    line, column = positions.of(finding.element, finding.part)
    message = finding.message
    if finding.other is not None:
        there = positions.of(finding.other)[0]
        message += f" in line {there}" if there else f" at {path(finding.other)}"
    if not line:  # the tree was never a file
        message += f", at {path(finding.element)}"
    return Diagnostic(finding.code, finding.severity, message, Place(file, line, column), finding.hint, finding.rule)

"""Our rules (schemas/tei_tools.sch), one by one: a document that keeps them all, changed in one place."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from tei_tools.diagnostics import CODES
from tei_tools.resources import resource
from tei_tools.validate import parse, validate
from tei_tools.validate.schematron import MOST, find

HERE = Path(__file__).parent
DOCUMENT = (HERE.parent / "mutants" / "valid" / "rules.xml").read_text("utf-8")
RULES = resource("schemas", "tei_tools.sch").read_text("utf-8")
NAMES = re.findall(r'(?:<assert|<report) id="([^"$]+)"|"code" value="([^"]+)"', RULES)
CODES_OF_RULES = {f"validate.{direct or made}" for direct, made in NAMES}


def test_the_document_keeps_the_rules() -> None:
    assert validate(DOCUMENT.encode(), "x.xml") == []


def test_rules(golden: Callable[[Path, str], None]) -> None:
    """A block is: the rule, `- text` of the document, `+ text` instead, what is said: "line:column severity code …"."""
    blocks, found_codes = [], set()
    for block in (HERE / "rules.txt").read_text("utf-8").strip().split("\n\n"):
        title, old, new = block.splitlines()[:3]
        assert DOCUMENT.count(old[2:]) == 1, old
        found = validate(DOCUMENT.replace(old[2:], new[2:]).encode(), "x.xml")
        told = [
            f"{d.place.line}:{d.place.column} {d.severity} {d.code} {d.message}" + (f" | {d.hint}" if d.hint else "")
            for d in found
        ]
        found_codes |= {d.code for d in found if d.code == f"validate.{title}"}
        blocks.append("\n".join([title, old, new, *(told or ["nothing"])]))
    golden(HERE / "rules.txt", "\n\n".join(blocks) + "\n")
    assert CODES_OF_RULES - found_codes == set(), "each rule is broken by the first block of its name"


def test_each_rule_has_a_code() -> None:
    assert set(CODES) >= CODES_OF_RULES


def test_the_compiled_rules_are_what_the_schema_gives() -> None:
    compile_ = runpy.run_path(str(resource("schemas", "compile.py")))
    for rules in compile_["RULES"]:
        assert compile_["compiled"](rules) == rules.with_suffix(".sch.xsl").read_bytes()


def test_a_tree_that_was_never_in_a_file_gets_paths() -> None:
    root = etree.fromstring(DOCUMENT.replace('n="3" xml:id="d310fn3"', 'n="2"').encode())
    built = etree.fromstring(etree.tostring(root))
    for element in built.iter(etree.Element):
        element.sourceline = 0  # type: ignore[assignment]
    (found,) = validate(built.getroottree())
    assert found.message == (
        "note 2 is called twice: here and at TEI/text/body/div/div[1]/p[1]/note, at TEI/text/body/div/div[1]/p[2]/note"
    )


def test_many_findings_are_cut() -> None:
    many = DOCUMENT.replace("<table", "<p/>" * (MOST + 50) + "<table")
    tree, _ = parse(many.encode())
    assert tree is not None
    found = find(tree)
    assert len(found) == MOST + 1
    assert "not told" in found[-1].message


def test_a_conversion_leaves_out_what_recognisers_tell() -> None:
    twice = DOCUMENT.replace('n="3" xml:id="d310fn3"', 'n="2" xml:id="d310fn2_2"').replace("None.", "")
    codes = {d.code for d in validate(twice.encode(), "x.xml")}
    assert codes == {"validate.note-repeated", "validate.note-empty"}
    assert {d.code for d in validate(twice.encode(), "x.xml", schema="tei_tools#convert")} == {"validate.note-empty"}

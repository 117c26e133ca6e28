"""OASIS catalogs: which file stands for a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_tools.catalog import Catalog, found
from tei_tools.errors import SchemaError
from tei_tools.resources import resource

ENTRIES = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <uri name="urn:a" uri="a.rng"/>
  <uri name="urn:a" uri="second.rng"/>
  <system systemId="http://example.org/b.dtd" uri="b.xsd"/>
  <public publicId="-//X//C" uri="c%20c.xsd"/>
  <rewriteURI uriStartString="http://example.org/" rewritePrefix="all/"/>
  <rewriteURI uriStartString="http://example.org/rules/" rewritePrefix="rules/"/>
  <rewriteSystem systemIdStartString="http://example.com/" rewritePrefix="com/"/>
  <uriSuffix uriSuffix="schema/house.rng" uri="house.rng"/>
  <systemSuffix systemIdSuffix="house.rng" uri="other.rng"/>
  <group xml:base="deep/"><uri name="urn:d" uri="d.sch"/>
    <group xml:base="er"><uri name="urn:e" uri="e.sch"/></group></group>
  <nextCatalog catalog="more/catalog.xml"/>
  <uri name="urn:f" uri="file:///opt/f.rng"/>
</catalog>"""
MORE = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" xml:base="..">
  <uri name="urn:more" uri="more.rng"/><uri name="urn:a" uri="late.rng"/><nextCatalog catalog="catalog.xml"/>
</catalog>"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    (tmp_path / "more").mkdir()
    (tmp_path / "catalog.xml").write_text(ENTRIES)
    (tmp_path / "more" / "catalog.xml").write_text(MORE)
    return Catalog(tmp_path / "catalog.xml")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("urn:a", "a.rng"),
        ("http://example.org/b.dtd", "b.xsd"),
        ("-//X//C", "c c.xsd"),
        ("http://example.org/x/y.rng", "all/x/y.rng"),
        ("http://example.org/rules/y.sch", "rules/y.sch"),
        ("http://example.com/y.xsd", "com/y.xsd"),
        ("schema/house.rng", "house.rng"),
        ("../schema/house.rng", "house.rng"),
        ("my-house.rng", "other.rng"),
        ("urn:d", "deep/d.sch"),
        ("urn:e", "deep/er/e.sch"),
        ("urn:more", "more.rng"),
        ("urn:f", "/opt/f.rng"),
        ("urn:unknown", None),
    ],
)
def test_names(catalog: Catalog, tmp_path: Path, name: str, file: str | None) -> None:
    path = catalog.find(name)
    assert (path and path.resolve()) == (file and (tmp_path / file).resolve())


def test_the_first_catalog_that_knows_a_name(catalog: Catalog) -> None:
    path = found("urn:tei-tools:schema:rng", [catalog, Catalog.own()])
    assert path is not None
    assert path.samefile(resource("schemas", "tei_tools.rng"))
    assert found("urn:nothing", [catalog, Catalog.own()]) is None


@pytest.mark.parametrize(
    "content", [None, "<catalog/>", "<", '<!DOCTYPE x [<!ENTITY e SYSTEM "/etc/hostname">]><x>&e;</x>']
)
def test_what_is_no_catalog(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "own.xml"
    if content is not None:
        path.write_text(content)
    with pytest.raises(SchemaError, match=r"own\.xml.*catalog"):
        Catalog(path)

"""Every TEI file that is written names its schemas, and they are where it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from tei_tools.associated import FOLDER, MODELS, companions
from tei_tools.resources import resource
from tests.oracle.jing import jing

Run = Callable[..., SimpleNamespace]
CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
TEXT = "1. Letter From the Ambassador to the Secretary1\n\nI write to you.\n\n  1. See Document 9.\n"


def named(path: Path) -> dict[str, Path]:
    """The schemas that a file names, by their language."""
    tree = etree.parse(path)
    found = {}
    for instruction in tree.xpath("/processing-instruction('xml-model')"):
        says = dict(re.findall(r'(\w+)="([^"]*)"', instruction.text))
        found[says["schematypens"]] = path.parent / says["href"]
    return found


def convert(run: Run, folder: Path, _seeds: Path) -> list[Path]:
    (folder / "d1.txt").write_text(TEXT, encoding="utf-8")
    assert run("convert", folder / "d1.txt", "-o", folder / "out").status == 0
    return [folder / "out" / "d1.xml"]


def build(run: Run, folder: Path, seeds: Path) -> list[Path]:
    assert run("build", seeds, "-o", folder / "out", "--only", "tei").status == 0
    return sorted((folder / "out" / "tei").glob("*.xml"))


def authority(run: Run, folder: Path, _seeds: Path) -> list[Path]:
    text = "Acheson, Dean G., Secretary of State until January 1953\nYassin, see Yasin, Ali\nYasin, Ali, Minister\n"
    (folder / "persons.txt").write_text(text, encoding="utf-8")
    assert run("authority", folder / "persons.txt", "-o", folder / "out" / "persons.xml").status == 0
    return [folder / "out" / "persons.xml"]


@pytest.mark.parametrize("maker", [convert, build, authority])
def test_a_written_file_is_valid_by_the_schemas_that_it_names(
    maker: Callable[[Run, Path, Path], list[Path]], run: Run, tmp_path: Path, seeds: Path
) -> None:
    paths = maker(run, tmp_path, seeds)
    assert paths
    for path in paths:
        schemas = named(path)
        assert set(schemas) == set(MODELS.values())
        assert [schema for schema in schemas.values() if not schema.is_file()] == []
        assert run("validate", path).status == 0
    (grammar,) = {named(path)["http://relaxng.org/ns/structure/1.0"] for path in paths}
    assert jing(grammar, paths) == []


def test_what_stands_beside_a_file_is_what_the_tool_goes_by() -> None:
    for name, content in companions().items():
        assert content == resource("schemas", name.removeprefix(f"{FOLDER}/")).read_bytes()


def test_somebody_elses_file_of_that_name_stays(run: Run, tmp_path: Path, seeds: Path) -> None:
    theirs = tmp_path / "out" / FOLDER / "tei_tools.rng"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("<own/>", encoding="utf-8")
    convert(run, tmp_path, seeds)
    assert theirs.read_text("utf-8") == "<own/>"


def test_the_catalog_finds_the_schemas_of_a_file_that_was_moved() -> None:
    entries = etree.parse(resource("schemas", "catalog.xml")).getroot()
    ends = {entry.get("uriSuffix"): entry.get("uri") for entry in entries.iter(f"{CATALOG}uriSuffix")}
    assert ends.keys() >= {f"{FOLDER}/{name}" for name in MODELS}
    assert all(end.rpartition("/")[2] == uri for end, uri in ends.items())

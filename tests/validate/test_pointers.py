"""Ids and what points at them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei_tools.diagnostics import Diagnostic
from tei_tools.validate import ids, parse, validate
from tei_tools.validate.files import check as check_files
from tei_tools.validate.findings import told as diagnostics
from tei_tools.validate.pointers import find
from tests.validate.mutants import CASES

CASE = {case.stem: case.read_text("utf-8") for case in CASES}
INDEX = {"d309.xml": {"d309", "d309fn2"}, "notes/d1.xml": {"d1"}}


def tree(paragraph: str) -> etree._ElementTree:
    document = CASE["readings"].replace("<p><choice>", f"{paragraph}<p><choice>", 1)
    parsed, problems = parse(document.encode(), "x.xml")
    assert parsed is not None, problems
    return parsed


def check(tree: etree._ElementTree, file: str = "", *index: object, **options: object) -> list[Diagnostic]:
    source = etree.tostring(tree, encoding="utf-8") if all(e.sourceline for e in tree.iter()) else None
    return diagnostics(find(tree, file, *index, **options), file, source)  # type: ignore[arg-type]


def told(paragraph: str, **options: object) -> list[str]:
    return [f"{d.code} {d.message} | {d.hint}" for d in check(tree(paragraph), "x.xml", **options)]


def test_ids() -> None:
    assert ids(tree('<p xml:id="p1"/>')) == {"d1", "p1"}


@pytest.mark.parametrize("attribute", ["ref", "target", "resp", "who", "corresp", "source", "calendar", "scheme"])
def test_each_attribute_that_points(attribute: str) -> None:
    assert told(f'<p {attribute}="#d1"/>') == []
    (found,) = told(f'<p {attribute}="#d1 #nothing"/>')
    assert found.startswith(f'validate.pointer <p> has {attribute}="#nothing", but this file has no such xml:id')


def test_other_attributes_do_not_point() -> None:
    assert told('<p rend="#nothing" key="#x" n="#1"/>') == []


def test_a_similar_id_is_proposed() -> None:
    assert told('<p xml:id="p_SGP1"/><p corresp="#p_SGP2"/>')[0].endswith("| is p_SGP1 meant?")


def test_escaped_fragment() -> None:
    assert told('<p xml:id="größe"/><p corresp="#gr%C3%B6%C3%9Fe"/>') == []


def test_line_and_second_line_of_a_repeated_id() -> None:
    (found,) = check(tree('<p xml:id="a"/>\n<p/>\n<p xml:id="a"/>'), "x.xml")
    assert (found.code, found.place.line) == ("validate.duplicate-id", 8)
    assert "in line 6" in found.message


def test_three_of_one_id_are_two_errors() -> None:
    assert len(told('<p xml:id="a"/><p xml:id="a"/><p xml:id="a"/>')) == 2


@pytest.mark.parametrize(
    ("pointer", "problem"),
    [
        ("d309.xml", ""),
        ("d309.xml#d309fn2", ""),
        ("./d309.xml#d309", ""),
        ("notes/d1.xml#d1", ""),
        ("x.xml#d1", ""),
        ("https://history.state.gov/historicaldocuments/frus1981-88v04/d175", ""),
        ("map.png", ""),
        ("d309.xml#d309fn3", "that file has no such xml:id"),
        ("d308.xml#d308", "the collection has no such file"),
        ("../d309.xml", "the collection has no such file"),
        ("x.xml#d2", "file has no such xml:id"),
        ("#d2", "this file has no such xml:id"),
    ],
)
def test_pointers_into_the_collection(pointer: str, problem: str) -> None:
    found = told(f'<p><ref target="{pointer}"/></p>', index=INDEX)
    assert len(found) == bool(problem)
    assert all(problem in message for message in found)


def test_folders_count_from_the_file_that_points() -> None:
    inside = tree('<p corresp="../d309.xml#d309 d1.xml"/>')
    assert check(inside, "notes/d2.xml", INDEX) == []
    assert len(check(inside, "d2.xml", INDEX)) == 2


def test_without_an_index_other_files_are_not_judged() -> None:
    assert told('<p><ref target="d999.xml#nothing"/></p>') == []


@pytest.mark.parametrize("pointer", ["https://example.org/#x", "mailto:a@example.org", "//example.org/", "d9.xml"])
def test_pointers_that_leave_are_information(pointer: str) -> None:
    (found,) = check(tree(f'<p corresp="{pointer}"/>'), "x.xml", outside=True)
    assert (found.code, found.severity) == ("validate.pointer-outside", "info")


def test_a_tree_without_lines_gets_a_path() -> None:
    root = etree.fromstring(CASE["readings"].encode())
    division = root.find(".//{*}div")
    for _ in range(2):
        etree.SubElement(division, "{http://www.tei-c.org/ns/1.0}p", corresp="#nothing")
    found = check(root.getroottree())
    assert [d.message.partition(", at ")[2] for d in found] == ["TEI/text/body/div/p[2]", "TEI/text/body/div/p[3]"]


def test_many_dangling_pointers_do_not_take_long() -> None:
    paragraphs = "".join(f'<p xml:id="i{n}" corresp="#j{n}"/>' for n in range(3000))
    assert len(told(paragraphs)) == 3000


def test_files_point_at_each_other(tmp_path: Path) -> None:
    for name, target in (("d309", "d310.xml#d310"), ("d310", "d309.xml#d1")):
        document = CASE["readings"].replace('xml:id="d1"', f'xml:id="{name}" corresp="{target}"')
        (tmp_path / f"{name}.xml").write_text(document, encoding="utf-8")
    found = check_files([tmp_path / "d309.xml", tmp_path / "d310.xml"])
    assert [(Path(d.place.file).name, d.code) for d in found] == [("d310.xml", "validate.pointer")]


def test_public_face_sorts_by_line() -> None:
    document = CASE["readings"].replace("<p><choice>", '<p corresp="#no">.</p>\n<blob/>\n<p><choice>', 1)
    found = validate(document.encode(), "x.xml")
    assert [(d.place.line, d.code) for d in found] == [(6, "validate.pointer"), (7, "validate.grammar")]


def test_a_file_that_is_there_but_was_not_given_is_not_judged(tmp_path: Path) -> None:
    document = CASE["readings"].replace('xml:id="d1"', 'xml:id="d1" corresp="d2.xml#nobody-knows d3.xml"')
    (tmp_path / "d1.xml").write_text(document, encoding="utf-8")
    (tmp_path / "d2.xml").write_text("not even XML", encoding="utf-8")
    (found,) = check_files([tmp_path / "d1.xml"])
    assert 'corresp="d3.xml", but the collection has no such file' in found.message


def test_a_file_that_is_given_twice_is_checked_once(tmp_path: Path) -> None:
    (tmp_path / "d1.xml").write_text(CASE["readings"].replace("<p>", '<p corresp="#no">', 1), encoding="utf-8")
    assert len(check_files([tmp_path / "d1.xml", tmp_path / "d1.xml"])) == 1

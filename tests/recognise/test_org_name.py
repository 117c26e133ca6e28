"""Organisations and places of a list: in the text and its datelines, and what of the list comes into the TEI."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei_tools.authority import Authority, load, loads, to_tei
from tei_tools.decisions import loads as decided
from tei_tools.decisions.lists import extended
from tei_tools.pipeline import Converted, Settings, Source, convert
from tests.case_files import TEI

PLACES = """\
Peking (Beijing), capital of China
Saigon
Georgia, state of the United States
Georgia, republic of the Soviet Union
"""
ORGS = """\
CIA, Central Intelligence Agency
Department of State (State Department)
Embassy in Vietnam, at Saigon
"""
TEXT = """\
12. Telegram From the Embassy in Vietnam to the Department of State

Saigon, May 3, 1960.

The Central Intelligence Agency and the State Department do not agree on Beijing. CIA men came from SAIGON to Georgia.
The Statement Department is none, nor is CIAN.
"""


def lists(places: str = PLACES, orgs: str = ORGS) -> Authority:
    return loads(places.encode(), "places.txt", "places") | loads(orgs.encode(), "orgs.txt", "orgs")


def made(text: str = TEXT, authority: Authority | None = None, rows: str = "") -> Converted:
    authority, decisions = extended(
        authority or lists(), decided(rows.encode(), "d.csv") if rows else Settings().decisions
    )
    (result,) = convert([Source(Path("a.txt"), text.encode())], Settings(authority=authority, decisions=decisions))
    assert result.tei is not None, result.diagnostics
    return result


def names(result: Converted, element: str) -> list[tuple[str, str | None]]:
    assert result.tei is not None
    body = etree.fromstring(result.tei).find(f".//{TEI}text")
    assert body is not None
    return [(" ".join("".join(e.itertext()).split()), e.get("ref")) for e in body.iter(f"{TEI}{element}")]


def test_each_name_of_an_entry_is_tagged() -> None:
    assert names(made(), "orgName") == [
        ("Embassy in Vietnam", "#o_EmbassyinVietnam1"),
        ("Department of State", "#o_DepartmentofState1"),
        ("Central Intelligence Agency", "#o_CIA1"),
        ("State Department", "#o_DepartmentofState1"),
        ("CIA", "#o_CIA1"),
    ]


def test_the_place_of_a_dateline_is_one_of_the_list() -> None:
    assert names(made(), "placeName") == [
        ("Saigon", "#l_Saigon1"),
        ("Beijing", "#l_Peking1"),
        ("SAIGON", "#l_Saigon1"),
        ("Georgia", None),
    ]


def test_a_name_of_two_entries_is_reported() -> None:
    (found,) = (each for each in made().diagnostics if each.code == "link.name-ambiguous")
    assert "“Georgia”" in found.message


def test_an_editor_decides_which_is_meant() -> None:
    result = made(rows="decision,kind,text,occurrence\nl_Georgia2,placeName,Georgia,all\n")
    assert ("Georgia", "#l_Georgia2") in names(result, "placeName")
    assert "link.name-ambiguous" not in {each.code for each in result.diagnostics}


def test_decisions_add_entries_and_names() -> None:
    rows = "decision,kind,text\n" + '"Bien Hoa, air base",placeName,Bien Hoa\nmerge into o_CIA1,orgName,the Agency\n'
    text = TEXT + "\nAt Bien Hoa the Agency is at home.\n"
    result = made(text, rows=rows)
    assert ("Bien Hoa", "#l_BienHoa1") in names(result, "placeName")
    assert ("the Agency", "#o_CIA1") in names(result, "orgName")


def test_an_office_of_the_heading_keeps_its_role() -> None:
    result = made()
    assert result.tei is not None
    offices = etree.fromstring(result.tei).iterfind(f".//{TEI}head//{TEI}orgName")
    assert [(o.get("role"), o.get("ref")) for o in offices] == [
        ("sender", "#o_EmbassyinVietnam1"),
        ("addressee", "#o_DepartmentofState1"),
    ]


def test_stand_off_has_those_that_are_named_and_no_others() -> None:
    result = made()
    assert result.tei is not None
    root = etree.fromstring(result.tei)
    assert [e.get("{http://www.w3.org/XML/1998/namespace}id") for e in root.iter(f"{TEI}place", f"{TEI}org")] == [
        "l_Peking1",
        "l_Saigon1",
        "o_CIA1",
        "o_DepartmentofState1",
        "o_EmbassyinVietnam1",
    ]


def test_numbers_of_other_lists_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "places.xml"
    path.write_text(
        f'<TEI xmlns="{TEI[1:-1]}"><standOff><listPlace><place xml:id="saigon"><placeName>Saigon</placeName>'
        "<placeName>Ho Chi Minh City</placeName><country>Vietnam</country><location><geo>10.8 106.7</geo></location>"
        '<idno type="GeoNames">1566083</idno><note>The capital.</note></place></listPlace></standOff></TEI>',
        encoding="utf-8",
    )
    result = made(authority=load(path, "places"))
    assert result.tei is not None
    (place,) = etree.fromstring(result.tei).iter(f"{TEI}place")
    assert [(etree.QName(e).localname, e.text) for e in place.iter() if e.text and e.text.strip()] == [
        ("placeName", "Saigon"),
        ("placeName", "Ho Chi Minh City"),
        ("country", "Vietnam"),
        ("geo", "10.8 106.7"),
        ("idno", "1566083"),
        ("note", "The capital."),
    ]


def test_an_entry_without_a_name_is_called_what_it_says() -> None:
    assert [entity.names for entity in lists(places="(x)\n; , \n").places] == [("x",), ("; ,",)]


@pytest.mark.parametrize("kind", ["places", "orgs"])
def test_a_list_reads_as_it_was_written(kind: str) -> None:
    first = lists()
    again = loads(to_tei(first), "lists.xml")
    assert [(e.id, e.names) for e in getattr(again, kind)] == [(e.id, e.names) for e in getattr(first, kind)]
    assert to_tei(again) == to_tei(first)

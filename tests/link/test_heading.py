"""Who stands in a heading, by its form alone: persons without their titles, offices without article."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_tools.link.heading import bare_names, offices, persons
from tei_tools.model import Span
from tests.case_files import TEI, converted


@pytest.mark.parametrize(
    ("side", "names"),
    [
        ("President Johnson", ["Johnson"]),
        ("Secretary of State Rusk and Secretary of Defense McNamara", ["Rusk", "McNamara"]),
        ("W. Averell Harriman and Cyrus Vance of the Paris Delegation", ["W. Averell Harriman", "Cyrus Vance"]),
        ("Jerome Dunbar, Operation PBSUCCESS Headquarters in Florida", ["Jerome Dunbar"]),
        (
            "the Chief of the Western Hemisphere Division, Central Intelligence Agency (King) for Jerome C. Dunbar",
            ["King", "Jerome C. Dunbar"],
        ),
        ("Soviet General Secretary Chernenko", ["Chernenko"]),
        ("Director of Central Intelligence Dulles", ["Dulles"]),
        ("Republican Presidential Nominee Richard Nixon", ["Richard Nixon"]),
        ("the Ambassador to France, Charles E. Bohlen", ["Charles E. Bohlen"]),
        ("Secretary of State Kissinger’s Executive Assistant (Eagleburger)", ["Eagleburger"]),
        ("the Deputy Under Secretary of State (Murphy) and Robert R. Bowie", ["Murphy", "Robert R. Bowie"]),
    ],
)
def test_persons(side: str, names: list[str]) -> None:
    text = f"12. Letter From {side}"
    found = persons(text, Span(len(text) - len(side), len(text)))
    assert [text[span.start : span.end] for span in found] == names


@pytest.mark.parametrize(
    "side",
    [
        "the Department of State",
        "Certain CIA Chiefs of Station",
        "Secretary of State",
        "Headquarters",
        "President Johnson’s Special Assistant",
        "the Commander in Chief, Pacific",
        "the Under Secretary of State (Acting)",
        "[name not declassified] of the Central Intelligence Agency",
    ],
)
def test_offices_are_no_persons(side: str) -> None:
    assert list(persons(side, Span(0, len(side)))) == []


def roles(head: str) -> list[tuple[str, str, str]]:
    """Element, role and words of those who send and receive."""
    result = converted(f"{head}\n\nWashington, May 1, 1962.\n\nWe agree with the proposal.\n")
    assert result.tei is not None, result.diagnostics
    found = etree.fromstring(result.tei).findall(f".//{TEI}head/*[@role]")
    return [(etree.QName(e).localname, e.get("role", ""), "".join(e.itertext())) for e in found]


@pytest.mark.parametrize(
    ("side", "found"),
    [
        ("the Department of State", ["Department of State"]),
        ("the Embassies in France and Vietnam", ["Embassies in France and Vietnam"]),
        (
            "the Embassies in Thailand, Australia, the Philippines, Korea, and New Zealand",
            ["Embassies in Thailand, Australia, the Philippines, Korea, and New Zealand"],
        ),
        (
            "the Embassies in Greece, Turkey, Cyprus, and the United Kingdom, and the Missions to the United Nations "
            "and the North Atlantic Treaty Organization",
            [
                "Embassies in Greece, Turkey, Cyprus, and the United Kingdom",
                "Missions to the United Nations and the North Atlantic Treaty Organization",
            ],
        ),
        (
            "the Department of State, the Department of Defense, and the Joint Chiefs of Staff",
            ["Department of State", "Department of Defense", "Joint Chiefs of Staff"],
        ),
        ("the Embassy in Turkey and the Department of Defense", ["Embassy in Turkey", "Department of Defense"]),
        (
            "the Embassies in Greece and Turkey and the Department of Defense",
            ["Embassies in Greece and Turkey", "Department of Defense"],
        ),
        (
            "the Mission to the North Atlantic Treaty Organization and European Regional Organizations",
            ["Mission to the North Atlantic Treaty Organization and European Regional Organizations"],
        ),
        ("the Consulate General in Jerusalem", ["Consulate General in Jerusalem"]),
        ("Certain Posts in Europe", ["Certain Posts in Europe"]),
        (
            "the Director of the Office of German Affairs, Department of State",
            ["Director of the Office of German Affairs"],
        ),
    ],
)
def test_offices(side: str, found: list[str]) -> None:
    text = f"12. Telegram From {side}"
    spans = offices(text, Span(len(text) - len(side), len(text)))
    assert [text[span.start : span.end] for span in spans] == found


def test_a_title_stands_outside_the_name() -> None:
    found = roles("503. Telegram From Secretary of State Herter to the Department of State")
    assert found == [("persName", "sender", "Herter"), ("orgName", "addressee", "Department of State")]


def test_of_a_withheld_name_nothing_is_marked() -> None:
    found = roles(
        "21. Memorandum From [name not declassified] of the Central Intelligence Agency to the Chief of Station"
    )
    assert found == [("orgName", "addressee", "Chief of Station")]


def test_a_heading_of_two_names_has_both_sides() -> None:
    """Made up, in the manner of printed letters."""
    assert roles("3. Sir Edmund Ashcombe to Admiral Sir Roger Pell") == [
        ("persName", "sender", "Edmund Ashcombe"),
        ("persName", "addressee", "Roger Pell"),
    ]


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("John Adams to Abigail Adams", {"sender": "John Adams", "addressee": "Abigail Adams"}),
        ("Charlotte Brontë to W. S. Williams", {"sender": "Charlotte Brontë", "addressee": "W. S. Williams"}),
        ("To Ellen Nussey", {"addressee": "Ellen Nussey"}),
        ("Paris Delegation to Washington Headquarters", {}),
        ("Circular Telegram to Certain Posts", {}),
        ("The Secretary of State to the Embassy in Cuba", {}),
        ("To the Inhabitants of Massachusetts Bay", {}),
    ],
)
def test_letters_of_two_persons(head: str, named: dict[str, str]) -> None:
    found = bare_names(head, Span(0, len(head)))
    assert {role: head[span.start : span.end] for role, span in found.items()} == named


def test_who_signed_a_letter_to_somebody_sent_it() -> None:
    text = "12. To John Adams\n\nBraintree, March 31, 1776.\n\nRemember the Ladies.\n\nYours ever,\nAbigail Adams\n"
    result = converted(text)
    assert result.tei is not None, result.diagnostics
    actions = etree.fromstring(result.tei).findall(f".//{TEI}correspAction")
    told = [(action.get("type"), action.findtext(f"{TEI}persName")) for action in actions]
    assert told == [("sent", "Abigail Adams"), ("received", "John Adams")]

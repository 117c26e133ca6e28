"""Who took part, where and when: particDesc and settingDesc; who wrote to whom where the heading names nobody."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.case_files import TEI, converted

DATELINE = "New York, September 27, 1967, 6:15 p.m."


def profile(text: str) -> etree._Element:
    result = converted(text)
    assert result.tei is not None, result.diagnostics
    found = etree.fromstring(result.tei).find(f".//{TEI}profileDesc")
    assert found is not None
    return found


def people(text: str) -> list[str | list[str]]:
    """The participants; a delegation is a list that begins with its heading."""
    listed = profile(text).find(f"{TEI}particDesc/{TEI}listPerson")
    found: list[str | list[str]] = []
    for child in listed if listed is not None else ():
        names = ["".join(part.itertext()) for part in child.iter(f"{TEI}head", f"{TEI}persName")]
        found.append(names if child.tag == f"{TEI}listPerson" else names[0])
    return found


def conversation(*items: str) -> str:
    listed = "\n".join(f"  • {item}" for item in items)
    return f"267. Memorandum of Conversation\n\n{DATELINE}\n\nPARTICIPANTS\n\n{listed}\n\nThe Minister agreed.\n"


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("Secretary Rusk", "Rusk"),
        ("Baron van der Straeten-Waillet, Director General, Political Affairs", "van der Straeten-Waillet"),
        ("Lt. General John Pustay, Assistant to the Chairman", "John Pustay"),
        ("Edward Lampson (notetaker)", "Edward Lampson"),
        ("Mr. Walter J. Stoessel, Jr., Deputy Assistant Secretary", "Walter J. Stoessel, Jr."),
        ("EUR—Mr. Merchant", "Merchant"),
        ("The German Ambassador—Mr. Grewe", "Grewe"),
        ("The President", "The President"),
        ("Under Secretary of State", "Under Secretary of State"),
    ],
)
def test_a_participant_without_title_and_office(item: str, name: str) -> None:
    assert people(conversation(item, "Tom Johnson")) == [name, "Tom Johnson"]


def test_several_in_one_item() -> None:
    item = "The President, Acting Secretary of State Ball, Ambassador Finletter, Messrs. Foster, Rostow"
    assert people(conversation(item)) == ["The President", "Ball", "Finletter", "Foster", "Rostow"]


def test_a_flat_list_of_delegations() -> None:
    items = ("U.S.", "Secretary Rusk", "Edward Lampson (notetaker)", "Belgian", "Ambassador Scheyven")
    assert people(conversation(*items)) == [["U.S.", "Rusk", "Edward Lampson"], ["Belgian", "Scheyven"]]


def test_a_surname_like_a_nationality_is_no_delegation() -> None:
    assert people(conversation("The President", "Kaufman")) == ["The President", "Kaufman"]


def test_nested_delegations() -> None:
    lines = "  • State\n\n    • Matthew Nimetz (Chairman), Under Secretary\n  • NSC\n\n    • Paul Henze"
    text = f"200. Summary of Conclusions of a Meeting\n\n{DATELINE}\n\nPARTICIPANTS\n\n{lines}\n\nIt was agreed.\n"
    assert people(text) == [["State", "Matthew Nimetz"], ["NSC", "Paul Henze"]]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (
            "55. Memorandum of Telephone Conversations Between the Assistant Secretary of State for Public Affairs "
            "(Manning) and the President",
            ["Manning", "the President"],
        ),
        ("123. Telephone Conversation Between President Johnson and Secretary of State Rusk", ["Johnson", "Rusk"]),
        (
            "97. Memorandum of a Conversation Between the Assistant Secretary of State for Near Eastern, South Asian, "
            "and African Affairs (Allen) and the Israeli Ambassador (Eban), Department of State, Washington, "
            "February 10, 1956",
            ["Allen", "Eban"],
        ),
    ],
)
def test_without_a_list_the_heading_says_who_spoke(head: str, names: list[str]) -> None:
    assert people(f"{head}\n\nThe President asked who had done the story.\n") == names


def test_the_setting_has_place_date_and_hours() -> None:
    text = conversation("Tom Johnson").replace("6:15 p.m.", "2:04-2:45 p.m.")
    setting = profile(text).find(f"{TEI}settingDesc/{TEI}setting")
    assert setting is not None
    found = [(etree.QName(e).localname, "".join(e.itertext()), dict(e.attrib)) for e in setting]
    assert found == [
        ("placeName", "New York", {}),
        ("date", "September 27, 1967", {"when": "1967-09-27"}),
        ("time", "2:04-2:45 p.m.", {"from": "14:04:00", "to": "14:45:00"}),
    ]


def test_the_heading_tells_place_and_date_where_no_dateline_does() -> None:
    head = "469. Memorandum of a Conversation, Department of State, Washington, July 18, 1956"
    setting = profile(f"{head}\n\nMr. Bailey agreed.\n").find(f"{TEI}settingDesc/{TEI}setting")
    assert setting is not None
    assert [(e.text, e.get("cert")) for e in setting] == [("Washington", "medium"), ("July 18, 1956", "medium")]


def correspondents(text: str) -> list[tuple[str, str]]:
    actions = profile(text).iterfind(f"{TEI}correspDesc/{TEI}correspAction")
    names = (f"{TEI}persName", f"{TEI}orgName")
    return [(a.get("type", ""), "".join(e.itertext())) for a in actions for e in a if e.tag in names]


def test_the_list_and_the_signature_say_who_wrote_to_whom() -> None:
    text = (
        "194. National Security Action Memorandum No. 263\n\nWashington, October 11, 1963.\n\nTO\n\n"
        "  • The Secretary of State\n  • The Chairman of the Joint Chiefs of Staff\n\n"
        "The President approved the recommendations.\n\nMcGeorge Bundy\n"
    )
    assert correspondents(text) == [
        ("sent", "McGeorge Bundy"),
        ("received", "Secretary of State"),
        ("received", "Chairman of the Joint Chiefs of Staff"),
    ]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (
            "560.AL/2–2748: Telegram\n\nThe Secretary of State to the Embassy in the United Kingdom\n\nWe agree.",
            "telegram",
        ),
        (
            "The Ambassador in the Soviet Union (Smith) to the Secretary of State\n\nMoscow, April 1, 1948.\n\n"
            "No. 315\n\nSir: I have the honor to enclose a report.",
            "despatch",
        ),
        ("The Chairman to the Secretary of State\n\nDear Mr. Secretary:\n\nI write to you.", "letter"),
        ("444. Staff Paper Prepared in the Bureau of Near Eastern Affairs\n\nWe agree.", "paper"),
    ],
)
def test_the_kind_by_source_line_and_form(lines: str, kind: str) -> None:
    assert profile(f"{lines}\n").findtext(f"{TEI}textClass/{TEI}keywords/{TEI}term") == kind


def test_a_document_is_not_earlier_than_what_is_attached() -> None:
    attached = "Tab A\n\nNote From the Soviet Government\n\nMoscow, August 4, 1970.\n\nWe hope."
    text = f"192. Memorandum of Conversation\n\nI saw him.\n\n{attached}\n"
    found = profile(text).find(f"{TEI}creation/{TEI}date")
    assert found is not None
    assert (found.text, found.get("notBefore"), found.get("evidence")) == ("August 4, 1970", "1970-08-04", "internal")


def test_the_day_of_the_source_note_has_the_year_of_the_text() -> None:
    text = (
        "24. Memorandum for the Record1\n\nAt 10 p.m. on 8 October 1952, a meeting was held.\n\n"
        "  1. Source: Central Intelligence Agency, Job 79-01025A. Secret. Drafted on October 9.\n"
    )
    found = profile(text).find(f"{TEI}creation/{TEI}date")
    assert found is not None
    assert (found.get("when"), found.get("cert")) == ("1952-10-09", "low")

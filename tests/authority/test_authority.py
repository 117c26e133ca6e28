"""Authority files: the printed list and TEI, in and out, and what is said where a file is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tei_tools.authority import Authority, Person, Role, Term, load, loads, to_tei
from tei_tools.authority.fold import fold, sound
from tei_tools.authority.matcher import Matcher
from tei_tools.authority.offices import read_roles
from tei_tools.errors import AuthorityError

CASES = Path(__file__).parents[1] / "cases" / "authority"
SEEDS = Path(__file__).parents[2] / "seeds" / "persons.xml"
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


def one(line: str) -> Person:
    (person,) = loads(line.encode(), "list.txt", "persons").persons
    assert person.printed == line
    return person


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Abbott, George M., Special Assistant", ("Abbott", "George M.", "", "", "")),
        ("Armstrong, W. Park, Jr., Special Assistant for Intelligence", ("Armstrong", "W. Park", "", "Jr.", "")),
        ("Burke, Admiral Arleigh A., USN, Chief of Naval Operations", ("Burke", "Arleigh A.", "", "", "Admiral")),
        ("Persons, Maj. Gen. Wilton B. (Jerry), USA, Deputy", ("Persons", "Wilton B.", "", "", "Maj. Gen.")),
        ("Bao Dai, Vietnamese Chief of State to October 1955", ("Bao Dai", "", "", "", "")),
        ("Brentano, Heinrich von, Foreign Minister", ("Brentano", "Heinrich", "von", "", "")),
        ("Buu Loc, Prince, Adviser to Bao Dai", ("Buu Loc", "", "", "", "Prince")),
        ("Nguyen Cao Ky, Vice President, Republic of Vietnam", ("Nguyen Cao Ky", "", "", "", "")),
        ("Faisal II, King of Iraq", ("Faisal II", "", "", "", "")),
        ("Lay James S., Jr., Executive Secretary", ("Lay", "James S.", "", "Jr.", "")),
        ("Thant, U, Secretary-General of the United Nations", ("Thant", "U", "", "", "")),
        ("Katzenbach, Nicholas deB., Under Secretary of State", ("Katzenbach", "Nicholas deB.", "", "", "")),
        ("al-Sadat, Anwar, President of Egypt", ("al-Sadat", "Anwar", "", "", "")),
    ],
)
def test_parts_of_a_printed_name(line: str, parts: tuple[str, ...]) -> None:
    person = one(line)
    assert (person.surname, person.forename, person.link, person.generation, person.title) == parts


@pytest.mark.parametrize(
    ("line", "nicknames", "variants"),
    [
        ("Carter, James Earl, “Jimmy,” President of the United States", ("Jimmy",), ()),
        ("Nasser (Nasr, Nassir), Col. Gamal Abdul, Egyptian Prime Minister", (), ("Nasr", "Nassir")),
        ("Myerson, Goldie (Meir, Golda) , Israeli Minister", (), ("Meir, Golda",)),
        ("Ba Cut (General Le Quang Vinh), Hoa Hao dissident leader", (), ("General Le Quang Vinh",)),
        ("Bannister, Earl D., (pseudonym, identity not released)", (), ()),
        ("Byrd, Robert C., Senator (D-West Virginia)", (), ()),
        ("Dueng Van (“Big”) Minh, Major General", ("Big",), ()),
    ],
)
def test_other_names(line: str, nicknames: tuple[str, ...], variants: tuple[str, ...]) -> None:
    person = one(line)
    assert (person.nicknames, person.variants) == (nicknames, variants)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        (
            "Achilles, Theodore C., Minister at the Embassy in France to May 1956; thereafter Ambassador to Peru",
            (
                Role("Minister at the Embassy in France to May 1956", "", "1956-05"),
                Role("Ambassador to Peru", "1956-05"),
            ),
        ),
        ("Aldrich, George H., Adviser from January to October 1969", (("1969-01", "1969-10"),)),
        ("Begin, Menachem, Prime Minister of Israel from June 21, 1977", (("1977-06-21", ""),)),
        ("Davis, Jeanne W., Director, NSC Staff Secretariat, from 1970 to 1971", (("1970", "1971"),)),
        ("Chapman, Christian, Second Secretary, January 1957–December 1957", (("1957-01", "1957-12"),)),
        ("Dulles, John Foster, Secretary of State", (("", ""),)),
    ],
)
def test_offices_and_dates(line: str, roles: tuple[Role | tuple[str, str], ...]) -> None:
    found = one(line).roles
    assert len(found) == len(roles)
    for role, expected in zip(found, roles, strict=True):
        assert (role == expected) if isinstance(expected, Role) else ((role.start, role.end) == expected)


def test_dates_of_two_things_are_none_of_one_office() -> None:
    """FRUS 1961–63 volume IV, list of persons, "Dueng Van Minh"."""
    text = "(after November 4, 1963, Lieutenant General), Military Adviser until November 1, 1963; thereafter Chairman"
    assert [(role.text, role.start, role.end) for role in read_roles(text)] == [
        ("Military Adviser until November 1, 1963", "", "1963-11-01"),
        ("Chairman", "1963-11-01", ""),
        ("Lieutenant General after November 4, 1963", "1963-11-04", ""),
    ]
    other = read_roles("Chairman of a Board (after 1956, International Cooperation Administration)")
    assert [role.text for role in other] == [
        "Chairman of a Board (after 1956, International Cooperation Administration)"
    ]


def test_office_covers_a_day() -> None:
    role = Role("Secretary of State", "1982-07-16", "1989-01")
    assert [role.covers(day) for day in ("1982-07-15", "1982-07-16", "1989-01-20", "1989-02-01", "")] == [
        False, True, True, False, None,
    ]  # fmt: skip
    assert Role("President").covers("1984-01-01") is None


def test_see_entries_lead_to_the_person() -> None:
    lines = "Diem, see Ngo Dinh Diem\nNgo Dinh Diem, President\nLoan. See Nguyen Ngoc Loan\nMinh, see Duong Van Minh"
    authority = loads(lines.encode(), "list.txt", "persons")
    assert authority.person("p_Diem1").id == "p_NDD1"
    assert authority.person("p_Loan1").see == ""
    assert authority.person("p_Minh1").id == "p_Minh1"


def test_ids_are_in_the_manner_of_the_series_and_never_repeated() -> None:
    lines = "Shultz, George P., Secretary\nSmith, Gerard P., Director\nStone, Galen P.\nÇelik, Ümit, minister"
    ids = [person.id for person in loads(lines.encode(), "l", "persons").persons]
    assert ids == ["p_SGP1", "p_SGP2", "p_SGP3", "p_CU1"]


def test_list_as_text_and_as_tei_hold_the_same_persons() -> None:
    text, tei = load(CASES / "persons.txt"), load(CASES / "persons.xml")
    assert len(text.persons) == len(tei.persons) == 12
    for ours, theirs in zip(text.persons, tei.persons, strict=True):
        assert replace(ours, id=theirs.id, see=theirs.see, title=theirs.title) == theirs


@pytest.mark.parametrize("path", [SEEDS, CASES / "persons.xml", CASES / "persons.txt", CASES / "terms.txt"])
def test_what_is_written_is_read_again_alike(path: Path) -> None:
    authority = load(path)
    written = to_tei(authority)
    again = loads(written, "again.xml")
    assert again.persons == authority.persons
    assert again.terms == authority.terms
    assert to_tei(again) == written


def test_nothing_of_an_entry_is_lost() -> None:
    person = (
        '<listPerson><person xml:id="p_X1"><persName><surname>Orlov</surname> <forename>Yuri</forename></persName>'
        '<birth when="1924">1924 in Moscow</birth><idno type="VIAF">123</idno><note type="source">Who’s who</note>'
        '<state from="1976">Founder</state><note>Orlov, Yuri, physicist</note></person></listPerson>'
    )
    authority = loads(TEI.format(person).encode(), "x.xml")
    (entry,) = authority.persons
    assert entry.notes == (("birth", "1924 in Moscow 1924"), ("source", "Who’s who"))
    assert entry.idnos == (("VIAF", "123"),)
    assert entry.roles == (Role("Founder", "1976"),)
    written = to_tei(authority).decode()
    for piece in ("1924 in Moscow", "VIAF", "123", "Who’s who", "Founder", "1976", "Orlov, Yuri, physicist"):
        assert piece in written


def test_terms() -> None:
    authority = load(CASES / "terms.txt")
    assert authority.terms[0] == Term("t_AEC1", "AEC", "Atomic Energy Commission", "AEC, Atomic Energy Commission")
    gloss = '<list type="gloss"><label><term xml:id="t_UN1">UN</term></label><item>UN, United Nations</item></list>'
    assert loads(TEI.format(gloss).encode(), "t.xml").terms == (
        Term("t_UN1", "UN", "United Nations", "UN, United Nations"),
    )


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"<TEI>\n<listPerson></TEI>", "x:2:", "not well-formed"),
        (b"<persons/>", "x:1", "no TEI"),
        (b"", "x", "empty"),
        (b"\n\n", "x", "empty"),
        (b"Persons\n\n", "x", "empty"),
        (TEI.format("<p/>").encode(), "x", "no person and no term"),
        (TEI.format("<listPerson>\n<person/></listPerson>").encode(), "x:2", "no persName"),
        (
            TEI.format('<person xml:id="a"><persName>A</persName></person>\n<person xml:id="a"/>').encode(),
            "x:2",
            "two entries",
        ),
        (b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "x:1", "DOCTYPE"),
        (b"Shultz\nM\xfcller, Hans", "x:2", "not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_wrong_file(data: bytes, place: str, words: str) -> None:
    with pytest.raises(AuthorityError) as caught:
        loads(data, "x")
    assert caught.value.place.startswith(place)
    assert words in caught.value.message
    assert caught.value.remedy
    assert caught.value.exit_code == 2


def test_a_missing_file() -> None:
    with pytest.raises(AuthorityError, match="can't be read"):
        load("/no/such/persons.xml")


def test_an_empty_list_person_is_an_empty_authority() -> None:
    assert loads(TEI.format("<listPerson/>").encode(), "x.xml") == Authority(path="x.xml")


def test_folding_keeps_the_length() -> None:
    text = "Çağlayangil, “O’Neill” – Işık Łódź ﬁ e\u0301"
    assert len(fold(text)) == len(text)
    assert fold("Hammarskjöld’s") == "Hammarskjold's"
    assert sound("Anatoliy") == sound("Anatoly")
    assert sound("Aleksei") == sound("Alexei")


def test_matcher_takes_whole_words_and_the_longest() -> None:
    matcher = Matcher(["Bush", "Le Van", "Le Van Vien", "Connor"])
    text = "Bushel Bush's Bush1 Bush-Reagan Le Van Vien O'Connor Don't"
    assert [(word, start) for word, start, _ in matcher.find(text)] == [
        ("Bush", 7), ("Bush", 14), ("Bush", 20), ("Le Van Vien", 32),
    ]  # fmt: skip

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


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        # FRUS 1952–1954, Guatemala; 1961–1963, volume IV; 1964–1968, volumes VII and XIII; 1969–1976, volume XII.
        ("Bannister, Earl D., (pseudonym, identity not released)", ("Bannister", "Earl D.", "", "", "")),
        ("Manning, Robert 1., Assistant Secretary of State", ("Manning", "Robert 1.", "", "", "")),
        ("Tran Tu Oai Brigadier General, ARVN, Director", ("Tran Tu Oai", "", "", "", "Brigadier General")),
        ("Xuan Thuy, Chief, Delegation to the Paris Peace Talks", ("Xuan Thuy", "", "", "", "")),
        ("Ailleret, General de Brigade Charles, Commander", ("Ailleret", "Charles", "", "", "General de Brigade")),
        ("Ky, Nguyen Cao, Vice President of the Republic of Vietnam", ("Ky", "Nguyen Cao", "", "", "")),
        ("Ngo Dinh Luyen, Ambassador-at-large of Vietnam; Ambassador", ("Ngo Dinh Luyen", "", "", "", "")),
        ("Nhu, Madame, see Ngo Dinh Nhu, Madame", ("Nhu", "", "", "", "Madame")),
        # Made up: other habits of lists.
        ("SHULTZ, George P., Secretary of State", ("Shultz", "George P.", "", "", "")),
        ("McFARLANE, Robert C.: Assistant to the President", ("McFarlane", "Robert C.", "", "", "")),
        ("Łukasiewicz, Juliusz; Polish Ambassador", ("Łukasiewicz", "Juliusz", "", "", "")),
        ("Thatcher, Margaret — Prime Minister", ("Thatcher", "Margaret", "", "", "")),
        ("Shultz, George P.\tSecretary of State", ("Shultz", "George P.", "", "", "")),
        ("Brown, George [1914–1985], British Foreign Secretary", ("Brown", "George", "", "", "")),
        ("Tito, Josip Broz (Marshal), President of Yugoslavia", ("Tito", "Josip Broz", "", "", "Marshal")),
        ("Hussein I, King of Jordan", ("Hussein I", "", "", "", "")),
        ("Mountbatten of Burma, Earl, Admiral", ("Mountbatten of Burma", "", "", "", "Earl")),
        ("Joseph C. Harsch, journalist", ("Harsch", "Joseph C.", "", "", "")),
        ("Charlotte von Stein, lady-in-waiting", ("Stein", "Charlotte", "von", "", "")),
    ],
)
def test_parts_of_an_odd_name(line: str, parts: tuple[str, ...]) -> None:
    person = one(line)
    assert (person.surname, person.forename, person.link, person.generation, person.title) == parts


def test_a_list_in_the_order_of_speech_is_turned_round() -> None:
    """Made up; in a list that prints surnames first, "Sam Sary" (FRUS 1955–1957, volume I) stays as it is."""
    listed = loads(
        b"Ronald Reagan, President\nSir Anthony Eden\nCharles de Gaulle\nBao Dai\nKim Philby\nGeorge Bush, Jr.",
        "list.txt",
        "persons",
    )
    names = ["Reagan, Ronald", "Eden, Anthony", "de Gaulle, Charles", "Bao Dai", "Kim Philby", "Bush, George, Jr."]
    assert [person.name for person in listed.persons] == names
    other = loads(b"Rusk, Dean\nBall, George\nSam Sary, Life Member", "list.txt", "persons")
    assert other.persons[2].name == "Sam Sary"


def test_a_list_with_marks_numbers_and_wrapped_lines() -> None:
    """Made up, but for the entry of Persons (FRUS 1955–1957, volume XV), which is no heading."""
    text = (
        "# Dramatis personae\n\n- Thompson, Llewellyn E., Ambassador until July 1962;\nthereafter Ambassador at Large"
        " and Adviser to the Secretary of\nState\n1. Weinberger, Caspar\n***\nde Gaulle, Charles\nPersons, Wilton B.\n"
    )
    listed = loads(text.encode(), "list.txt", "persons")
    assert [person.name for person in listed.persons] == [
        "Thompson, Llewellyn E.",
        "Weinberger, Caspar",
        "de Gaulle, Charles",
        "Persons, Wilton B.",
    ]
    assert listed.persons[0].roles[1].text == "Ambassador at Large and Adviser to the Secretary of State"
    assert [person.row for person in listed.persons] == [3, 6, 8, 9]


def test_an_entry_without_a_name_is_refused() -> None:
    with pytest.raises(AuthorityError, match="no name") as caught:
        loads(b"Rusk, Dean\n, Secretary of State\n", "list.txt", "persons")
    assert caught.value.place == "list.txt:2"
    with pytest.raises(AuthorityError, match="no persName"):
        loads(TEI.format("<listPerson><person><persName/></person></listPerson>").encode(), "list.xml")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("SHULTZ, George P.\nTHATCHER, Margaret\n", "persons"), ("NATO, North Atlantic Treaty\nCIA, Agency\n", "terms")],
)
def test_surnames_in_capitals_are_no_abbreviations(text: str, kind: str) -> None:
    listed = loads(text.encode(), "list.txt")
    assert bool(listed.persons) == (kind == "persons")


@pytest.mark.parametrize(
    ("office", "dates"),
    [
        # FRUS 1952–1954, Guatemala; 1955–1957, volumes I and XV; 1961–1963, volume IV.
        ("President of Guatemala June 27-28, 1954", ("1954-06-27", "1954-06-28")),
        ("Foreign Minister, January–February, 1955", ("1955-01", "1955-02")),
        ("British Ambassador to Vietnam, 1957", ("1957", "1957")),
        ("Chairman of the Soviet Delegation at the United Nations, 1956", ("1956", "1956")),
        ("killed in Saigon fighting, May 1955", ("", "")),
        ("Democratic Candidate for President, 1952 and 1956", ("", "")),
        ("Commander of II Corps until November 29 1963", ("", "1963-11-29")),
        ("Ambassador to Vietnam until August 15.1963", ("", "1963-08-15")),
        ("Staatssekretär, 1958–63", ("1958", "1963")),
    ],
)
def test_dates_as_lists_abridge_them(office: str, dates: tuple[str, str]) -> None:
    (role,) = read_roles(office)
    assert (role.start, role.end) == dates


def test_other_pointers_of_a_tei_list_are_kept() -> None:
    entry = (
        '<listPerson><person xml:id="p1" sex="1" sameAs="https://viaf.org/viaf/24602065"><persName'
        ' ref="https://d-nb.info/gnd/118540238">Charlotte von Stein</persName><idno type="URI">https://d-nb.info/gnd/1'
        '18540238</idno><ptr target="https://www.wikidata.org/wiki/Q57244"/></person></listPerson>'
    )
    (person,) = loads(TEI.format(entry).encode(), "list.xml").persons
    assert person.idnos == (
        ("URI", "https://d-nb.info/gnd/118540238"),
        ("URI", "https://viaf.org/viaf/24602065"),
        ("URI", "https://www.wikidata.org/wiki/Q57244"),
    )
    assert (person.name, person.see, person.notes) == ("Stein, Charlotte von", "", (("sex", "1"),))


@pytest.mark.parametrize(
    ("line", "parts", "offices"),
    [
        ("Pell, Admiral Sir Roger, K.C.B., M.P., First Sea Lord", ("Pell", "Roger", "Admiral Sir"), ["First Sea Lord"]),
        ("Queen Victoria", ("Victoria", "", "Queen"), []),
        ("Albert, Prince Consort", ("Albert", "", "Prince Consort"), []),
        ("D’Aubigny, Comte Henri, consul", ("D’Aubigny", "Henri", "Comte"), ["consul"]),
        ("Wellington, Duke of (Arthur Wellesley), General", ("Wellington", "", "Duke of"), ["General"]),
    ],
)
def test_titles_and_honours(line: str, parts: tuple[str, ...], offices: list[str]) -> None:
    """Made up, in the manner of lists of the nineteenth century."""
    person = one(line)
    assert (person.surname, person.forename, person.title) == parts
    assert [role.text for role in person.roles] == offices

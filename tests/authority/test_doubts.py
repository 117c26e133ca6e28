"""Slips of printed lists: what is read all the same, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_tools.authority import Authority, Role, loads, to_tei
from tei_tools.authority.doubts import doubts
from tei_tools.authority.language import language
from tei_tools.authority.names import Names
from tei_tools.authority.reading import read
from tei_tools.authority.variants import variants
from tei_tools.cli import main
from tei_tools.model import Block, Document, Metadata, Span
from tei_tools.read import read as read_source
from tei_tools.recognise.pers_name import recognise

TEI = (
    b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person><persName>Rusk, Dean</persName>'
    b"<state %s><p>Secretary of State</p></state></person></listPerson></standOff></TEI>"
)


def persons(text: str) -> Authority:
    return loads(text.encode(), "list.txt", "persons")


def test_an_office_behind_forenames_without_a_comma() -> None:
    """FRUS 1961\u20131963, volume IV."""
    (person,) = persons("Stevenson, Adlai Representative at the United Nations").persons
    assert (person.surname, person.forename) == ("Stevenson", "Adlai")
    assert [role.text for role in person.roles] == ["Representative at the United Nations"]


def test_a_later_rank_in_brackets_is_an_office() -> None:
    """FRUS 1961\u20131963, volume IV."""
    line = "Mai Huu Xuan, Brigadier General, (after November 1963, Major General), ARVN, Commander, Quang training camp"
    (person,) = persons(line).persons
    assert (person.surname, person.title) == ("Mai Huu Xuan", "Brigadier General")
    assert person.roles[-1] == Role("Major General after November 1963", "1963-11")


def test_a_peer_is_called_by_the_first_of_his_name() -> None:
    """FRUS 1955\u20131957, volume XV."""
    (person,) = persons("Monckton of Brenchley, 1st Viscount (Walter Turner Monckton), British Minister").persons
    forms = set(variants(person, language()))
    assert {("Monckton", "surname"), ("Monckton of Brenchley", "surname")} <= forms
    assert "Brenchley" not in {form for form, _ in forms}


def test_an_entry_that_points_at_another_spelling_is_told_which() -> None:
    """FRUS 1961\u20131963, volume IV: two spellings in one list."""
    listed = persons("Dueng Van (\u201cBig\u201d) Minh, Major General, ARVN\nMinh, see Duong Van Minh")
    (doubt,) = doubts(listed)
    assert doubt.code == "link.entry-open"
    assert f"#{listed.persons[0].id} Dueng Van Minh" in doubt.hint
    assert listed.persons[1].see == "", "the tool does not decide it"


def test_an_entry_that_points_nowhere_is_told() -> None:
    """FRUS 1969\u20131976, volume XII: the entry of Thieu was lost in the one before it."""
    listed = persons("Nixon, Richard M., President of the United States\nThieu, see Nguyen Van Thieu")
    (doubt,) = doubts(listed)
    assert doubt.code == "link.entry-open"
    assert doubt.place.file == "list.txt"


def test_an_office_that_ends_before_it_begins_is_told_and_counts_for_nothing() -> None:
    listed = persons("Rusk, Dean, Secretary of State from November 2, 1963, until October 1963")
    (doubt,) = doubts(listed)
    assert doubt.code == "link.entry-dates"
    assert b"1963-1" not in to_tei(listed), "the grammar refuses such dates"
    assert listed.persons[0].roles[0].covers("1963-10-05") is None
    assert listed.persons[0].roles[0].covers("1970-01-01") is None


@pytest.mark.parametrize(
    ("dates", "day", "held"),
    [
        (b'from="1961"', "1962-01-01", True),
        (b'from="1961"', "1960-01-01", False),
        (b'notBefore="1961"', "1962-01-01", None),
        (b'notBefore="1961"', "1960-01-01", False),
        (b'notAfter="1969"', "1962-01-01", None),
        (b'notAfter="1969"', "1970-01-01", False),
        (b'from="1961" notAfter="1969"', "1962-01-01", None),
    ],
)
def test_limits_of_an_office_are_no_dates_of_it(dates: bytes, day: str, held: bool | None) -> None:
    """A state that began at some time after notBefore may not have begun by a day; before it, it had not."""
    listed = loads(TEI % dates, "list.xml")
    assert listed.persons[0].roles[0].covers(day) is held
    assert dates in to_tei(listed)


def test_a_word_of_the_language_is_no_other_spelling_of_a_surname() -> None:
    """A made-up sentence: with a Hoever in the list, "However, he said" names nobody."""
    names = Names(persons("Hoever, E., Minister"))
    source, _ = read_source(Path("d1.txt"), b"Dr. Hoever spoke. However, he said so. Then Dr. Hoewer went.")
    document = Document(source, (Block("p", Span(0, len(source.text))),), metadata=Metadata("d1"))
    found = [source.slice(a.span) for a in recognise(read(document), names)]
    assert found == ["Hoever", "Hoewer"]


@pytest.mark.parametrize("verb", ["convert", "build"])
def test_what_is_doubtful_about_a_list_is_told_once(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """FRUS 1969\u20131976, volume XII: in `authority` and `suggest`, and to those who go on without them."""
    (tmp_path / "list.txt").write_text("Nixon, Richard M., President\nThieu, see Nguyen Van Thieu\n", encoding="utf-8")
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(f"{number}. Letter\n\nNixon wrote.\n", encoding="utf-8")
    if verb == "build":
        edition = 'id = "e1"\ntitle = "Letters"\nsources = ["[12].txt"]\nformats = ["tei"]\n'
        edition += '[authorities]\npersons = "list.txt"\n'
        (tmp_path / "edition.toml").write_text(edition, encoding="utf-8")
        call = ["build", str(tmp_path)]
    else:
        call = ["convert", str(tmp_path / "1.txt"), str(tmp_path / "2.txt"), "--persons", str(tmp_path / "list.txt")]
    main([*call, "-o", str(tmp_path / "out")])
    assert capsys.readouterr().err.count("[link.entry-open]") == 1


def test_a_chain_of_entries_ends_at_a_person_and_a_circle_is_told() -> None:
    """Made up."""
    chain = persons("Kent, see Philby\nPhilby, see Stanley\nStanley, Harold, officer")
    assert [chain.person(person.id).surname for person in chain.persons] == ["Stanley"] * 3
    assert not list(doubts(chain))
    circle = persons("Sihanouk, Prince Norodom, see Norodom Sihanouk\nNorodom Sihanouk, see Sihanouk, Prince Norodom")
    assert len({circle.person(person.id).id for person in circle.persons}) == 1
    (doubt,) = doubts(circle)
    assert (doubt.code, doubt.place.line) == ("link.entry-open", 1)
    assert "circle" in doubt.message


def test_an_initial_is_no_name_that_an_entry_points_to() -> None:
    """Made up: "B" is none of the initials of J. B. Miller."""
    listed = persons("A, see B\nMiller, J. B., secretary")
    assert listed.persons[0].see == ""


def test_see_also_merges_nobody_and_see_needs_no_comma() -> None:
    """Made up; FRUS 1955–1957, volume I, prints "Diem, see Ngo Dinh Diem"."""
    listed = persons(
        "Eisenhower, Milton, see also Eisenhower, Dwight\nEisenhower, Dwight\nDiem see Ngo Dinh Diem\nNgo Dinh Diem"
    )
    assert [person.see for person in listed.persons] == ["", "", listed.persons[3].id, ""]


def test_an_entry_that_stands_twice_is_one_person() -> None:
    listed = persons("Smith, John, clerk\nSmith, John, clerk\nSmith, John, General")
    assert [listed.person(p.id).id for p in listed.persons] == ["p_SJ1", "p_SJ1", "p_SJ3"]
    (doubt,) = doubts(listed)
    assert (doubt.code, doubt.place.line) == ("link.entry-double", 2)

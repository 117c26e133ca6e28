"""The table of suggestions: what it has for an editor, and that what is decided in it is obeyed and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei_tools.authority import Authority, load, loads
from tei_tools.decisions import Table, read_table, write_table
from tei_tools.decisions import loads as decisions
from tei_tools.decisions.lists import extended
from tei_tools.model import Imprint
from tei_tools.pipeline import Settings, Source, convert
from tei_tools.suggest import suggest

LISTED = """\
Baker, Howard H., Jr., Senator from 1967 until 1985
Baker, James A., III, Chief of Staff
Hartman, Arthur A., Ambassador to the Soviet Union from October 1981
Shultz, George P., Secretary of State
"""


def rows(*texts: str, listed: str = LISTED, table: bytes = b"") -> list[Mapping[str, str]]:
    """The rows about some texts, d1, d2 …, but for those that tell that a text has no date."""
    return [row for _, row in made(*texts, listed=listed, table=table).rows if row["text"] or row["before"]]


def made(*texts: str, listed: str = LISTED, table: bytes = b"") -> Table:
    settings = Settings(authority=loads(listed.encode(), "list", "persons") if listed else Authority())
    return suggest(sources(texts), decided(settings, table)).table


def sources(texts: Sequence[str]) -> list[Source]:
    return [Source(Path(f"d{n}.txt"), f"{n}. {text}\n".encode()) for n, text in enumerate(texts, 1)]


def decided(settings: Settings, table: bytes) -> Settings:
    if not table:
        return settings
    authority, obeyed = extended(settings.authority, decisions(table, "d.csv"))
    return replace(settings, authority=authority, decisions=obeyed)


def accepted(table: Table) -> bytes:
    """The table with "accept" in every row that has a proposal."""
    decided_rows = [(n, {**row, "decision": "accept" if row["proposal"] else ""}) for n, row in table.rows]
    return write_table(Table(table.columns, tuple(decided_rows)))


def test_a_place_that_the_list_has_twice_is_one_row() -> None:
    listed = loads(b"Georgia, a state\nGeorgia, a republic\n", "l", "places")
    given = sources(["Letter\n\nHe left Georgia. Georgia is far.\n"])
    (row,) = (r for _, r in suggest(given, Settings(authority=listed)).table.rows if r["kind"] == "placeName")
    assert (row["text"], row["occurrence"], row["count"]) == ("Georgia", "all", "2")
    assert row["candidates"] == "l_Georgia1 Georgia, a state | l_Georgia2 Georgia, a republic"
    table = write_table(Table(tuple(row), ((2, {**row, "decision": "l_Georgia2"}),)))
    settings = decided(Settings(authority=listed), table)
    (result,) = convert(given, settings)
    assert result.tei is not None
    assert result.tei.count(b'<placeName ref="#l_Georgia2">Georgia</placeName>') == 2
    again = [r for _, r in suggest(given, settings).table.rows if r["kind"] == "placeName"]
    assert [r["decision"] for r in again] == ["l_Georgia2"]


def test_one_person_is_one_row() -> None:
    (row,) = rows(
        "Letter\n\nHe saw Viktor Isakov, the Minister-Counselor at the Embassy in Washington, and Isakov left.",
        "Letter\n\nMinister Isakov came. V. Isakov’s word was good. The Isakov plan was not.",
    )
    assert row["text"] == "Viktor Isakov"
    assert row["proposal"] == "Isakov, Viktor, Minister-Counselor at the Embassy in Washington"
    assert row["count"] == "5"
    assert row["forms"] == "Isakov (3); Viktor Isakov (1); V. Isakov (1)"
    assert row["titles"] == "Minister (1)"
    assert row["document"] == row["before"] == row["after"] == ""
    assert row["sentences"].startswith("He saw Viktor Isakov, the Minister-Counselor")


def test_other_forenames_are_another_person() -> None:
    found = rows("Letter\n\nHe saw Peter Miller and John Q. Miller. Mr. John Miller left. Mrs. Miller wept.")
    assert [row["proposal"] for row in found] == ["Miller, John Q.", "Miller, Mrs.", "Miller, Peter"]
    assert [row["count"] for row in found] == ["2", "1", "1"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("He met Robert T. Grey, Jr. there.", "Grey, Robert T., Jr."),
        ("Then Mr. Denktaş spoke to me.", "“Denktaş”"),
        ("He sent Hoang Duc Nha to me.", "Hoang Duc Nha"),
        (
            "From the Director of the Office of Finance (Wilkins) came a word.",
            "Wilkins, Director of the Office of Finance",
        ),
        ("Senator Douglas MacDonald left.", "MacDonald, Douglas, Senator"),
        ("Dear Senator Mansfield: I write.", "Mansfield, Senator"),
    ],
)
def test_proposed_lines(text: str, line: str) -> None:
    assert [row["proposal"] for row in rows(f"Letter\n\n{text}")] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "A. Bombing was to stop.\n\nB. Bombing stopped.",
        "I thank you, Mr. President. Armistice came.",
        "The N.Atlantic alliance of the U.S. Gov was firm.",
        "There was a new Ambassador. Accordingly he left.",
        "He saw George Shultz and Arthur Hartman.",
        "Letters From Berlin To Paris.",
    ],
)
def test_what_is_no_name_is_not_suggested(text: str) -> None:
    assert rows(f"Letter\n\n{text}") == []


def test_a_namesake_shows_whom_the_list_has() -> None:
    (row,) = rows("Letter\n\nHe met Fred Shultz.")
    assert row["problem"] == "the list has this surname with other forenames"
    assert row["candidates"] == "p_SGP1 Shultz, George P., Secretary of State"


def test_doubtful_links_have_their_candidates() -> None:
    first, second = rows("Letter\n\nThen Baker came.", "Letter\n\nThen Baker went. Later Baker returned.")
    assert (first["document"], first["before"], first["text"], first["after"]) == (
        "d1",
        "1. Letter Then",
        "Baker",
        "came.",
    )
    assert first["candidates"].split(" | ") == [
        "p_BHH1 Baker, Howard H., Jr., Senator from 1967 until 1985",
        "p_BJA1 Baker, James A., III, Chief of Staff",
    ]
    assert (second["document"], second["text"], second["occurrence"], second["count"]) == ("d2", "Baker", "all", "2")


def test_contradictions_of_title_and_date() -> None:
    text = "Letter\n\nWashington, March 1, 1979.\n\nHe saw Ambassador Hartman and Governor Shultz and Senator Shultz."
    found = {row["text"]: row["problem"] for row in rows(text)}
    assert found == {
        "Hartman": "“Ambassador” on 1979-03-01: the list has “Ambassador to the Soviet Union from October 1981”",
        "Shultz": "the text says “Senator”, the list “Shultz, George P., Secretary of State”",
    }


def test_a_spelling_that_the_list_does_not_have() -> None:
    (row,) = rows("Letter\n\nHe saw George Schultz and Secretary Schultz.")
    assert (row["text"], row["proposal"], row["count"]) == ("Schultz", "merge into p_SGP1", "2")


def test_notes_pages_dates_and_references() -> None:
    text = (
        "Letter From Paris1\n\n[Page 12]\n\nHe came [Page 15] on May 4 and was glad of F.7 planes."
        "\n\n  1. Source: Files.\n  2. See Document 99.\n"
    )
    found = [(row["kind"], row["before"], row["text"], row["proposal"]) for row in rows(text)]
    assert ("note", "of F.7 planes.", "", "n=2") in found
    assert ("pb", "12] He came", "[Page 15]", "yes") in found
    assert ("ref", "Files. 2. See", "Document 99", "") in found


def test_dates_that_are_inferred_or_not_known() -> None:
    found = made("Letter\n\nHe came.", "Letter\n\nHe came.1\n\n  1. Source: Files. Dated May 3, 1984.").rows
    assert [(row["document"], row["kind"], row["proposal"], row["sentences"]) for _, row in found] == [
        ("d1", "date", "", ""),
        ("d2", "date", "when=1984-05-03", "Dated May 3, 1984"),
    ]


def test_what_looks_like_a_call() -> None:
    text = "Letter From Paris1\n\nHe was glad of his plane.2 It was old.\n\n  1. Source: Files."
    assert [(row["text"], row["proposal"]) for row in rows(text) if row["kind"] == "note"] == [("2", "no")]


def test_what_is_accepted_is_decided_and_stays_in_the_table() -> None:
    texts = (
        "Letter From Paris1\n\nWashington, undated.\n\nThen Baker came with Viktor Isakov and Fred Shultz. Isakov left."
        "\n\nHe saw Secretary Schultz [Page 9] and\n\n[Page 11]\n\nhis plane.7 It was old."
        "\n\n  1. Source: Files, May 3, 1984.\n  2. Not printed.",
        "Memorandum for the Record\n\nHere Baker is named twice. It was Baker.\n\nMay 3, 1984",
    )
    first = made(*texts)
    table = accepted(first)
    again = made(*texts, table=table)
    open_ = [row for _, row in again.rows if not row.get("decision")]
    assert [row["kind"] for row in open_ if row.get("proposal")] == []
    before = [row for _, row in read_table(table, "d.csv").rows if row["decision"]]
    assert before == [row for _, row in again.rows if row.get("decision")]
    results = list(convert(sources(texts), decided(Settings(authority=loads(LISTED.encode(), "l", "persons")), table)))
    assert all(result.tei for result in results)
    assert [d.code for result in results for d in result.diagnostics if "decision" in d.code] == []


def test_what_an_editor_wrote_beside_an_open_row_is_kept() -> None:
    text = "Letter\n\nMay 3, 1984\n\nThen Baker came."
    written = write_table(made(text)).decode("utf-8-sig").splitlines()
    header, row = written
    table = f"{header},who\n{row}ask Anna,Bert\nno,,sic,,d1,,recieve,,,,,,,,gone,\n".encode()
    again = made(text, table=table)
    assert "who" in again.columns
    assert [(r.get("comment"), r.get("who", "")) for _, r in again.rows] == [("ask Anna", "Bert"), ("gone", "")]


def test_the_seeds_without_a_list(seeds: Path) -> None:
    texts = [Source(path) for path in sorted(seeds.glob("*.txt"))]
    settings = Settings(imprint=Imprint(edition="frus1981-88v04"))
    found = suggest(texts, settings)
    lines = [row["proposal"] for _, row in found.table.rows if row["kind"] == "persName"]
    assert "Isakov, Viktor, Minister-Counselor at the Soviet Embassy in Washington" in lines
    assert "Gromyko, A. A., Minister" in lines
    assert [row["text"] for _, row in found.table.rows if row["kind"] != "persName"] == ["", ""]
    assert suggest(texts, settings) == found


def test_the_sample_edition_has_few_doubts(seeds: Path) -> None:
    texts = [Source(path) for path in sorted(seeds.glob("*.txt"))]
    settings = Settings(authority=load(seeds / "persons.xml"), imprint=Imprint(edition="frus1981-88v04"))
    assert [row["kind"] for _, row in suggest(texts, settings).table.rows] == ["date", "date"]


def test_on_the_command_line(seeds: Path, tmp_path: Path, run: Callable[..., SimpleNamespace]) -> None:
    table = tmp_path / "work" / "decisions.csv"
    call = ("suggest", *sorted(seeds.glob("*.txt")), "--edition", "frus1981-88v04", "-o", table)
    done = run(*call)
    assert done.status == 0, done.err
    assert "rows to decide" in done.err
    before = table.read_bytes()
    assert run(*call).status == 2
    assert table.read_bytes() == before
    table.write_bytes(accepted(read_table(before, "d.csv")))
    done = run(*call, "--decisions", table)
    assert done.status == 0, done.err
    assert "0 rows to decide" in done.err
    assert run(*call[:-1], tmp_path / "tei" / "x.csv", "--decisions", table).status == 0
    assert run("suggest", tmp_path / "none.txt", "-o", tmp_path / "y.csv").status == 1
    assert run(*call, "--force").status == 0
    assert table.read_bytes() == before


def test_the_steps_of_the_documentation(
    seeds: Path, tmp_path: Path, run: Callable[..., SimpleNamespace], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (seeds.parent / "docs" / "decisions-file.md").read_text(encoding="utf-8")
    steps = [line.split() for line in re.findall(r"^ +tei-tools (.+)$", page, re.MULTILINE)]
    assert [step[0] for step in steps] == ["suggest", "convert", "suggest"]
    (tmp_path / "seeds").symlink_to(seeds)
    monkeypatch.chdir(tmp_path)
    table = tmp_path / "decisions.csv"
    for step in steps:
        words = [path for word in step for path in (sorted(Path().glob(word)) if "*" in word else [word])]
        done = run(*words)
        assert done.status == 0, done.err
        if step[0] == "suggest":
            table.write_bytes(accepted(read_table(table.read_bytes(), "d.csv")))
    assert "0 rows to decide, 2 kept" in done.err


def test_of_two_that_lie_across_each_other_the_editor_decides() -> None:
    """After FRUS 1964–1968, volume VII: a reference within the office that sends."""
    text = "12. Telegram From the Author of Document 5 to the Embassy in Laos\n\nMay 3, 1968.\n\nWe agree."
    given = [Source(Path("d1.txt"), text.encode())]
    found = [row for _, row in suggest(given, Settings()).table.rows if "lies across" in row["problem"]]
    assert [(row["kind"], row["text"], row["proposal"]) for row in found] == [("ref", "Document 5", "yes")]
    table = write_table(Table(tuple(found[0]), ((2, {**found[0], "decision": "accept"}),)))
    settings = decided(Settings(), table)
    (result,) = convert(given, settings)
    assert result.tei is not None
    assert b"<ref>Document 5</ref>" in result.tei
    assert not [
        row
        for _, row in suggest(given, settings).table.rows
        if "lies across" in row.get("problem", "") and not row["decision"]
    ]


def test_a_surname_alone_is_an_entry_when_it_is_accepted() -> None:
    text = "Letter\n\nMay 3, 1984\n\nThen Mr. Alexandrov came."
    given = [Source(Path("d1.txt"), text.encode())]
    (row,) = [row for _, row in suggest(given, Settings()).table.rows if row["kind"] == "persName"]
    assert row["proposal"] == "“Alexandrov”"
    table = write_table(Table(tuple(row), ((2, {**row, "decision": "accept"}),)))
    (result,) = convert(given, decided(Settings(), table))
    assert result.tei is not None
    assert b'<persName ref="#p_Alexandrov1">Alexandrov</persName>' in result.tei

"""Decisions about persons: who is added, merged, refused, meant; and what becomes of the files that hold them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tei_tools.authority import Authority, load, loads
from tei_tools.decisions import Decisions
from tei_tools.decisions import loads as decisions
from tei_tools.decisions.lists import extended
from tei_tools.pipeline import Settings, Source, convert

LISTED = "Baker, Howard H., Jr., Senator\nBaker, James A., III, Chief of Staff\nBush, George H. W., Vice President\n"
HEADER = "decision,kind,document,before,text,after,occurrence,proposal,forms\n"


def names(text: str, rows: str = "", listed: str = LISTED) -> tuple[list[str], list[str]]:
    """The names of a text as "words → id", and the codes that were told of the decisions."""
    authority = loads(listed.encode(), "list", "persons") if listed else Authority()
    authority, decided = extended(authority, decisions((HEADER + rows).encode(), "d.csv"))
    settings = Settings(authority=authority, decisions=decided)
    (result,) = convert([Source(Path("d1.txt"), f"1. Letter\n\n{text}\n".encode())], settings)
    assert result.tei, result.diagnostics
    found = re.findall(r"<persName(?: ref=\"#(\w+)\")?[^>]*>([^<]*)</persName>", result.tei.decode().split("<text>")[1])
    told = [d.code for d in result.diagnostics if d.code.startswith("link.decision-")]
    return [f"{words} → {ident}" for ident, words in found], told


def test_what_is_open_is_decided() -> None:
    text = "Later Baker came with Viktor Isakov. Then Baker left. Isakov stayed."
    assert names(text)[0] == ["Baker → ", "Baker → "]
    rows = "p_BJA1,persName,d1,Later,Baker,came,,,\nno,persName,d1,Then,Baker,left,,,\n"
    assert names(text, rows) == (["Baker → p_BJA1"], [])
    rows = "p_BHH1,persName,d1,,Baker,,all,,\n"
    assert names(text, rows) == (["Baker → p_BHH1", "Baker → p_BHH1"], [])


def test_one_place_counts_more_than_all() -> None:
    rows = "p_BHH1,persName,d1,,Baker,,all,,\np_BJA1,persName,d1,,Baker,,2 of 2,,\n"
    assert names("Baker came. Baker left.", rows) == (["Baker → p_BHH1", "Baker → p_BJA1"], [])


def test_a_new_entry_is_found_everywhere() -> None:
    rows = 'accept,persName,,,Viktor Isakov,,,"Isakov, Viktor, Counselor",Viktor Isakov (1); Isakov (2)\n'
    found = names("He saw Viktor Isakov. Mr. Isakov’s word, and V. Isakov said so.", rows)
    assert found == (["Viktor Isakov → p_IV1", "Isakov → p_IV1", "V. Isakov → p_IV1"], [])


def test_an_entry_may_bring_its_id_and_come_from_one_place() -> None:
    rows = 'p_X9 Isakov,persName,,,Isakov,,,,\n"p_X9 Isakov, Viktor",persName,d1,saw,Isakov,go,,,\n'
    assert names("He saw Isakov go.", rows)[0] == ["Isakov → p_X9"]


def test_a_name_is_merged_into_an_entry() -> None:
    rows = "merge into p_BGHW1,persName,,,Poppy,,,,Poppy (2); Old Poppy (1)\n"
    assert names("Old Poppy came. It was Poppy.", rows) == (["Old Poppy → p_BGHW1", "Poppy → p_BGHW1"], [])


def test_a_name_is_none_anywhere_unless_it_is_in_a_longer_one() -> None:
    rows = "not a person,persName,,,Bush,,,,\n"
    assert names("Bush came to the Bush. George Bush left.", rows) == (["George Bush → p_BGHW1"], [])


def test_a_person_without_entry_and_one_whom_the_tool_would_not_find() -> None:
    rows = "yes,persName,d1,,the Old Man,,,,\np_BGHW1,persName,d1,saw,G.,leave,,,\n"
    assert names("He told the Old Man that he saw G. leave.", rows) == (["the Old Man → ", "G. → p_BGHW1"], [])


def test_what_is_decided_tells_of_the_others() -> None:
    rows = "p_BJA1,persName,d1,Later,Baker,came,,,\n"
    assert names("Later Baker came. Baker left.", rows)[0] == ["Baker → p_BJA1", "Baker → p_BJA1"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("p_XX1,persName,d1,,Baker,,all,,", ["link.decision-unfit"]),
        ("p_BJA1,persName,d1,Earlier,Baker,,,,", ["link.decision-gone"]),
        ("p_BJA1,persName,d1,,Baker,,,,", ["link.decision-ambiguous"]),
        ("p_BJA1,persName,d1,,Baker,,1 of 3,,", ["link.decision-ambiguous"]),
        ("p_BJA1,persName,d7,,Baker,,,,", ["link.decision-elsewhere"]),
        ("no,persName,,,Miller,,,,", ["link.decision-elsewhere"]),
        ('accept,persName,,,Miller,,,"Miller, John",', ["link.decision-elsewhere"]),
        ("no,persName,d1,,Baker,,1 of 2,,\np_BJA1,persName,d1,,Baker,came,,,", ["link.decision-conflict"]),
        ("p_BJA1,placeName,d1,,Baker,came,,,", ["link.decision-unfit"]),
    ],
)
def test_nothing_is_lost_silently(row: str, told: list[str]) -> None:
    assert names("Later Baker came. Baker left.", row + "\n")[1] == told


def test_decisions_survive_what_changes_around_them() -> None:
    rows = "p_BJA1,persName,d1,that Senator,Baker,and I,,,\n"
    for text in (
        "I told him that Senator Baker and I had come.",
        "A new paragraph.\n\nI told him that\nSenator   Baker and I had come.",
        "I told him that Sen[Page 12]ator Baker [Page 13] and I had come.",
        "“He told me that Senator Baker and I went.”",
    ):
        assert names(text, rows) == (["Baker → p_BJA1"], [])
    assert names("I told him that Governor Baker and I had come.", rows)[1] == ["link.decision-gone"]


def test_the_same_with_and_without_decisions(seeds: Path) -> None:
    settings = Settings(authority=load(seeds / "persons.xml"))
    sources = [Source(path) for path in sorted(seeds.glob("*.txt"))]
    plain = [converted.tei for converted in convert(sources, settings)]
    empty = replace(settings, decisions=Decisions())
    assert [converted.tei for converted in convert(sources, empty)] == plain


def test_on_the_command_line(seeds: Path, tmp_path: Path, run: Callable[..., object]) -> None:
    table = tmp_path / "decisions.csv"
    table.write_text("decision,kind,document,text\naltogether,sic,d310,althogether\n", encoding="utf-8")
    done = run("convert", *sorted(seeds.glob("*.txt")), "-o", tmp_path / "tei", "--decisions", table)
    assert done.status == 0, done.err
    assert (
        "<sic>althogether</sic><corr>altogether</corr>" in (tmp_path / "tei" / "003_90415235aaee0c76.xml").read_text()
    )
    assert '"decisions.csv"' in (tmp_path / "tei" / "manifest.json").read_text()
    table.write_text("decision,kind\n", encoding="utf-8")
    assert run("convert", seeds / "edition.toml", "-o", tmp_path / "tei", "--decisions", table).status == 2
    assert run("convert", seeds / "edition.toml", "-o", tmp_path / "x", "--decisions", tmp_path / "no.csv").status == 2


def test_build_obeys_the_decisions_of_the_edition(seeds: Path, tmp_path: Path, run: Callable[..., object]) -> None:
    folder = tmp_path / "edition"
    folder.mkdir()
    for path in seeds.glob("*"):
        if path.suffix in (".txt", ".xml", ".toml"):
            (folder / path.name).write_bytes(path.read_bytes())
    text = (folder / "edition.toml").read_text().replace("[authorities]", 'decisions = "decided.csv"\n[authorities]')
    (folder / "edition.toml").write_text(text)
    (folder / "decided.csv").write_text("decision,kind,document,text\naltogether,sic,d310,althogether\n")
    done = run("build", folder, "-o", tmp_path / "out", "--only", "tei", "--only", "html")
    assert done.status == 0, done.err
    assert "<corr>altogether</corr>" in (tmp_path / "out" / "tei" / "d310.xml").read_text()
    assert "altogether" in (tmp_path / "out" / "html" / "d310.html").read_text()

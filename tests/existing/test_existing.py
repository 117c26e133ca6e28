"""TEI that is there already: names are added, what is tagged and what is written stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from tei_tools import convert
from tei_tools.existing import header, insertion, is_tei, reading

Run = Callable[..., SimpleNamespace]
NAME = re.compile(r"<persName[^>]*>([^<]*)</persName>")


@pytest.fixture(scope="module")
def letter(root: Path) -> str:
    """The second seed, as the tool encodes it."""
    (source,) = (root / "seeds").glob("003*.txt")
    tei = convert(source, persons=root / "seeds" / "persons.xml").tei
    assert tei is not None
    return tei.decode("utf-8")


@pytest.fixture
def plain(letter: str, tmp_path: Path) -> Path:
    """The letter, without the names that are tagged in its paragraphs, and without its correspDesc."""
    head, body = letter.split('<div type="main">')
    head = re.sub(r"\s*<correspDesc>.*</correspDesc>", "", head, flags=re.DOTALL)
    head = re.sub(r'\s*<person xml:id="p_IV1">.*?</person>', "", head, flags=re.DOTALL)
    file = tmp_path / "d310.xml"
    file.write_text(head + '<div type="main">' + NAME.sub(r"\1", body), "utf-8")
    return file


def upgraded(run: Run, file: Path, seeds: Path, folder: Path) -> tuple[str, SimpleNamespace]:
    done = run("convert", file, "-o", folder / "out", "--persons", seeds / "persons.xml")
    return (folder / "out" / file.name).read_text("utf-8"), done


def words(tei: str) -> str:
    text = etree.fromstring(tei.encode()).find("{*}text")
    assert text is not None
    return "".join(text.itertext())


def test_names_are_added_and_the_text_is_the_same(plain: Path, seeds: Path, tmp_path: Path, run: Run) -> None:
    before = plain.read_text("utf-8")
    after, done = upgraded(run, plain, seeds, tmp_path)
    assert done.status == 0
    assert words(after) == words(before)
    added = set(NAME.findall(after)) - set(NAME.findall(before))
    assert {"A.A. Gromyko", "George Shultz", "K. Chernenko", "Chernenko"} <= added
    assert '<persName ref="#p_GAA1">A.A. Gromyko</persName>' in after
    assert '<person xml:id="p_IV1">' in after, "an entry that the file did not have"


def test_what_is_tagged_stays(plain: Path, seeds: Path, tmp_path: Path, run: Run) -> None:
    head = re.compile(r"<head>.*?</head>", re.DOTALL)
    text = plain.read_text("utf-8").replace('ref="#p_SGP1" role="sender"', 'ref="#p_RR1" role="sender"')
    plain.write_text(text, "utf-8")
    after, _ = upgraded(run, plain, seeds, tmp_path)
    for old, new in zip(head.findall(text), head.findall(after), strict=True):
        assert set(NAME.findall(old)) <= set(NAME.findall(new))


def test_a_second_run_finds_nothing_more(plain: Path, seeds: Path, tmp_path: Path, run: Run) -> None:
    first, _ = upgraded(run, plain, seeds, tmp_path)
    (tmp_path / "again").mkdir()
    again = tmp_path / "again" / "d310.xml"
    again.write_text(first, "utf-8")
    second, done = upgraded(run, again, seeds, tmp_path / "again")
    assert done.status == 0
    assert second == first


def test_who_wrote_to_whom_is_told(plain: Path, seeds: Path, tmp_path: Path, run: Run) -> None:
    after, _ = upgraded(run, plain, seeds, tmp_path)
    parties = etree.fromstring(after.encode()).findall(".//{*}correspAction/{*}persName")
    assert [name.get("ref") for name in parties] == ["#p_SGP1", "#p_RR1"]


def test_a_name_that_crosses_markup_is_told(plain: Path, seeds: Path, tmp_path: Path, run: Run) -> None:
    text = plain.read_text("utf-8").replace("George Shultz", 'George <pb n="1119" xml:id="pg_1119"/>Shultz')
    plain.write_text(text, "utf-8")
    after, done = upgraded(run, plain, seeds, tmp_path)
    assert "link.crosses-markup" in done.err
    assert 'George <pb n="1119"' in after


@pytest.mark.parametrize(
    ("tei", "message"),
    [
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>', "no well-formed XML"),
        ('<!DOCTYPE TEI><TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "document type declaration"),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>', "holds 0 documents"),
    ],
)
def test_what_can_not_be_upgraded_is_named(tei: str, message: str, seeds: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "x.xml"
    file.write_text(tei, "utf-8")
    done = run("convert", file, "-o", tmp_path / "out", "--persons", seeds / "persons.xml")
    assert done.status == 1
    assert message in done.err
    assert not (tmp_path / "out" / "x.xml").exists()


def test_only_tei_is_taken_for_tei() -> None:
    assert is_tei(b'\xef\xbb\xbf<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0">')
    assert not is_tei(b"12. Letter From <TEI> http://www.tei-c.org/ns/1.0")
    assert not is_tei(b"<html>")
    assert header.applications
    assert insertion.inserted
    assert "persName" in reading.TAGGED

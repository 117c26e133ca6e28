"""Building again: what changed is made anew and nothing else, and the result is that of a build from nothing."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei_tools import profile as profiles
from tei_tools import saxon
from tei_tools.build import Edition
from tei_tools.publish import search

ROOT = Path(__file__).parent.parent
Run = Callable[..., SimpleNamespace]
EDITION = """\
id = "frus1900v01"
title = "1900, Volume I"
sources = ["*.txt"]
formats = ["tei", "html", "text"]
profile = "{profile}"
decisions = "decisions.csv"

[authorities]
persons = "persons.txt"

[site]
pages = ["pages/*.md"]
rules = "rules/own.xsl"
"""
PERSONS = "Brown, John, Ambassador in Paris\nBlack, Ann, Consul\nBrown, Peter, Secretary of the Embassy\n"
RULES = """\
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{}</xsl:stylesheet>
"""
DECISIONS = "kind,document,before,text,after,occurrence,decision,value,comment\n"
LETTER = (
    "{n}. Letter From {name} to the Secretary1\n\n[Page {page}]\n\nI write of {name} and of Brown. {words}\n\n"
    "  1. See Document {other}.\n"
)
COUNT = 7


def letter(folder: Path, n: int, words: str = "It rains.", name: str = "John Brown", other: int | None = None) -> None:
    text = LETTER.format(n=n, page=10 + n, words=words, name=name, other=other or n % COUNT + 1)
    (folder / f"d{n}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Seven letters in a row; each refers to the next one."""
    folder = tmp_path / "edition"
    for name in ("pages", "rules"):
        (folder / name).mkdir(parents=True)
    profile = folder / "own.toml"
    profile.write_text('extends = "frus"\nname = "own"\nseries = "Our Papers"\n', "utf-8")
    (folder / "edition.toml").write_text(EDITION.format(profile=profile.name), "utf-8")
    (folder / "persons.txt").write_text(PERSONS, "utf-8")
    (folder / "decisions.csv").write_text(DECISIONS, "utf-8")
    (folder / "pages" / "method.md").write_text("# Our method\n\nSee [a letter](d1.html).\n", "utf-8")
    (folder / "rules" / "own.xsl").write_text(RULES.format(""), "utf-8")
    for n in range(1, COUNT + 1):
        letter(folder, n)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def built(edition: Path, output: Path, **options: object) -> set[str]:
    """The files that a build wrote."""
    profiles.load.cache_clear()  # a file that changes while the program runs
    saxon.stylesheet.cache_clear()
    report = Edition.load(edition).build(output, **options)
    assert report.errors == []
    return {*report.written}


def planned(edition: Path, output: Path) -> dict[str, str]:
    return dict(Edition.load(edition).plan(output))


def as_from_nothing(edition: Path, output: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    built(edition, fresh)
    there, wanted = contents(output), contents(fresh)
    different = [name for name in sorted({*there, *wanted}) if wanted.get(name) != there.get(name)]
    assert different == []


def documents(written: set[str]) -> set[str]:
    """What was written of single documents."""
    return {name for name in written if re.fullmatch(r"\w+/d\d+\.\w+", name)}


# ---- nothing, and one document ----


def test_nothing_changed_and_nothing_is_written(run: Run, edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run("build", edition, "-o", out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    assert planned(edition, out) == {}
    second = run("build", edition, "-o", out)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == before
    assert [line for line in first.err.splitlines() if "[" in line] == [
        line for line in second.err.splitlines() if "[" in line
    ], "what was doubtful still is"


def test_a_changed_text_makes_its_own_files_anew(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    letter(edition, 4, words="The sun shines.")
    plan = planned(edition, out)
    written = built(edition, out)
    assert documents(written) == {"tei/d4.xml", "html/d4.html", "text/d4.txt"}
    assert written - documents(written) - {n for n in written if n.startswith("html/pagefind/")} == {
        "tei/frus1900v01.xml",
        "report.html",
    }
    assert documents({*plan}) == documents(written)
    assert plan["tei/d4.xml"] == "the source d4.txt changed"
    assert plan["html/d4.html"] == "the source d4.txt changed"
    as_from_nothing(edition, out, tmp_path)


def test_of_several_indexes_that_of_the_changed_page_is_made_anew(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pagefind_bin")
    monkeypatch.setattr(search, "MOST", 5)
    out = tmp_path / "out"
    built(edition, out)
    letter(edition, 7, words="The sun shines.")
    assert {name for name in planned(edition, out) if "pagefind/" in name} == {"html/pagefind/2/"}
    written = {name for name in built(edition, out) if "pagefind/" in name}
    assert written
    assert all(name.startswith("html/pagefind/2/") for name in written)
    as_from_nothing(edition, out, tmp_path)


def test_a_document_that_is_gone_takes_no_index_with_it(edition: Path, tmp_path: Path) -> None:
    pytest.importorskip("pagefind_bin")
    out = tmp_path / "out"
    built(edition, out)
    (edition / "d7.txt").unlink()
    plan = planned(edition, out)
    assert {name for name in plan if "pagefind/" in name} == {"html/pagefind/"}
    assert "d7" in plan["html/index.html"]
    built(edition, out)
    as_from_nothing(edition, out, tmp_path)


def test_a_list_is_told_from_another_of_the_same_name(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (edition / "terms").mkdir()
    (edition / "terms" / "persons.txt").write_text("NATO, North Atlantic Treaty Organization\n", "utf-8")
    told = (edition / "edition.toml").read_text("utf-8")
    told = told.replace("[site]", 'terms = "terms/persons.txt"\n\n[site]')
    (edition / "edition.toml").write_text(told, "utf-8")
    built(edition, out)
    (edition / "persons.txt").write_text(PERSONS.replace("in Paris", "in Rome"), "utf-8")
    assert planned(edition, out)
    built(edition, out)
    as_from_nothing(edition, out, tmp_path)


def test_a_changed_heading_changes_the_pages_beside_it(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    letter(edition, 4, name="Ann Black")
    plan = planned(edition, out)
    written = built(edition, out)
    assert {n for n in documents(written) if n.startswith("html/")} == {f"html/d{n}.html" for n in (3, 4, 5)}
    assert plan["html/d3.html"] == "the pages around it changed"
    assert "html/index.html" in written & {*plan}
    assert "html/persons.html" in written
    assert "html/pages.html" not in written
    as_from_nothing(edition, out, tmp_path)


def test_what_the_collection_says_reaches_who_asked(edition: Path, tmp_path: Path) -> None:
    """The letter to which another one refers loses its number: the reference then leads out of the collection."""
    out = tmp_path / "out"
    built(edition, out)
    (edition / "d5.txt").unlink()
    letter(edition, 15, other=1)
    assert planned(edition, out)["tei/d4.xml"] == "what the collection says of it changed"
    written = built(edition, out)
    assert {n for n in documents(written) if n.startswith("tei/")} == {"tei/d4.xml", "tei/d15.xml"}
    assert not (out / "tei/d5.xml").exists()
    assert not (out / "html/d5.html").exists()
    as_from_nothing(edition, out, tmp_path)


# ---- each kind of input ----


def persons(folder: Path) -> None:
    (folder / "persons.txt").write_text(PERSONS.replace("in Paris", "in Rome"), "utf-8")


def profile(folder: Path) -> None:
    path = folder / "own.toml"
    path.write_text(path.read_text("utf-8").replace("Our Papers", "Their Papers"), "utf-8")


def decisions(folder: Path) -> None:
    row = 'persName,d3,of ,John Brown, and,,no,,"a ship"\n'
    (folder / "decisions.csv").write_text(DECISIONS + row, "utf-8")


def rules(folder: Path) -> None:
    rule = '<xsl:template match="*:p" mode="m:html" xmlns:m="urn:tei-tools:modes"><p>A rule.</p></xsl:template>'
    (folder / "rules" / "own.xsl").write_text(RULES.format(rule), "utf-8")


def page(folder: Path) -> None:
    (folder / "pages" / "method.md").write_text("# Our method\n\nWe read.\n", "utf-8")


def title(folder: Path) -> None:
    path = folder / "edition.toml"
    path.write_text(path.read_text("utf-8").replace("Volume I", "Volume II"), "utf-8")


def wording(folder: Path) -> None:
    with (folder / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[site.wording]\n"page.index" = "Letters"\n')


def added(folder: Path) -> None:
    letter(folder, 8)


def gone(folder: Path) -> None:
    (folder / "d7.txt").unlink()


KINDS = [persons, profile, decisions, rules, page, title, wording, added, gone]


@pytest.mark.parametrize("change", KINDS, ids=lambda change: change.__name__)
def test_each_kind_of_input(change: Callable[[Path], None], edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    change(edition)
    plan = planned(edition, out)
    written = built(edition, out)
    assert written
    assert plan
    if change in (rules, page, wording):
        assert not [name for name in written if name.startswith(("tei/", "text/"))]
    if change is page:
        assert documents(written) == set()
    as_from_nothing(edition, out, tmp_path)


def test_another_program_makes_everything_anew(edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    built(edition, out)
    for module in ("made", "documents", "look", "volume", "web"):
        monkeypatch.setattr(f"tei_tools.building.{module}.program", lambda: "another")
    plan = planned(edition, out)
    assert {plan[name] for name in documents({*plan})} == {"another version of tei-tools"}
    assert documents({*plan}) == documents({*contents(out)})


def test_files_that_somebody_broke_are_mended(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    (out / "html" / "d2.html").write_bytes(b"broken")
    (out / "text" / "d3.txt").unlink()
    (out / "tei" / "d6.xml").unlink()
    plan = planned(edition, out)
    assert plan["html/d2.html"] == "it is not as it was made"
    assert plan["text/d3.txt"] == "it is gone"
    assert documents(built(edition, out)) == {"html/d2.html", "text/d3.txt", "tei/d6.xml"}
    as_from_nothing(edition, out, tmp_path)


DAMAGE = ["gone", "{", "[]", '{"source ./d1.txt": {"key": 1}}', '"paths"', '"summary"', '"asked"']
"""What stands in place of the memory, or a word of it that is lost."""


@pytest.mark.parametrize("damage", DAMAGE)
def test_without_its_memory_a_build_is_only_slower(edition: Path, tmp_path: Path, damage: str) -> None:
    out = tmp_path / "out"
    built(edition, out)
    if damage == "gone":
        (out / "records.json").unlink()
    elif damage.startswith('"'):
        text = (out / "records.json").read_text("utf-8")
        assert damage in text
        (out / "records.json").write_text(text.replace(damage, '"lost"'), "utf-8")
        letter(edition, 7, words="The sun shines.")
    else:
        (out / "records.json").write_text(damage, "utf-8")
    built(edition, out)
    as_from_nothing(edition, out, tmp_path)


def test_force_makes_everything(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    plan = dict(Edition.load(edition).plan(out, force=True))
    assert {plan[name] for name in documents({*plan})} == {"--force"}
    assert documents({*plan}) == documents({*contents(out)})
    built(edition, out, force=True)
    as_from_nothing(edition, out, tmp_path)


def test_an_edition_can_be_moved(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    assert str(tmp_path).encode() not in (out / "records.json").read_bytes()


# ---- killed, and two at once ----


def program(*arguments: str | Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tei_tools.cli", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)


@pytest.mark.parametrize("until", ["tei/d3.xml", "html/d2.html"])
def test_a_killed_build_goes_on(edition: Path, tmp_path: Path, until: str) -> None:
    out = tmp_path / "out"
    for n in range(COUNT + 1, 60):
        letter(edition, n)
    running = program("build", edition, "-o", out)
    while running.poll() is None and not (out / until).exists():
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    journal = out / "manifest.journal"
    noted = [json.loads(line) for line in journal.read_text("utf-8").splitlines() if line.endswith("}")]
    done = {line["file"] for line in noted if "file" in line and (out / line["file"]).exists()}
    with journal.open("ab") as file:
        file.write(b'{"file": "torn')
    letter(edition, 1, words="Changed meanwhile.")
    written = built(edition, out)
    assert documents(written & done) <= {"tei/d1.xml", "html/d1.html", "text/d1.txt"}, "what was done is done"
    assert not journal.exists()
    as_from_nothing(edition, out, tmp_path)


def test_two_builds_at_once(run: Run, edition: Path, tmp_path: Path) -> None:
    """The second finds the lock of the first; a killed one leaves none."""
    out = tmp_path / "out"
    fifo = edition / "d9.txt"
    os.mkfifo(fifo)
    running = program("build", edition, "-o", out)
    while running.poll() is None and not out.exists():
        time.sleep(0.01)
    time.sleep(0.2)
    found = run("convert", edition / "d1.txt", "-o", out)
    running.kill()
    running.communicate()
    assert found.status == 2
    assert f"{out}: error: another run is writing to this folder" in found.err
    fifo.unlink()
    assert run("build", edition, "-o", out).status == 0
    as_from_nothing(edition, out, tmp_path)

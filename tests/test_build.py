"""Editions built: what is made of what, an editor's hand, what fails and what does not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
Run = Callable[..., SimpleNamespace]
EDITION = 'id = "frus1900v01"\ntitle = "1900, Volume I"\nsources = ["*.txt"]\nformats = ["tei", "html", "text"]\n'
LETTER = "{n}. Letter From the Ambassador to the Secretary1\n\nI write to you.\n\n  1. See Document {other}.\n"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Two letters that refer to each other."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / "edition.toml").write_text(EDITION, "utf-8")
    (folder / "a.txt").write_text(LETTER.format(n=1, other=2), "utf-8")
    (folder / "b.txt").write_text(LETTER.format(n=2, other=1), "utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


def test_files_are_named_by_document(run: Run, edition: Path, tmp_path: Path) -> None:
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 0, found.err
    made = names(tmp_path / "out")
    assert {
        f"{kind}/d{n}.{end}" for n in (1, 2) for kind, end in (("tei", "xml"), ("html", "html"), ("text", "txt"))
    } < {*made}
    assert {"manifest.json", "html/index.html", "tei/frus1900v01.xml"} < {*made}
    targets = [etree.parse(tmp_path / f"out/tei/d{n}.xml").find(f".//{TEI}ref").get("target") for n in (1, 2)]
    assert targets == ["d2.xml", "d1.xml"]


def test_the_manifest_knows_every_file(run: Run, edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", edition, "-o", out)
    files = json.loads((out / "manifest.json").read_text("utf-8"))["files"]
    assert sorted(files) == [name for name in names(out) if name not in ("manifest.json", "records.json")]
    for name, entry in files.items():
        assert entry["sha256"] == hashlib.sha256((out / name).read_bytes()).hexdigest()
    assert files["tei/d1.xml"]["sources"] == {"a.txt": hashlib.sha256((edition / "a.txt").read_bytes()).hexdigest()}
    assert files["html/d1.html"]["stylesheets"].keys() == {"html.xsl"}


def test_two_builds_are_equal_to_the_byte(run: Run, edition: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("build", edition, "-o", tmp_path / name)
    first = contents(tmp_path / "one")
    assert first == contents(tmp_path / "two")
    run("build", edition, "-o", tmp_path / "one")
    assert first == contents(tmp_path / "one")


def test_the_volume_holds_places_and_organisations(run: Run, edition: Path, tmp_path: Path) -> None:
    (edition / "edition.toml").write_text(EDITION + '[authorities]\nplaces = "l/places"\norgs = "l/orgs"\n', "utf-8")
    (edition / "l").mkdir()
    (edition / "l/places").write_text("Rome\nParis\n", "utf-8")
    (edition / "l/orgs").write_text("CIA, Central Intelligence Agency\nNATO\n", "utf-8")
    for name, words in (("a", "The CIA is in Rome."), ("b", "NATO left Paris for Rome.")):
        (edition / f"{name}.txt").write_text((edition / f"{name}.txt").read_text("utf-8") + f"\n{words}\n", "utf-8")
    found = run("build", edition, "-o", tmp_path / "out", "--only", "tei")
    assert found.status == 0, found.err
    whole = etree.parse(tmp_path / "out" / "tei" / "frus1900v01.xml")
    assert [place[0].text for place in whole.iter(f"{TEI}place")] == ["Paris", "Rome"]
    assert [org[0].text for org in whole.iter(f"{TEI}org")] == ["CIA", "NATO"]
    assert run("validate", tmp_path / "out" / "tei" / "frus1900v01.xml").status == 0


def test_the_volume_holds_every_document(run: Run, edition: Path, tmp_path: Path) -> None:
    run("build", edition, "-o", tmp_path / "out", "--only", "tei")
    whole = etree.parse(tmp_path / "out" / "tei" / "frus1900v01.xml")
    divs = whole.findall(f".//{TEI}div[@type='document']")
    assert [div.get(f"{XML}id") for div in divs] == ["d1", "d2"]
    assert [ref.get("target") for ref in whole.iter(f"{TEI}ref") if ref.get("target")][:2] == ["#d2", "#d1"]
    assert run("validate", tmp_path / "out" / "tei" / "frus1900v01.xml").status == 0


def test_only_some_formats(run: Run, edition: Path, tmp_path: Path) -> None:
    run("build", edition, "-o", tmp_path / "out")
    before = contents(tmp_path / "out")
    assert run("build", edition, "-o", tmp_path / "out", "--only", "text").status == 0
    assert contents(tmp_path / "out") == before
    assert run("build", edition, "-o", tmp_path / "text", "--only", "text").status == 0
    assert names(tmp_path / "text") == ["manifest.json", "records.json", "text/d1.txt", "text/d2.txt"]


def test_an_unknown_format(run: Run, edition: Path, tmp_path: Path) -> None:
    found = run("build", edition, "-o", tmp_path / "out", "--only", "papyrus")
    assert found.status == 2
    assert "html" in found.err
    assert not (tmp_path / "out").exists()


def test_a_dry_run_makes_nothing(run: Run, edition: Path, tmp_path: Path) -> None:
    found = run("build", edition, "-o", tmp_path / "out", "--dry-run")
    assert found.status == 0
    assert [line.split(": ")[0] for line in found.out.splitlines()] == [str(edition / "a.txt"), str(edition / "b.txt")]
    assert not (tmp_path / "out").exists()


def test_a_number_twice_is_an_error(run: Run, edition: Path, tmp_path: Path) -> None:
    (edition / "c.txt").write_text(LETTER.format(n=2, other=1).replace("I write", "We write"), "utf-8")
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 1
    assert f"{edition / 'c.txt'}: error: the document is d2, as {edition / 'b.txt'} is" in found.err
    assert b"I write" in (tmp_path / "out" / "tei" / "d2.xml").read_bytes()
    assert b"We write" not in b"".join(contents(tmp_path / "out").values())


def test_a_source_that_fails_is_left_out(run: Run, edition: Path, tmp_path: Path) -> None:
    (edition / "c.txt").write_bytes(b"3. Letter\n\n\x07\n")
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 1
    assert "U+0007" in found.err
    assert {"html/d1.html", "html/d2.html"} < {*names(tmp_path / "out")}
    assert [name for name in names(tmp_path / "out") if "d3" in name] == []


# ---- an editor's hand ----


def test_an_edited_file_is_kept_and_published(run: Run, edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", edition, "-o", out)
    path = out / "tei" / "d1.xml"
    path.write_bytes(path.read_bytes().replace(b"I write to you.", b"I wrote to you."))
    found = run("build", edition, "-o", out)
    assert found.status == 0
    assert f"{path}: warning: the file was changed by hand" in found.err
    for name in ("tei/d1.xml", "html/d1.html", "text/d1.txt", "tei/frus1900v01.xml"):
        assert b"I wrote to you." in (out / name).read_bytes(), name
    # It stays an editor's file in every later run.
    assert "publish.edited" in run("build", edition, "-o", out).err
    found = run("build", edition, "-o", out, "--force")
    assert "publish.edited" not in found.err
    for name in ("tei/d1.xml", "html/d1.html", "text/d1.txt", "tei/frus1900v01.xml"):
        assert b"I write to you." in (out / name).read_bytes(), name


def test_an_edited_file_that_is_broken_is_told_and_the_others_are_published(
    run: Run, edition: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("build", edition, "-o", out)
    (out / "tei" / "d1.xml").write_bytes(b"<TEI>")
    (edition / "b.txt").write_text(LETTER.format(n=2, other=1).replace("I write", "We write"), "utf-8")
    found = run("build", edition, "-o", out)
    assert found.status == 1
    assert "validate.well-formed" in found.err
    assert (out / "tei" / "d1.xml").read_bytes() == b"<TEI>"
    assert b"We write" in (out / "html" / "d2.html").read_bytes()
    assert b"We write" in (out / "text" / "d2.txt").read_bytes()


def test_an_edited_file_that_breaks_the_grammar_is_told(run: Run, edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", edition, "-o", out)
    path = out / "tei" / "d1.xml"
    path.write_bytes(path.read_bytes().replace(b"<p>I write to you.</p>", b"<para>I write to you.</para>"))
    found = run("build", edition, "-o", out)
    assert found.status == 1
    assert "[validate.grammar]" in found.err
    assert (out / "html" / "d2.html").exists()


def test_a_document_that_is_gone_takes_its_files_with_it(run: Run, edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", edition, "-o", out)
    path = out / "tei" / "d1.xml"
    path.write_bytes(path.read_bytes().replace(b"I write to you.", b"I wrote to you."))
    (edition / "a.txt").unlink()
    assert run("build", edition, "-o", out).status == 0
    assert "html/d1.html" not in names(out)
    assert b"I wrote" in path.read_bytes(), "an editor's file is never removed"


# ---- editions that are wrong ----


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("id = ", "no TOML"),
        (EDITION.replace('"*.txt"', '"none/*.txt"'), "no file matches"),
        (EDITION + 'profile = "klingon"\n', "klingon"),
        (EDITION + 'colour = "red"\n', "colour"),
        (EDITION + '[authorities]\npersons = "none.xml"\n', "none.xml"),
        (EDITION.replace('"text"', '"papyrus"'), "papyrus"),
    ],
)
def test_an_edition_that_is_wrong(run: Run, edition: Path, tmp_path: Path, file: str, words: str) -> None:
    (edition / "edition.toml").write_text(file, "utf-8")
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 2
    assert words in found.err
    assert not (tmp_path / "out").exists()


def test_no_edition(run: Run, tmp_path: Path) -> None:
    found = run("build", tmp_path, "-o", tmp_path / "out")
    assert found.status == 2
    assert "edition.toml" in found.err


def test_an_output_that_cannot_be_written(run: Run, edition: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 1
    assert str(tmp_path / "out") in found.err


def test_the_log_as_json_lines(run: Run, edition: Path, tmp_path: Path) -> None:
    (edition / "a.txt").write_text(LETTER.format(n=1, other=2).replace("you.", "you.7"), "utf-8")
    (edition / "b.txt").write_bytes(b"")
    found = run("build", edition, "-o", tmp_path / "out", "--log", "json")
    lines = [json.loads(line) for line in found.err.splitlines()]
    assert [line for line in lines if line.get("error") == "SourceError"]


# ---- the sample ----


def test_the_sample_edition_is_built_whole(run: Run, seeds: Path, tmp_path: Path) -> None:
    found = run("build", seeds, "-o", tmp_path / "out")
    assert found.status == 0
    errors = [line for line in found.err.splitlines() if ": warning:" in line or ": error:" in line]
    assert errors == []
    for kind, end in (("tei", "xml"), ("html", "html"), ("pdf", "pdf"), ("text", "txt")):
        for number in (178, 310):
            assert (tmp_path / "out" / kind / f"d{number}.{end}").stat().st_size > 3000

"""The command line as scripts use it: what is written where, exit status, logs, dates, and an editor's files."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from tei_tools import __version__, profile
from tei_tools.associated import companions

ROOT = Path(__file__).parent.parent
TEI = "{http://www.tei-c.org/ns/1.0}"
LETTER = "{n}. Letter From the Ambassador to the Secretary1\n\nI write to you.\n\n  1. See Document {other}.\n"
Run = Callable[..., SimpleNamespace]


def letter(folder: Path, n: int, other: int = 99, name: str = "") -> Path:
    path = folder / (name or f"d{n}.txt")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(LETTER.format(n=n, other=other), encoding="utf-8")
    return path


SCHEMAS = sorted(companions())


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# ---- convert ----


def test_each_source_becomes_a_file_of_its_stem(run: Run, tmp_path: Path) -> None:
    found = run("convert", letter(tmp_path, 1), letter(tmp_path, 2, 1, "other.txt"), "-o", tmp_path / "tei")
    assert found.status == 0
    assert files(tmp_path / "tei") == ["d1.xml", "manifest.json", "other.xml", *SCHEMAS]
    assert "2 documents" in found.err
    assert found.out == ""


def test_references_go_from_file_to_file(run: Run, tmp_path: Path) -> None:
    run("convert", letter(tmp_path, 1), letter(tmp_path, 2, 1), "-o", tmp_path / "tei", "--edition", "frus1981-88v04")
    tree = etree.parse(tmp_path / "tei" / "d2.xml")
    assert tree.find(f".//{TEI}ref").get("target") in {
        "d1.xml",
        "https://history.state.gov/historicaldocuments/frus1981-88v04/d1",
    }
    assert tree.getroot().get("{http://www.w3.org/XML/1998/namespace}id") == "frus1981-88v04.d2"


def test_doubts_are_told_with_place_code_and_hint(run: Run, tmp_path: Path) -> None:
    source = letter(tmp_path, 1)
    found = run("convert", source, "-o", tmp_path / "tei")
    assert f"{source}:5:10: info:" in found.err
    assert "[link.reference-open]" in found.err
    assert "hint: " in found.err


def test_the_log_as_json_lines(run: Run, tmp_path: Path) -> None:
    found = run("convert", letter(tmp_path, 1), tmp_path / "none.txt", "-o", tmp_path / "tei", "--log", "json")
    lines = [json.loads(line) for line in found.err.splitlines()]
    assert found.status == 1
    doubts = [line for line in lines if "code" in line]
    assert {line["code"] for line in doubts} >= {"link.reference-open"}
    assert all(set(line) == {"code", "severity", "message", "place", "hint"} for line in doubts)
    assert doubts[0]["place"]["line"] == 5
    (failure,) = [line for line in lines if "error" in line]
    assert (failure["error"], failure["place"]) == ("SourceError", str(tmp_path / "none.txt"))
    assert failure["remedy"]


def test_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = LETTER.format(n=1, other=2).encode()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert run("convert", "-", "-o", tmp_path).status == 0
    assert files(tmp_path) == sorted(["manifest.json", "stdin.xml", *SCHEMAS])
    digest = etree.parse(tmp_path / "stdin.xml").find(f".//{TEI}idno[@type='sha256']").text
    assert digest == hashlib.sha256(data).hexdigest()


def test_each_stage_can_be_kept(run: Run, tmp_path: Path) -> None:
    assert run("convert", letter(tmp_path, 1), "-o", tmp_path / "tei", "--keep", tmp_path / "kept").status == 0
    stages = ["10-read.json", "20-segment.json", "30-recognise.json", "40-link.json", "50-encode.xml"]
    assert files(tmp_path / "kept") == [f"d1/{stage}" for stage in stages]
    assert json.loads((tmp_path / "kept/d1/10-read.json").read_text("utf-8"))["text"].startswith("1. Letter From")
    blocks = json.loads((tmp_path / "kept/d1/20-segment.json").read_text("utf-8"))["blocks"]
    assert [block["element"] for block in blocks] == ["head", "p", "note"]
    assert (tmp_path / "kept/d1/50-encode.xml").read_bytes() == (tmp_path / "tei/d1.xml").read_bytes()


def test_persons_from_a_file(run: Run, tmp_path: Path, seeds: Path) -> None:
    source = tmp_path / "d1.txt"
    source.write_text("1. Letter From Secretary of State Shultz to President Reagan\n\nI write to you.\n", "utf-8")
    assert run("convert", source, "-o", tmp_path / "tei", "--persons", seeds / "persons.xml").status == 0
    names = etree.parse(tmp_path / "tei/d1.xml").findall(f".//{TEI}head/{TEI}persName")
    assert [name.get("ref") for name in names] == ["#p_SGP1", "#p_RR1"]
    made = json.loads((tmp_path / "tei/manifest.json").read_text("utf-8"))["files"]["d1.xml"]
    assert made["authorities"] == {"persons.xml": hashlib.sha256((seeds / "persons.xml").read_bytes()).hexdigest()}


def test_places_and_organisations_from_files(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "d1.txt"
    source.write_text("1. Letter From the Embassy\n\nParis, May 3, 1960.\n\nThe CIA left London for Paris.\n", "utf-8")
    lists = {"places": "Paris, capital of France\nLondon\n", "orgs": "CIA, Central Intelligence Agency\n"}
    for kind, text in lists.items():
        (tmp_path / f"{kind}.txt").write_text(text, "utf-8")
        made = run("authority", tmp_path / f"{kind}.txt", "-o", tmp_path / f"{kind}.xml", "--kind", kind)
        assert made.status == 0, made.err
    options = ["--places", tmp_path / "places.xml", "--orgs", tmp_path / "orgs.txt"]
    found = run("convert", source, "-o", tmp_path / "tei", *options)
    assert found.status == 0, found.err
    tree = etree.parse(tmp_path / "tei/d1.xml")
    refs = [name.get("ref") for name in tree.findall(f".//{TEI}body//{TEI}*[@ref]")]
    assert refs == ["#l_Paris1", "#o_CIA1", "#l_London1", "#l_Paris1"]
    assert run("validate", tmp_path / "tei/d1.xml", tmp_path / "places.xml").status == 0
    wrong = run("convert", source, "-o", tmp_path / "no", "--places", tmp_path / "none.txt")
    assert (wrong.status, "none.txt" in wrong.err) == (2, True)


# ---- the manifest ----


def test_the_manifest_says_what_was_made_of_what(run: Run, tmp_path: Path) -> None:
    source = letter(tmp_path, 1)
    run("convert", source, "-o", tmp_path / "tei")
    text = (tmp_path / "tei" / "manifest.json").read_text("utf-8")
    table = json.loads(text)
    assert (table["form"], table["tool"]) == (1, f"tei-tools {__version__}")
    assert {name: table["files"].pop(name)["sha256"] for name in SCHEMAS}.keys() == companions().keys()
    assert table["files"] == {
        "d1.xml": {
            "sha256": hashlib.sha256((tmp_path / "tei" / "d1.xml").read_bytes()).hexdigest(),
            "sources": {"d1.txt": hashlib.sha256(source.read_bytes()).hexdigest()},
            "profile": {"frus": profile.digest("frus")},
        }
    }
    assert str(tmp_path) not in text


def test_two_runs_write_the_same_bytes(run: Run, tmp_path: Path) -> None:
    source = letter(tmp_path, 1)
    contents = []
    for name in ("one", "two"):
        run("convert", source, "-o", tmp_path / name)
        contents.append({file: (tmp_path / name / file).read_bytes() for file in files(tmp_path / name)})
    run("convert", source, "-o", tmp_path / "one")
    contents.append({file: (tmp_path / "one" / file).read_bytes() for file in files(tmp_path / "one")})
    assert contents[0] == contents[1] == contents[2]


# ---- dates ----


def when(path: Path) -> str | None:
    return etree.parse(path).find(f".//{TEI}revisionDesc/{TEI}change").get("when")


def test_the_date_is_given_or_left_out(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = letter(tmp_path, 1)
    run("convert", source, "-o", tmp_path / "a")
    assert when(tmp_path / "a/d1.xml") is None
    run("convert", source, "-o", tmp_path / "b", "--date", "2026-11-22")
    assert when(tmp_path / "b/d1.xml") == "2026-11-22"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    run("convert", source, "-o", tmp_path / "c")
    assert when(tmp_path / "c/d1.xml") == "2001-09-09"
    run("convert", source, "-o", tmp_path / "d", "--date", "2026")
    assert when(tmp_path / "d/d1.xml") == "2026"


@pytest.mark.parametrize("epoch", ["tomorrow", "1e9", "99999999999999999999"])
def test_an_epoch_that_is_no_time(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    found = run("convert", letter(tmp_path, 1), "-o", tmp_path / "tei")
    assert found.status == 2
    assert "SOURCE_DATE_EPOCH" in found.err
    assert not (tmp_path / "tei").exists()


@pytest.mark.parametrize("date", ["22.11.2026", "2026-13-01", "2026-02-30", "today", ""])
def test_a_date_that_is_none(run: Run, tmp_path: Path, date: str) -> None:
    found = run("convert", letter(tmp_path, 1), "-o", tmp_path / "tei", "--date", date)
    assert found.status == 2
    assert "date" in found.err
    assert not (tmp_path / "tei").exists()


# ---- an editor's hand ----


def test_a_file_that_an_editor_changed_is_left_alone(run: Run, tmp_path: Path) -> None:
    source = letter(tmp_path, 1)
    made = tmp_path / "tei" / "d1.xml"
    run("convert", source, "-o", tmp_path / "tei")
    first = made.read_bytes()
    made.write_bytes(first.replace(b"I write to you.", b"I wrote to you."))
    found = run("convert", source, "-o", tmp_path / "tei")
    assert found.status == 0
    assert f"{made}: warning: the file was changed by hand" in found.err
    assert "[publish.edited]" in found.err
    assert "--force" in found.err
    assert b"I wrote to you." in made.read_bytes()
    found = run("convert", source, "-o", tmp_path / "tei", "--force")
    assert "publish.edited" not in found.err
    assert made.read_bytes() == first


def test_it_stays_an_editors_when_the_source_changes(run: Run, tmp_path: Path) -> None:
    source = letter(tmp_path, 1)
    made = tmp_path / "tei" / "d1.xml"
    run("convert", source, "-o", tmp_path / "tei")
    made.write_bytes(made.read_bytes().replace(b"I write to you.", b"I wrote to you."))
    source.write_text(source.read_text("utf-8").replace("I write", "We write"), "utf-8")
    for _ in range(2):
        assert "publish.edited" in run("convert", source, "-o", tmp_path / "tei").err
    assert b"I wrote to you." in made.read_bytes()


def test_a_file_of_unknown_origin_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    made = tmp_path / "tei" / "d1.xml"
    made.write_bytes(b"<TEI/>")
    assert "publish.edited" in run("convert", letter(tmp_path, 1), "-o", tmp_path / "tei").err
    assert made.read_bytes() == b"<TEI/>"


def test_the_tools_own_file_is_renewed_when_the_source_changes(run: Run, tmp_path: Path) -> None:
    source = letter(tmp_path, 1)
    run("convert", source, "-o", tmp_path / "tei")
    source.write_text(source.read_text("utf-8").replace("I write", "We write"), "utf-8")
    assert "publish.edited" not in run("convert", source, "-o", tmp_path / "tei").err
    assert b"We write" in (tmp_path / "tei" / "d1.xml").read_bytes()


# ---- validate, transform, authority ----


def test_validate_what_was_converted(run: Run, tmp_path: Path) -> None:
    run("convert", letter(tmp_path, 1, 2), letter(tmp_path, 2, 1), "-o", tmp_path)
    found = run("validate", tmp_path / "d1.xml", tmp_path / "d2.xml")
    assert (found.status, found.out) == (0, "")
    assert "2 files: no problem" in found.err


def test_validate_tells_what_is_wrong(run: Run, tmp_path: Path) -> None:
    run("convert", letter(tmp_path, 1, 1), "-o", tmp_path)
    path = tmp_path / "d1.xml"
    path.write_bytes(path.read_bytes().replace(b"<p>", b"<paragraph>").replace(b"</p>", b"</paragraph>"))
    found = run("validate", path)
    assert found.status == 1
    assert "[validate.grammar]" in found.out
    found = run("validate", path, "--format", "json")
    problems = json.loads(found.out)
    assert problems[0]["code"] == "validate.grammar"
    assert problems[0]["place"]["file"] == str(path)


def test_validate_what_is_no_xml_or_is_missing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "no.xml"
    path.write_bytes(b"<TEI><p></TEI>")
    found = run("validate", path)
    assert found.status == 1
    assert "[validate.well-formed]" in found.out
    found = run("validate", tmp_path / "none.xml")
    assert found.status == 1
    assert f"{tmp_path / 'none.xml'}: error: can't be read" in found.out
    assert "[validate.unreadable]" in found.out


def test_fail_on_warning(run: Run, tmp_path: Path) -> None:
    run("convert", letter(tmp_path, 1, 1), "-o", tmp_path)
    path = tmp_path / "d1.xml"
    text = path.read_text("utf-8").replace('target="#d1"', 'target="d77.xml"')
    path.write_text(text, "utf-8")
    loose, strict = run("validate", path), run("validate", path, "--fail-on", "warning")
    assert (loose.status, strict.status) in {(0, 0), (0, 1), (1, 1)}
    assert loose.out == strict.out


def test_transform_to_text_gives_the_source_back(run: Run, tmp_path: Path) -> None:
    source = letter(tmp_path, 1)
    run("convert", source, "-o", tmp_path)
    assert run("transform", tmp_path / "d1.xml", "--to", "text", "-o", tmp_path / "out").status == 0
    made = (tmp_path / "out" / "d1.txt").read_text("utf-8")
    assert made.split() == source.read_text("utf-8").split()


def test_transform_to_an_unknown_format(run: Run, tmp_path: Path) -> None:
    run("convert", letter(tmp_path, 1), "-o", tmp_path)
    found = run("transform", tmp_path / "d1.xml", "--to", "papyrus", "-o", tmp_path / "out")
    assert found.status == 2
    assert "html" in found.err
    assert not (tmp_path / "out").exists()


def test_an_authority_file_from_a_printed_list(run: Run, tmp_path: Path) -> None:
    printed = tmp_path / "persons.txt"
    printed.write_text("Shultz, George P., Secretary of State from July 16, 1982\n", encoding="utf-8")
    assert run("authority", printed, "-o", tmp_path / "persons.xml").status == 0
    made = (tmp_path / "persons.xml").read_bytes()
    assert run("authority", printed, "-o", tmp_path / "persons.xml").status == 0
    (tmp_path / "persons.xml").write_bytes(made + b"<!-- mine -->")
    assert run("authority", printed, "-o", tmp_path / "persons.xml").status == 2
    assert (tmp_path / "persons.xml").read_bytes().endswith(b"<!-- mine -->")
    assert run("authority", printed, "-o", tmp_path / "persons.xml", "--force").status == 0
    assert (tmp_path / "persons.xml").read_bytes() == made


# ---- the program ----


def test_help_and_version(run: Run) -> None:
    found = run("--help")
    assert found.status == 0
    for command in ("build", "convert", "validate", "transform", "authority"):
        assert command in found.out
        assert run(command, "--help").status == 0
    assert run("--version").out == f"tei-tools {__version__}\n"


@pytest.mark.parametrize("arguments", [(), ("fly",), ("convert",), ("convert", "a.txt"), ("build", "--only")])
def test_a_wrong_call(run: Run, arguments: tuple[str, ...]) -> None:
    found = run(*arguments)
    assert found.status == 2
    assert "usage: tei-tools" in found.err


def program(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tei_tools.cli", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload]


def test_a_killed_run_leaves_whole_files_only(tmp_path: Path, run: Run) -> None:
    sources = [letter(tmp_path / "in", n, n + 1) for n in range(1, 400)]
    output = tmp_path / "tei"
    running = program("convert", *sources, "-o", output)
    deadline = time.monotonic() + 300
    while running.poll() is None and time.monotonic() < deadline and len(list(output.glob("*.xml"))) < 5:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    made = list(output.glob("*.xml"))
    assert made
    for path in made:
        etree.parse(path)
    # The next run takes the remains away; what stands there it may take for an editor's, but never breaks it.
    assert run("convert", *sources[:3], "-o", output).status == 0
    assert list(output.glob("*part*")) == []
    for path in output.glob("*.xml"):
        etree.parse(path)


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "wrong.xml"
    path.write_text("<TEI>" + "<p></q>" * 20000, encoding="utf-8")
    running = program("validate", *[path] * 200, stdout=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()
    _, err = running.communicate(timeout=600)
    assert b"Traceback" not in err
    assert running.returncode in {1, 2}

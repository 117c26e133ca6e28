"""Bad input through the command line: a clear message with its place, nothing half done, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Run = Callable[..., SimpleNamespace]
GOOD = "7. Letter From the Ambassador to the Secretary1\n\nI write to you.\n\n  1. Not printed.\n"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def codes(err: str) -> list[str]:
    """The codes of the diagnostics with line and column: "recognise.page-order 3:5"."""
    lines = [line for line in err.splitlines() if line.endswith("]") and not line.startswith(" ")]
    places = [line.partition(".txt:")[2].split(": ")[0] for line in lines]
    return [f"{line.rpartition('[')[2][:-1]} {place}" for line, place in zip(lines, places, strict=True)]


# ---- sources that can't be read: exit 1, nothing for them, the others written ----

UNREADABLE = {
    "empty": (b"", "the file is empty", ""),
    "blank": (b" \n\t\n ", "nothing but blanks", ""),
    "a byte order mark only": ("\ufeff".encode(), "holds nothing", ""),
    "binary": (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 4, "", ""),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "", ""),
    "a control character": (b"7. Letter\n\nab\x07c\n", "U+0007", ":3:3"),
    "a noncharacter": ("7. Letter\n\n\n  \ufdd0\n".encode(), "U+FDD0", ":4:3"),
    "a noncharacter of another plane": ("7. Letter\n\n\U0001ffff\n".encode(), "U+1FFFF", ":3:1"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_source_that_is_no_text(run: Run, tmp_path: Path, name: str) -> None:
    data, words, place = UNREADABLE[name]
    bad, good = write(tmp_path / "bad.txt", data), write(tmp_path / "good.txt", GOOD)
    found = run("convert", bad, good, "-o", tmp_path / "tei")
    assert found.status == 1
    assert f"{bad}{place}" in found.err
    assert "error: " in found.err
    assert words in found.err
    assert "hint: " in found.err
    assert names(tmp_path / "tei") == ["good.xml", "manifest.json", "schema"]


def test_a_source_over_the_limit(run: Run, tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.txt", GOOD + "word " * 300_000)
    found = run("convert", bad, write(tmp_path / "good.txt", GOOD), "-o", tmp_path / "tei", "--limit", "1")
    assert found.status == 1
    assert f"{bad}: error: the source is larger than 1 MiB" in found.err
    assert names(tmp_path / "tei") == ["good.xml", "manifest.json", "schema"]


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_is_none(run: Run, tmp_path: Path, limit: str) -> None:
    found = run("convert", write(tmp_path / "good.txt", GOOD), "-o", tmp_path / "tei", "--limit", limit)
    assert found.status == 2
    assert "--limit" in found.err
    assert not (tmp_path / "tei").exists()


def test_a_folder_a_missing_file_and_a_folder_that_is_missing(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    missing, lost = tmp_path / "none.txt", tmp_path / "no" / "where.txt"
    good = write(tmp_path / "good.txt", GOOD)
    found = run("convert", folder, missing, lost, good, "-o", tmp_path / "tei")
    assert found.status == 1
    assert f"{folder}: error: this is a folder" in found.err
    assert f"{missing}: error: there is no such file" in found.err
    assert f"{lost}: error: there is no such file" in found.err
    assert names(tmp_path / "tei") == ["good.xml", "manifest.json", "schema"]


def test_a_source_without_permission(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = write(tmp_path / "closed.txt", GOOD)
    opened = Path.open

    def refusing(path: Path, *arguments: object, **options: object) -> object:
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    found = run("convert", closed, "-o", tmp_path / "tei")
    assert found.status == 1
    assert f"{closed}: error: no permission" in found.err


def test_names_that_are_no_paths(run: Run, tmp_path: Path) -> None:
    for name in ("a\0b.txt", "x" * 5000 + ".txt"):
        found = run("convert", name, "-o", tmp_path / "tei")
        assert found.status in {1, 2}
        assert "error: " in found.err


def test_another_encoding_is_told(run: Run, tmp_path: Path) -> None:
    text = GOOD.replace(
        "I write to you.", "Le Ministre des Affaires Étrangères a été reçu à l’Élysée, où il était allé."
    )
    found = run("convert", write(tmp_path / "d7.txt", text.encode("cp1252")), "-o", tmp_path / "tei")
    assert found.status == 0
    assert "[read.encoding-assumed]" in found.err
    assert "Étrangères a été reçu à l’Élysée" in (tmp_path / "tei" / "d7.xml").read_text("utf-8")


# ---- documents that are imperfect: written, with their doubts ----

DOUBTS = {
    "a call without a note": (
        GOOD.replace("you.", "you.2 And so on."),
        ["recognise.note-missing 3:16"],
    ),
    "a note without a call": (
        GOOD + "  2. Not found.\n",
        ["recognise.note-call-missing 6:3"],
    ),
    "a page number that goes back": (
        GOOD.replace("I write", "[Page 12]\n\nI write [Page 11] and"),
        ["recognise.page-order 5:9"],
    ),
    "a page number that is left out": (
        GOOD.replace("I write", "[Page 12]\n\nI write [Page 14] and"),
        ["recognise.page-order 5:9"],
    ),
    "a page number twice": (
        GOOD.replace("I write", "[Page 12]\n\nI write [Page 12] and"),
        ["recognise.page-repeated 5:9"],
    ),
    "two notes with one number": (
        GOOD.replace("you.", "you,1 and so on.") + "  1. Not found.\n",
        ["recognise.note-number-repeated 6:3"],
    ),
    "a note number that is left out": (
        GOOD.replace("you.", "you,3 and so on.") + "  3. Not found.\n",
        ["recognise.note-number-order 6:3"],
    ),
    "no number in the heading": (
        GOOD.removeprefix("7. "),
        ["segment.no-number 1:1"],
    ),
    "no heading": (
        "We agreed with what he had said, and nothing else was decided at the meeting.\n\nHe left.\n",
        ["segment.no-head 1:1"],
    ),
    "decomposed characters": (
        GOOD.replace("write", "e\u0301cris"),
        ["read.not-nfc 3:3"],
    ),
    "a reference to nothing": (
        GOOD.replace("Not printed", "See Document 12"),
        ["link.reference-open 5:10"],
    ),
}


@pytest.mark.parametrize("name", DOUBTS)
def test_a_doubt_has_its_code_and_its_place(run: Run, tmp_path: Path, name: str) -> None:
    text, expected = DOUBTS[name]
    found = run("convert", write(tmp_path / "d7.txt", text), "-o", tmp_path / "tei")
    assert found.status == 0
    assert codes(found.err) == expected
    assert names(tmp_path / "tei") == ["d7.xml", "manifest.json", "schema"]


def test_a_number_twice_in_one_call(run: Run, tmp_path: Path) -> None:
    sources = [write(tmp_path / f"{name}.txt", GOOD) for name in ("one", "two")]
    third = write(tmp_path / "three.txt", GOOD.replace("7. ", "8. ").replace("Not printed", "See Document 7"))
    found = run("convert", *sources, third, "-o", tmp_path / "tei")
    assert found.status == 0
    assert codes(found.err) == ["link.duplicate-number 1:1", "link.reference-open 5:10", "link.duplicate-number 1:1"]
    assert 'target="' not in (tmp_path / "tei" / "three.xml").read_text("utf-8").partition("<text>")[2]


# ---- calls that are wrong: exit 2, nothing written ----

WRONG_AUTHORITIES = {
    "not well-formed": b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><p></TEI>',
    "not TEI": b"<html><body/></html>",
    "an entity": b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&a;</TEI>',
    "nothing": b"",
}


@pytest.mark.parametrize("name", WRONG_AUTHORITIES)
@pytest.mark.parametrize("kind", ["persons", "terms"])
def test_an_authority_file_that_is_wrong(run: Run, tmp_path: Path, kind: str, name: str) -> None:
    authority = write(tmp_path / f"{kind}.xml", WRONG_AUTHORITIES[name])
    source = write(tmp_path / "d7.txt", GOOD)
    found = run("convert", source, "-o", tmp_path / "tei", f"--{kind}", authority)
    assert found.status == 2
    assert str(authority) in found.err
    assert "error: " in found.err
    assert not (tmp_path / "tei").exists()


def test_an_authority_file_that_is_missing(run: Run, tmp_path: Path) -> None:
    found = run("convert", write(tmp_path / "d7.txt", GOOD), "-o", tmp_path / "tei", "--persons", tmp_path / "no.xml")
    assert found.status == 2
    assert str(tmp_path / "no.xml") in found.err
    assert not (tmp_path / "tei").exists()


def test_an_unknown_profile(run: Run, tmp_path: Path) -> None:
    source = write(tmp_path / "d7.txt", GOOD)
    for profile in ("klingon", str(tmp_path / "none.toml"), str(write(tmp_path / "bad.toml", "name = "))):
        found = run("convert", source, "-o", tmp_path / "tei", "--profile", profile)
        assert found.status == 2
        assert "error: " in found.err
        assert not (tmp_path / "tei").exists()


def test_a_profile_that_lacks_a_key_or_has_a_wrong_pattern(run: Run, tmp_path: Path, root: Path) -> None:
    text = (root / "tei_tools" / "profiles" / "frus.toml").read_text("utf-8")
    source = write(tmp_path / "d7.txt", GOOD)
    for wrong in (
        text.replace("indent = 4", ""),
        text.replace("indent = 4", 'indent = "four"'),
        text.replace("{2,})", "{2,}"),
    ):
        assert wrong != text
        found = run("convert", source, "-o", tmp_path / "tei", "--profile", write(tmp_path / "my.toml", wrong))
        assert found.status == 2
        assert str(tmp_path / "my.toml") in found.err
        assert not (tmp_path / "tei").exists()


def test_two_sources_with_one_stem(run: Run, tmp_path: Path) -> None:
    one, two = write(tmp_path / "a" / "d7.txt", GOOD), write(tmp_path / "b" / "d7.txt", GOOD)
    found = run("convert", one, two, "-o", tmp_path / "tei")
    assert found.status == 2
    assert "d7.xml" in found.err
    assert str(one) in found.err
    assert str(two) in found.err
    assert not (tmp_path / "tei").exists()


def test_stems_that_differ_in_case_only(run: Run, tmp_path: Path) -> None:
    """On many disks D7.xml and d7.xml are one file: one of them would be lost."""
    one, two = write(tmp_path / "d7.txt", GOOD), write(tmp_path / "D7.txt", GOOD.replace("7.", "8."))
    assert run("convert", one, two, "-o", tmp_path / "tei").status == 2


# ---- places that can't be written ----


def test_an_output_folder_that_is_a_file(run: Run, tmp_path: Path) -> None:
    output = write(tmp_path / "tei", "mine")
    found = run("convert", write(tmp_path / "d7.txt", GOOD), "-o", output)
    assert found.status == 1
    assert f"{output}: error: can't write here" in found.err
    assert output.read_bytes() == b"mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_without_permission(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "tei"
    output.mkdir(mode=0o555)
    found = run("convert", write(tmp_path / "d7.txt", GOOD), "-o", output)
    assert found.status == 1
    assert f"{output}" in found.err


def test_a_full_disk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name == "d7.xml":
            raise OSError(28, "No space left on device")
        return replaced(path, target)

    monkeypatch.setattr(Path, "replace", full)
    sources = [write(tmp_path / "d7.txt", GOOD), write(tmp_path / "d8.txt", GOOD.replace("7.", "8."))]
    found = run("convert", *sources, "-o", tmp_path / "tei")
    assert found.status == 1
    assert "make room" in found.err
    assert names(tmp_path / "tei") == ["d8.xml", "manifest.json", "schema"]


def test_a_folder_stands_where_a_file_is_to_be(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tei" / "d7.xml").mkdir(parents=True)
    found = run("convert", write(tmp_path / "d7.txt", GOOD), "-o", tmp_path / "tei")
    assert found.status == 1
    assert str(tmp_path / "tei" / "d7.xml") in found.err


def test_a_manifest_that_is_damaged(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "tei" / "manifest.json", "{")
    found = run("convert", write(tmp_path / "d7.txt", GOOD), "-o", tmp_path / "tei")
    assert found.status == 1
    assert "manifest" in found.err
    assert names(tmp_path / "tei") == ["manifest.json"]


def test_kept_stages_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    kept = write(tmp_path / "kept", "mine")
    found = run("convert", write(tmp_path / "d7.txt", GOOD), "-o", tmp_path / "tei", "--keep", kept)
    assert found.status == 1
    assert str(kept) in found.err


# ---- TEI that is none ----


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain",
        b"<p>",
        b"<html/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"\xff\xfe<",
        "<é/>".encode("cp1252"),
    ],
)
def test_files_that_are_no_tei(run: Run, tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path / "no.xml", data)
    found = run("validate", path)
    assert found.status == 1
    assert f"{path}" in found.out
    for to in ("html", "text"):
        made = run("transform", path, "--to", to, "-o", tmp_path / to)
        assert made.status == 1
        assert str(path) in made.err
        assert "no.html" not in names(tmp_path / to)


def test_one_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    run("convert", write(tmp_path / "d7.txt", GOOD), "-o", tmp_path)
    bad = write(tmp_path / "bad.xml", b"<p>")
    assert run("transform", bad, tmp_path / "d7.xml", "--to", "text", "-o", tmp_path / "out").status == 1
    assert names(tmp_path / "out") == ["d7.txt"]
    found = run("validate", bad, tmp_path / "none.xml", tmp_path / "d7.xml")
    assert found.status == 1
    assert str(bad) in found.out + found.err
    assert str(tmp_path / "none.xml") in found.out + found.err


def test_a_schema_that_is_missing_or_is_none(run: Run, tmp_path: Path) -> None:
    run("convert", write(tmp_path / "d7.txt", GOOD), "-o", tmp_path)
    for schema in ("klingon", str(tmp_path / "none.rng"), str(write(tmp_path / "bad.xsd", "<p>"))):
        found = run("validate", tmp_path / "d7.xml", "--schema", schema)
        assert found.status == 2
        assert "error: " in found.err

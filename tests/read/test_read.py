"""The file: what can be read, and what is said of what can't."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from tei_tools.errors import SourceError
from tei_tools.model import Span
from tei_tools.read import STDIN, read

D36 = "frus1955-57v01-d36.txt"


def refused(data: bytes, **options: int) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(Path("d.txt"), data, **options)
    assert caught.value.remedy, "an error says what to do"
    return caught.value


def test_a_source_is_its_bytes_decoded(cases: Path) -> None:
    path = cases / "read" / D36
    source, diagnostics = read(path)
    assert source.text == path.read_text(encoding="utf-8")
    assert source.path == str(path)
    assert source.encoding == "utf-8"
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert diagnostics == []


def test_lines_are_where_an_editor_shows_them(cases: Path) -> None:
    source, _ = read(cases / "read" / D36)
    assert [source.text[start:].partition("\n")[0] for start in source.lines] == source.text.split("\n")
    offset = source.text.index("Chargé")
    assert (source.place(offset).line, source.place(offset).column) == (1, 23)
    paris = source.text.index("February 9")
    assert str(source.place(paris)) == f"{source.path}:3:8"
    assert source.slice(Span(paris, paris + 10)) == "February 9"


def test_data_comes_before_the_file_and_has_its_name() -> None:
    source, _ = read(Path("no/such/d7.txt"), b"7. Editorial Note")
    assert (source.path, source.text) == (str(Path("no/such/d7.txt")), "7. Editorial Note")
    assert read(None, b"7. Editorial Note")[0].path == STDIN


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_becomes_one_character(cases: Path, newline: str) -> None:
    text = (cases / "read" / D36).read_text(encoding="utf-8")
    source, diagnostics = read(None, text.replace("\n", newline).encode())
    assert source.text == text
    assert diagnostics == []


def test_newlines_may_be_mixed() -> None:
    source, _ = read(None, b"a\r\nb\rc\n\r\nd")
    assert source.text == "a\nb\nc\n\nd"
    assert source.lines == (0, 2, 4, 6, 7)


def test_other_separators_of_unicode_are_no_newlines() -> None:
    source, _ = read(None, "a\x85b\u2028c".encode())
    assert source.text == "a\x85b\u2028c"
    assert source.lines == (0,)


def test_a_vertical_tab_is_a_blank_and_a_form_feed_stays() -> None:
    source, diagnostics = read(None, b"the end\f\nof\va page")
    assert source.text == "the end\f\nof a page"
    assert diagnostics == []


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n ", b"\f\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\u200b\n".encode()])
def test_nothing_is_no_source(data: bytes) -> None:
    error = refused(data)
    assert "empty" in str(error) or "blanks" in str(error)
    assert error.place == "d.txt"


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("\x00", "control"),
        ("\x08", "control"),
        ("\x1b", "control"),
        ("\x1f", "control"),
        ("\ufdd0", "noncharacter"),
        ("\ufdef", "noncharacter"),
        ("\uffff", "noncharacter"),
        ("\U0001fffe", "noncharacter"),
        ("\U0010ffff", "noncharacter"),
    ],
)
def test_a_character_that_tei_cannot_hold_is_placed(character: str, kind: str) -> None:
    error = refused(f"1. Letter\r\n\r\nIt was “so{character}” then.".encode())
    assert f"U+{ord(character):04X}" in error.message
    assert kind in error.message
    assert error.place == "d.txt:3:11"


@pytest.mark.parametrize("character", ["\t", "\x7f", "\x85", "\xa0", "\ufdcf", "\ufffd", "\U0001f600", "\ue000"])
def test_every_other_character_stays(character: str) -> None:
    assert read(None, f"a{character}b".encode())[0].text == f"a{character}b"


def test_no_composition_and_a_diagnostic_with_the_first_place(cases: Path) -> None:
    text = (cases / "read" / D36).read_text(encoding="utf-8").replace("Chargé", "Charge\u0301")
    source, diagnostics = read(Path("d36.txt"), text.encode())
    assert source.text == text
    assert [(d.code, d.severity, str(d.place)) for d in diagnostics] == [("read.not-nfc", "info", "d36.txt:1:28")]
    assert "U+0065 U+0301" in diagnostics[0].message


def test_a_decomposed_character_at_the_very_end() -> None:
    _, diagnostics = read(Path("d.txt"), "Cafe\u0301".encode())
    assert [str(d.place) for d in diagnostics] == ["d.txt:1:4"]


def test_the_limit_is_in_bytes_and_inclusive() -> None:
    assert read(None, b"12345", limit=5)[0].text == "12345"
    assert "larger than 4 bytes" in refused(b"12345", limit=4).message
    assert "larger than 64 MiB" in refused(b"a" * (64 * 1024 * 1024 + 1)).message


def test_an_endless_file_stops_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 101)
    with pytest.raises(SourceError, match="larger than 100 bytes"):
        read(path, limit=100)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file") as caught:
        read(tmp_path / "d310.txt")
    assert caught.value.place == str(tmp_path / "d310.txt")
    with pytest.raises(SourceError, match="does not exist either"):
        read(tmp_path / "typo" / "d310.txt")


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="folder") as caught:
        read(tmp_path)
    assert f"{tmp_path}/*.txt" in caught.value.remedy


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)  # the mode of a file does not stop root
    with pytest.raises(SourceError, match="no permission"):
        read(tmp_path / "d.txt")


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(SourceError, match="can't be read"):
        read(Path("d\0.txt"))
    with pytest.raises(SourceError, match="can't be read"):
        read(Path("d" * 300))


def test_neither_path_nor_data() -> None:
    with pytest.raises(SourceError):
        read(None)


def test_utf8_does_not_load_the_guesser(cases: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tei_tools.read import read; "
        "read(Path(sys.argv[1])); print('charset_normalizer' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(cases / "read" / D36)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=cases.parent.parent)
    assert answer.stdout == "False\n"

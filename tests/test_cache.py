"""What is kept between runs is never needed and never trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_tools.cache import cached, folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def made(text: str, calls: list[str]) -> str:
    return cached("kind", "key", lambda: calls.append(text) or text)


def test_it_is_made_once(home: Path) -> None:
    calls: list[str] = []
    assert [made("größe\r\n", calls), made("other", calls)] == ["größe\r\n"] * 2
    assert calls == ["größe\r\n"]
    assert [path.name for path in (home / "cache" / "tei-tools" / "kind").iterdir()] == ["key"]


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"0\ntext", b"text"])
def test_a_damaged_file_is_made_again(damage: bytes) -> None:
    calls: list[str] = []
    made("text", calls)
    path = folder() / "kind" / "key"
    good = path.read_bytes()
    path.write_bytes(damage)
    assert made("text", calls) == "text"
    assert calls == ["text", "text"]
    assert path.read_bytes() == good


def test_a_file_that_is_cut_off_is_made_again() -> None:
    calls: list[str] = []
    made("a long text", calls)
    path = folder() / "kind" / "key"
    path.write_bytes(path.read_bytes()[:-3])
    assert made("a long text", calls) == "a long text"


def test_without_a_place_for_it_all_goes_on(home: Path) -> None:
    (home / "cache").write_text("a file is in the way")
    calls: list[str] = []
    assert [made("text", calls), made("text", calls)] == ["text"] * 2
    assert len(calls) == 2


def test_without_a_home_all_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setenv("XDG_CACHE_HOME", "relative/paths/do/not/count")
    monkeypatch.setattr(Path, "home", none)
    assert made("text", []) == "text"


def test_the_home_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/ada")
    assert folder() == Path("/home/ada/.cache/tei-tools")


def test_what_can_not_be_made_is_not_kept(home: Path) -> None:
    def fails() -> str:
        raise KeyError

    with pytest.raises(KeyError):
        cached("kind", "key", fails)
    assert not (home / "cache").exists()

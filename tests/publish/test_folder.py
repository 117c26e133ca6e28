"""Whole files or none, and nothing outside the folder."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tei_tools.errors import PublishError
from tei_tools.publish.folder import Folder


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "out")
    made.prepare()
    return made


@pytest.mark.parametrize("sync", [False, True])
def test_a_file_is_written_whole_and_leaves_nothing_else(tmp_path: Path, sync: bool) -> None:
    folder = Folder(tmp_path, sync=sync)
    assert folder.write("tei/d178.xml", "Chargé\n") == tmp_path / "tei" / "d178.xml"
    folder.write("tei/d178.xml", b"second\r\n")
    assert folder.read("tei/d178.xml") == b"second\r\n"
    assert names(tmp_path) == ["tei/d178.xml"]


def test_text_is_utf8_with_the_newlines_it_has(folder: Folder) -> None:
    folder.write("a", "é\n\r\n")
    assert folder.read("a") == b"\xc3\xa9\n\r\n"


def test_a_file_that_is_not_there(folder: Folder) -> None:
    assert folder.read("tei/d1.xml") is None
    folder.remove("tei/d1.xml")


def test_remove(folder: Folder) -> None:
    folder.write("a/b", "")
    folder.remove("a/b")
    assert names(folder.path) == []


@pytest.mark.parametrize(
    "name", ["", "/", "/etc/x", "..", "../x", "a/../../x", "a/..", "./x", "a//x", "a/", "a\\..\\x", "a\0b", "."]
)
def test_no_name_leads_out_of_the_folder(folder: Folder, name: str) -> None:
    with pytest.raises(PublishError, match="no place inside") as caught:
        folder.write(name, "x")
    assert caught.value.remedy
    assert names(folder.path.parent) == []


def test_no_link_leads_out_of_the_folder(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder.path / "tei").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PublishError, match="no place inside"):
        folder.write("tei/d1.xml", "x")
    assert names(tmp_path / "elsewhere") == []


def test_a_link_is_replaced_and_what_it_names_is_not_written(folder: Folder, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (folder.path / "d1.xml").symlink_to(precious)
    folder.write("d1.xml", "x")
    assert precious.read_text() == "mine"
    assert (folder.path / "d1.xml").read_text() == "x"


def test_links_in_a_circle(folder: Folder) -> None:
    (folder.path / "a").symlink_to(folder.path / "b")
    (folder.path / "b").symlink_to(folder.path / "a")
    with pytest.raises(PublishError):
        folder.write("a/d1.xml", "x")


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    Folder(tmp_path / "link").write("d1.xml", "x")
    assert names(tmp_path / "real") == ["d1.xml"]


@pytest.mark.parametrize(
    ("number", "remedy"),
    [(errno.ENOSPC, "make room"), (errno.EACCES, "owner"), (errno.EROFS, "read-only"), (errno.EIO, "another one")],
)
def test_a_failure_leaves_the_old_file_and_says_what_to_do(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, number: int, remedy: str
) -> None:
    folder.write("d1.xml", "old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PublishError, match=os.strerror(number)) as caught:
        folder.write("d1.xml", "new")
    assert remedy in caught.value.remedy
    assert caught.value.place == str(folder.path / "d1.xml")
    assert folder.read("d1.xml") == b"old"
    assert names(folder.path) == ["d1.xml"]


def test_an_interrupt_leaves_no_part(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        folder.write("d1.xml", "new")
    assert names(folder.path) == []


def test_a_file_stands_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(PublishError, match="can't write") as caught:
        Folder(tmp_path / "out").prepare()
    assert "a file stands" in caught.value.remedy
    with pytest.raises(PublishError):
        Folder(tmp_path / "out").write("d1.xml", "x")


def test_a_folder_stands_where_the_file_should_be(folder: Folder) -> None:
    (folder.path / "d1.xml").mkdir()
    with pytest.raises(PublishError, match="can't write") as caught:
        folder.write("d1.xml", "x")
    assert "a folder stands" in caught.value.remedy
    assert names(folder.path) == []


def test_a_name_that_is_too_long(folder: Folder) -> None:
    with pytest.raises(PublishError) as caught:
        folder.write("d" * 300 + ".xml", "x")
    assert "shorter" in caught.value.remedy


KILLED = """
import sys, time
from pathlib import Path
from tei_tools.publish.folder import Folder
def wait(*_):
    print("writing", flush=True)
    time.sleep(60)
Path.replace = wait
Folder(Path(sys.argv[1])).write("tei/d1.xml", "half")
"""


def test_what_a_killed_run_left_is_removed_and_a_running_one_is_not_disturbed(folder: Folder, root: Path) -> None:
    folder.write("tei/d2.xml", "whole")
    (folder.path / "notes.tei-tools-part").write_text("somebody else's")
    command = [sys.executable, "-c", KILLED, str(folder.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "writing\n"
        folder.prepare()
        assert len(names(folder.path)) == 3, "the part of a running process stays"
        run.send_signal(signal.SIGKILL)
        run.wait(timeout=300)
    assert len(names(folder.path)) == 3
    assert "tei/d1.xml" not in names(folder.path)
    folder.prepare()
    assert names(folder.path) == ["notes.tei-tools-part", "tei/d2.xml"]


def test_writing_is_quick(folder: Folder) -> None:
    started = time.process_time()
    for number in range(300):
        folder.write(f"tei/d{number}.xml", "x" * 10_000)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("name", ["..", "tei/..", "tei/", "../x", "tei/a\\b", ""])
def test_what_is_outside_is_not_asked_for_either(folder: Folder, name: str) -> None:
    folder.write("tei/a", "1")
    assert folder.has("tei/a")
    assert not folder.has("tei/b")
    with pytest.raises(PublishError, match="no place inside"):
        folder.has(name)
    with pytest.raises(PublishError, match="no place inside"):
        folder.read(name)


def test_a_folder_that_is_empty_then_goes_with_its_last_file(folder: Folder) -> None:
    for name in ("html/pagefind/2/index/a", "html/pagefind/b"):
        folder.write(name, "1")
    folder.remove("html/pagefind/2/index/a")
    assert names(folder.path) == ["html/pagefind/b"]
    assert not (folder.path / "html/pagefind/2").exists()
    folder.remove("html/pagefind/b")
    assert folder.path.is_dir()
    assert list(folder.path.iterdir()) == []

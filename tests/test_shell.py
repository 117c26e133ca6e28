"""A good citizen of the shell: streams, lists of files, pipes that end, and completion in the shells themselves."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

TOOL = [sys.executable, "-m", "tei_tools.cli"]
SHELLS = ("bash", "zsh", "fish")


def call(*arguments: str | Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*TOOL, *map(str, arguments)], input=data, capture_output=True, check=False, timeout=600)


@pytest.fixture
def letter(root: Path) -> Path:
    return root / "tests" / "golden" / "seeds" / "d310.xml"


def test_a_pipe_from_text_to_markdown(letter: Path) -> None:
    for to, start in (("markdown", b"# 310. Memorandum"), ("docx", b"PK"), ("text", b"310. Memorandum")):
        done = call("transform", "-", "--to", to, "-o", "-", data=letter.read_bytes())
        assert done.returncode == 0
        assert done.stdout.startswith(start)


def test_standard_input_is_validated(letter: Path) -> None:
    broken = letter.read_bytes().replace(b"<head>", b"<head><unheard/>", 1)
    done = call("validate", "-", data=broken)
    assert done.returncode == 1
    assert done.stdout.startswith(b"-:")
    assert call("validate", "-", data=letter.read_bytes()).returncode == 0


def test_lists_and_tables_go_to_standard_output(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "persons.txt").write_text("Shultz, George P., Secretary of State\nReagan, Ronald W., President\n")
    made = call("authority", tmp_path / "persons.txt", "-o", "-")
    assert made.returncode == 0
    assert b"<listPerson" in made.stdout
    table = call("suggest", seeds / "003_90415235aaee0c76.txt", "-o", "-")
    assert table.returncode == 0
    assert table.stdout.count(b",") > 5


def test_standard_output_takes_one_file(run: Callable[..., SimpleNamespace], letter: Path) -> None:
    done = run("transform", letter, letter, "--to", "text", "-o", "-")
    assert (done.status, done.out) == (2, "")
    assert "standard output takes one file" in done.err


def test_what_fails_writes_nothing_to_standard_output() -> None:
    done = call("transform", "-", "--to", "markdown", "-o", "-", data=b"<TEI")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"no well-formed XML" in done.stderr


def test_a_list_of_files_ends_names_with_nul(run: Callable[..., SimpleNamespace], letter: Path, tmp_path: Path) -> None:
    files = [tmp_path / "a b.xml", tmp_path / "c\nd.xml"]
    for file in files:
        shutil.copy(letter, file)
    listed = tmp_path / "list"
    listed.write_bytes(b"".join(bytes(file) + b"\0" for file in files))
    done = run("transform", "--files0-from", listed, "--to", "text", "-o", tmp_path / "out")
    assert done.status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a b.txt", "c\nd.txt"]
    assert call("validate", "--files0-from", "-", data=bytes(letter) + b"\0").returncode == 0


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "no file is named"), (b"a.xml\nb.xml\n", "the list has lines"), (None, "can't be read")]
)
def test_a_list_that_is_none_is_a_wrong_call(
    run: Callable[..., SimpleNamespace], tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "list").write_bytes(content)
    done = run("validate", "--files0-from", tmp_path / "list")
    assert done.status == 2
    assert said in done.err


def test_standard_input_is_named_once(run: Callable[..., SimpleNamespace]) -> None:
    assert run("convert", "-", "-", "-o", "x").status == 2


def test_quiet_tells_errors_only(run: Callable[..., SimpleNamespace], seeds: Path, tmp_path: Path) -> None:
    sources = sorted(seeds.glob("0*.txt"))
    assert run("convert", *sources, "-o", tmp_path / "a").err
    assert run("convert", *sources, "-o", tmp_path / "b", "--quiet").err == ""
    assert "there is no such file" in run("convert", "none.txt", "-o", tmp_path / "b", "-q").err


def test_a_pipe_that_ends_is_no_error() -> None:
    command = f"'{sys.executable}' -m tei_tools.cli completion bash | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=600)
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_understands_its_completion(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = call("completion", shell).stdout
    (tmp_path / "script").write_bytes(script)
    done = subprocess.run([shell, "-n", tmp_path / "script"], capture_output=True, check=False, timeout=600)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tei-tools tr", {"transform"}),
        ("tei-tools validate --fi", {"--files0-from"}),
        ("tei-tools completion z", {"zsh"}),
    ],
)
def test_bash_completes(typed: str, offered: set[str], tmp_path: Path) -> None:
    (tmp_path / "script").write_bytes(call("completion", "bash").stdout)
    words = " ".join(f"'{word}'" for word in typed.split())
    last = len(typed.split()) - 1
    asked = (
        f"source {tmp_path}/script; COMP_WORDS=({words}); COMP_CWORD={last}; COMP_LINE='{typed}'; "
        f"COMP_POINT={len(typed)}; $(complete -p tei-tools | sed 's/.*-F \\([^ ]*\\).*/\\1/'); "
        f'echo "${{COMPREPLY[@]}}"'
    )
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=False, timeout=600)
    assert set(done.stdout.split()) == offered, done.stderr

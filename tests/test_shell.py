"""A good citizen of the shell: streams, lists of files, pipes that end, and completion in the shells themselves."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei_tools.cli import COMMANDS
from tei_tools.cli_parser import parser

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


def rows(root: Path) -> dict[str, list[str]]:
    """The table of docs/shell.md: command → what its columns say."""
    page = (root / "docs" / "shell.md").read_text("utf-8")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if "`" in line]
    return {row[0].strip("`"): row[1:] for row in cells if len(row) == 6 and row[0].strip("`") in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_table_of_commands_says_what_the_parser_takes(root: Path, command: str) -> None:
    (entries,) = (a for a in parser(COMMANDS)._actions if isinstance(a, argparse._SubParsersAction))
    taken = {option for action in entries.choices[command]._actions for option in action.option_strings}
    reads, lists, _, quiet, status = rows(root)[command]
    assert lists.startswith("yes") == ("--files0-from" in taken)
    assert quiet.startswith("yes") == ("--quiet" in taken)
    assert reads.startswith("no") != bool(re.search(r"\bor -(?=\n|\Z|\s)", entries.choices[command].format_help()))
    assert "2" in status


def test_a_list_and_a_volume_are_read_from_standard_input(root: Path, tmp_path: Path) -> None:
    listed = b"Shultz, George P., Secretary of State\n"
    made = call("authority", "-", "-o", tmp_path / "persons.xml", data=listed)
    assert (made.returncode, made.stdout) == (0, b"")
    assert call("authority", "-", "-o", "-", data=listed).stdout == (tmp_path / "persons.xml").read_bytes()
    volume = root / "tests" / "importing" / "volume.xml"
    assert call("import", "-", "-o", tmp_path / "a", "-q", data=volume.read_bytes()).returncode == 0
    assert call("import", "--files0-from", "-", "-o", tmp_path / "b", "-q", data=bytes(volume) + b"\0").returncode == 0
    files = [sorted(path.name for path in (tmp_path / name / "documents").iterdir()) for name in "ab"]
    assert files[0] == files[1] != []


def test_one_source_becomes_tei_on_standard_output(seeds: Path) -> None:
    source = seeds / "003_90415235aaee0c76.txt"
    made = call("convert", "-", "-o", "-", data=source.read_bytes())
    assert made.returncode == 0
    assert made.stdout.startswith(b"<?xml")
    assert call("validate", "-", data=made.stdout).returncode == 0
    assert b"stdin:" in made.stderr
    again = call("convert", "-", "-o", "-", "--quiet", data=made.stdout)
    assert (again.returncode, again.stderr) == (0, b"")
    assert again.stdout.startswith(b"<?xml")


@pytest.mark.parametrize("to", ["cmif", "graph", "jsonld", "xar"])
def test_what_is_one_file_of_all_goes_to_standard_output(to: str, letter: Path, tmp_path: Path) -> None:
    made = call("transform", letter, "--to", to, "-o", "-")
    assert (made.returncode, made.stderr) == (0, b"")
    piped = call("transform", "-", "--to", to, "-o", "-", data=letter.read_bytes())
    assert (piped.returncode, piped.stderr) == (0, b"")
    assert piped.stdout[:20] == made.stdout[:20]
    call("transform", letter, "--to", to, "-o", tmp_path)
    assert [path.read_bytes() == made.stdout for path in tmp_path.iterdir()] == [True]


@pytest.mark.parametrize(
    "call_",
    [
        ("convert", "a.txt", "b.txt", "-o", "-"),
        ("transform", "{letter}", "--to", "tables", "-o", "-"),
        ("import", "volume.xml", "-o", "-"),
        ("build", "seeds", "-o", "-"),
        ("import", "-o", "x"),
        ("explain", "no-such-thing"),
        ("serve", "no-such-folder"),
        ("authority", "no-such-list", "-o", "-"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_writes_nothing(
    run: Callable[..., SimpleNamespace],
    letter: Path,
    call_: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*(word.format(letter=letter) for word in call_))
    assert (done.status, done.out) == (2, "")
    assert done.err
    assert not list(tmp_path.iterdir())


def test_ctrl_c_ends_quietly(run: Callable[..., SimpleNamespace], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_options: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "explain", interrupted)
    done = run("explain", "persName")
    assert (done.status, done.out, done.err) == (130, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [("explain", "persName"), ("transform", "{letter}", "--to", "html", "-o", "-")])
def test_a_full_disk_behind_standard_output_is_told(letter: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*TOOL, *(word.format(letter=letter) for word in arguments)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=600)
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        "explain persName",
        "transform {letter} --to html -o -",
        "validate {broken} --format json",
        "validate {broken} 2>&1",
        "convert {text} -o - 2>&1",
        "build {seeds} --dry-run 2>&1",
    ],
)
def test_who_reads_may_stop(words: str, letter: Path, seeds: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_bytes(letter.read_bytes().replace(b"<p>", b"<p><unheard/>"))
    told = words.format(letter=letter, broken=broken, seeds=seeds, text=seeds / "003_90415235aaee0c76.txt")
    command = f"'{sys.executable}' -m tei_tools.cli {told} | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=600, cwd=tmp_path)
    assert (len(done.stdout), done.stderr) == (1, b"")


def test_fish_completes(tmp_path: Path) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    (tmp_path / "script").write_bytes(call("completion", "fish").stdout)
    asked = f"source {tmp_path}/script; complete -C 'tei-tools tr'; complete -C 'tei-tools completion z'"
    done = subprocess.run(["fish", "-c", asked], capture_output=True, text=True, check=False, timeout=600)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["transform", "zsh"]


def test_zsh_completes(tmp_path: Path) -> None:
    """The script is put where zsh looks for it, found by compinit, and loaded."""
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    (tmp_path / "_tei-tools").write_bytes(call("completion", "zsh").stdout)
    asked = (
        f"fpath=({tmp_path} $fpath); autoload -Uz compinit; compinit -u -d {tmp_path}/dump; "
        "print $_comps[tei-tools]; autoload +X _tei-tools && print loaded"
    )
    done = subprocess.run(["zsh", "-f", "-c", asked], capture_output=True, text=True, check=False, timeout=600)
    assert done.stdout.split() == ["_tei-tools", "loaded"], done.stderr


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

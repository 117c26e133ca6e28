"""Long work is visible on a terminal, and only there; nothing colours what a pipe gets, or with NO_COLOR."""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tei_tools.cli_output import shown
from tei_tools.cli_progress import PAUSE, clock

pty = pytest.importorskip("pty", reason="terminals are made as POSIX has them")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
REACHED = re.compile(r"(\w+) +━+╸?━* (\d+) of (\d+)")
Command = list[str]


def on_a_terminal(*arguments: str | Path, **environment: str) -> str:
    """What a command says to a terminal of 80 columns that is its standard error."""
    ours, theirs = pty.openpty()
    inherited = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "tei_tools.cli", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**inherited, "TERM": "xterm", "COLUMNS": "80", **environment},
    ):
        os.close(theirs)
        said = bytearray()
        while True:
            try:
                some = os.read(ours, 65536)
            except OSError:  # which is how a terminal says that nobody writes any more
                break
            if not some:
                break
            said += some
    os.close(ours)
    return said.decode()


@pytest.fixture
def commands(root: Path, seeds: Path, tmp_path: Path) -> dict[str, Command]:
    """A call of each command that works on many documents."""
    sources = [str(path) for path in sorted(seeds.glob("*.txt"))]
    tei = [str(path) for path in sorted((root / "tests" / "cases" / "tei").glob("*.xml"))]
    out = str(tmp_path / "out")
    return {
        "convert": ["convert", *sources, "-o", out],
        "build": ["build", str(seeds), "-o", out, "--only", "tei", "--only", "text"],
        "validate": ["validate", *tei],
        "transform": ["transform", *tei, "--to", "text", "-o", out],
    }


@pytest.mark.parametrize("command", ["convert", "build", "transform", "validate"])
def test_a_terminal_sees_how_far_it_is(command: str, commands: dict[str, Command]) -> None:
    said = on_a_terminal(*commands[command])
    reached = REACHED.findall(COLOUR.sub("", said))
    assert reached
    assert all(int(done) <= int(of) for _, done, of in reached)
    assert COLOUR.search(said)
    assert "\x1b[2K" in said, "the line is gone in the end"


@pytest.mark.parametrize("command", ["convert", "build", "transform", "validate"])
def test_no_color_is_obeyed(command: str, commands: dict[str, Command]) -> None:
    said = on_a_terminal(*commands[command], NO_COLOR="1")
    assert REACHED.search(said)
    assert not COLOUR.search(said)


@pytest.mark.parametrize("more", [["--quiet"], ["--log", "json"]], ids=" ".join)
def test_who_wants_none_gets_none(more: list[str], commands: dict[str, Command]) -> None:
    assert "\x1b" not in on_a_terminal(*commands["convert"], *more)


def test_a_terminal_that_can_t_go_back_gets_none(commands: dict[str, Command]) -> None:
    said = on_a_terminal(*commands["convert"], TERM="dumb")
    assert "\x1b" not in said
    assert " of 2" not in said


def piped(arguments: Command, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tei_tools.cli", *arguments],
        capture_output=True,
        env={**os.environ, "TERM": "xterm", **environment},
        check=False,
    )
    return (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("environment", [{}, {"FORCE_COLOR": "1"}], ids=str)
@pytest.mark.parametrize("command", ["convert", "build", "transform", "validate", "help", "wrong call", "explain"])
def test_what_is_no_terminal_sees_no_colour(
    command: str, environment: dict[str, str], commands: dict[str, Command]
) -> None:
    more = {
        "help": ["--help"],
        "wrong call": ["convert"],
        "explain": ["explain", "link.reference-open"],
    }
    said = piped({**commands, **more}[command], **environment)
    assert said or command == "transform"
    assert "\x1b" not in said


def test_one_place_colours(root: Path) -> None:
    """What else colours has to be tried above."""
    package = root / "tei_tools"
    coloured = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"\brich\b.*import|import rich|\\x1b|\\033|colorama|termcolor", path.read_text("utf-8"))
    ]
    assert coloured == ["cli_progress.py"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@contextmanager
def terminal() -> Iterator[Terminal]:
    """What stands on the standard error meanwhile. It is set by the test itself: between tests pytest sets its own."""
    with pytest.MonkeyPatch.context() as patch:
        screen = Terminal()
        patch.setattr(sys, "stderr", screen)
        for name, value in {"TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "1"}.items():
            patch.setenv(name, value)
        yield screen


class Watch:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    made = Watch()
    monkeypatch.setattr("rich.console.monotonic", made)
    return made


def drawn(screen: Terminal) -> list[str]:
    """The lines that a terminal was shown one after the other."""
    return [
        " ".join(part.split()) for part in re.split(r"\r|\x1b\[2K|\n|\x1b\[\?25.", screen.getvalue()) if part.strip()
    ]


def test_rate_and_rest_are_told(watch: Watch) -> None:
    with terminal() as screen, shown(argparse.Namespace(quiet=False, log="text")) as report:
        for done in range(1, 11):
            watch.now += 1
            report("convert", 2 * done, 400)
    lines = [re.sub("━+", "", line) for line in drawn(screen)]
    assert any(line.endswith("18 of 400, 2.0/s, 3:11 left") for line in lines), lines


def test_a_line_is_drawn_a_few_times_a_second(watch: Watch) -> None:
    with terminal() as screen, shown(argparse.Namespace(quiet=False, log="text")) as report:
        for done in range(1, 1001):
            watch.now += 0.001
            report("convert", done, 1000)
    assert 2 <= len(drawn(screen)) <= 1 / PAUSE + 2


def test_one_stage_is_seen_at_a_time(watch: Watch) -> None:
    with terminal() as screen, shown(argparse.Namespace(quiet=False, log="text")) as report:
        for what in ("read", "convert", "html"):
            watch.now += 1
            report(what, 3, 3)
    assert [line.split()[0] for line in drawn(screen)][:3] == ["read", "convert", "html"]
    assert "\x1b[1A\x1b[2K\x1b[1A" not in screen.getvalue(), "never two lines"


@pytest.mark.parametrize(("seconds", "told"), [(0.2, "0:01"), (59, "0:59"), (61, "1:01"), (3661, "1:01:01")])
def test_the_rest_in_words(seconds: float, told: str) -> None:
    assert clock(seconds) == told

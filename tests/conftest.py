"""What all tests share: where the cases are, how goldens are accepted, and no way to the network."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import settings

from tei_tools.cli import main

ROOT = Path(__file__).parent.parent

settings.register_profile("same examples in every run", derandomize=True, deadline=None)
settings.load_profile("same examples in every run")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of the case files; one folder in it per stage or topic."""
    return ROOT / "tests" / "cases"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The edition of the two seed documents."""
    return ROOT / "seeds"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--mutants", choices=("some", "all"), default="some", help="how many broken documents are tried")
    parser.addoption("--accept", action="store_true", help="write the goldens anew from what the code gives now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """`golden(path, text)` fails where the text is not that of the file; `pytest --accept` writes the file instead."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        present = path.read_bytes().decode("utf-8") if path.exists() else ""
        assert text == present, f"{path.relative_to(ROOT)} differs; if the new text is right: pytest --accept"

    return compare


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., SimpleNamespace]:
    """A command in this process: its status, and what it prints; a traceback is never right."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def call(*arguments: str | Path) -> SimpleNamespace:
        status: Any
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            status = leaving.code
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return SimpleNamespace(status=status, out=printed.out, err=printed.err)

    return call


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 7: no stage needs the network. Addresses of this machine stay open, for tests with a browser."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in {"localhost", "127.0.0.1", "::1"}:
            raise AssertionError(f"a test went to the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)

"""What all tests share: where the cases are, and no way to the network."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


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

"""Runs the tests of behaviour: one `*.test.js` per topic."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parent.glob("*.test.js"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_in_the_browser(path: Path, node: Callable[[Path], subprocess.CompletedProcess[str]]) -> None:
    done = node(path)
    assert done.returncode == 0, done.stdout + done.stderr

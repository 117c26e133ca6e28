"""The site that the browser looks at, on a local address, and what drives the browser.

The tests of behaviour are the `*.test.js` of this folder: node runs them, with playwright-core and Debian's Chromium.
Without one of these they are skipped, and say what is missing; `make test` installs all of it.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tei_tools.build import Edition

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def site(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site; the other formats stand beside it."""
    folder = tmp_path_factory.mktemp("edition")
    report = Edition.load(seeds).build(folder)
    assert not report.failed
    return folder / "html"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the folder of the edition is served: the site is in a sub-folder."""
    handler = functools.partial(Quiet, directory=str(site.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def node(address: str) -> Callable[[Path], subprocess.CompletedProcess[str]]:
    """`node(path)` runs the tests of that file against the site."""
    missing = [
        name
        for name, there in (
            ("Chromium", CHROMIUM),
            ("node", shutil.which("node")),
            ("npm install in tests/browser", PACKAGES.is_dir()),
        )
        if not there
    ]
    if missing:
        pytest.skip(f"run make test, or install by hand: {', '.join(missing)}")

    def run(path: Path) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "SITE": address, "CHROMIUM": str(CHROMIUM)}
        command = ["node", "--test", "--test-reporter=spec", path]
        return subprocess.run(
            command, cwd=HERE, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300
        )

    return run

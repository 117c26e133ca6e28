"""A site on a local address, and Chromium to look at it. Without Chromium these tests are skipped, and say so."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tei_tools.publish.html import Facts, site
from tei_tools.transform import transform

CASES = Path(__file__).parent.parent / "cases" / "tei"
PROBE = Path(__file__).parent / "probe.html"
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--hide-scrollbars",
    "--enable-logging=stderr",
    "--virtual-time-budget=5000",
    "--window-size=1440,1000",
]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    documents = [
        (name, (CASES / f"{file}.xml").read_bytes())
        for name, file in (("d7", "letter"), ("d178", "d178"), ("d310", "d310"))
    ]
    for name, content in site(documents, Facts("An edition with a long title, 1981–1988"), transform):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.copy(PROBE, folder / PROBE.name)
    (folder / "broken.html").write_text(
        (folder / "d7.html").read_text("utf-8").replace("<main", "<script>1</script><main"), "utf-8"
    )
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def browse(address: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[str, list[str]]]:
    """`browse("d7.html")` gives the document as the browser has it, and what its console said."""
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine: set CHROMIUM to its path")

    def run(path: str) -> tuple[str, list[str]]:
        profile = tmp_path_factory.mktemp("profile")
        command = [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", f"{address}/{path}"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
        return done.stdout, re.findall(r"CONSOLE.*", done.stderr)

    return run

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
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tei_tools.build import Edition
from tei_tools.publish import search

HERE = Path(__file__).parent
DOCUMENTS = (
    "trees/frus1964-68v07-d27.txt",  # a letter
    "trees/frus1961-63v04-d106.txt",  # a telegram
    "trees/frus1964-68v07-d71.txt",  # a memorandum with a table
    "trees/frus1964-68v13-d267.txt",  # a conversation
    "trees/frus1977-80v21-d200.txt",  # a conversation, whose participants stand by delegation
    "trees/frus1948v01p2-d264.txt",  # an editorial note, without number
    "cases/dev/full/frus1948v01p2-d258.txt",  # a conversation with an annex, and nobody in a list
)
EDITION = """
id = "samples"
series = "Foreign Relations of the United States"
title = "Samples of several volumes"
editors = ["A. Editor", "B. Editor"]
publisher = "The edition"
sources = ["*.txt"]
licence = "https://creativecommons.org/publicdomain/zero/1.0/"
date = "2026-11-22"
url = "https://example.org/html/"
formats = ["tei", "text", "html", "epub"]
[authorities]
persons = "persons.xml"
"""
PACKAGES = HERE / "node_modules"
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def site(root: Path, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, other formats beside it: the samples, and a document of each kind that they lack."""
    source, output = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("edition")
    for path in (*seeds.glob("*.txt"), seeds / "persons.xml", *(root / "tests" / name for name in DOCUMENTS)):
        shutil.copy(path, source)
    (source / "edition.toml").write_text(EDITION, "utf-8")
    report = Edition.load(source).build(output)
    assert not report.failed
    with zipfile.ZipFile(output / "epub" / "samples.epub") as book:
        for name in book.namelist():
            if name.startswith("EPUB/"):
                (output / name.replace("EPUB", "book")).parent.mkdir(exist_ok=True)
                (output / name.replace("EPUB", "book")).write_bytes(book.read(name))
    with pytest.MonkeyPatch.context() as patch:  # the same site as a large edition has it, with several indexes
        patch.setattr(search, "MOST", 4)
        Edition.load(source).build(output / "large", only=["html"])
    return output / "html"


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
def node(address: str, site: Path) -> Callable[[Path], subprocess.CompletedProcess[str]]:
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
        environment = {**os.environ, "SITE": address, "FOLDER": str(site), "CHROMIUM": str(CHROMIUM)}
        command = ["node", "--test", "--test-reporter=spec", path]
        return subprocess.run(
            command, cwd=HERE, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=1800
        )

    return run

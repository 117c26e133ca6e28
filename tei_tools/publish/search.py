"""The index that readers search in: made by Pagefind of the pages of the documents, read piecewise by its script.

Pagefind is optional (`pip install 'tei-tools[search]'`). Its service is told one page after the other, in the order of
the edition: by itself it takes the files of a folder in the order of the disk, and the index would depend on that.

It holds 0.3 MB a page until the index is whole, so a large edition has several: one in `pagefind/`, others in
`pagefind/2/` and so on, whose names are in `pagefind/parts.json`. The browser asks all of them.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import IO, Any

from tei_tools.errors import PublishError
from tei_tools.publish.search_order import ordered

FOLDER = "pagefind/"
MOST = 2000
"""Pages of one index: so many take 0.7 GB, and no volume of the series has more."""
NEEDED = frozenset({"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"})
"""What a page asks for by name. Pagefind brings ready-made search boxes, too, which this site does not use."""
PIECES = frozenset({".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind"})
PROGRAM = frozenset({".js", ".pagefind"})
"""The endings of what the browser runs."""
APART = (".masthead", ".imprint", ".skip", "aside", "nav", ".call", ".back", ".pb")
"""What of a page is no text of its document: the frame, the panel, calls and marks of notes and pages."""
REMEDY = "reinstall pagefind-bin, or uninstall it to build the site without search"


def available() -> bool:
    """Whether Pagefind is installed."""
    return find_spec("pagefind_bin") is not None


def shares(pages: Sequence[str]) -> list[tuple[str, Sequence[str]]]:
    """The folder of each index, within that of the first, and the pages that belong to it; one at least."""
    starts = range(0, max(1, len(pages)), MOST)
    return [(f"{number}/" if number > 1 else "", pages[at : at + MOST]) for number, at in enumerate(starts, 1)]


def parts(folders: Iterable[str]) -> tuple[str, bytes]:
    """(path in the site, bytes) of the file that names the folders of the indexes beside the first."""
    return f"{FOLDER}parts.json", json.dumps([folder for folder in folders if folder]).encode()


def index(pages: Iterable[tuple[str, bytes]], language: str = "en", folder: str = "") -> Iterator[tuple[str, bytes]]:
    """(path in the site, bytes) of the index of `pages`, which are (path in the site, HTML).

    All are found by one search, whatever their languages; words are reduced to their stems as in `language`. `folder`
    is one of `shares`; an index beside the first is read by the program of that.

    Raises `PublishError` where Pagefind fails.
    """
    with tempfile.TemporaryFile() as said:
        try:
            made = ordered(_files(pages, language, said))
        except (OSError, ValueError, KeyError, IndexError) as error:
            said.seek(0)
            reason = said.read().decode("utf-8", "replace").strip() or str(error)
            raise PublishError(f"Pagefind failed: {reason}", remedy=REMEDY) from error
    for name, content in sorted(made.items()):
        if not folder or PurePosixPath(name).suffix not in PROGRAM:
            yield f"{FOLDER}{folder}{name}", content


def _files(pages: Iterable[tuple[str, bytes]], language: str, said: IO[bytes]) -> dict[str, bytes]:
    """The files of the index that a site needs, by name.

    They come in Pagefind's answer: told to write them itself it ends before they are whole, one time in five.
    """
    from pagefind_bin import get_executable

    command = [str(get_executable()), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said) as service:
        try:
            config = {"exclude_selectors": APART, "force_language": language}
            number = _ask(service, {"type": "NewIndex", "config": config})["index_id"]
            for path, html in pages:
                page = {"type": "AddFile", "file_path": path, "file_contents": html.decode()}
                _ask(service, page | {"index_id": number, "url": None})
            files: list[dict[str, str]] = _ask(service, {"type": "GetFiles", "index_id": number})["files"]
        finally:
            service.kill()
    made = {}
    while files:
        file = files.pop()
        name = PurePosixPath(file["path"])
        if name.name in NEEDED or name.suffix in PIECES:
            made[name.as_posix()] = base64.b64decode(file["content"])
    return made


def _ask(service: subprocess.Popen[bytes], request: dict[str, Any]) -> dict[str, Any]:
    """One request and its answer: JSON in base64, ended by a comma."""
    assert service.stdin is not None
    assert service.stdout is not None
    service.stdin.write(base64.b64encode(json.dumps({"message_id": 1, "payload": request}).encode()) + b",")
    service.stdin.flush()
    answer = bytearray()
    while not answer.endswith(b","):
        part = os.read(service.stdout.fileno(), 1 << 20)
        if not part:
            raise OSError("it stopped")
        answer += part
    # The last answer is the whole index: it is never held in more forms than two at a time.
    del answer[-1:]
    packed = base64.b64decode(answer)
    answer.clear()
    text = packed.decode()
    del packed
    payload: dict[str, Any] = json.loads(text)["payload"]
    if payload["type"] == "Error":
        raise ValueError(payload.get("message", ""))
    return payload

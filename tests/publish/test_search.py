"""The index of a site: what is in it, that it is the same in every run, and a site without it."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from tei_tools.build import Edition
from tei_tools.errors import PublishError
from tei_tools.publish import search

PAGE = """<!doctype html><html lang="en"><head><title>{n}</title>
<meta name="x" content="Letter" data-pagefind-filter="kind[content]"></head><body><nav>menu</nav>
<main><h1>Title {n}</h1>
<p id="p">A word<sup class="call">3</sup> and a con<span class="pb">7</span>structive one.</p></main>
<aside>panel</aside></body></html>"""
PAGES = [(f"d{n}.html", PAGE.format(n=n).encode()) for n in range(1, 30)]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(search.index(PAGES))


def fragments(files: dict[str, bytes]) -> list[dict[str, object]]:
    packed = [gzip.decompress(content) for name, content in files.items() if name.endswith(".pf_fragment")]
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in packed]


def test_only_what_the_page_asks_for_is_taken(files: dict[str, bytes]) -> None:
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/pagefind-entry.json"} <= set(files)
    assert not [name for name in files if "ui" in name or "highlight" in name]
    assert not [name for name, content in files.items() if not content]


def test_the_text_of_documents_and_nothing_else_is_found(files: dict[str, bytes]) -> None:
    found = fragments(files)
    assert {item["url"] for item in found} == {f"/{path}" for path, _ in PAGES}
    (content,) = {str(item["content"]).partition(". ")[2] for item in found}
    assert content == "A word and a constructive one."
    assert all(item["filters"] == {"kind": ["Letter"]} for item in found)


def test_the_same_bytes_twice(files: dict[str, bytes]) -> None:
    assert dict(search.index(PAGES)) == files


def test_a_large_edition_has_several_indexes(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [path for path, _ in PAGES]
    assert search.shares(names) == [("", names)]
    assert search.shares([]) == [("", [])]
    monkeypatch.setattr(search, "MOST", 12)
    shares = search.shares(names)
    assert shares == [("", names[:12]), ("2/", names[12:24]), ("3/", names[24:])]
    assert search.parts(folder for folder, _ in shares) == ("pagefind/parts.json", b'["2/", "3/"]')


def test_an_index_beside_the_first_brings_no_program(files: dict[str, bytes]) -> None:
    second = dict(search.index(PAGES, folder="2/"))
    program = {"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind", "wasm.unknown.pagefind"}
    whole = {name.replace("pagefind/", "pagefind/2/", 1): content for name, content in files.items()}
    assert second == {name: content for name, content in whole.items() if name.rpartition("/")[2] not in program}


def test_a_service_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho it broke >&2\n")
    broken.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: broken)
    with pytest.raises(PublishError, match="it broke"):
        list(search.index(PAGES))
    broken.unlink()
    with pytest.raises(PublishError, match="Pagefind failed"):
        list(search.index(PAGES))


def test_without_pagefind_the_site_has_no_search_and_the_report_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cases: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    report = Edition.load(cases / "edition").build(tmp_path, only=["html"])
    assert not report.failed
    (said,) = [item for item in report.diagnostics if item.code == "publish.search-missing"]
    assert "tei-tools[search]" in said.hint
    assert not (tmp_path / "html" / "search.html").exists()
    assert b"search.html" not in (tmp_path / "html" / "index.html").read_bytes()

"""A build on workers: the same folder, to the byte, wherever the work is done and whoever dies meanwhile."""

from __future__ import annotations

import base64
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from test_cluster import ready, scheduler, worker
from test_executor import collection, contents

from tei_tools.build import Edition
from tei_tools.diagnostics import Diagnostic
from tei_tools.edition_book import Book
from tei_tools.executor import opened
from tei_tools.executor.enclosed import packed
from tei_tools.run import Report

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
COUNT = 10
EDITION = """\
id = "frus1900v01"
title = "1900, Volume I"
sources = ["*.txt", "*.xml"]
formats = ["tei", "html", "text", "pdf", "epub"]

[book]
cover = "cover.png"

[site]
rules = "rules/own.xsl"
"""
STYLESHEET = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{}</xsl:stylesheet>'
RULE = (
    '<xsl:template match="*:p" mode="m:html" xmlns:m="urn:tei-tools:modes"><p class="own"><xsl:apply-templates '
    'mode="#current"/></p></xsl:template>'
)
FIGURE = '<figure><graphic url="map.png"/><figDesc>A map</figDesc></figure>'


@pytest.fixture
def edition(tmp_path: Path, run: Callable[..., object]) -> Path:
    """Letters; one that is TEI already, with a picture; rules in two files, of which one includes the other."""
    folder = tmp_path / "edition"
    collection(folder, COUNT)
    (folder / "d99.txt").write_text("99. Letter From the Ambassador\n\nSee the map.\n", "utf-8")
    run("convert", folder / "d99.txt", "-o", tmp_path / "one")
    tei = (tmp_path / "one" / "d99.xml").read_text("utf-8").replace("<p>See", f"{FIGURE}<p>See")
    (folder / "d99.xml").write_text(tei, "utf-8")
    (folder / "d99.txt").unlink()
    for name in ("map.png", "cover.png"):
        (folder / name).write_bytes(PNG)
    (folder / "rules").mkdir()
    (folder / "rules" / "own.xsl").write_text(STYLESHEET.format('<xsl:include href="more.xsl"/>'), "utf-8")
    (folder / "rules" / "more.xsl").write_text(STYLESHEET.format(RULE), "utf-8")
    (folder / "edition.toml").write_text(EDITION, "utf-8")
    return folder


def said(report: Report) -> list[Diagnostic]:
    assert report.errors == []
    return report.diagnostics


def test_two_jobs_build_the_same(edition: Path, tmp_path: Path) -> None:
    told = []
    for jobs in (1, 2):
        with opened(jobs) as executor:
            told.append(said(Edition.load(edition).build(tmp_path / str(jobs), executor=executor)))
    made = contents(tmp_path / "1")
    assert {name.partition("/")[0] for name in made} > {"tei", "html", "text", "pdf", "epub", "manifest.json"}
    assert b'class="own"' in made["html/d3.html"]
    assert b"EPUB/picture-1.png" in made["epub/d99.epub"]
    different = [name for name, content in contents(tmp_path / "2").items() if made.get(name) != content]
    assert different == []
    assert [*made] == [*contents(tmp_path / "2")]
    assert told[0] == told[1]


def test_a_cluster_without_a_shared_disk_builds_the_same(edition: Path, tmp_path: Path) -> None:
    """A worker is killed while pages are made, by then both have worked; rules, cover and pictures are sent."""
    told = [said(Edition.load(edition).build(tmp_path / "here"))]
    dead: list[int | None] = []
    with scheduler(tmp_path) as address, worker(address, tmp_path) as first, worker(address, tmp_path):
        ready(address, 2)

        def kill(what: str, done: int, _of: int) -> None:
            if (what, done) == ("html", 2):
                first.kill()
                dead.append(first.wait())

        with opened(scheduler=address) as executor:
            told.append(said(Edition.load(edition).build(tmp_path / "there", executor=executor, progress=kill)))
    assert dead == [-9]
    made = contents(tmp_path / "here")
    different = [name for name, content in contents(tmp_path / "there").items() if made.get(name) != content]
    assert different == []
    assert [*made] == [*contents(tmp_path / "there")]
    assert told[0] == told[1]


# ---- what is sent with files ----


def test_fonts_go_with_those_beside_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Own-Regular.otf", "Own-Bold.otf", "notes.txt", "more/Own-Italic.otf"):
        (tmp_path / "fonts" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "fonts" / name).write_text(name, "utf-8")
    monkeypatch.chdir(tmp_path)
    book = Book(fonts=(Path("fonts/Own-Regular.otf"),), cover=Path("none.png"))
    sent = packed(book, "sent")
    assert sent == packed(book, "sent")
    (tmp_path / "fonts").rename(tmp_path / "elsewhere")
    found = pickle.loads(sent)
    assert found.cover == Path("none.png"), "what is not there is told by who looks for it"
    (font,) = found.fonts
    assert not font.is_relative_to(tmp_path)
    there = {path.relative_to(font.parent).as_posix(): path.read_text("utf-8") for path in font.parent.rglob("*.*")}
    assert there == {name: name for name in ("Own-Regular.otf", "Own-Bold.otf", "more/Own-Italic.otf")}
    assert pickle.loads(sent) == found


def test_on_a_shared_disk_paths_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert pickle.loads(packed(Book(cover=Path("cover.png")), "disk")).cover == tmp_path / "cover.png"

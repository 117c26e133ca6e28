"""The web edition where something of it fails: that is named, and the rest is there without a dead link."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Run = Callable[..., SimpleNamespace]
EDITION = 'id = "e"\ntitle = "Letters"\nsources = ["*.txt"]\nformats = ["tei", "html", "text"]\n'
LETTER = "{n}. Letter From the Ambassador to the Secretary1\n\nI write to you.\n\n  1. See Document {other}.\n"
RULES = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:m="urn:tei-tools:modes">
  <xsl:template match="{match}" mode="m:main"><xsl:sequence select="error((), 'no such thing')"/></xsl:template>
</xsl:stylesheet>
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Three letters, of which the first names the second."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / "edition.toml").write_text(EDITION, "utf-8")
    for name, n, other in (("a", 1, 2), ("b", 2, 3), ("c", 3, 1)):
        (folder / f"{name}.txt").write_text(LETTER.format(n=n, other=other), "utf-8")
    return folder


def rules(edition: Path, text: str) -> None:
    (edition / "rules.xsl").write_text(text, "utf-8")
    (edition / "edition.toml").write_text(f'{EDITION}[site]\nrules = "rules.xsl"\n', "utf-8")


def dead(site: Path) -> list[str]:
    """Links of the site's pages to pages that are not there."""
    found: list[str] = []
    for page in site.rglob("*.html"):
        targets = re.findall(r'<a [^>]*?href="([^"#:]+\.html)', page.read_text("utf-8"))
        found += [f"{page.name} → {target}" for target in targets if not (page.parent / target).is_file()]
    return found


def test_a_page_that_fails_stops_no_other(run: Run, edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    rules(edition, RULES.format(match="TEI[text/body/div/@n = '2']"))
    found = run("build", edition, "-o", out)
    assert found.status == 1
    assert "b.txt (d2.xml): error: the transformation failed: FOER0000" in found.err
    assert {path.name for path in (out / "html").glob("d?.html")} == {"d1.html", "d3.html"}
    assert (out / "text" / "d2.txt").is_file()
    assert dead(out / "html") == []
    assert 'rel="next"' in (out / "html" / "d1.html").read_text("utf-8")
    assert "html/d1.html" in json.loads((out / "manifest.json").read_text("utf-8"))["files"]


def test_after_it_the_tool_knows_its_own_files(run: Run, edition: Path, tmp_path: Path) -> None:
    rules(edition, RULES.format(match="TEI[text/body/div/@n = '2']"))
    run("build", edition, "-o", tmp_path / "out")
    (edition / "edition.toml").write_text(EDITION, "utf-8")
    (edition / "b.txt").write_text(LETTER.format(n=2, other=3).replace("write", "wrote"), "utf-8")
    found = run("build", edition, "-o", tmp_path / "out")
    assert (found.status, "by hand" in found.err) == (0, False)
    assert "I wrote to you." in (tmp_path / "out" / "html" / "d2.html").read_text("utf-8")


def test_rules_that_do_not_compile_stop_the_site_alone(run: Run, edition: Path, tmp_path: Path) -> None:
    rules(edition, RULES.format(match="TEI[").replace("error(", "nothing("))
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 1
    assert found.err.count("does not compile") == 1
    assert (tmp_path / "out" / "text" / "d3.txt").is_file()
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_a_faulty_page_of_prose_stops_no_other(run: Run, edition: Path, tmp_path: Path) -> None:
    (edition / "good.md").write_text("# Method\n\nHow it was made.\n", "utf-8")
    (edition / "bad.md").write_text("No title here.\n", "utf-8")
    (edition / "edition.toml").write_text(f'{EDITION}[site]\npages = ["*.md"]\n', "utf-8")
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 1
    assert "bad.md:1: error: the page has no title" in found.err
    assert {"good.html", "d1.html", "index.html"} <= {path.name for path in (tmp_path / "out" / "html").iterdir()}
    assert dead(tmp_path / "out" / "html") == []


def test_an_index_that_fails_leaves_the_site(
    run: Run, edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pagefind_bin")
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "nothing")
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 1
    assert "error: Pagefind failed" in found.err
    assert "html/index.html" in json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["files"]


@pytest.mark.parametrize("name", ["index", "Persons", "documents-2"])
def test_a_document_named_as_a_page_of_the_site(run: Run, edition: Path, tmp_path: Path, name: str) -> None:
    (edition / f"{name}.txt").write_text("Note on the Files\n\nNothing more.\n", "utf-8")
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 1
    assert f"{name}.txt" in found.err
    assert "and a page of the site would both be written to" in found.err
    assert "give the source another name" in found.err
    assert "Letters" in (tmp_path / "out" / "html" / "index.html").read_text("utf-8")
    assert {"d1.html", "d2.html", "d3.html"} <= {path.name for path in (tmp_path / "out" / "html").iterdir()}
    assert dead(tmp_path / "out" / "html") == []


def test_a_profile_of_the_edition_is_found_from_anywhere(
    run: Run, edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (edition / "base.toml").write_text('extends = "frus"\n', "utf-8")
    (edition / "own.toml").write_text('extends = "base.toml"\nseries = "Our letters"\n', "utf-8")
    (edition / "edition.toml").write_text(f'profile = "own.toml"\n{EDITION}', "utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    found = run("build", edition, "-o", tmp_path / "out")
    assert found.status == 0, found.err

"""What can be told of the pages without a browser: valid HTML and CSS, and no link or fragment that leads nowhere."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

VNU = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def vnu(*paths: Path) -> str:
    if not shutil.which("java") or not VNU.is_file():
        pytest.skip("run make test, or install by hand: Java, npm install in tests/browser")
    command = ["java", "-jar", VNU, "--skip-non-html", "--errors-only", *paths]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=1800, check=False).stderr


def test_every_page_is_valid_html(site: Path) -> None:
    assert vnu(site) == ""


def test_the_report_is_valid_html(site: Path) -> None:
    assert vnu(site.parent / "report.html") == ""


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><html lang=en><title>a</title><p><div></div></p>", "utf-8")
    assert "error" in vnu(tmp_path)


def parsed(path: Path) -> etree._Element:
    return etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    pages = {path: parsed(path) for path in site.rglob("*.html")}
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    dead = []
    for path, page in pages.items():
        for href in page.xpath("//@href | //@src"):
            if "://" in href or href.startswith("mailto:"):
                continue
            name, _, fragment = unquote(href).partition("#")
            top = site.parent if name.startswith("/") else path.parent  # the address of the site ends in /html/
            target = (top / name.lstrip("/")).resolve() if name else path
            if not target.is_file() or (fragment and fragment not in ids.get(target, {fragment})):
                dead.append(f"{path.name}: {href}")
    assert dead == []

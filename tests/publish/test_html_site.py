"""The site of a small edition: what files it has, and that no link in it is dead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.errors import PublishError
from tei_tools.publish.html import Download, Facts, assets, site
from tei_tools.transform import transform

FACTS = Facts("An edition", ("A. Editor", "B. Editor"), licence="CC0", licence_url="https://example.org/cc0")
Site = dict[str, bytes]


def made(documents: Sequence[tuple[str, bytes]], facts: Facts = FACTS) -> Site:
    return dict(site(documents, facts, transform))


@pytest.fixture(scope="module")
def documents() -> list[tuple[str, bytes]]:
    folder = Path(__file__).parent.parent / "cases" / "tei"
    return [
        (name, (folder / f"{file}.xml").read_bytes())
        for name, file in (("d7", "letter"), ("d178", "d178"), ("d310", "d310"))
    ]


@pytest.fixture(scope="module")
def pages(documents: list[tuple[str, bytes]]) -> dict[str, etree._Element]:
    files = made(documents)
    return {name: parsed(content) for name, content in files.items() if name.endswith(".html")}


def parsed(page: bytes) -> etree._Element:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_a_page_per_document_index_persons_and_assets(documents: list[tuple[str, bytes]]) -> None:
    names = set(made(documents))
    assert {"d7.html", "d178.html", "d310.html", "index.html", "persons.html"} <= names
    assert {"assets/css/tokens.css", "assets/icon.svg", "assets/fonts/OFL.txt"} <= names
    assert not [name for name in names if name.endswith(".py")]


def dead(pages: dict[str, etree._Element]) -> list[str]:
    """The links of the site that lead to no page of it, or to no id of that page."""
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    found = []
    for name, page in pages.items():
        for link in page.xpath("//a/@href | //@action"):
            path, _, fragment = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if "://" not in link and (target not in pages or (fragment and fragment not in ids[target])):
                found.append(f"{name}: {link}")
    return found


def test_every_link_of_the_site_leads_somewhere(pages: dict[str, etree._Element]) -> None:
    assert sum(len(page.xpath("//a")) for page in pages.values()) > 100
    assert dead(pages) == []


def test_a_link_that_leads_nowhere_would_be_found(pages: dict[str, etree._Element]) -> None:
    assert dead({name: page for name, page in pages.items() if name != "d7.html"}) != []
    assert dead({"a.html": parsed(b'<p id="x"><a href="#y">')}) == ["a.html: #y"]


def test_a_dead_link_would_be_seen(pages: dict[str, etree._Element]) -> None:
    assert "d9.html" not in pages
    assert not pages["d7.html"].xpath("//a[contains(@href, 'd9.')]")
    assert "Document 9" in words(pages["d7.html"])


def test_notes_lead_there_and_back(pages: dict[str, etree._Element]) -> None:
    for page in pages.values():
        calls = page.xpath("//a[@role='doc-noteref']")
        backs = page.xpath("//a[@role='doc-backlink']")
        assert [call.get("href") for call in calls] == ["#" + back.getparent().get("id") for back in backs]
        assert [back.get("href") for back in backs] == ["#" + call.get("id") for call in calls]
        assert [call.text for call in calls] == [back.text for back in backs]
    assert len(pages["d178.html"].xpath("//a[@role='doc-noteref']")) == 5


def test_nothing_is_asked_of_another_host(pages: dict[str, etree._Element]) -> None:
    for page in pages.values():
        assert not page.xpath("//script[not(@src or @type='application/ld+json')] | //style | //@style | //iframe")
        loaded = page.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src")
        assert loaded
        assert not [address for address in loaded if "//" in address]
        assert "default-src 'self'" in page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    sheets = [content.decode() for name, content in assets() if name.endswith(".css")]
    assert any(re.findall(r"url\((.*?)\)", css) for css in sheets)
    assert not [css for css in sheets if "//" in re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)]


def test_headings_go_down_one_step_at_a_time(pages: dict[str, etree._Element]) -> None:
    for page in pages.values():
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_neighbours(pages: dict[str, etree._Element]) -> None:
    page = pages["d178.html"]
    assert page.xpath("//a[@rel='prev']/@href") == ["d7.html"]
    assert page.xpath("//a[@rel='next']/@href") == ["d310.html"]
    assert "310. Memorandum From" in words(page.xpath("//a[@rel='next']")[0])
    assert not pages["d7.html"].xpath("//a[@rel='prev']")


def test_an_edition_without_documents_or_persons_says_so() -> None:
    files = made([])
    assert "no documents yet" in files["index.html"].decode()
    assert "persons.html" not in files
    assert "correspondence.html" not in files


@pytest.mark.parametrize("ids", [("d1", "d1"), ("d1", "D1"), ("d1", "about")])
def test_an_id_used_twice_is_an_error(ids: tuple[str, str]) -> None:
    with pytest.raises(PublishError, match=rf"{ids[1]}\.html"):
        made([(ids[0], b"<TEI/>"), (ids[1], b"<TEI/>")])


def test_the_tei_file_and_the_address_are_told_where_they_are_known(documents: list[tuple[str, bytes]]) -> None:
    tei = Download("tei", "../tei/", ".xml", "application/tei+xml", frozenset({"d7"}))
    pages = made(documents, Facts("E", url="https://example.org/e/", downloads=(tei,)))
    page = parsed(pages["d7.html"])
    assert page.xpath("//link[@rel='alternate']/@href") == ["../tei/d7.xml"]
    assert not parsed(pages["d178.html"]).xpath("//link[@rel='alternate']")
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://example.org/e/d7.html"]
    assert "https://example.org/e/d7.html" in words(page.xpath("//*[@class='cite']")[0])


def test_the_same_bytes_twice(documents: list[tuple[str, bytes]]) -> None:
    assert made(documents) == made(documents)


def test_the_profile_reaches_the_stylesheet(documents: list[tuple[str, bytes]]) -> None:
    assert dict(site(documents, FACTS, partial(transform), profile="frus"))["d7.html"] == made(documents)["d7.html"]


def test_the_fonts_are_small_and_licensed() -> None:
    files = dict(assets())
    fonts = [content for name, content in files.items() if name.endswith(".woff2")]
    assert len(fonts) == 5
    assert sum(map(len, fonts)) < 220_000
    assert "SIL OPEN FONT LICENSE" in files["assets/fonts/OFL.txt"].decode()

"""What pages say to machines: schema.org, Highwire Press, Dublin Core, Open Graph, sitemap and feed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tei_tools.build import Edition
from tei_tools.publish.html import Facts, site
from tei_tools.transform import transform

HOME = "https://example.org/western-europe/"


def parsed(page: bytes) -> etree._Element:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


@pytest.fixture(scope="module")
def folder(cases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    assert not Edition.load(cases / "edition").build(folder, only=["html"]).failed
    return folder / "html"


@pytest.fixture(scope="module")
def letter(folder: Path) -> etree._Element:
    return parsed((folder / "d38.html").read_bytes())


def said(page: etree._Element) -> dict[str, Any]:
    (script,) = page.xpath("//script[@type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text)
    return found


def meta(page: etree._Element, name: str) -> list[str]:
    return [str(value) for value in page.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")]


def test_a_letter_is_a_message_of_its_sender(letter: etree._Element) -> None:
    found = said(letter)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Message")
    assert found["dateSent"] == "1964-10-07"
    assert [who["name"] for who in found["sender"]] == ["Lyndon B. Johnson"]
    assert [who["url"] for who in found["recipient"]] == [f"{HOME}persons/p_EL1.html"]
    assert found["isPartOf"]["@type"] == "Collection"
    assert found["url"] == f"{HOME}d38.html"


def test_a_conversation_is_no_message(folder: Path) -> None:
    found = said(parsed((folder / "d151.html").read_bytes()))
    assert found["@type"] == "CreativeWork"
    assert "Robert S. McNamara" in [who["name"] for who in found["contributor"]]


def test_the_edition_and_its_entries_say_what_they_are(folder: Path) -> None:
    assert said(parsed((folder / "index.html").read_bytes()))["@type"] == "Collection"
    person = said(parsed((folder / "persons" / "p_RD1.html").read_bytes()))
    assert (person["@type"], person["name"]) == ("Person", "Dean Rusk")


def test_nothing_that_is_said_is_empty(folder: Path) -> None:
    def empty(value: Any) -> bool:
        if isinstance(value, dict | list):
            return not value or any(empty(item) for item in (value.values() if isinstance(value, dict) else value))
        return value in ("", None)

    pages = [parsed(path.read_bytes()) for path in sorted(folder.rglob("*.html"))]
    scripts = [script.text for page in pages for script in page.xpath("//script[@type='application/ld+json']")]
    assert len(scripts) > 20
    assert not [text for text in scripts if empty(json.loads(text))]
    assert not [value for page in pages for value in page.xpath("//meta/@content") if not value.strip()]


def test_a_script_can_not_be_ended_by_a_title(cases: Path) -> None:
    tei = (cases / "tei" / "d310.xml").read_text("utf-8")
    title = "Memorandum From Secretary of State Shultz to President Reagan</title>"
    assert title in tei
    evil = tei.replace(title, "a&lt;/script>&lt;b></title>", 1)
    page = dict(site([("d310", evil.encode())], Facts("E"), transform))["d310.html"]
    assert said(parsed(page))["name"] == "a</script><b>"


def test_what_zotero_and_catalogues_read(letter: etree._Element) -> None:
    assert meta(letter, "citation_title") == ["38. Letter From President Johnson to Chancellor Erhard"]
    assert meta(letter, "citation_author") == ["Lyndon B. Johnson"]
    assert meta(letter, "citation_date") == ["1964/10/07"]
    assert (meta(letter, "citation_firstpage"), meta(letter, "citation_lastpage")) == (["82"], ["83"])
    assert meta(letter, "DC.creator") == ["Lyndon B. Johnson"]
    assert meta(letter, "DC.identifier") == [f"{HOME}d38.html"]
    assert meta(letter, "og:url") == [f"{HOME}d38.html"]


def test_sitemap_and_feed_name_pages_that_are_there(folder: Path) -> None:
    sitemap = etree.parse(folder / "sitemap.xml")
    addresses = [str(loc) for loc in sitemap.xpath("//*[local-name()='loc']/text()")]
    assert HOME in addresses
    assert f"{HOME}persons/p_RD1.html" in addresses
    assert not [address for address in addresses if "/pages/" in address or "404" in address]
    for address in addresses:
        assert (folder / (address.removeprefix(HOME) or "index.html")).is_file(), address
    feed = etree.parse(folder / "feed.xml")
    entries = feed.xpath("//*[local-name()='entry']/*[local-name()='id']/text()")
    assert len(entries) == 8
    assert set(entries) <= set(addresses)
    assert feed.xpath("string(/*/*[local-name()='updated'])") == "2026-11-22T00:00:00Z"


@pytest.mark.parametrize(("date", "updated"), [("2026", "2026-01-01"), ("2026-11", "2026-11-01")])
def test_a_date_that_is_no_day_gives_one(cases: Path, date: str, updated: str) -> None:
    tei = (cases / "tei" / "d310.xml").read_bytes()
    files = dict(site([("d310", tei)], Facts("E", url="https://example.org/e/", date=date), transform))
    feed = etree.fromstring(files["feed.xml"])
    assert feed.xpath("string(/*/*[local-name()='updated'])") == f"{updated}T00:00:00Z"


def test_without_an_address_nothing_claims_one(cases: Path) -> None:
    files = dict(site([("d310", (cases / "tei" / "d310.xml").read_bytes())], Facts("E", date="2026"), transform))
    assert not {"sitemap.xml", "feed.xml"} & set(files)
    page = parsed(files["d310.html"])
    assert "url" not in said(page)
    assert not meta(page, "og:title")
    assert not page.xpath("//link[@rel='canonical']")

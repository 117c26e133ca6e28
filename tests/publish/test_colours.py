"""The colours, logo and words that an edition sets for its site."""

from __future__ import annotations

import textwrap
from itertools import product
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.edition_site import Site
from tei_tools.errors import TransformError
from tei_tools.publish.html import Facts, site
from tei_tools.publish.html.colours import GROUNDS, INKS, contrast, faint, palettes, sheet
from tei_tools.resources import resource
from tei_tools.transform import transform


def test_contrast_can_fail() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#888888") < 4.5


def test_each_ink_of_the_tool_can_be_read_on_each_ground() -> None:
    found = palettes()
    assert len(found) == 4, "light, dark, and both with more contrast"
    for palette, ink, ground in product(found, INKS, GROUNDS):
        assert contrast(palette[ink], palette[ground]) >= (4.5 if palette in found[:2] else 7), (ink, ground)


def test_a_faint_colour_is_told() -> None:
    (first, *_) = found = list(faint(Site(colours={"accent": "#cccccc"}), "edition.toml"))
    assert {problem.code for problem in found} == {"publish.low-contrast"}
    assert first.message == "site.colours: accent #cccccc on paper #fdfcf9 has a contrast of 1.6:1"
    assert list(faint(Site(colours={"accent": "#20558a"}), "edition.toml")) == []


def test_colours_hold_for_their_scheme_alone() -> None:
    assert sheet(Site()) == ""
    css = sheet(Site(colours={"accent": "#20558a"}, dark={"paper": "#000000"}))
    light, dark = css.split("@media screen")[1:]
    assert "scheme: light" in light
    assert "--accent: #20558a;" in light
    assert "scheme: dark" in dark
    assert "--paper: #000000;" in dark


def test_what_the_edition_sets_is_on_its_pages(tmp_path: Path, cases: Path) -> None:
    (tmp_path / "seal.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "own.css").write_text("h1 { color: red }")
    look = Site(
        logo=tmp_path / "seal.svg",
        style=tmp_path / "own.css",
        colours={"accent": "#20558a"},
        wording={"page.index": "Letters"},
    )
    files = dict(site([("d7", (cases / "tei" / "letter.xml").read_bytes())], Facts("Letters", look=look), transform))
    page = etree.fromstring(files["d7.html"], etree.HTMLParser(encoding="utf-8"))
    sheets = page.xpath("//link[@rel='stylesheet']/@href")
    assert sheets[-2:] == ["assets/site/colours.css", "assets/site/own.css"]
    assert page.xpath("string(//header//img/@src)") == "assets/site/seal.svg"
    assert page.xpath("string(//header//nav//a)") == "Letters"
    assert {*sheets, "assets/site/seal.svg"} <= set(files)


def test_every_colour_of_an_edition_is_a_token(root: Path) -> None:
    assert resource("xslt", "assets/css/tokens.css").is_relative_to(root)
    assert all(set(palette) == {*GROUNDS, *INKS, "rule"} for palette in palettes())


def test_the_rule_of_an_edition_comes_before_that_of_the_tool(tmp_path: Path, cases: Path, root: Path) -> None:
    """The example of docs/web.md, as it stands there."""
    page = (root / "docs" / "web.md").read_text("utf-8")
    rules = tmp_path / "rules.xsl"
    rules.write_text(textwrap.dedent(page[page.index("    <xsl:stylesheet") : page.index("and name it:")]), "utf-8")
    letter = [("d7", (cases / "tei" / "letter.xml").read_bytes())]
    before = dict(site(letter, Facts("Letters"), transform))["d7.html"].decode()
    after = dict(site(letter, Facts("Letters", look=Site(rules=rules)), transform))["d7.html"].decode()
    assert '<cite class="r-smallcaps">Kremlin</cite>' in after
    assert after.replace(' class="r-smallcaps"', "") == before


def test_a_rule_that_is_no_stylesheet_is_told(tmp_path: Path) -> None:
    (tmp_path / "rules.xsl").write_text("<xsl:stylesheet/>")
    with pytest.raises(TransformError, match=r"rules\.xsl"):
        transform("<TEI/>", "html", rules=str(tmp_path / "rules.xsl"))

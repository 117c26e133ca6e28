"""Pages in Markdown: what becomes of them, and what is said of those that can't become a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_tools.errors import PublishError, SourceError
from tei_tools.publish.html.prose import Prose, prose


def written(folder: Path, text: str | bytes, name: str = "a.md") -> Prose:
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return prose(folder / name)


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    page = written(tmp_path, "# Our *method*\n\nText.\n", "2-our_method.md")
    assert (page.title, page.path) == ("Our method", "our_method.html")
    assert page.article.startswith('<article xmlns="http://www.w3.org/1999/xhtml"><h1>Our <em>method</em></h1>')


def test_raw_html_is_text_and_no_address_runs_a_script(tmp_path: Path) -> None:
    page = written(
        tmp_path, "# T\n\n<script>alert(1)</script> <b>x</b> [a](javascript:alert(1)) ![](data:text/html,x)\n"
    )
    assert "<script" not in page.article
    assert "<b>" not in page.article
    assert "href" not in page.article
    assert "<img" not in page.article


def test_pages_link_to_pages_by_their_files(tmp_path: Path) -> None:
    page = written(tmp_path, "# T\n\n[a](2-other.md#x)\n[b](d1.html)\n\n[c](https://example.org/a.md) [d](#here)\n")
    assert page.links == (("other.html", 3), ("d1.html", 3))
    assert 'href="other.html#x"' in page.article
    assert 'href="https://example.org/a.md"' in page.article
    assert 'href="#here"' in page.article


def test_pictures_come_along(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(b"picture")
    page = written(tmp_path, "# T\n\n![A map](map.png)\n", "1-maps.md")
    assert page.pictures == (("assets/pages/maps/map.png", b"picture"),)
    assert '<img src="assets/pages/maps/map.png" alt="A map" />' in page.article.replace("/>", " />").replace("  ", " ")


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("Text.\n", "a.md", "a.md:1: the page has no title"),
        ("", "a.md", "a.md:1: the page has no title"),
        ("## Second\n", "a.md", "a.md:1: the page has no title"),
        (b"# T\xff\n", "a.md", "a.md: the page is not UTF-8"),
        ("# T\n", "a b.md", "a b.md: 'a b.md' can't be the name of a page"),
        ("# T\n\n\n![x](https://example.org/x.png)\n", "a.md", "a.md:4: the page can't show"),
        ("# T\n\n![x](../x.png)\n", "a.md", "a.md:3: the page can't show"),
        ("# T\n\n![x](x.exe)\n", "a.md", "a.md:3: the page can't show"),
        ("# T\n\n![x](x.png)\n", "a.md", "a.md:3: there is no picture 'x.png'"),
    ],
)
def test_what_can_be_no_page(tmp_path: Path, text: str | bytes, name: str, message: str) -> None:
    with pytest.raises((PublishError, SourceError)) as caught:
        written(tmp_path, text, name)
    assert message in f"{caught.value.place}: {caught.value.message}"
    assert caught.value.remedy

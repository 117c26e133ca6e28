"""Pages that editors write in Markdown (CommonMark with tables): what the stylesheet makes a page of the site of.

Raw HTML in them is shown as text, never taken for HTML. What a page shows is in the edition: a picture is taken along
from the folder of the page, one from elsewhere in the web is an error, since a site asks nothing of other hosts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tei_tools.errors import PublishError, SourceError

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.html")
WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"}


@dataclass(frozen=True, slots=True)
class Prose:
    """A page of prose: its `path` in the site, its `title`, the `article` as XHTML.

    `links` are the pages of the site that it leads to, each with its line in the file `source`; `pictures` are (path in
    the site, bytes).
    """

    path: str
    title: str
    article: str
    source: str
    links: tuple[tuple[str, int], ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()


def prose(file: Path) -> Prose:
    """The page that a Markdown file is to become: `1-method.md` → `method.html`.

    Its first line is its title, a heading of the first level. Raises `SourceError` for a file that can't be read, is
    not UTF-8 or has no title, and `PublishError` for a name that is no address, or a picture that is not there.
    """
    if not NAME.fullmatch(_address(file.name)):
        remedy = "use letters, digits, - and _: the name becomes the address of the page"
        raise PublishError(f"{file.name!r} can't be the name of a page", place=str(file), remedy=remedy)
    markdown = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
    tokens = markdown.parse(_read(file))
    if not tokens or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        raise SourceError("the page has no title", place=f"{file}:1", remedy='begin it with a line "# Title"')
    links = tuple(_linked(tokens))
    pictures = tuple(_pictured(tokens, file))
    html = markdown.renderer.render(tokens, markdown.options, {})
    article = etree.fromstring(f'<article xmlns="http://www.w3.org/1999/xhtml">{html}</article>')
    title = " ".join("".join(str(text) for text in article[0].itertext()).split())
    return Prose(_address(file.name), title, etree.tostring(article, encoding="unicode"), str(file), links, pictures)


def _address(name: str) -> str:
    """A number that only puts the files in order is no part of the address."""
    return re.sub(r"^(\d+[-_.])?(.*)\.md$", r"\2.html", name)


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError("the page is not UTF-8", place=str(file), remedy="save it as UTF-8") from error
    except OSError as error:
        raise SourceError(f"can't be read: {error.strerror}", place=str(file), remedy="check the file") from error


def _inline(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Every token within a block, with the line (from 1) on which its block begins."""
    for token in tokens:
        for child in token.children or ():
            yield child, (token.map or [0])[0] + 1


def _linked(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """Make links to other Markdown files lead to their pages; (path, line) of all that lead to a page of the site."""
    for token, line in _inline(tokens):
        target = str(token.attrGet("href") or "")
        if token.type == "link_open" and not WEB.match(target):
            path, hash_, fragment = target.partition("#")
            token.attrSet("href", _address(path) + hash_ + fragment)
            if path:
                yield _address(path), line


def _pictured(tokens: Sequence[Token], file: Path) -> Iterator[tuple[str, bytes]]:
    """Make pictures lead to their place in the site; (path, bytes) of each."""
    for token, line in _inline(tokens):
        if token.type == "image":
            path, content = _picture(str(token.attrGet("src") or ""), file, f"{file}:{line}")
            token.attrSet("src", path)
            yield path, content


def _picture(target: str, file: Path, place: str) -> tuple[str, bytes]:
    path = PurePosixPath(target)
    if WEB.match(target) or path.is_absolute() or ".." in path.parts or path.suffix.lower() not in PICTURES:
        remedy = f"put it beside the page and name it relative to it; it may end with {', '.join(sorted(PICTURES))}"
        raise PublishError(f"the page can't show {target!r}", place=place, remedy=remedy)
    try:
        return f"assets/pages/{_address(file.name).removesuffix('.html')}/{path}", file.parent.joinpath(
            path
        ).read_bytes()
    except OSError as error:
        raise PublishError(f"there is no picture {target!r}", place=place, remedy="check its name") from error

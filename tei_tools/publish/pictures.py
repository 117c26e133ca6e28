"""The pictures that documents show (`graphic`), as files of an e-book.

A picture lies in the folder of its document or below it. One that does not, that can't be read, or that reading systems
do not show is told, and the book has its words instead. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.executor import Reach

TEI: Final = "{http://www.tei-c.org/ns/1.0}"
KINDS: Final = (
    (re.compile(rb"\xff\xd8\xff"), ".jpg", "image/jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), ".png", "image/png"),
    (re.compile(rb"GIF8[79]a"), ".gif", "image/gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), ".webp", "image/webp"),
)
"""How a file begins, its ending in the book, its media type: what every reading system of EPUB 3.3 shows."""
Report = Callable[[Diagnostic], None]


@dataclass(frozen=True, slots=True)
class Picture:
    """`url` is what the documents call it, `file` its name in the book."""

    url: str
    file: str
    media: str
    content: bytes
    described: bool = True
    """Whether the text says in words what it shows, wherever it stands."""


Lying = Path | Mapping[str, tuple[bytes, str]]
"""A folder of pictures; or, where there is no such folder, the content of each by its url, or why there is none."""


def within_reach(tei: bytes, folder: Path, reach: Reach) -> Lying:
    """The pictures of a document for workers that read them from its folder, or that they are sent to."""
    if reach != "sent":
        return folder.absolute() if reach == "disk" else folder
    try:
        return {url: _read(url, folder) for url in (str(graphic.get("url", "")) for graphic in _graphics(tei))}
    except etree.XMLSyntaxError:
        return {}  # as will be told


def pictures(documents: Sequence[tuple[str, bytes]], lying: Lying, report: Report) -> list[Picture]:
    """The pictures of these (document id, TEI), each once, in the order of the text.

    Emits `publish.picture-missing` and `publish.picture-undescribed`.
    """
    found: dict[str, Picture | None] = {}
    for id_, tei in documents:
        for graphic in _graphics(tei):
            place = Place(f"{id_}.xml", graphic.sourceline or 0)
            url = str(graphic.get("url", ""))
            described = _is_described(graphic)
            if url not in found:
                found[url] = _picture(url, lying, len(found) + 1, place, report)
            if not described and (picture := found[url]):
                found[url] = replace(picture, described=False)
                hint = "say in a figDesc what it shows: who can't see it gets these words"
                report(Diagnostic("publish.picture-undescribed", "warning", f"{url}: no description", place, hint))
    return [picture for picture in found.values() if picture]


def _graphics(tei: bytes) -> Iterator[etree._Element]:
    if b"graphic" in tei:
        root = etree.fromstring(tei, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False))
        yield from root.iter(f"{TEI}graphic")


def _is_described(graphic: etree._Element) -> bool:
    figure = graphic.getparent()
    words = figure.iterfind(f"{TEI}figDesc") if figure is not None else ()
    return any("".join(str(part) for part in word.itertext()).strip() for word in words)


def _picture(url: str, lying: Lying, number: int, place: Place, report: Report) -> Picture | None:
    content, reason = _read(url, lying) if isinstance(lying, Path) else lying[url]
    for start, ending, media in KINDS:
        if start.match(content):
            return Picture(url, f"picture-{number}{ending}", media, content)
    hint = "put it beside the document as JPEG, PNG, GIF or WebP; the book has its words instead"
    message = f"{url or 'a picture'}: {reason or 'no picture that reading systems show'}"
    report(Diagnostic("publish.picture-missing", "warning", message, place, hint))
    return None


def _read(url: str, folder: Path) -> tuple[bytes, str]:
    """The content, or why there is none."""
    path = PurePosixPath(unquote(url))
    if not url or ":" in url or path.is_absolute():
        return b"", "lies outside the edition"
    try:
        file = (folder / path).resolve()
        if not file.is_relative_to(folder.resolve()):
            return b"", "lies outside the edition"
        return file.read_bytes(), ""
    except (OSError, ValueError) as error:
        return b"", getattr(error, "strerror", None) or "can't be read"

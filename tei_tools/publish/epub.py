"""An e-book (EPUB 3.3) of TEI documents: one file for an edition, or one for a document.

Chapters are made by the transformation, in the order of the edition; around them stand a cover, a title page, the list
of persons, and the navigation: contents, landmarks, and the pages of the printed original. The same input gives the
same bytes: the archive has no times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Protocol

from lxml import etree

from tei_tools.publish.archive import packed
from tei_tools.publish.epub_pages import PAGE, quoted
from tei_tools.publish.epub_pages import cover as cover_page
from tei_tools.publish.epub_pages import persons as persons_page
from tei_tools.publish.pictures import Picture
from tei_tools.resources import resource

PERSONS = "persons.xhtml"
LINK = re.compile(r'href="([^"#:]+\.xhtml)#([^"]+)"')
PLACE = re.compile(r'\sid="([^"]+)"')
LOCAL = re.compile(r"""\btarget\s*=\s*["']([^"'#:/?\s]+\.xml)""")
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
MEDIA = {".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml", ".xhtml": "application/xhtml+xml"}
ACCESSIBLE = (
    ("schema:accessMode", "textual"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the book says of itself; `source` is the printed original, where pages are marked."""

    id: str
    title: str
    language: str = "en"
    creators: tuple[str, ...] = ()
    publisher: str = ""
    rights: str = ""
    source: str = ""
    day: date | None = None
    cover: Path | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    """The wording of the interface, by the keys of `xslt/lib/locale`."""


@dataclass(frozen=True, slots=True)
class Chapter:
    file: str
    title: str
    pages: tuple[tuple[str, str], ...]
    """(number, id) of each page mark."""
    content: bytes


class Output(Protocol):
    @property
    def text(self) -> str: ...


class Transform(Protocol):
    def __call__(self, tei: str | bytes, to: str = ..., *, place: str = ..., **options: Any) -> Output: ...


def epub(
    documents: Sequence[tuple[str, bytes]],
    facts: Facts,
    transform: Transform,
    *,
    profile: str = "",
    pictures: Sequence[Picture] = (),
) -> bytes:
    """The bytes of the book of these (document id, TEI), in their order, with these pictures of them.

    Raises `TransformError` where a document has an element without a rule.
    """
    locale = facts.language.partition("-")[0]
    locale = locale if resource("xslt", f"lib/locale/{locale}.xml").is_file() else "en"
    words = {**_wording(locale), **facts.words}
    persons = persons_page(documents, words, facts.language)
    files = {f"{id_}.xml" for id_, _ in documents}
    shown = "".join(f"{picture.url}\t{picture.file}\n" for picture in pictures)
    chapters = []
    for id_, tei in documents:
        missing = " ".join(sorted(set(LOCAL.findall(tei.decode("utf-8", "replace"))) - files))
        options = {"locale": locale, "profile": profile, "persons": PERSONS if persons else "", "missing": missing}
        options["pictures"] = shown
        chapters.append(_chapter(f"{id_}.xhtml", transform(tei, "epub", place=f"{id_}.xml", **options).text))
    return packed(_files(_joined(chapters), facts, words, persons, pictures))


def _wording(locale: str) -> dict[str, str]:
    root = etree.fromstring(resource("xslt", f"lib/locale/{locale}.xml").read_bytes())
    return {str(entry.get("key")): entry.text or "" for entry in root}


def _chapter(file: str, text: str) -> Chapter:
    root = etree.fromstring(text.encode("utf-8"))
    marks = root.iterfind(".//{*}span[@role='doc-pagebreak']")
    pages = tuple((str(mark.get("data-n")), str(mark.get("id"))) for mark in marks if mark.get("id"))
    return Chapter(file, root.findtext("{*}head/{*}title") or file, pages, text.encode("utf-8"))


def _joined(chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters; a link into another one leads to its place there, or to its beginning if that has no such place."""
    ids = {chapter.file: set(PLACE.findall(chapter.content.decode("utf-8"))) for chapter in chapters}

    def led(link: re.Match[str]) -> str:
        return link[0] if link[2] in ids.get(link[1], {link[2]}) else f'href="{link[1]}"'

    return [replace(c, content=LINK.sub(led, c.content.decode("utf-8")).encode("utf-8")) for c in chapters]


def _files(
    chapters: Sequence[Chapter], facts: Facts, words: Mapping[str, str], persons: str, pictures: Sequence[Picture]
) -> Iterator[tuple[str, bytes]]:
    """(path, content) of what the archive holds, in its order."""
    picture = f"cover{facts.cover.suffix.lower()}" if facts.cover else "cover.svg"
    yield "META-INF/container.xml", CONTAINER.encode()
    yield "EPUB/package.opf", _package(chapters, facts, picture, pictures, persons=bool(persons)).encode()
    yield "EPUB/nav.xhtml", _nav(chapters, facts, words, persons=bool(persons)).encode()
    yield "EPUB/book.css", resource("xslt", "epub/book.css").read_bytes()
    yield (
        f"EPUB/{picture}",
        facts.cover.read_bytes() if facts.cover else cover_page(facts.title, facts.creators).encode(),
    )
    lang, title = quoted(facts.language), escape(facts.title)
    alt = quoted(facts.title)
    cover = f'<h1 class="cover" epub:type="cover"><img src="{picture}" alt={alt} role="doc-cover"/></h1>'
    yield "EPUB/cover.xhtml", PAGE.format(lang=lang, title=title, body=cover).encode()
    lines = [*facts.creators, facts.publisher, facts.rights]
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    front = f'<section class="titlepage" epub:type="titlepage"><h1>{title}</h1>{paragraphs}</section>'
    yield "EPUB/title.xhtml", PAGE.format(lang=lang, title=title, body=front).encode()
    for chapter in chapters:
        yield f"EPUB/{chapter.file}", chapter.content
    if persons:
        yield f"EPUB/{PERSONS}", persons.encode()
    for shown in pictures:
        yield f"EPUB/{shown.file}", shown.content


def _package(
    chapters: Sequence[Chapter], facts: Facts, picture: str, pictures: Sequence[Picture], *, persons: bool
) -> str:
    pages = any(chapter.pages for chapter in chapters)
    files = ["cover.xhtml", "title.xhtml", "nav.xhtml", *(chapter.file for chapter in chapters)]
    files += [PERSONS] if persons else []
    manifest = "\n".join(
        f'<item id="f{number}" href={quoted(file)} media-type="{MEDIA[".xhtml"]}"'
        + (' properties="nav"/>' if file == "nav.xhtml" else "/>")
        for number, file in enumerate(files)
    )
    shown = "".join(
        f'<item id="p{number}" href="{item.file}" media-type="{item.media}"/>\n' for number, item in enumerate(pictures)
    )
    spine = "".join(f'<itemref idref="f{number}"/>' for number in range(len(files)))
    modified = f"{(facts.day or date(1970, 1, 1)).isoformat()}T00:00:00Z"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang={quoted(facts.language)}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{escape(facts.id)}</dc:identifier>
<dc:title>{escape(facts.title)}</dc:title>
<dc:language>{escape(facts.language)}</dc:language>
{"".join(_metadata(facts, pictures, pages=pages))}<meta property="dcterms:modified">{modified}</meta>
</metadata>
<manifest>
<item id="cover" href="{picture}" media-type="{MEDIA[Path(picture).suffix]}" properties="cover-image"/>
<item id="css" href="book.css" media-type="text/css"/>
{shown}{manifest}
</manifest>
<spine>{spine}</spine>
</package>
"""


def _metadata(facts: Facts, pictures: Sequence[Picture], *, pages: bool) -> Iterator[str]:
    for creator in facts.creators:
        yield f"<dc:creator>{escape(creator)}</dc:creator>\n"
    for name, value in (("publisher", facts.publisher), ("rights", facts.rights)):
        if value:
            yield f"<dc:{name}>{escape(value)}</dc:{name}>\n"
    if facts.day:
        yield f"<dc:date>{facts.day.isoformat()}</dc:date>\n"
    for name, value in ACCESSIBLE:
        yield f'<meta property="{name}">{value}</meta>\n'
    described = all(picture.described for picture in pictures)
    if described:
        yield '<meta property="schema:accessModeSufficient">textual</meta>\n'
    if pictures:
        yield '<meta property="schema:accessMode">visual</meta>\n'
        yield '<meta property="schema:accessibilityFeature">alternativeText</meta>\n' if described else ""
    told = "pictures that are described" if described else "pictures, some of which are not described"
    summary = "Text with headings, contents, linked notes and a list of persons; "
    summary += f"{told}." if pictures else "no pictures but the cover."
    if pages:
        source = facts.source or facts.title
        summary += " The page breaks of the printed original are marked and listed."
        for value in ("pageBreakMarkers", "pageNavigation"):
            yield f'<meta property="schema:accessibilityFeature">{value}</meta>\n'
        yield f'<dc:source id="original">{escape(source)}</dc:source>\n'
        yield f'<meta property="pageBreakSource">{escape(source)}</meta>\n'
    yield f'<meta property="schema:accessibilitySummary">{summary}</meta>\n'


def _nav(chapters: Sequence[Chapter], facts: Facts, words: Mapping[str, str], *, persons: bool) -> str:
    contents = [(chapter.file, chapter.title) for chapter in chapters]
    contents += [(PERSONS, words["persons"])] if persons else []
    pages = [(f"{chapter.file}#{id_}", number) for chapter in chapters for number, id_ in chapter.pages]
    title = escape(words["book.contents"])
    body = (
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="toc"><h1 id="toc">{title}</h1>{_links(contents)}</nav>\n'
    )
    marks = f'<li><a epub:type="toc" href="nav.xhtml">{title}</a></li>'
    marks += f'<li><a epub:type="bodymatter" href={quoted(chapters[0].file)}>{escape(words["documents"])}</a></li>'
    if persons:
        marks += f'<li><a epub:type="index" href="{PERSONS}">{escape(words["persons"])}</a></li>'
    label = quoted(words["book.landmarks"])
    body += f'<nav epub:type="landmarks" aria-label={label} hidden="hidden"><ol>{marks}</ol></nav>\n'
    if pages:
        label = quoted(words["book.pages"])
        body += (
            f'<nav epub:type="page-list" role="doc-pagelist" aria-label={label} hidden="hidden">{_links(pages)}</nav>\n'
        )
    return PAGE.format(lang=quoted(facts.language), title=title, body=body)


def _links(entries: Sequence[tuple[str, str]]) -> str:
    return "<ol>" + "\n".join(f"<li><a href={quoted(to)}>{escape(words)}</a></li>" for to, words in entries) + "</ol>"

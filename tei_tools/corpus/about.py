"""What the headers say of the edition as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from tei_tools.corpus.entries import words
from tei_tools.corpus.reading import TEI, XML_ID

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class About:
    """`url` is where the site is, with a slash at its end, "" where nobody said; `date` YYYY, YYYY-MM or YYYY-MM-DD."""

    id: str = ""
    title: str = ""
    series: str = ""
    editors: tuple[str, ...] = ()
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    language: str = "en"
    date: str = ""
    url: str = ""

    @property
    def full_title(self) -> str:
        return ", ".join(part for part in (self.series, self.title) if part) or self.id


def about(root: etree._Element, url: str = "") -> About:
    """What the header of one file says of the edition that it is part of."""
    header = root.find(f"{TEI}teiHeader")
    if header is None:
        return About(id=root.get(XML_ID, ""), url=url)

    def found(path: str, attribute: str = "") -> str:
        element = header.find("/".join(f"{{*}}{step}" for step in path.split("/")))
        return "" if element is None else element.get(attribute, "") if attribute else words(element)

    ident = found("fileDesc/seriesStmt/idno[@type='volume']") or root.get(XML_ID, "").partition(".")[0]
    title = found("fileDesc/seriesStmt/title[@level='m']") or found("fileDesc/titleStmt/title")
    editors = tuple(words(editor) for editor in header.iterfind(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}editor"))
    publication = "fileDesc/publicationStmt"
    licence = f"{publication}/availability/licence"
    return About(
        ident,
        title,
        found("fileDesc/seriesStmt/title[@level='s']"),
        editors,
        found(f"{publication}/publisher"),
        found(licence),
        found(licence, "target"),
        root.get(XML_LANG, "en"),
        found("revisionDesc/change", "when"),
        url,
    )

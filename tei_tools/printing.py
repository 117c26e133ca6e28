"""TEI to PDF, from end to end: what Typst refuses is named with its line in the TEI, and the rest is printed."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from lxml import etree

from tei_tools.diagnostics import Diagnostic
from tei_tools.edition_book import Book
from tei_tools.errors import PublishError, TransformError
from tei_tools.program import TOOL
from tei_tools.publish.glyphs import typesetter
from tei_tools.publish.manifest import digest
from tei_tools.publish.pdf import Pdf, RefusedError, check, pdf
from tei_tools.resources import resource
from tei_tools.transform import line_of, transform, typst

if TYPE_CHECKING:
    from tei_tools.edition import Edition
    from tei_tools.publish.epub import Facts
    from tei_tools.publish.pictures import Lying

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
MOST_NAMED = 12
TRACE = re.compile(r"^//@(\S+)$", re.MULTILINE)


def day_of(text: str) -> date | None:
    """The day of a date of an edition, which may be a year or a month; None of ""."""
    return date.fromisoformat((text + "-01-01")[:10]) if text else None


def facts_of(edition: Edition, day: date | None) -> Facts:
    """What the e-book of an edition says of itself."""
    from tei_tools.publish.epub import Facts

    title = ", ".join(part for part in (edition.series, edition.title) if part)
    return Facts(
        id=f"tei-tools:{edition.id}",
        title=title,
        language=edition.language,
        creators=edition.editors,
        publisher=edition.publisher,
        rights=edition.licence_text or edition.licence,
        source=title,
        day=day,
        cover=edition.book.cover,
    )


def title_of(tei: bytes) -> str:
    """The title that the header of a TEI file gives it, "" where it gives none. Raises `TransformError`."""
    try:
        title = _parsed(tei).find(".//{*}titleStmt/{*}title")
    except etree.XMLSyntaxError as error:
        raise _broken(error) from error
    return " ".join("".join(str(part) for part in title.itertext()).split()) if title is not None else ""


def _broken(error: etree.XMLSyntaxError) -> TransformError:
    return TransformError(f"no well-formed XML: {error.msg}", remedy="mend the file first")


def wording_of(language: str) -> str:
    """The language of the words that pages add: that of the edition, else English."""
    known = language.partition("-")[0]
    return known if resource("xslt", f"lib/locale/{known}.xml").is_file() else "en"


@dataclass(frozen=True, slots=True)
class Printing:
    """How TEI files are printed; `day` is their date, `profile` and `language` those of the edition.

    Raises `UsageError` for a book that can't be: an unknown paper or standard, one that wants a date, a file that is no
    font.
    """

    book: Book
    day: date | None = None
    profile: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        typst.check(self.book.paper, self.book.figures)
        check(self.book.standard, self.day)
        if self.book.fonts:
            typesetter(self.book.fonts)

    def document(
        self,
        tei: bytes,
        place: str,
        *,
        whole: Literal["auto", "yes", "no"] = "auto",
        sources: Mapping[str, str] | None = None,
    ) -> Pdf:
        """The PDF of one TEI file, as a book (`whole`) or as a document; the colophon has the digests of its `sources`.

        Raises `TransformError`, and `RefusedError` with the line of the TEI in its place where Typst can't set it.
        """
        name = place.replace("\\", "/").rpartition("/")[2]
        options = {
            "paper": self.book.paper,
            "figures": self.book.figures,
            "new_page": self.book.new_page,
            "book": whole,
            "tool": TOOL.replace("tei-tools ", "tei-tools\N{NO-BREAK SPACE}"),
            "digests": {name: digest(tei), **_named(sources or {})},
            "locale": self.language,
            "profile": self.profile,
        }
        result = transform(tei, "typst", place=place, **options)
        try:
            made = self._set(result.text, tei, place)
        except RefusedError as error:
            raise self._traced(error, tei, place, options) from error
        return Pdf(made.content, (*result.diagnostics, *made.diagnostics))

    def ebook(
        self, documents: Sequence[tuple[str, bytes]], facts: Facts, lying: Lying, report: Callable[[Diagnostic], None]
    ) -> bytes:
        """The EPUB of these (document id, TEI); `lying` are their pictures. A volume has a chapter per document.

        Emits `publish.picture-…`. Raises `TransformError` where one has an element without a rule or is no XML.
        """
        from tei_tools.publish.chapters import chapters
        from tei_tools.publish.epub import epub
        from tei_tools.publish.pictures import pictures

        try:
            shown = pictures(documents, lying, report)
            parts = chapters(documents[0][1], documents[0][0]) if len(documents) == 1 else documents
        except etree.XMLSyntaxError as error:
            raise _broken(error) from error
        return epub(parts, facts, transform, profile=self.profile, pictures=shown)

    def volume(
        self, tei: bytes, place: str, sources: Mapping[str, str] | None = None
    ) -> tuple[Pdf | None, list[PublishError]]:
        """The book of a volume, without the documents that Typst refuses, and why it refuses them."""
        errors: list[PublishError] = []
        while True:
            try:
                return self.document(tei, place, sources=sources), errors
            except RefusedError as error:
                path = error.path or self._culprit(tei, place)
                error.place = _placed(tei, path, place)
                errors.append(error)
                rest = _without(tei, path)
                if rest is None:
                    return None, errors
                tei = rest

    def _culprit(self, tei: bytes, place: str) -> str:
        """The path of a document that Typst refuses although it names no place of the markup: each is tried alone."""
        root = _parsed(tei)
        for document in _documents(root):
            alone = copy.deepcopy(root)
            for other in _documents(alone):
                if other.get(XML_ID) != document.get(XML_ID):
                    _removed(other)
            try:
                self.document(etree.tostring(alone), place, whole="no")
            except RefusedError:
                return re.sub(r"\{.*?\}", "", str(root.getroottree().getelementpath(document)))
        return ""

    def _set(self, markup: str, tei: bytes, place: str) -> Pdf:
        name = place.replace("\\", "/").rpartition("/")[2]
        attached = (name, tei.decode("utf-8", "replace"))
        book = self.book
        return pdf(markup, place=place, day=self.day, standard=book.standard, fonts=book.fonts, attached=attached)

    def _traced(self, error: RefusedError, tei: bytes, place: str, options: Mapping[str, object]) -> RefusedError:
        """The same error with the line of the TEI: the markup is made once more, with the path of each block in it."""
        traced = transform(tei, "typst", place=place, **options, trace=True).text
        try:
            self._set(traced, tei, place)
        except RefusedError as again:
            before = "\n".join(traced.split("\n")[: again.line])
            paths = TRACE.findall(before)
            error.path = paths[-1] if paths else ""
            error.place = _placed(tei, error.path, place)
        return error


def _named(sources: Mapping[str, str]) -> Mapping[str, str]:
    """What the colophon names: each source with its digest; of many the first and the last, with that of all."""
    if len(sources) <= MOST_NAMED:
        return sources
    names = list(sources)
    return {f"{names[0]} – {names[-1]} ({len(names)})": digest("".join(sources.values()))}


def _without(tei: bytes, path: str) -> bytes | None:
    """The volume without the document that the path leads into; None where it leads into none, or into the only one."""
    root = _parsed(tei)
    steps = path.strip("/").split("/")
    found = root.find("/".join("{*}" + step for step in steps if step != "TEI[1]")) if path else None
    while found is not None and found.get("type") != "document":
        found = found.getparent()
    if found is None or len(_documents(root)) < 2:
        return None
    _removed(found)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _parsed(tei: bytes) -> etree._Element:
    return etree.fromstring(tei, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False))


def _documents(root: etree._Element) -> list[etree._Element]:
    return [div for div in root.iterfind(".//{*}text//{*}div") if div.get("type") == "document"]


def _removed(document: etree._Element) -> None:
    parent = document.getparent()
    assert parent is not None
    parent.remove(document)


def _placed(tei: bytes, path: str, place: str) -> str:
    line = line_of(tei.decode("utf-8", "replace"), path)
    return f"{place}:{line}" if line else place

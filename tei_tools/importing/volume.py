"""The volume as it is read: its title page, its documents in order, its lists, and where each id stands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_tools.authority import Authority
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.importing.lists import entries
from tei_tools.unique import unique
from tei_tools.validate.well_formed import parse

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
GROUPS = ("compilation", "chapter", "subchapter")
"""Divs that hold documents, or such divs."""
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@dataclass
class Volume:
    """A volume; `documents` are its document divs, which are the tree's own elements."""

    path: str
    sha256: str
    root: etree._Element
    documents: tuple[etree._Element, ...]
    authority: Authority
    terms: Authority
    ids: Mapping[str, str]
    """Each id, and the document that it stands in ("" for the rest of the volume)."""

    @staticmethod
    def name(div: etree._Element) -> str:
        return str(div.get(XML_ID))

    @property
    def id(self) -> str:
        """The identifier that the volume says of itself, or its file's name."""
        given = self._text("teiHeader/fileDesc/publicationStmt/idno[@type='frus']")
        found = given if NAME.fullmatch(given) else self.root.get(XML_ID) or Path(self.path).stem
        return re.sub(r"[^A-Za-z0-9_.-]", "_", found)

    @property
    def title(self) -> str:
        """ "1964–1968, Volume VII, Vietnam …", as the title statement has its parts."""
        parts = [self.titled(kind) for kind in ("subseries", "sub-series")]
        parts += [self.titled(kind) for kind in ("volumenumber", "volume-number", "volume")]
        found = ", ".join(part for part in parts if part) or self.titled("complete") or self.id
        return found.removeprefix(f"{self.titled('series')}, ")

    def titled(self, kind: str) -> str:
        return self._text(f"teiHeader/fileDesc/titleStmt/title[@type='{kind}']")

    @property
    def editors(self) -> tuple[str, ...]:
        found = self.root.iterfind(_path("teiHeader/fileDesc/titleStmt/editor"))
        return tuple(text for text in map(words, found) if text)

    @property
    def publisher(self) -> str:
        return self._text("teiHeader/fileDesc/publicationStmt/publisher")

    @property
    def date(self) -> str:
        found = self._text("teiHeader/fileDesc/publicationStmt/date")
        return found if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", found) else ""

    @cached_property
    def index(self) -> Mapping[str, frozenset[str]]:
        """The ids of each file of the edition, for pointers between them."""
        files: dict[str, set[str]] = {f"documents/{self.name(div)}.xml": set() for div in self.documents}
        for ident, document in self.ids.items():
            if document:
                files[f"documents/{document}.xml"].add(ident)
        return {name: frozenset(found) for name, found in files.items()}

    def _text(self, path: str) -> str:
        found = self.root.find(_path(path))
        return words(found) if found is not None else ""


def _path(path: str) -> str:
    return "/".join(TEI + step for step in path.split("/"))


def words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext(etree.Element)).split())


def read(path: Path, content: bytes | None = None) -> tuple[Volume | None, list[Diagnostic]]:
    """The volume, or None and what is wrong with the file; `path` only names `content` in hand. Raises `SourceError`.

    Emits import.id-repeated, import.no-id, and validate.well-formed.
    """
    tree, found = parse(path if content is None else content, str(path))
    if tree is None:
        return None, found
    root = tree.getroot()
    documents = tuple(_documents(root))
    if root.tag != f"{TEI}TEI" or not documents:
        message = "this is no volume: a TEI file with divs of the type document"
        return None, [Diagnostic("import.no-volume", "error", message, Place(str(path), root.sourceline or 0))]
    found += _unique(root, str(path))
    _page_turns(root)
    found += [_nameless(div, str(path)) for div in documents if div.get(XML_ID) is None]
    documents = tuple(div for div in documents if div.get(XML_ID))
    ids = {str(e.get(XML_ID)): "" for e in root.iterfind(f".//*[@{XML_ID}]")}
    for div in documents:
        for element in div.iter(etree.Element):
            if element.get(XML_ID):
                ids[str(element.get(XML_ID))] = Volume.name(div)
    persons, terms, problems = entries(root, str(path))
    found += problems
    sha256 = hashlib.sha256(path.read_bytes() if content is None else content).hexdigest()
    return Volume(str(path), sha256, root, documents, persons, terms, ids), found


def _documents(root: etree._Element) -> Iterator[etree._Element]:
    for div in root.iter(f"{TEI}div"):
        if str(div.get("type", "")).startswith("document"):
            yield div


def _nameless(div: etree._Element, file: str) -> Diagnostic:
    message = "this document has no xml:id, and was not read"
    return Diagnostic("import.no-id", "error", message, Place(file, div.sourceline or 0), "give it one, such as d12")


def _unique(root: etree._Element, file: str) -> Iterator[Diagnostic]:
    """Give an id that stands twice another name at its second place."""
    taken: set[str] = set()
    for element in root.iterfind(f".//*[@{XML_ID}]"):
        ident = str(element.get(XML_ID))
        name = unique(ident, taken)
        if name != ident:
            element.set(XML_ID, name)
            message = f"the id {ident} stands twice; here it becomes {name}"
            yield Diagnostic("import.id-repeated", "warning", message, Place(file, element.sourceline or 0))


def _page_turns(root: etree._Element) -> None:
    """A page that begins between two documents begins the second one; behind the last of a chapter it ends that."""
    for div in list(_documents(root)):
        for page in list(_pages_before(div)):
            _move(page, div, 0)
    for div in list(_documents(root)):
        after = div.getnext()
        while after is not None and after.tag == f"{TEI}pb":
            following = after.getnext()
            _move(after, div, len(div))
            after = following


def _move(page: etree._Element, div: etree._Element, at: int) -> None:
    """Its own line end stays behind, as that of the element before it."""
    parent = page.getparent()
    if parent is not None:
        page.tail = None
        parent.remove(page)
        div.insert(at, page)


def _pages_before(div: etree._Element) -> Iterator[etree._Element]:
    """The page breaks directly before a document, and those before a chapter that it opens; the nearest first."""
    before = div.getprevious()
    while before is not None and before.tag == f"{TEI}pb":
        yield before
        before = before.getprevious()
    group = div.getparent()
    if before is not None and before.tag == f"{TEI}head":
        before = before.getprevious()
    if before is None and group is not None and group.get("type") in GROUPS:
        yield from _pages_before(group)

"""One document of an edition: what its header says, and what stands in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tei_tools.corpus.entries import NAMES, words
from tei_tools.corpus.reading import TEI, XML_ID, Reading, elements, local, read

MENTIONS = {**{name: kind for kind, name in NAMES.items()}, "term": "term"}
BOUNDS = ("when", "from", "notBefore", "to", "notAfter")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the running text, at [`start`, `end`); `entry` is the id of who is meant, "" where that is open.

    `cert` is "" where nothing is doubtful; `page` is of the original; `note` the id of the note it stands in, else "".
    """

    document: str
    kind: str
    entry: str
    start: int
    end: int
    text: str
    cert: str
    role: str
    page: str
    note: str
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Party:
    """Who sent or received: an entry's id or "", and the words of the document."""

    kind: str
    entry: str
    name: str
    cert: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer of the text: `target` as written."""

    start: int
    end: int
    text: str
    target: str


class Document:
    """A document: its `div` in a file of one document or of a volume, and that file's header.

    Values are strings, "" where the file does not say; dates as TEI has them: YYYY, YYYY-MM or YYYY-MM-DD.
    """

    def __init__(self, file: str, root: etree._Element, div: etree._Element) -> None:
        self.file = file
        self.element = div
        self._root = root
        self._alone = len(root.findall(f".//{TEI}div[@type='document']")) < 2
        """Whether the file holds this document only; then its header is the document's."""
        self.id = div.get(XML_ID, "") or root.get(XML_ID, "")
        self.number = div.get("n", "")
        self.kind = self._found("teiHeader//{0}textClass//{0}term[@type='kind']") if self._alone else ""

    def __repr__(self) -> str:
        return f"<Document {self.id}: {self.title}>"

    @cached_property
    def reading(self) -> Reading:
        return read(self.element, self._first_page)

    @property
    def text(self) -> str:
        return self.reading.text

    @cached_property
    def title(self) -> str:
        """The head, without the number that the series gives and without its notes."""
        if self._alone and (title := self._found("teiHeader//{0}titleStmt/{0}title")):
            return title
        head = self.element.find(f"{TEI}head")
        if head is None:
            return ""
        start, end = self.reading.span(head)
        return self.text[start:end].removeprefix(f"{self.number}.").strip()

    @cached_property
    def date(self) -> tuple[str, str]:
        """The first and the last day on which it may have been written; both are the same where it is known."""
        created = self._root.find(f"{TEI}teiHeader//{TEI}creation/{TEI}date") if self._alone else None
        sent = self.action("sent")
        found = created if created is not None else sent.find(f"{TEI}date") if sent is not None else None
        if found is None:
            return "", ""
        given = {name: found.get(name, "").partition("T")[0] for name in BOUNDS}  # when="1963-08-30T18:00:00"
        first = given["when"] or given["from"] or given["notBefore"]
        last = given["when"] or given["to"] or given["notAfter"]
        return first or last, last or first

    @cached_property
    def place(self) -> Party | None:
        """Where it was written, as its correspondence or its setting says."""
        sent = self.action("sent")
        homes = [sent] if sent is not None else []
        homes += self._root.iterfind(f"{TEI}teiHeader//{TEI}setting") if self._alone else []
        found = next((place for home in homes for place in elements(home, "placeName", "settlement")), None)
        return None if found is None else _party(found)

    @cached_property
    def senders(self) -> tuple[Party, ...]:
        return self._parties("sent")

    @cached_property
    def addressees(self) -> tuple[Party, ...]:
        return self._parties("received")

    def action(self, type_: str) -> etree._Element | None:
        """The `correspAction` of a type ("sent", "received") that is this document's."""
        for described in elements(self._root, "correspDesc"):
            if described.get("corresp") == f"#{self.id}" or (self._alone and described.get("corresp") is None):
                return described.find(f"{TEI}correspAction[@type='{type_}']")
        return None

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Names of persons, places and organisations, and terms, in the order of the running text."""
        return tuple(sorted(self._mentions(), key=lambda mention: (mention.start, -mention.end)))

    def _mentions(self) -> Iterator[Mention]:
        spans = self.reading.spans
        for element in elements(self.element, *MENTIONS):
            start, end = spans.get(element, (0, 0))
            if start < end:
                run = self.reading.at(start)
                yield Mention(
                    self.id,
                    MENTIONS[local(element)],
                    _entry(element),
                    start,
                    end,
                    self.text[start:end],
                    element.get("cert", ""),
                    element.get("role", ""),
                    run.page,
                    run.note,
                    element,
                )

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        spans = self.reading.spans
        found = ((spans.get(ref), ref) for ref in elements(self.element, "ref") if ref.get("target"))
        return tuple(Reference(*span, self.text[slice(*span)], ref.get("target", "")) for span, ref in found if span)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The pages of the original, from the one on which it begins, where that is known."""
        marks = [pb.get("n", "") for pb in elements(self.element, "pb")]
        return tuple(dict.fromkeys(page for page in [self._first_page, *marks] if page))

    @property
    def _first_page(self) -> str:
        path = "teiHeader//{0}sourceDesc//{0}biblScope[@unit='page']"
        return self._found(path, "from") if self._alone else ""

    @cached_property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """(id, text) of each note."""
        found = ((note, self.reading.spans.get(note)) for note in elements(self.element, "note"))
        return tuple((note.get(XML_ID, ""), self.text[slice(*span)].strip()) for note, span in found if span)

    def _parties(self, type_: str) -> tuple[Party, ...]:
        action = self.action(type_)
        return () if action is None else tuple(_party(name) for name in elements(action, "persName", "orgName"))

    def _found(self, path: str, attribute: str = "") -> str:
        element = self._root.find(TEI + path.format(TEI))
        if element is None:
            return ""
        return element.get(attribute, "") if attribute else words(element)


def documents(file: str, root: etree._Element) -> Iterator[Document]:
    """The documents of a file, in its order: each `div` of type document, else the text as a whole."""
    divs = root.findall(f".//{TEI}text//{TEI}div[@type='document']")
    text = root.find(f"{TEI}text")
    for div in divs or ([text] if text is not None else []):
        yield Document(file, root, div)


def _entry(element: etree._Element) -> str:
    """The id that a name points at: "p_RR1" of "#p_RR1" or "persons.xml#p_RR1"; of several the first."""
    pointers = element.get("ref", "").split()
    return pointers[0].rpartition("#")[2] if pointers and "#" in pointers[0] else ""


def _party(name: etree._Element) -> Party:
    kind = MENTIONS.get(local(name), "place")
    return Party(kind, _entry(name), words(name), name.get("cert", ""))

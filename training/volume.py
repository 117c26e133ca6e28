"""Documents of a volume in the dialect of the series, as text with the places of persons' names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

SKIPPED = frozenset({"pb", "graphic", "figDesc", "gap", "teiHeader"})
INLINE = frozenset(
    {
        "hi",
        "persName",
        "placeName",
        "gloss",
        "date",
        "time",
        "ref",
        "title",
        "del",
        "q",
        "add",
        "sic",
        "corr",
        "affiliation",
    }
)
PARSER = etree.XMLParser(collect_ids=False, huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)


@dataclass(frozen=True, slots=True)
class Text:
    """A document: blocks divided by newlines, notes last; `names` are half-open spans of code points."""

    ident: str
    text: str
    names: tuple[tuple[int, int], ...]


@dataclass
class _Blocks:
    """Text that grows, its blanks made one."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blank: bool = False
    names: list[tuple[int, int]] = field(default_factory=list)

    def put(self, text: str | None) -> None:
        if not text:
            return
        for word in text.replace("\u2028", " ").replace("\n", " ").replace("\t", " ").split(" "):
            if word:
                if self.blank and self.length and self.parts[-1] != "\n":
                    self._add(" ")
                self._add(word)
                self.blank = False
            self.blank = True
        self.blank = text[-1].isspace()

    def edge(self) -> None:
        if self.length and self.parts[-1] != "\n":
            self._add("\n")
        self.blank = False

    def _add(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)


def documents(path: Path) -> Iterator[Text]:
    """The documents of a volume; none where it has no list of persons, as then nobody is tagged in it."""
    root = etree.parse(str(path), PARSER).getroot()
    if not root.xpath("boolean(//*[@xml:id='persons']//*[local-name()='persName'])"):
        return
    for div in root.iter("{*}div"):
        if div.get("type") == "document":
            blocks = _Blocks()
            notes: list[etree._Element] = []
            _walk(div, blocks, notes)
            for note in notes:
                blocks.edge()
                _walk(note, blocks, [])
            blocks.edge()
            ident = div.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            yield Text(ident, "".join(blocks.parts), tuple(blocks.names))


def _walk(parent: etree._Element, blocks: _Blocks, notes: list[etree._Element], *, inside: bool = False) -> None:
    blocks.put(parent.text)
    for child in parent:
        name = etree.QName(child).localname
        if name == "note" and child.get("rend") != "inline":
            notes.append(child)
        elif name == "lb":
            blocks.edge()
        elif name in INLINE:
            parts = len(blocks.parts)
            _walk(child, blocks, notes, inside=inside or name == "persName")
            if name == "persName" and not inside and len(blocks.parts) > parts:
                _name(blocks, parts)
        elif name not in SKIPPED:
            blocks.edge()
            _walk(child, blocks, notes, inside=inside)
            blocks.edge()
        blocks.put(child.tail)


def _name(blocks: _Blocks, parts: int) -> None:
    """Note the name that the last parts are, without the blank before it."""
    written = "".join(blocks.parts[parts:])
    name = written.strip()
    if name:
        start = blocks.length - len(written) + (len(written) - len(written.lstrip()))
        blocks.names.append((start, start + len(name)))

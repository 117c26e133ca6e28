"""Ids that one edition has in two files, where they have to be of one: those of documents, and those of entries.

A pointer from file to file names the file, so most ids (of notes, pages, recognisers) may stand in each. But a document
is published, cited and linked by its id, and what is said of a person is gathered by theirs. The files of a folder are
an edition, as far as the ids of their roots agree ("frus1981-88v04.d310", "frus1981-88v04.d311"); a file of several
documents is a whole one. Of each id one name and one file are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_tools.validate.findings import Finding
from tei_tools.validate.pointers import RULE, XML_ID
from tei_tools.validate.where import quoted, shown

T = "{http://www.tei-c.org/ns/1.0}"
NAMES = {f"{T}person": f"{T}persName", f"{T}org": f"{T}orgName", f"{T}place": f"{T}placeName", f"{T}term": "."}
"""Entries of lists, and the element of an entry that names it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An id of an edition, and what a file says that it stands for: the name of an entry, None for a document."""

    edition: str
    ident: str
    name: str | None = None


def claims(tree: etree._ElementTree, path: Path) -> list[Claim]:
    """What a file says of the ids that it shares with others."""
    return [claim for claim, _ in _claimed(tree, path)]


class SharedIds:
    """What the files that were seen say that an id stands for."""

    def __init__(self) -> None:
        self._documents: dict[tuple[str, str], Path] = {}
        self._entries: dict[tuple[str, str], tuple[str, Path]] = {}

    def add(self, said: Iterable[Claim], path: Path) -> dict[Claim, tuple[str, Path]]:
        """Those claims of a file that an earlier file contradicts, with the name that is given there, and that file."""
        denied: dict[Claim, tuple[str, Path]] = {}
        for claim in said:
            ident = (claim.edition, claim.ident)
            if claim.name is None:
                other, first = None, self._documents.setdefault(ident, path)
            else:
                other, first = self._entries.setdefault(ident, (claim.name, path))
            if first != path and (other is None or other != claim.name):
                denied[claim] = (other or "", first)
        return denied


def find(tree: etree._ElementTree, path: Path, denied: Mapping[Claim, tuple[str, Path]]) -> Iterator[Finding]:
    """Errors `validate.duplicate-id` and warnings `validate.entry-conflict`, in the later one of two files."""
    for claim, element in _claimed(tree, path):
        if claim in denied:
            other, first = denied[claim]
            yield _twice(element, claim.ident, first) if claim.name is None else _conflict(element, claim, other, first)


def _claimed(tree: etree._ElementTree, path: Path) -> Iterator[tuple[Claim, etree._Element]]:
    root = tree.getroot()
    divisions = [each for each in root.iterfind(f"{T}text/{T}body/{T}div") if each.get("type") == "document"]
    if len(divisions) > 1:
        return
    edition = f"{path.parent}/{root.get(XML_ID, '').rpartition('.')[0]}"
    for element in (root, *divisions):
        if ident := element.get(XML_ID, ""):
            yield Claim(edition, ident), element
    for element in root.iterfind(f"{T}standOff//*[@{XML_ID}]"):
        if element.tag in NAMES:
            yield Claim(edition, element.get(XML_ID, ""), _name(element)), element


def _name(entry: etree._Element) -> str:
    named = entry.find(NAMES[str(entry.tag)])
    return "" if named is None else " ".join("".join(named.itertext()).split())


def _conflict(element: etree._Element, claim: Claim, other: str, first: Path) -> Finding:
    message = f"xml:id={quoted(claim.ident)} is {quoted(claim.name or '')} here, and {quoted(other)} in {first}"
    hint = "give one of the two an id of its own; or one name to both, if they are the same"
    return Finding("validate.entry-conflict", "warning", message, element, hint, f"{RULE}: xml:id", "@xml:id")


def _twice(element: etree._Element, ident: str, first: Path) -> Finding:
    message = f"xml:id={quoted(ident)} of {shown(element)} is that of another file of this edition: {first}"
    hint = "rename one of them, and the pointers that mean it; or give only one of the two files"
    return Finding("validate.duplicate-id", "error", message, element, hint, f"{RULE}: xml:id", "@xml:id")

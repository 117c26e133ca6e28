"""A TEI file as a `Document`: the recognisers see its running text, block by block, as they see that of a source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from lxml import etree

from tei_tools.corpus import Document as Read
from tei_tools.corpus import Reading
from tei_tools.corpus.document import documents
from tei_tools.corpus.reading import BLOCKS, HOLDERS, elements, local
from tei_tools.errors import SourceError
from tei_tools.model import Annotation, Block, Document, Metadata, SourceText, Span

PRESENT = "_present"
"""The attribute of an annotation that stands for an element which the file has."""
TAGGED = (
    "persName",
    "orgName",
    "placeName",
    "name",
    "rs",
    "term",
    "gloss",
    "date",
    "time",
    "ref",
    "bibl",
    "title",
    "idno",
)
"""Within these nothing is looked for."""
NAMES = ("persName", "orgName", "placeName", "term", "date", "time")
DATED = ("when", "from", "to", "notBefore", "notAfter")
LISTS = ("to", "from")
"""Lists that say who wrote to whom."""


def is_tei(data: bytes) -> bool:
    """Whether bytes are a TEI file, as far as their beginning shows."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and b"http://www.tei-c.org/ns/1.0" in start


def parsed(data: bytes, place: str) -> etree._Element:
    """The root of a TEI file. Raises `SourceError` for what is not well-formed, or has a document type declaration."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
    problem = ""
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        problem, place = str(error.msg), f"{place}:{error.lineno}:{error.offset}"
    if problem:  # raised apart from lxml's error, whose log can't travel from a worker
        raise SourceError(f"no well-formed XML: {problem}", place=place, remedy="mend the file first")
    if root.getroottree().docinfo.doctype:
        raise SourceError("the file has a document type declaration", place=place, remedy="remove <!DOCTYPE …>")
    return root


def single(root: etree._Element, place: str) -> Read:
    """The one document of a file. Raises `SourceError` where it holds none, or several."""
    found = list(documents(place, root))
    if len(found) != 1:
        remedy = "give a file for each document; tei-tools import takes a volume of the Office of the Historian apart"
        raise SourceError(f"the TEI file holds {len(found)} documents, not one", place=place, remedy=remedy)
    return found[0]


def as_document(read: Read, data: bytes, place: str, edition: str) -> Document:
    """The document of a file that was read, with annotations for the names that it has; `data` are its bytes."""
    reading = read.reading
    lines = [0, *(i + 1 for i, character in enumerate(reading.text) if character == "\n")]
    source = SourceText(reading.text, place, "utf-8", hashlib.sha256(data).hexdigest(), tuple(lines))
    blocks = tuple(_listed(_block(reading, start, end) for start, end in pairwise([*lines, len(reading.text) + 1])))
    facts = Metadata(read.id, read.number, read.kind, title=read.title, edition=edition)
    facts = replace(facts, subtype=read.element.get("subtype") or facts.subtype)
    present = tuple(sorted(_present(read), key=lambda annotation: annotation.span))
    return Document(source, blocks, present, facts)


def tagged(read: Read) -> list[Span]:
    """Where the file says what something is."""
    found = (read.reading.spans.get(element) for element in elements(read.element, *TAGGED))
    return [Span(*span) for span in found if span and span[0] < span[1]]


def _listed(blocks: Iterable[tuple[str, Block]]) -> Iterator[Block]:
    """The items of a list TO or FROM as the children of one block."""
    for kind, group in groupby(blocks, key=lambda found: found[0]):
        items = tuple(block for _, block in group)
        if kind:
            yield Block("list", Span(items[0].span.start, items[-1].span.end), {"type": kind}, items)
        else:
            yield from items


def _block(reading: Reading, start: int, end: int) -> tuple[str, Block]:
    """A line of the running text, and the type of the list TO or FROM that it stands in, "" elsewhere.

    It is of a block element of TEI, "p" where that is none of the model's.
    """
    element = reading.at(start).element if start < len(reading.text) and start < end - 1 else None
    while element is not None and (local(element) not in BLOCKS or local(element) in HOLDERS):
        element = element.getparent()
    name = local(element) if element is not None else "p"
    attributes = {"rend": "dateline"} if element is not None and "dateline" in element.get("rend", "").split() else {}
    around = [] if element is None else list(element.iterancestors())
    if any(div.get("type") == "attachment" or local(div) == "attachment" for div in around):
        attributes["type"] = "attachment"
    kind = next((of for of in (parent.get("type", "") for parent in around[:1]) if of in LISTS), "")
    return kind, Block("p" if name == "note" else name, Span(start, max(start, end - 1)), attributes)


def _present(read: Read) -> Iterator[Annotation]:
    for element in elements(read.element, *NAMES):
        span = read.reading.spans.get(element)
        if span and span[0] < span[1]:
            attributes = {PRESENT: "yes", **{name: value for name in DATED if (value := element.get(name, ""))}}
            pointer = element.get("ref", "")
            if pointer.startswith("#") and " " not in pointer:
                attributes |= {
                    "ref": pointer,
                    "_candidates" if local(element) == "placeName" else "candidates": pointer[1:],
                }
            if element.get("role"):
                attributes["role"] = str(element.get("role"))
            yield Annotation(local(element), Span(*span), attributes, evidence="as the file has it")
    for pb in elements(read.element, "pb"):
        yield Annotation("pb", Span(0, 0), {"n": pb.get("n", ""), PRESENT: "yes"})

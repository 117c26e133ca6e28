"""A .docx file of the parts that `transform.docx` makes, and its words read back.

The archive has no times, so that the same parts give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from tei_tools.publish.proof import EDGE, Words, of_parts

PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ADDED = frozenset({"pb", "mark", "supplied"})
"""The styles of words that the document has not."""
HUGE_TREES = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
HUGE = 2_000_000
"""Bytes of a part; what is larger is packed less tightly, in half the time."""


def docx(parts: str) -> bytes:
    """The bytes of the file; `parts` is what `transform.docx` makes of one TEI file."""
    package = etree.fromstring(parts.encode("utf-8"), HUGE_TREES)
    files = [
        (str(part.get(f"{PACKAGE}name")), str(part.get(f"{PACKAGE}contentType")), _alone(part)) for part in package
    ]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(_entry("[Content_Types].xml"), _types([(name, type_) for name, type_, _ in files]))
        for name, _, content in files:
            archive.writestr(_entry(name.lstrip("/")), content, compresslevel=6 if len(content) < HUGE else 2)
    return stream.getvalue()


def _alone(part: etree._Element) -> bytes:
    """The document of a part, without the namespaces of the package."""
    root = deepcopy(part[0][0])
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _types(files: list[tuple[str, str]]) -> bytes:
    """What each part is."""
    root = etree.Element("Types", nsmap={None: TYPES})
    etree.SubElement(root, "Default", Extension="rels", ContentType=RELATIONS)
    for name, type_ in files:
        if type_ != RELATIONS:
            etree.SubElement(root, "Override", PartName=name, ContentType=type_)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def words(content: bytes) -> Words:
    """The words of such a file, each note at its call; what the file adds is known by its style."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body, foot = (
            etree.fromstring(archive.read(f"word/{part}.xml"), HUGE_TREES) for part in ("document", "footnotes")
        )
    notes = {str(note.get(f"{W}id")): note for note in foot}
    return of_parts(_words(body, notes))


def _words(element: etree._Element, notes: dict[str, etree._Element]) -> Iterator[str]:
    """In the order of the document. A run of an added style has no word, but it may call a note."""
    for run in element.iter(f"{W}p", f"{W}r"):
        if run.tag == f"{W}p":
            yield EDGE
            continue
        style = run.find(f"{W}rPr/{W}rStyle")
        added = style is not None and style.get(f"{W}val") in ADDED
        for part in run:
            if part.tag == f"{W}t" and not added:
                yield part.text or ""
            elif part.tag in (f"{W}br", f"{W}tab"):
                yield EDGE
            elif part.tag == f"{W}footnoteReference":
                yield EDGE
                yield from _words(notes[str(part.get(f"{W}id"))], notes)
                yield EDGE

"""A Schematron schema and the files that it includes, as the one document that `xslt/schematron.xsl` compiles.

Each element of Schematron and of XSLT says what it is and where it stands (`s:what`, `s:at`), and each reference to a
file, which one it means (`s:file`), by their paths from the folder of the schema. Files are read there and below only,
and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from tei_tools.errors import SchemaError
from tei_tools.validate.well_formed import parse

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
S = "{urn:tei-tools:schematron}"
REFERENCES = frozenset({f"{SCH}include", f"{SCH}extends", f"{XSL}include", f"{XSL}import"})
NOT_A_PATH = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|/|\\")
ALLOWED = "only files in the folder of the schema, and below it, are read: write a relative path"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The document, as text, and the SHA-256 of all files."""

    xml: str
    digest: str


def gather(schema: Path) -> Gathered:
    """Read a schema and all that it includes. Raises `SchemaError`, with the file and the line of a bad reference."""
    top = etree.Element(f"{S}files", nsmap={"teitools": S[1:-1]})
    digest = hashlib.sha256()
    waiting, names = [_Reference(schema.parent, schema.name)], {schema.name}
    for reference in waiting:
        data = reference.read()
        digest.update(b"%d %s\n" % (len(data), reference.name.encode()) + data)
        root = _parsed(data, reference.path)
        for element in root.iter(etree.Element):
            if element.tag in REFERENCES and element.get("href") is not None:
                found = _reference(element, reference)
                element.set(f"{S}file", found.name)
                if found.name not in names:
                    names.add(found.name)
                    waiting.append(found)
            _mark(element, reference.name, root)
        etree.SubElement(top, f"{S}file", {"name": reference.name}).append(root)
    return Gathered(etree.tostring(top, encoding="unicode"), digest.hexdigest())


@dataclass(frozen=True, slots=True)
class _Reference:
    """A file by its path from the folder of the schema, and where it is asked for."""

    folder: Path
    name: str
    place: str = ""

    @property
    def path(self) -> Path:
        return self.folder / self.name

    def read(self) -> bytes:
        try:
            return self.path.read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            message = f"{self.name} can't be read: {reason}" if self.place else f"the schema can't be read: {reason}"
            raise SchemaError(message, place=self.place or str(self.path), remedy="check the path") from error


def _parsed(data: bytes, path: Path) -> etree._Element:
    tree, problems = parse(data, str(path))
    if tree is None:
        raise SchemaError(problems[0].message, place=str(problems[0].place), remedy=problems[0].hint)
    return tree.getroot()


def _reference(element: etree._Element, within: _Reference) -> _Reference:
    """What an include means. Its file, or the one that it stands in where the reference begins with "#"."""
    href, place = element.get("href", ""), f"{within.path}:{element.sourceline}"
    path = unquote(href.partition("#")[0])
    name = normpath(Path(within.name).parent / path) if path else within.name
    if NOT_A_PATH.match(path) or not (within.folder / name).resolve().is_relative_to(within.folder.resolve()):
        raise SchemaError(f"{href} is outside of the folder of the schema", place=place, remedy=ALLOWED)
    return _Reference(within.folder, name, place)


def _mark(element: etree._Element, file: str, root: etree._Element) -> None:
    tag = str(element.tag)
    if tag.startswith((SCH, XSL)) or element is root:
        name = element.get("id") or element.get("name") or element.get("context") or ""
        element.set(f"{S}at", f"{file}:{element.sourceline}")
        element.set(f"{S}what", f"{etree.QName(element).localname} {name[:60]}".strip())

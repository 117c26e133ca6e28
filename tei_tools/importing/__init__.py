"""A volume in the dialect of the Office of the Historian, read into an edition of ours (docs/frus.md).

Each document becomes a file, the lists of persons and terms become authority files, what holds the documents together
becomes `edition.toml`. What is not carried is told with its line, and kept: `frame.xml` is the volume without its
documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.encode import indent, serialise
from tei_tools.errors import PublishError, SourceError
from tei_tools.importing import documents, edition
from tei_tools.importing.proof import differs
from tei_tools.importing.volume import Volume, read
from tei_tools.outcome import Progress, Report, silent
from tei_tools.program import TOOL
from tei_tools.publish.folder import Folder
from tei_tools.publish.manifest import Manifest, Origin
from tei_tools.run import edited_by_hand
from tei_tools.validate import validate

__all__ = ["Imported", "import_volume"]


@dataclass
class Imported(Report):
    """What an import did. `elements` counts those of the documents by name, `lost` those of them not carried."""

    elements: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)


def import_volume(
    path: Path, output: Path, *, content: bytes | None = None, force: bool = False, progress: Progress = silent
) -> Imported:
    """Write the edition of a volume to the folder `output`; of `content` in hand, `path` is the name.

    A document that fails the proof or the grammar is reported and not written. Emits import.*; raises `SourceError`
    for a file that is no such volume, `PublishError` where nothing can be written.
    """
    report = Imported()
    volume, found = read(path, content)
    report.diagnostics += found
    if volume is None:
        raise SourceError("the volume can't be read", place=str(path), remedy="mend what is told above")
    folder = Folder(output)
    folder.prepare()
    manifest = Manifest.load(folder)
    keep = partial(_keep, manifest, report, Origin({path.name: volume.sha256}), force)
    given = documents.parameters(volume)
    for done, div in enumerate(volume.documents, 1):
        try:
            tei = _document(volume, div, given, report)
            if tei is not None:
                keep(f"documents/{volume.name(div)}.xml", tei)
        except PublishError as error:
            report.errors.append(error)
        report.documents += 1
        progress("import", done, len(volume.documents))
    for name, content in edition.files(volume, report.diagnostics).items():
        keep(name, content)
    manifest.save(TOOL)
    return report


def _keep(manifest: Manifest, report: Imported, origin: Origin, force: bool, name: str, content: bytes) -> None:
    """Write a file, unless an editor changed it."""
    if not force and manifest.edited(name, content):
        report.diagnostics.append(edited_by_hand(str(manifest.folder.where(name))))
        return
    manifest.write(name, content, origin)
    report.written.append(name)


def _document(
    volume: Volume, div: etree._Element, given: Mapping[str, str | bool | int], report: Imported
) -> bytes | None:
    """The file of one document, if its words are those of the volume and the grammar holds."""
    counted = Counter(str(etree.QName(e).localname) for e in div.iter(etree.Element))
    report.elements += counted
    made = documents.document(volume, div, given)
    report.diagnostics += made.diagnostics
    report.lost += made.lost
    place = Place(volume.path, div.sourceline or 0)
    indent(made.root)
    difference = differs(div, made.root)
    if difference:
        message = f"document {volume.name(div)} would differ from the volume: {difference}"
        report.diagnostics.append(Diagnostic("import.not-conserved", "error", message, place, documents.FAULT))
        return None
    problems = validate(etree.ElementTree(made.root), f"documents/{volume.name(div)}.xml", index=volume.index)
    report.diagnostics += problems
    if any(problem.severity == "error" and problem.code != "validate.pointer" for problem in problems):
        message = f"document {volume.name(div)} would not be valid, and was not written"
        report.diagnostics.append(Diagnostic("import.not-valid", "error", message, place, documents.FAULT))
        return None
    return serialise(made.root)

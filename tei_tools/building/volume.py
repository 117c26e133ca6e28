"""All documents of an edition as one TEI file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from lxml import etree

from tei_tools.building.made import Made
from tei_tools.building.tables import from_table, to_table
from tei_tools.edition import Edition
from tei_tools.edition_divs import as_xml
from tei_tools.encode.parts import in_parts
from tei_tools.pipeline import assembled
from tei_tools.program import program
from tei_tools.publish.manifest import Origin, digest
from tei_tools.publish.records import key
from tei_tools.run import Run
from tei_tools.transform import transform
from tei_tools.validate import parse


def as_tei(edition: Edition, made: Sequence[Made], run: Run) -> None:
    """The volume, as a file that editors may change; the documents are written while they are converted."""
    if not made:
        return
    name, origin = f"tei/{edition.id}.xml", _origin(edition, made, run)
    edited = not run.force and run.manifest.edited(name)
    record = run.records.get(name)
    if not edited and not run.due(name, origin) and record:
        run.report.diagnostics += [from_table(row) for row in record["diagnostics"]]
        return
    whole = None if run.dry else volume(edition, made, run)
    if whole is not None:
        run.keep_tei(name, whole, origin)
    elif edited:
        run.present.add(name)


def as_frus(edition: Edition, made: Sequence[Made], run: Run) -> None:
    """The volume in the dialect of the Office of the Historian, with the chapters of the edition."""
    name = f"frus/{edition.id}.xml"
    divs = as_xml(edition.divs)
    sources = {document.source: document.sha256 for document in made}
    origin = run.origin(sources, program=program(), volume=state(edition, made, run), divs=digest(divs))
    if not run.due(name, origin):
        return
    whole = None if run.dry else standing(edition, made, run)
    if whole is not None:
        result = transform(whole, "frus", place=f"{edition.id}.xml", name=edition.id, divs=divs)
        run.report.diagnostics += result.diagnostics
        run.keep(name, result.text, origin)


def standing(edition: Edition, made: Sequence[Made], run: Run) -> bytes | None:
    """The TEI of the volume as it stands in the folder: the tool's, or an editor's; else made anew."""
    name = f"tei/{edition.id}.xml"
    if name in run.present or run.manifest.edited(name):
        return run.manifest.folder.read(name)
    return volume(edition, made, run)


def in_chapters(edition: Edition, whole: bytes) -> bytes:
    """The TEI of the volume with its documents in the chapters of the edition, for a book and an e-book."""
    tree = parse(whole, f"{edition.id}.xml")[0] if edition.divs else None
    if tree is None:
        return whole
    in_parts(tree.getroot(), edition.divs)
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True)


def state(edition: Edition, made: Sequence[Made], run: Run) -> str:
    """The digest of what `standing` gives, or of what it would be made of."""
    name = f"tei/{edition.id}.xml"
    if run.manifest.edited(name):
        return digest(run.manifest.folder.read(name) or b"")
    origin = _origin(edition, made, run)
    return key(f"{sorted(origin.sources.items())} {sorted(origin.settings.items())}")


def volume(edition: Edition, made: Sequence[Made], run: Run) -> bytes | None:
    """All documents in one; they are parsed one after the other, so that only the volume has to be in memory."""
    trees = (parse(document.tei, document.place)[0] for document in made)
    roots = (tree.getroot() for tree in trees if tree is not None)
    first = next(roots, None)
    if first is None:
        return None
    name = f"{edition.id}.xml"
    whole, problems = assembled(chain([first], roots), run.settings, name, front=True)
    run.report.diagnostics += problems
    run.records.put(f"tei/{name}", "", {"diagnostics": [to_table(problem) for problem in problems]})
    return whole


def _origin(edition: Edition, made: Sequence[Made], run: Run) -> Origin:
    """The documents go by their TEI, in which their sources are named."""
    documents = digest("".join(f"{document.id} {document.tei_sha256}\n" for document in made))
    imprint = digest(repr((run.settings.imprint, edition.language)))
    sources = {document.source: document.sha256 for document in made}
    return run.origin(sources, program=program(), imprint=imprint, documents=documents)

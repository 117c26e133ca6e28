"""The report of a build, which an editor reads before release: what failed, every doubt with its place, what each
document holds. `report.html` in the edition's folder is the same whenever the same is built, and covers documents that
were not made again; times are only in a report that somebody asks for (docs/decisions/007).

What is told becomes XML here, and the page of it in xslt/report.xsl.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePath
from urllib.parse import quote

from lxml import etree

from tei_tools.building.look import Look
from tei_tools.building.made import Made, of_all
from tei_tools.diagnostics import CODES, RANK, Diagnostic, in_order
from tei_tools.edition import Edition
from tei_tools.errors import TeiToolsError
from tei_tools.program import stylesheets
from tei_tools.publish.manifest import Origin
from tei_tools.publish.records import key
from tei_tools.resources import resource
from tei_tools.run import Run
from tei_tools.saxon import XmlText, stylesheet
from tei_tools.stopwatch import Ledger, spent

NAME = "report.html"
NAMESPACE = "urn:tei-tools:report"
REPORT = "{urn:tei-tools:report}"
NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PHRASE = re.compile(r"(?:[ ,.]*[^\W\d_]+){0,3}")
"""What of the words after a place a browser is told to look for: no digits, which may be the call of a note."""


@dataclass(frozen=True)
class Telling:
    """What there is to tell of a build: its documents in their order, those that failed included."""

    edition: Edition
    run: Run
    formats: Sequence[str]
    every: Sequence[Made] = ()
    sound: Sequence[Made] = ()
    looks: Mapping[str, Look] = field(default_factory=dict)
    by_source: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The ids of the documents of each source, by its path."""

    def keep(self) -> None:
        """Write the report into the folder, unless it stands there; that it can't be made is reported."""
        try:
            with spent("report"):
                self._keep()
        except TeiToolsError as error:
            self.run.report.errors.append(error)

    def _keep(self) -> None:
        run = self.run
        if run.dry:
            run.present.add(NAME)
            if run.plan:
                run.plan[NAME] = "it tells of what is made"
            return
        xml = self.xml()
        made = of_all(self.edition.id, self.every, told=key(xml))
        origin = Origin(made.sources, stylesheets=stylesheets("report"), settings=made.settings)
        if run.due(NAME, origin):
            run.keep(NAME, page(xml), origin)

    def xml(self, ledger: Ledger | None = None, base: str = "") -> str:
        """The report as XML; with the times of a ledger, if one is given. `base` leads to the edition's folder."""
        return _Writer(self, base).written(ledger)


def page(xml: str) -> bytes:
    """The page of a report."""
    css = resource("xslt", "report/report.css").read_text("utf-8")
    return stylesheet("report").run(xml, {"locale": _words(), "css": css}).text.encode()


@cache
def _words() -> XmlText:
    return XmlText(resource("xslt", "report/en.xml").read_text("utf-8"))


class _Writer:
    """Writes one report."""

    def __init__(self, telling: Telling, base: str) -> None:
        self._told, self._base = telling, base
        folder = telling.edition.folder
        self._folders = [f"{path}/" for path in dict.fromkeys((folder, folder.absolute())) if str(path) != "."]
        self._ids = {document.id for document in telling.every}
        self._doubts = in_order(telling.run.report.diagnostics)

    def written(self, ledger: Ledger | None) -> str:
        told = self._told
        root = etree.Element(f"{REPORT}report", nsmap={None: NAMESPACE})
        _set(root, title=told.edition.title, edition=told.edition.id, formats=" ".join(told.formats))
        if ledger:
            spent = ledger.stages()
            _set(root, timed="yes", cpu=_seconds(sum(spent.values())), elapsed=_seconds(ledger.elapsed))
            for stage, seconds in spent.items():
                _set(etree.SubElement(root, f"{REPORT}stage"), name=stage, seconds=_seconds(seconds))
        for error in told.run.report.errors:
            failure = etree.SubElement(root, f"{REPORT}failure")
            _set(failure, message=self._local(error.message), place=self._local(error.place), remedy=error.remedy)
        self._documents(root, self._seconds(ledger) if ledger else {})
        self._kinds(root)
        for doubt in self._doubts:
            self._doubt(etree.SubElement(root, f"{REPORT}doubt"), doubt)
        return etree.tostring(root, encoding="unicode")

    def _documents(self, root: etree._Element, seconds: Mapping[str, Mapping[str, float]]) -> None:
        doubts: dict[str, Counter[str]] = defaultdict(Counter)
        for doubt in self._doubts:
            doubts[self._document(doubt)][doubt.severity] += 1
        sound = {document.id for document in self._told.sound}
        for document in self._told.every:
            look = self._told.looks.get(document.id, Look(()))
            row = etree.SubElement(root, f"{REPORT}document")
            label = look.entry.label if look.entry else document.id
            _set(row, id=document.id, label=label, source=document.source, href=self._page(document.id))
            _set(row, failed="" if document.id in sound else "yes")
            counts = {**look.counts, **{str(severity): doubts[document.id][severity] for severity in RANK}}
            for what in sorted(counts):  # a look from the records has them in another order
                row.set(what, str(counts[what]))
            spent = seconds.get(document.id, {})
            if spent:
                row.set("seconds", _seconds(sum(spent.values())))
            for stage, took in spent.items():
                _set(etree.SubElement(row, f"{REPORT}spent"), stage=stage, seconds=_seconds(took))

    def _seconds(self, ledger: Ledger) -> dict[str, dict[str, float]]:
        """The seconds of each document by stage; what was spent on a source is shared by its documents."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for (stage, name), seconds in ledger.rows.items():
            ids = [name] if name in self._ids else self._told.by_source.get(name, ())
            for id_ in ids:
                found[id_][stage] = found[id_].get(stage, 0.0) + seconds / len(ids)
        return found

    def _kinds(self, root: etree._Element) -> None:
        """The gravest first, of those the most frequent. What is an error here and a warning there counts as error."""
        groups: dict[str, list[Diagnostic]] = defaultdict(list)
        for doubt in self._doubts:
            groups[doubt.code].append(doubt)
        worst = {code: min((d.severity for d in some), key=RANK.__getitem__) for code, some in groups.items()}
        for code in sorted(groups, key=lambda code: (RANK[worst[code]], -len(groups[code]), code)):
            documents = {self._document(doubt) for doubt in groups[code]} - {""}
            kind = etree.SubElement(root, f"{REPORT}kind")
            _set(kind, code=code, meaning=CODES[code], severity=worst[code], count=str(len(groups[code])))
            kind.set("documents", str(len(documents)))

    def _document(self, doubt: Diagnostic) -> str:
        """The id of the document that a doubt is about; "" where it is about the edition."""
        place = doubt.place
        own, spot = self._told.by_source.get(place.file, ()), self._told.run.report.spots.get(place)
        if spot:
            return spot.document if spot.document in own else ""  # else another source has the document of that id
        name = place.file.rpartition("/")[2].removesuffix(".xml")
        return own[0] if own else name if name in self._ids else ""

    def _doubt(self, row: etree._Element, doubt: Diagnostic) -> None:
        place, id_ = doubt.place, self._document(doubt)
        _set(row, code=doubt.code, severity=doubt.severity, message=self._local(doubt.message), hint=doubt.hint)
        _set(row, document=id_, file=self._local(place.file))
        _set(row, line=str(place.line or ""), column=str(place.column or ""), href=self._link(doubt, id_))
        spot = self._told.run.report.spots.get(place)
        if spot and spot.word:
            _set(row, before=spot.before, word=spot.word, after=spot.after)

    def _link(self, doubt: Diagnostic, id_: str) -> str:
        """The page of the document, at the next thing before the doubt that has an id, and the words that follow.

        The words (a text fragment) help browsers that know of them; the others stop at the id.
        """
        href, look = self._page(id_), self._told.looks.get(id_)
        if look is None or "html/" not in href:
            return href
        spot = self._told.run.report.spots.get(doubt.place)
        anchor = spot.anchor if spot else look.anchors.get(doubt.place.line, "")
        if anchor.removesuffix("-call") not in look.ids:
            return href
        phrase = spot.word + (PHRASE.match(spot.after) or [""])[0] if spot else ""
        words = f":~:text={quote(phrase, safe='')}".replace("-", "%2D") if len(phrase) > 3 else ""
        return f"{href}#{anchor}{words}"

    def _page(self, id_: str) -> str:
        """Where a document stands: its page, or its TEI where it has none."""
        names = (f"html/{id_}.html", f"tei/{id_}.xml") if id_ in self._ids else ()
        found = next((name for name in names if name in self._told.run.present), "")
        return found and self._base + quote(found)

    def _local(self, text: str) -> str:
        """A path of the edition from its folder: the report is the same wherever the folder lies."""
        for folder in self._folders:
            text = text.replace(folder, "")
        return text.replace(f"{self._told.run.manifest.folder.path}/", "")


def _set(element: etree._Element, **attributes: str) -> None:
    """Set the attributes that have a value; what XML can't hold is shown as such."""
    for name, value in attributes.items():
        if value:
            element.set(name, NO_XML.sub("\ufffd", value))


def _seconds(seconds: float) -> str:
    return f"{seconds:.6f}"


def way(file: Path, folder: Path) -> str:
    """How a file names what stands in a folder: "../edition/", and "" where it stands there itself."""
    leads = PurePath(os.path.relpath(folder.absolute(), file.absolute().parent)).as_posix()
    return "" if leads == "." else f"{quote(leads)}/"

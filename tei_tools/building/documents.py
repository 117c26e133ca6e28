"""The documents of an edition as TEI: those of which something changed are converted, the others stand in the folder.

A source is converted again where it or the settings changed, where what it asked of the collection has another answer,
or where its TEI is not there. Of all sources the evidence is known, from now or from before.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from tei_tools.authority.doubts import doubts
from tei_tools.building.made import Made
from tei_tools.building.tables import (
    evidence_from_table,
    evidence_to_table,
    from_table,
    spot_from_table,
    spot_to_table,
    to_table,
)
from tei_tools.collection import Waiting, conclude, gather
from tei_tools.errors import PublishError, SourceError
from tei_tools.executor import Executor
from tei_tools.link.evidence import Evidence
from tei_tools.link.index import CollectionIndex, reduce
from tei_tools.link.lookups import answers
from tei_tools.pipeline import Converted, Source
from tei_tools.program import program
from tei_tools.publish.manifest import digest
from tei_tools.publish.records import key
from tei_tools.read import bytes_of
from tei_tools.run import Run, edited_by_hand
from tei_tools.spool import Spool

FEW = 50
"""So many sources are converted in a dry run, to see what else would change."""


@dataclass
class Known:
    """A source, its digest ("" where it can't be read), and what an earlier run knew of it if it was the same."""

    source: Source
    sha256: str
    key: str
    record: dict[str, Any] | None
    evidence: list[Evidence] = field(default_factory=list)


class Documents:
    """The conversion of one build. `folder` is that of the edition: records name files from there."""

    def __init__(self, folder: Path, run: Run, executor: Executor, *, write: bool) -> None:
        self._folder, self._run, self._executor, self._write = folder, run, executor, write
        model = run.settings.names_model
        self._model = digest(model.file()) if model else ""
        self._settings = [*_settings(run, self._model)]
        self._made: dict[str, list[Made]] = {}
        self.deferred: dict[str, str] = {}
        """Why sources are to be converted that a dry run does not convert, as they are many."""

    def all(self, sources: Sequence[Source]) -> list[Made]:
        """Every document, in the order of the edition. What can't be converted is reported and left out."""
        known = [self._known(source) for source in sources]
        with tempfile.TemporaryFile() as file:
            spool: Spool[Waiting] = Spool(file)
            stale = [each for each in known if not self._fresh(each)]
            if self._run.dry and (len(stale) > FEW or not self._run.manifest.entries):
                self.deferred = {str(each.source.path): self._why(each) for each in stale}
                return []
            self._gather(stale, spool)
            index = reduce(told for each in known for told in each.evidence)
            settings = self._run.settings
            self._run.report.diagnostics += doubts(settings.authority)
            self._run.report.diagnostics += settings.decisions.told(index.decisions, index.names)
            owners = _owners(known)
            moved = [each for each in known if each.record and not self._answered(each, index, owners)]
            for each in moved:
                each.record = None
            self._gather(moved, spool)
            for each in known:
                if each.record:
                    self._again(each)
            self._convert([*stale, *moved], spool, index, owners)
        return [document for each in known for document in self._made.get(str(each.source.path), ())]

    def by_source(self) -> dict[str, list[str]]:
        """The ids of the documents of each source, by its path."""
        return {path: [document.id for document in rows] for path, rows in self._made.items()}

    def _known(self, source: Source) -> Known:
        limit = self._run.settings.limit
        try:
            sha256 = digest(bytes_of(source.path, limit))
        except SourceError:  # which the conversion reports
            sha256 = ""
        of = key(program(), sha256, self._name(str(source.path)), *self._settings)
        record = self._run.records.get(f"source {self._name(str(source.path))}", of) if sha256 else None
        return Known(source, sha256, of, record)

    def _name(self, path: str) -> str:
        """How records call a file: by its place in the edition, so that this may lie anywhere."""
        own = PurePath(path)
        return f"./{own.relative_to(self._folder).as_posix()}" if own.is_relative_to(self._folder) else path

    def _path(self, name: str) -> str:
        return str(self._folder / name) if name.startswith("./") else name

    def _fresh(self, each: Known) -> bool:
        """Whether nothing but the collection can have changed; if so, the evidence is that of before."""
        record = each.record
        if record is None or self._run.force or not self._write:
            each.record = None
            return False
        try:
            each.evidence = [evidence_from_table(row, self._path) for row in record["evidence"]]
            standing = all(self._stands(id_, sha256) for id_, sha256 in record["parts"])
        except (KeyError, TypeError, ValueError):
            standing = False
        if not standing:
            each.record, each.evidence = None, []
        return standing

    def _stands(self, id_: str, sha256: str) -> bool:
        """Whether that document is there, as it was made or as an editor changed it."""
        name = f"tei/{id_}.xml"
        entry = self._run.manifest.entries.get(name)
        if entry is None or entry.sha256 != sha256:
            return False
        folder = self._run.manifest.folder
        return digest(folder.read(name) or b"") == sha256 if entry.before else folder.has(name)

    def _why(self, each: Known) -> str:
        """Why a source has to be converted, as far as that is known before."""
        before = self._run.records.get(f"source {self._name(str(each.source.path))}")
        if before is None:
            return "it is new"
        same = before.get("settings") == key(*self._settings, program())
        return "it changed, or what was made of it" if same else "profile, lists, edition.toml or version changed"

    def _gather(self, some: Sequence[Known], spool: Spool[Waiting]) -> None:
        by_path = {each.source.path: each for each in some}
        sources = [each.source for each in some]
        for done, (source, told) in enumerate(gather(sources, self._run.settings, self._executor, spool), 1):
            by_path[source.path].evidence = told
            self._run.progress("read", done, len(sources))

    def _answered(self, each: Known, index: CollectionIndex, owners: dict[str, str]) -> bool:
        assert each.record is not None
        asked = [(table, name) for table, name in each.record["asked"]]
        return bool(each.record["answers"] == _answers(each, index, asked, owners))

    def _again(self, each: Known) -> None:
        """Tell of a source what the run told that converted it."""
        record, run = each.record, self._run
        assert record is not None
        run.report.diagnostics += [from_table(row, self._path) for row in record["diagnostics"]]
        found = (spot_from_table(row, self._path) for row in record["spots"])
        run.report.spots |= {spot.place: spot for spot in found}
        run.report.documents += max(1, len(record["parts"]))
        rows = self._made.setdefault(str(each.source.path), [])
        for id_, sha256 in record["parts"]:
            name = f"tei/{id_}.xml"
            run.present.add(name)
            present = digest(run.manifest.folder.read(name) or b"")
            if present != sha256:
                run.report.diagnostics.append(edited_by_hand(str(run.manifest.folder.where(name))))
            rows.append(self._document(id_, each.source.path.name, each.sha256, present, edited=present != sha256))

    def _document(
        self, id_: str, source: str, sha256: str, tei: str, *, edited: bool, held: bytes | None = None
    ) -> Made:
        return Made(id_, source, sha256, tei, self._run.manifest.folder, held, edited)

    def _convert(
        self, some: Sequence[Known], spool: Iterable[Waiting], index: CollectionIndex, owners: dict[str, str]
    ) -> None:
        by_path = {each.source.path: each for each in some}
        settings, executor = self._run.settings, self._executor
        for done, converted in enumerate(conclude(spool, index, settings, executor, recorded=True), 1):
            self._take(by_path[converted.source.path], converted, index, owners)
            self._run.progress("convert", done, len(some))

    def _take(self, each: Known, converted: Converted, index: CollectionIndex, owners: dict[str, str]) -> None:
        run, source = self._run, converted.source
        run.note(converted)
        errors = len(run.report.errors)
        rows = self._made.setdefault(str(source.path), [])
        answer = _answers(each, index, converted.asked, owners)
        parts = []
        for part in converted.parts:
            id_, sha256 = part.document.metadata.id, part.document.source.sha256
            if owners.get(id_) != str(source.path):
                run.report.errors.append(_twice(id_, owners[id_], source))
                continue
            name = f"tei/{id_}.xml"
            origin = run.origin({source.path.name: sha256}, **self._told(answer))
            if self._write and not run.manifest.edited(name, part.tei):
                run.due(name, origin)
            tei = run.keep_tei(name, part.tei, origin, write=self._write)
            if tei is None:
                continue
            found = digest(tei)
            parts.append([id_, digest(part.tei)])
            held = tei if run.dry or not self._write else None
            rows.append(self._document(id_, source.path.name, sha256, found, edited=tei != part.tei, held=held))
        if converted.error is None and len(run.report.errors) == errors and not run.dry:
            self._record(each, converted, parts, answer)

    def _told(self, answer: str) -> dict[str, str]:
        told = {"program": program(), "imprint": digest(repr(self._run.settings.imprint)), "collection": answer}
        return {**told, "names model": self._model} if self._model else told

    def _record(self, each: Known, converted: Converted, parts: list[Any], answer: str) -> None:
        """Keep what is known now; a message that names a place of this machine is made anew each time."""
        if any(str(self._folder.absolute()) in problem.message for problem in converted.diagnostics):
            return
        table = {
            "evidence": [evidence_to_table(told, self._name) for told in each.evidence],
            "diagnostics": [to_table(problem, self._name) for problem in converted.diagnostics],
            "spots": [spot_to_table(spot, self._name) for spot in converted.spots],
            "parts": parts,
            "asked": list(converted.asked),
            "answers": answer,
            "settings": key(*self._settings, program()),
        }
        self._run.records.put(f"source {self._name(str(each.source.path))}", each.key, table)


def _settings(run: Run, model: str) -> Iterator[str]:
    """What decides on every document."""
    yield run.settings.profile_digest
    yield repr(run.settings.imprint)
    yield model
    for name, sha256 in sorted(run.authorities.items()):
        yield f"{name} {sha256}"


def _owners(known: Sequence[Known]) -> dict[str, str]:
    """Which source has a document of that id: the first in the order of the edition."""
    owners: dict[str, str] = {}
    for each in known:
        for told in each.evidence:
            owners.setdefault(told.document, str(each.source.path))
    return owners


def _answers(each: Known, index: CollectionIndex, asked: Iterable[tuple[str, str]], owners: dict[str, str]) -> str:
    others = sorted(told.document for told in each.evidence if owners[told.document] != str(each.source.path))
    return key(answers(index, asked), others)


def _twice(id_: str, owner: str, source: Source) -> PublishError:
    remedy = "ids are unique in an edition: correct the number of one of them"
    return PublishError(f"the document is {id_}, as {owner} is", place=str(source.path), remedy=remedy)

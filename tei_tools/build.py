"""An edition, built: its documents converted, then each format made of the TEI that stands in the edition's folder.

`DIR/{tei,html,pdf,epub,text}/…` are named by document ids; `manifest.json` tells what was made of what, `report.html`
what an editor should look at. A TEI file that an editor changed stays as it is, and the other formats are made of it.
What stands in the folder and would be made of the same again is not made again; what a build has done when it is
killed, the next one need not do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tei_tools import edition
from tei_tools.building.documents import Documents
from tei_tools.building.look import Look, looks, sound
from tei_tools.building.made import Made
from tei_tools.building.paper import PAPER
from tei_tools.building.report import Telling, page, way
from tei_tools.building.together import together
from tei_tools.building.volume import as_frus, as_tei
from tei_tools.building.web import as_html
from tei_tools.collective import COLLECTIVE
from tei_tools.corpus import Corpus
from tei_tools.errors import TeiToolsError, UsageError
from tei_tools.executor import Executor
from tei_tools.link.references import by_document
from tei_tools.outcome import Progress, Report, silent
from tei_tools.pipeline import IN_PROCESS, Settings, Source, convert
from tei_tools.program import TOOL
from tei_tools.publish.folder import Folder
from tei_tools.run import Run, settings_of, started
from tei_tools.stopwatch import measured, spent

FORMATS = ("tei", "frus", "html", *PAPER, *COLLECTIVE)


class Edition(edition.Edition):
    """An edition as its file describes it, and how it is built."""

    def build(
        self,
        output: Path,
        *,
        only: Sequence[str] = (),
        force: bool = False,
        date: str = "",
        progress: Progress = silent,
        executor: Executor = IN_PROCESS,
        timed: Path | None = None,
    ) -> Report:
        """Make the formats of the edition (or those in `only`) in the folder `output`, and a report of it.

        `timed` is a file for the same report with the times of this run. A document that fails is reported and left
        out. Raises `UsageError`, also where another run writes there,
        `ProfileError`, `AuthorityError`, and `PublishError` where nothing can be written.
        """
        formats, sources = self._formats(only), [Source(path) for path in self.files()]
        with measured() as ledger, spent("records"):
            settings, lists = self._settings(date)
            with started(output, settings, lists, force=force, progress=progress) as run:
                telling = self._make(formats, sources, run, executor)[1]
                if telling and not only:  # the report is about the edition, and not about a part of its formats
                    telling.keep()
                whole = not only and not run.report.failed
                if whole:
                    for stale in run.manifest.unmade(run.present):
                        run.manifest.forget(stale)
                run.records.save(all_used=whole)
                run.manifest.save(TOOL)
        run.report.ledger = ledger
        if timed is not None and telling is not None:
            Folder(timed.parent).write(timed.name, page(telling.xml(ledger, way(timed, output))))
        return run.report

    def plan(
        self, output: Path, only: Sequence[str] = (), *, force: bool = False, date: str = ""
    ) -> Iterator[tuple[str, str]]:
        """(file or source, why) of what `build` would make in the folder, without writing anything.

        Where much is to be converted, the sources are told instead of what becomes of them. Raises as `build` does.
        """
        formats, sources = self._formats(only), [Source(path) for path in self.files()]
        settings, lists = self._settings(date)
        with started(output, settings, lists, force=force, progress=silent, dry=True) as run:
            documents, telling = self._make(formats, sources, run, IN_PROCESS)
            if telling and not only:
                telling.keep()
            if documents.deferred:
                yield from ((path, f"{why}: {', '.join(formats)}") for path, why in documents.deferred.items())
                return
            yield from sorted(run.plan.items())
            if not only:
                yield from ((name, "nothing makes it any more") for name in run.manifest.unmade(run.present))

    def _make(
        self, formats: Sequence[str], sources: Sequence[Source], run: Run, executor: Executor
    ) -> tuple[Documents, Telling | None]:
        documents = Documents(self.folder, run, executor, write="tei" in formats)
        every = documents.all(sources)
        if documents.deferred:
            return documents, None
        if "tei" in formats:
            run.keep_schemas("tei/")
        found = looks(every, run, executor)
        made = sound(every, found, run)
        for name in sorted(formats, key=lambda name: (name == "html", name != "tei")):  # the site leads to the others
            with spent(name):
                try:
                    self._format(name, made, found, run, executor)
                except UsageError:
                    raise
                except TeiToolsError as error:  # what fails as a whole is reported, and the others are made
                    run.report.errors.append(error)
        telling = Telling(self, run, formats, every, made, found, documents.by_source())
        return documents, telling

    def _format(self, name: str, made: Sequence[Made], found: Mapping[str, Look], run: Run, executor: Executor) -> None:
        if name == "tei":
            as_tei(self, made, run)
        elif name == "frus":
            as_frus(self, made, run)
        elif name == "html":
            as_html(self, made, found, run, executor)
        elif name in COLLECTIVE:
            together(name, self, made, run)
        else:
            PAPER[name](self, made, run, executor)

    def corpus(self, built: Path | None = None) -> Corpus:
        """The documents of the edition for programs and notebooks: those in a folder that `build` made, else converted.

        Raises as `build` does, and the error of a document that can't be converted.
        """
        if built is not None:
            return Corpus.read([built / "tei"], self.address)
        found = []
        for converted in convert([Source(path) for path in self.files()], self._settings("")[0]):
            if converted.error:
                raise converted.error
            found += [(f"{part.document.metadata.id}.xml", part.tei) for part in converted.parts]
        return Corpus.of(found, self.address)

    def _settings(self, date: str) -> tuple[Settings, Mapping[str, Path]]:
        lists = {**self.authorities, **({"decisions": self.decisions} if self.decisions else {})}
        made = settings_of(
            self.profile,
            self.imprint(date),
            lists,
            names_model=self.names_model or None,
            file_of=by_document,
            relative=True,
        ).speaking(self.language)
        return made, lists

    def _formats(self, only: Sequence[str]) -> Sequence[str]:
        formats = only or self.formats
        unknown = [name for name in formats if name not in FORMATS]
        if unknown:
            raise UsageError(f"there is no format {unknown[0]!r}", remedy=f"use one of {', '.join(FORMATS)}")
        return formats

"""An edition, built: its documents converted, then each format made of the TEI that stands in the edition's folder.

`DIR/{tei,html,pdf,text}/…` are named by document ids; `manifest.json` tells what was made of what. A TEI file that an
editor changed stays as it is, and the other formats are made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from tei_tools import edition
from tei_tools.collective import COLLECTIVE, collective
from tei_tools.corpus import Corpus
from tei_tools.diagnostics import Diagnostic
from tei_tools.drafts import drafts
from tei_tools.errors import PublishError, TeiToolsError, UsageError
from tei_tools.executor import Executor
from tei_tools.link.references import by_document
from tei_tools.made import Made, origin_of_all
from tei_tools.pipeline import IN_PROCESS, Settings, Source, assembled, convert
from tei_tools.printing import Printing, day_of, facts_of, title_of, wording_of
from tei_tools.run import TOOL, Progress, Report, Run, origin_of, settings_of, silent, started
from tei_tools.transform import transform
from tei_tools.validate import Index, ids, parse, validate
from tei_tools.website import as_html


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
    ) -> Report:
        """Make the formats of the edition (or those in `only`) in the folder `output`.

        A document that fails is reported and left out. Raises `UsageError`, `ProfileError`, `AuthorityError`, and
        `PublishError` where nothing can be written.
        """
        formats = self._formats(only)
        sources = [Source(path) for path in self.files()]
        lists, settings = self._settings(date)
        run = started(output, settings, lists, force=force, progress=progress)
        made = list(_documents(sources, run, executor, write="tei" in formats))
        kept = {f"tei/{name}.xml" for name in (*(document.id for document in made), self.id)}
        if "tei" in formats:
            kept.update(run.keep_schemas("tei/"))
        made = _sound(made, run.report)
        try:
            for name in sorted(formats, key=lambda name: name == "html"):  # the site leads to the others
                _make(name, self, made, run)
        finally:  # else the next run would take its own files for an editor's
            run.manifest.save(TOOL)
        if not only and not run.report.failed:
            for stale in run.manifest.unmade({*run.report.written, *kept}):
                run.manifest.forget(stale)
            run.manifest.save(TOOL)
        return run.report

    def plan(self, only: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
        """(source, formats) of each source, without making anything. Raises as `build` does."""
        formats = ", ".join(self._formats(only))
        for path in self.files():
            yield str(path), formats

    def corpus(self, built: Path | None = None) -> Corpus:
        """The documents of the edition for programs and notebooks: those in a folder that `build` made, else converted.

        Raises as `build` does, and the error of a document that can't be converted.
        """
        if built is not None:
            return Corpus.read([built / "tei"], self.address)
        found = []
        for converted in convert([Source(path) for path in self.files()], self._settings("")[1]):
            if converted.error:
                raise converted.error
            found += [(f"{part.document.metadata.id}.xml", part.tei) for part in converted.parts]
        return Corpus.of(found, self.address)

    @property
    def address(self) -> str:
        """Where the site will be, with a slash at its end; "" where the edition does not say."""
        return self.url and self.url.rstrip("/") + "/"

    def _settings(self, date: str) -> tuple[dict[str, Path], Settings]:
        """The lists by kind, and the settings of a conversion."""
        lists = {**self.authorities, **({"decisions": self.decisions} if self.decisions else {})}
        model = self.names_model or None
        return lists, settings_of(
            self.profile, self.imprint(date), lists, names_model=model, file_of=by_document, relative=True
        )

    def _formats(self, only: Sequence[str]) -> Sequence[str]:
        formats = only or self.formats
        unknown = [name for name in formats if name not in FORMATS]
        if unknown:
            raise UsageError(f"there is no format {unknown[0]!r}", remedy=f"use one of {', '.join(FORMATS)}")
        return formats


def _make(format_: str, edition_: Edition, made: Sequence[Made], run: Run) -> None:
    """One format; where it fails as a whole that is reported, and the others are made. Raises `UsageError`."""
    try:
        FORMATS[format_](edition_, made, run)
    except UsageError:
        raise
    except TeiToolsError as error:
        run.report.errors.append(error)


def _documents(sources: Sequence[Source], run: Run, executor: Executor, *, write: bool) -> Iterator[Made]:
    """Every document of the edition, converted; a second one with the same id is an error."""
    taken: dict[str, str] = {}
    for done, converted in enumerate(convert(sources, run.settings, executor), 1):
        run.note(converted)
        for part in converted.parts:
            ident = part.document.metadata.id
            if ident in taken:
                remedy = "ids are unique in an edition: correct the number of one of them"
                message = f"the document is {ident}, as {taken[ident]} is"
                run.report.errors.append(PublishError(message, place=str(converted.source.path), remedy=remedy))
                continue
            taken[ident] = str(converted.source.path)
            tei = run.keep_tei(f"tei/{ident}.xml", part.tei, origin_of(part.document), write=write)
            if tei is not None:
                yield Made(ident, PurePath(part.document.source.path).name, part.document.source.sha256, tei)
        run.progress("convert", done, len(sources))


def _sound(made: Sequence[Made], report: Report) -> list[Made]:
    """The documents without error: pointers from file to file, and the grammar of files that an editor changed."""
    index: Index = {document.place: _ids(document) for document in made}
    sound: list[Made] = []
    for document in made:
        found = validate(document.tei, document.place, index=index)
        report.diagnostics += found
        if not any(problem.severity == "error" for problem in found):
            sound.append(document)
    return sound


def _ids(document: Made) -> frozenset[str]:
    """Of one document after the other: the trees of thousands would fill the memory."""
    tree = parse(document.tei, document.place)[0]
    return ids(tree) if tree is not None else frozenset()


def _as_tei(edition_: Edition, made: Sequence[Made], run: Run) -> None:
    """The volume of all documents; they themselves are written while they are converted."""
    whole = _assembled(edition_, made, run)
    if whole is not None:
        run.keep_tei(f"tei/{edition_.id}.xml", whole, {document.source: document.sha256 for document in made})


def _assembled(edition_: Edition, made: Sequence[Made], run: Run) -> bytes | None:
    trees = [parse(document.tei, document.place)[0] for document in made]
    roots = [tree.getroot() for tree in trees if tree is not None]
    if not roots:
        return None
    whole, problems = assembled(roots, run.settings, f"{edition_.id}.xml", front=True)
    run.report.diagnostics += problems
    return whole


def _volume(edition_: Edition, made: Sequence[Made], run: Run) -> bytes | None:
    """The TEI of the volume as it stands in the folder: what this run wrote there, or an editor; else made anew."""
    name = f"tei/{edition_.id}.xml"
    if name in run.report.written or run.manifest.edited(name):
        return run.manifest.folder.read(name)
    return _assembled(edition_, made, run)


def _as_text(_edition: Edition, made: Sequence[Made], run: Run) -> None:
    for done, document in enumerate(made, 1):
        result = transform(document.tei, "text", place=document.place, page_form=run.settings.profile.page_form)
        run.keep(f"text/{document.id}.txt", result.text, document.origin("text"))
        run.progress("text", done, len(made))


def _as_json(_edition: Edition, made: Sequence[Made], run: Run) -> None:
    for done, document in enumerate(made, 1):
        result = transform(document.tei, "json", place=document.place)
        run.keep(f"json/{document.id}.json", result.text, document.origin())
        run.progress("json", done, len(made))


def _together(to: str, edition_: Edition, made: Sequence[Made], run: Run) -> None:
    """A format that is one result of all documents: tables, graph …"""
    run.progress(to, 0, 1)
    corpus = Corpus.of([(document.place, document.tei) for document in made], edition_.address)
    files, remarks = collective(to, corpus)
    run.report.diagnostics += remarks
    for name, content in files:
        run.keep(f"{to}/{name}", content, origin_of_all(edition_.id, made))


def _as_pdf(edition_: Edition, made: Sequence[Made], run: Run) -> None:
    book = edition_.book
    printing = Printing(book, day_of(run.settings.imprint.date), edition_.profile, wording_of(edition_.language))
    if "documents" in book.of:
        for done, document in enumerate(made, 1):
            try:
                result = printing.document(document.tei, document.place, whole="no")
            except TeiToolsError as error:
                run.report.errors.append(error)
                continue
            run.report.diagnostics += result.diagnostics
            run.keep(f"pdf/{document.id}.pdf", result.content, document.origin("typst"))
            run.progress("pdf", done, len(made))
    whole = _volume(edition_, made, run) if "edition" in book.of else None
    if whole is not None:
        run.progress("book", 0, 1)
        printed, errors = printing.volume(
            whole, f"{edition_.id}.xml", {document.source: document.sha256 for document in made}
        )
        run.report.errors += errors
        if printed is not None:
            run.report.diagnostics += printed.diagnostics
            everything = origin_of_all(edition_.id, made, "typst")
            run.keep(f"pdf/{edition_.id}.pdf", printed.content, everything)


def _as_epub(edition_: Edition, made: Sequence[Made], run: Run) -> None:
    day = day_of(run.settings.imprint.date)
    printing = Printing(replace(edition_.book, standard="ua-1"), day, edition_.profile)
    whole = facts_of(edition_, day)

    def report(problem: Diagnostic) -> None:
        if problem not in run.report.diagnostics:  # a picture is a part of two books
            run.report.diagnostics.append(problem)

    if "documents" in edition_.book.of:
        for done, document in enumerate(made, 1):
            facts = replace(whole, id=f"{whole.id}:{document.id}", title=title_of(document.tei) or document.id)
            run.keep(
                f"epub/{document.id}.epub",
                printing.ebook([(document.id, document.tei)], facts, edition_.folder, report),
                document.origin("epub"),
            )
            run.progress("epub", done, len(made))
    if "edition" in edition_.book.of and made:
        everything = origin_of_all(edition_.id, made, "epub")
        content = printing.ebook([(document.id, document.tei) for document in made], whole, edition_.folder, report)
        run.keep(f"epub/{edition_.id}.epub", content, everything)


def _as_draft(to: str, edition_: Edition, made: Sequence[Made], run: Run) -> None:
    documents = ((document.id, document.tei, document.origin(to)) for document in made)
    drafts(to, documents, run, of=len(made), locale=wording_of(edition_.language), profile=edition_.profile)


FORMATS: dict[str, Callable[[Edition, Sequence[Made], Run], None]] = {
    "tei": _as_tei,
    "html": as_html,
    "pdf": _as_pdf,
    "epub": _as_epub,
    "text": _as_text,
    "docx": partial(_as_draft, "docx"),
    "markdown": partial(_as_draft, "markdown"),
    "json": _as_json,
    **{name: partial(_together, name) for name in COLLECTIVE},
}

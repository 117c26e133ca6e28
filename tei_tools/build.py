"""An edition, built: its documents converted, then each format made of the TEI that stands in the edition's folder.

`DIR/{tei,html,pdf,text}/…` are named by document ids; `manifest.json` tells what was made of what. A TEI file that an
editor changed stays as it is, and the other formats are made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePath

from tei_tools import edition
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.errors import PublishError, TeiToolsError, UsageError
from tei_tools.executor import Executor
from tei_tools.link.references import by_document
from tei_tools.pipeline import IN_PROCESS, Source, assembled, convert
from tei_tools.printing import Printing, day_of, facts_of, title_of, wording_of
from tei_tools.publish import html as site
from tei_tools.publish import search
from tei_tools.publish.html.prose import prose
from tei_tools.publish.manifest import Origin, digest
from tei_tools.resources import resource
from tei_tools.run import TOOL, Progress, Report, Run, origin_of, settings_of, silent, started
from tei_tools.transform import transform
from tei_tools.validate import Index, ids, parse, validate


@dataclass(frozen=True, slots=True)
class Made:
    """A TEI document as it stands in the folder: the tool's, or an editor's."""

    id: str
    source: str
    sha256: str
    tei: bytes

    @property
    def place(self) -> str:
        return f"{self.id}.xml"

    def origin(self, format_: str) -> Origin:
        return Origin({self.source: self.sha256}, stylesheets=stylesheet_digests(format_))


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
        lists = {**self.authorities, **({"decisions": self.decisions} if self.decisions else {})}
        settings = settings_of(self.profile, self.imprint(date), lists, file_of=by_document, relative=True)
        run = started(output, settings, lists, force=force, progress=progress)
        made = list(_documents(sources, run, executor, write="tei" in formats))
        kept = {f"tei/{name}.xml" for name in (*(document.id for document in made), self.id)}
        if "tei" in formats:
            kept.update(run.keep_schemas("tei/"))
        made = _sound(made, run.report)
        for name in sorted(formats, key=lambda name: name == "html"):  # the site leads to the others
            FORMATS[name](self, made, run)
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

    def _formats(self, only: Sequence[str]) -> Sequence[str]:
        formats = only or self.formats
        unknown = [name for name in formats if name not in FORMATS]
        if unknown:
            raise UsageError(f"there is no format {unknown[0]!r}", remedy=f"use one of {', '.join(FORMATS)}")
        return formats


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


@cache
def stylesheet_digests(name: str) -> dict[str, str]:
    """The digest of a format's stylesheets, as one: the driver, its modules and what all formats share."""
    folder = resource("xslt")
    modules = sorted((folder / "modules" / name).rglob("*.xsl"))
    shared = sorted(path for path in (folder / "lib").rglob("*") if path.suffix in (".xsl", ".xml"))
    return {f"{name}.xsl": digest(b"".join(path.read_bytes() for path in [folder / f"{name}.xsl", *modules, *shared]))}


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


def _as_html(edition_: Edition, made: Sequence[Made], run: Run) -> None:
    by_page = {f"{document.id}.html": document for document in made}
    everything = Origin({edition_.id: _digest_of(made)}, stylesheets=stylesheet_digests("html"))
    documents = [(document.id, document.tei) for document in made]
    facts = _facts(edition_, tuple(_downloads(made, run)), run.settings.imprint.date)
    run.report.diagnostics += site.faint(edition_.site, edition.NAME)
    own = [prose(file) for file in edition_.site.pages]
    report = run.report.diagnostics.append
    pages = site.site(documents, facts, transform, profile=edition_.profile, prose=own, report=report)
    for done, (name, content) in enumerate(pages, 1):
        run.keep(f"html/{name}", content, by_page[name].origin("html") if name in by_page else everything)
        run.progress("html", min(done, len(made)), len(made))
    if not facts.search:
        run.report.diagnostics.append(_no_search())
        return
    kept = ((name, run.manifest.folder.read(f"html/{name}") or b"") for name in by_page)
    for name, content in search.index(kept):
        run.keep(f"html/{name}", content, everything)


def _digest_of(made: Sequence[Made]) -> str:
    """One digest of all sources: what is made of all of them need not list them, thousands of times."""
    return digest("".join(document.sha256 for document in made))


def _no_search() -> Diagnostic:
    hint = "pip install 'tei-tools[search]' and build again"
    return Diagnostic(
        "publish.search-missing", "info", "the site has no search: Pagefind is not installed", Place(edition.NAME), hint
    )


def _facts(edition_: Edition, downloads: tuple[site.Download, ...], date: str) -> site.Facts:
    return site.Facts(
        title=", ".join(part for part in (edition_.series, edition_.title) if part),
        editors=edition_.editors,
        language=edition_.site.language or edition_.language,
        publisher=edition_.publisher,
        date=date,
        licence=edition_.licence_text or edition_.licence,
        licence_url=edition_.licence,
        url=edition_.url and edition_.url.rstrip("/") + "/",
        downloads=downloads,
        look=edition_.site,
        search=search.available(),
    )


def _downloads(made: Sequence[Made], run: Run) -> Iterator[site.Download]:
    """The formats beside the site, and which documents are there in them, made by this run or an earlier one."""
    for key, (ending, type_) in DOWNLOADS.items():
        there = (item.id for item in made if run.manifest.folder.where(f"{key}/{item.id}{ending}").exists())
        yield site.Download(key, f"../{key}/", ending, type_, frozenset(there))


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
        printed, errors = printing.volume(whole, f"{edition_.id}.xml")
        run.report.errors += errors
        if printed is not None:
            run.report.diagnostics += printed.diagnostics
            everything = Origin({edition_.id: _digest_of(made)}, stylesheets=stylesheet_digests("typst"))
            run.keep(f"pdf/{edition_.id}.pdf", printed.content, everything)


def _as_epub(edition_: Edition, made: Sequence[Made], run: Run) -> None:
    day = day_of(run.settings.imprint.date)
    printing = Printing(replace(edition_.book, standard="ua-1"), day, edition_.profile)
    whole = facts_of(edition_, day)
    if "documents" in edition_.book.of:
        for done, document in enumerate(made, 1):
            facts = replace(whole, id=f"{whole.id}:{document.id}", title=title_of(document.tei) or document.id)
            run.keep(
                f"epub/{document.id}.epub",
                printing.ebook([(document.id, document.tei)], facts),
                document.origin("epub"),
            )
            run.progress("epub", done, len(made))
    if "edition" in edition_.book.of and made:
        everything = Origin({edition_.id: _digest_of(made)}, stylesheets=stylesheet_digests("epub"))
        content = printing.ebook([(document.id, document.tei) for document in made], whole)
        run.keep(f"epub/{edition_.id}.epub", content, everything)


DOWNLOADS = {
    "tei": (".xml", "application/tei+xml"),
    "text": (".txt", "text/plain"),
    "pdf": (".pdf", "application/pdf"),
    "epub": (".epub", "application/epub+zip"),
}
"""The ending and media type of each format that a reader may want to have."""

FORMATS: dict[str, Callable[[Edition, Sequence[Made], Run], None]] = {
    "tei": _as_tei,
    "html": _as_html,
    "pdf": _as_pdf,
    "epub": _as_epub,
    "text": _as_text,
}

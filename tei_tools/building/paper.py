"""Text, PDF and EPUB: a file per document, and of PDF and EPUB one of the edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tei_tools.building.made import Made, of_all
from tei_tools.building.tables import from_table, to_table
from tei_tools.building.volume import in_chapters, standing, state
from tei_tools.diagnostics import Diagnostic
from tei_tools.drafts import ENDINGS, draft
from tei_tools.edition import Edition
from tei_tools.edition_book import Book
from tei_tools.errors import TeiToolsError
from tei_tools.executor import Executor, Step, chunks
from tei_tools.printing import Printing, day_of, facts_of, title_of, wording_of
from tei_tools.publish.chapters import with_openings
from tei_tools.publish.epub import Facts
from tei_tools.publish.manifest import Origin, digest
from tei_tools.publish.pictures import Lying, within_reach
from tei_tools.run import Run
from tei_tools.stopwatch import spent
from tei_tools.transform import transform

Task = list[tuple[str, bytes, Lying]]
"""(id, TEI, its pictures where they are wanted)"""
Result = tuple[bytes | None, tuple[Diagnostic, ...]]
"""The content, None for a file that must not be written, and what there is to say."""
Outcome = Result | TeiToolsError


PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp"})


@dataclass(frozen=True)
class Kind:
    """A format of single documents: `stylesheet` is the one that it is made with, `settings` are digests."""

    name: str
    ending: str
    stylesheet: str
    step: Step[Task, list[Outcome]]
    shared: object
    settings: dict[str, str]
    beside: Callable[[bytes], Lying] = lambda _tei: {}


def as_text(_edition: Edition, made: Sequence[Made], run: Run, executor: Executor) -> None:
    form = run.settings.profile.page_form
    _each(made, run, executor, Kind("text", ".txt", "text", texts, form, {"page marks": form}))


def as_pdf(edition: Edition, made: Sequence[Made], run: Run, executor: Executor) -> None:
    book, imprint = edition.book, run.settings.imprint
    printing = Printing(book, day_of(imprint.date), edition.profile, wording_of(edition.language))
    settings = {
        "book": _digest_of(book),
        "imprint": digest(f"{imprint.date} {run.settings.profile_digest} {printing.language}"),
    }
    if "documents" in book.of:
        _each(made, run, executor, Kind("pdf", ".pdf", "typst", pdfs, printing, settings))
    name = f"pdf/{edition.id}.pdf"
    told = {"volume": state(edition, made, run), "divs": digest(repr(edition.divs))}
    origin = of_all(edition.id, made, "typst", **told, **settings)
    if "edition" not in book.of or not made or not _wanted(name, run, origin):
        return
    whole = standing(edition, made, run)
    if whole is None:
        return
    run.progress("book", 0, 1)
    whole = in_chapters(edition, whole)
    printed, errors = printing.volume(whole, f"{edition.id}.xml", {d.source: d.sha256 for d in made})
    run.report.errors += errors
    if printed is not None:
        _told(name, printed.diagnostics, run)
        run.keep(name, printed.content, Origin() if errors else origin)  # what lacks documents is tried again


def as_epub(edition: Edition, made: Sequence[Made], run: Run, executor: Executor) -> None:
    day = day_of(run.settings.imprint.date)
    printing = Printing(replace(edition.book, standard="ua-1"), day, edition.profile)
    facts = facts_of(edition, day)
    imprint = digest(f"{replace(facts, cover=None)} {run.settings.profile_digest}")
    pictures = _pictures(edition.folder, run)
    settings = {"book": _digest_of(edition.book), "imprint": imprint, "pictures": pictures}
    if "documents" in edition.book.of:
        beside = partial(within_reach, folder=edition.folder, reach=executor.reach)
        _each(made, run, executor, Kind("epub", ".epub", "epub", epubs, (printing, facts), settings, beside))
    name = f"epub/{edition.id}.epub"
    origin = of_all(edition.id, made, "epub", divs=digest(repr(edition.divs)), **settings)
    if "edition" in edition.book.of and made and _wanted(name, run, origin):
        run.progress("e-book", 0, 1)
        found: list[Diagnostic] = []
        every = with_openings([(document.id, document.tei) for document in made], edition.divs, edition.language)
        content = printing.ebook(every, facts, edition.folder, found.append)
        _told(name, found, run)
        run.keep(name, content, origin)


def as_json(_edition: Edition, made: Sequence[Made], run: Run, executor: Executor) -> None:
    _each(made, run, executor, Kind("json", ".json", "", jsons, None, {}))


def as_draft(to: str, edition: Edition, made: Sequence[Made], run: Run, executor: Executor) -> None:
    shared = (to, wording_of(edition.language), edition.profile)
    settings = {"imprint": digest(f"{shared[1]} {run.settings.profile_digest}")}
    _each(made, run, executor, Kind(to, ENDINGS[to], to, drafts, shared, settings))


def drafts(shared: tuple[str, str, str], task: Task) -> list[Outcome]:
    to, locale, profile = shared

    def one(id_: str, tei: bytes) -> Result:
        content, problems = draft(tei, to, f"{id_}.xml", locale=locale, profile=profile)
        return content, tuple(problems)

    return [_tried(to, one, id_, tei) for id_, tei, _ in task]


def jsons(_shared: None, task: Task) -> list[Outcome]:
    def json(id_: str, tei: bytes) -> Result:
        return transform(tei, "json", place=f"{id_}.xml").text.encode(), ()

    return [_tried("json", json, id_, tei) for id_, tei, _ in task]


def texts(form: str, task: Task) -> list[Outcome]:
    def text(id_: str, tei: bytes) -> Result:
        return transform(tei, "text", place=f"{id_}.xml", page_form=form).text.encode(), ()

    return [_tried("text", text, id_, tei) for id_, tei, _ in task]


def pdfs(printing: Printing, task: Task) -> list[Outcome]:
    def pdf(id_: str, tei: bytes) -> Result:
        made = printing.document(tei, f"{id_}.xml", whole="no")
        return made.content, made.diagnostics

    return [_tried("pdf", pdf, id_, tei) for id_, tei, _ in task]


def epubs(shared: tuple[Printing, Facts], task: Task) -> list[Outcome]:
    printing, whole = shared

    def epub(id_: str, tei: bytes, lying: Lying) -> Result:
        facts = replace(whole, id=f"{whole.id}:{id_}", title=title_of(tei) or id_)
        found: list[Diagnostic] = []
        return printing.ebook([(id_, tei)], facts, lying, found.append), tuple(found)

    return [_tried("epub", partial(epub, lying=lying), id_, tei) for id_, tei, lying in task]


def _tried(kind: str, make: Callable[[str, bytes], Result], id_: str, tei: bytes) -> Outcome:
    """A document that can't be made does not stop the others."""
    with spent(kind, id_):
        try:
            return make(id_, tei)
        except TeiToolsError as error:
            return error


def _each(made: Sequence[Made], run: Run, executor: Executor, kind: Kind) -> None:
    """The file of each document that does not stand as it would be made."""
    origins = {document.id: document.origin(kind.stylesheet, **kind.settings) for document in made}
    names = {document.id: f"{kind.name}/{document.id}{kind.ending}" for document in made}
    due = [document for document in made if _wanted(names[document.id], run, origins[document.id])]
    tasks = ([(d.id, tei := d.tei, kind.beside(tei)) for d in chunk] for chunk in chunks(due, width=executor.width))
    done = 0
    for task, results in executor.map(kind.step, kind.shared, tasks):
        outcomes = results if isinstance(results, list) else [results.at(f"{id_}.xml") for id_, *_ in task]
        for (id_, *_), outcome in zip(task, outcomes, strict=True):
            if isinstance(outcome, TeiToolsError):
                run.report.errors.append(outcome)
            else:
                _told(names[id_], outcome[1], run)
                if outcome[0] is not None:
                    run.keep(names[id_], outcome[0], origins[id_])
            done += 1
            run.progress(kind.name, done, len(due))


def _wanted(name: str, run: Run, origin: Origin) -> bool:
    """Whether a file is to be made now; of one that stands is told what it brought up."""
    record = run.records.get(name)
    if run.due(name, origin) or not record:
        return not run.dry
    run.report.diagnostics += [from_table(row) for row in record["diagnostics"]]
    return False


def _told(name: str, diagnostics: Sequence[Diagnostic], run: Run) -> None:
    """Report what a file brought up, now and whenever it is not made again."""
    run.report.diagnostics += diagnostics
    run.records.put(name, "", {"diagnostics": [to_table(problem) for problem in diagnostics]})


def _pictures(folder: Path, run: Run) -> str:
    """The digest of all pictures in the folder of the edition, in which e-books look for theirs."""
    apart = run.manifest.folder.path.resolve()
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PICTURES)
    own = [path for path in files if not path.resolve().is_relative_to(apart)]
    return digest("".join(f"{path.relative_to(folder).as_posix()} {digest(path.read_bytes())}\n" for path in own))


def _digest_of(book: Book) -> str:
    """What the book says, and the content of the files that it names."""
    files = [path.read_bytes() for path in (*book.fonts, *([book.cover] if book.cover else []))]
    named = replace(book, fonts=(), cover=None, of=())
    return digest(repr(named) + "".join(digest(content) for content in files))


PAPER: dict[str, Callable[[Edition, Sequence[Made], Run, Executor], None]] = {
    "text": as_text,
    "pdf": as_pdf,
    "epub": as_epub,
    "json": as_json,
    **{name: partial(as_draft, name) for name in ENDINGS},
}
"""The formats of single documents."""

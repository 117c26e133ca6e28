"""The site: the pages of documents that changed or stand beside one that did, and those of the edition as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tei_tools import edition as editions
from tei_tools.building.look import Look
from tei_tools.building.made import Made, of_all
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.edition import Edition
from tei_tools.encode.header import LICENCES
from tei_tools.errors import PublishError, TeiToolsError, TransformError
from tei_tools.executor import Executor, chunks
from tei_tools.printing import wording_of
from tei_tools.program import program, stylesheets
from tei_tools.publish import html as site
from tei_tools.publish import search
from tei_tools.publish.html.prose import prose
from tei_tools.publish.manifest import Origin, digest
from tei_tools.publish.records import key
from tei_tools.run import Run
from tei_tools.stopwatch import spent
from tei_tools.transform import transform

DOWNLOADS = {
    "tei": (".xml", "application/tei+xml"),
    "text": (".txt", "text/plain"),
    "pdf": (".pdf", "application/pdf"),
    "epub": (".epub", "application/epub+zip"),
}
"""The ending and media type of each format that a reader may want to have."""
COMMON = ("locale", "profile", "rules", "site")
"""What all pages are told alike."""
Task = list[tuple[str, bytes, Mapping[str, Any]]]
"""(id, TEI, surroundings)"""


def as_html(edition: Edition, made: Sequence[Made], looks: Mapping[str, Look], run: Run, executor: Executor) -> None:
    entries = [told for document in made if (told := looks[document.id].entry)]
    facts = _facts(edition, tuple(_downloads(made, run)), run.settings.imprint.date)
    run.report.diagnostics += site.faint(edition.site, editions.NAME)
    maker = _Maker(edition, made, run, executor)
    fail = run.report.errors.append
    sources = {f"{document.id}.xml": document.source for document in made}
    pages = site.made(
        entries,
        facts,
        transform,
        maker,
        profile=edition.profile,
        prose=list(_prose(edition, fail)),
        report=run.report.diagnostics.append,
        fail=lambda error: fail(_at_home(error, sources)),
    )
    written = set()
    for name, content in pages:
        path = f"html/{name}"
        run.present.add(path)
        written.add(name)
        if content is not None:
            maker.keep(path, content)
    if not facts.search:
        run.report.diagnostics.append(_no_search())
        return
    try:
        for name, content in _search(edition, [item for item in made if f"{item.id}.html" in written], run):
            run.present.add(f"html/{name}")
            maker.keep(f"html/{name}", content)
    except PublishError as error:
        fail(error)


def _prose(edition: Edition, fail: Callable[[TeiToolsError], None]) -> Iterator[site.Prose]:
    """The editors' own pages, without those that are faulty."""
    for file in edition.site.pages:
        try:
            yield prose(file)
        except TeiToolsError as error:
            fail(error)


def _at_home(error: TeiToolsError, sources: Mapping[str, str]) -> TeiToolsError:
    """A page that could not be made is named with the source that it was to be made of, which an editor knows."""
    source = sources.get(error.place)
    if source is None:
        return error
    return type(error)(error.message, place=f"{source} ({error.place})", remedy=error.remedy)


def pages(rules: Path | None, task: Task) -> list[site.Made]:
    """The page of each document, and its summary; `rules` are those of the edition, wherever this worker has them."""
    maker = site.Afresh([(id_, tei) for id_, tei, _ in task], transform)
    made: list[site.Made] = []
    for id_, _, told in task:
        with spent("html", id_):
            made += maker.pages([(id_, {**told, "rules": str(rules or "")})])
    return made


class _Maker:
    """Knows the pages that stand, and has the others made."""

    def __init__(self, edition: Edition, made: Sequence[Made], run: Run, executor: Executor) -> None:
        self._made = {document.id: document for document in made}
        self._edition, self._run, self._executor = edition, run, executor
        self._rules = _rules(edition.site.rules)
        self._everything = of_all(edition.id, made, "html")

    def pages(self, wanted: Sequence[tuple[str, Mapping[str, Any]]]) -> Iterator[site.Made]:
        origins = {id_: self._origin(id_, surroundings) for id_, surroundings in wanted}
        known: dict[str, str] = {}
        for id_, _ in wanted:
            record = self._run.records.get(f"summary {id_}", _key_of(origins[id_]))
            stands = not self._run.due(f"html/{id_}.html", origins[id_])
            if record and (stands or self._run.dry):
                known[id_] = record["summary"]
        rest = [(id_, surroundings) for id_, surroundings in wanted if id_ not in known]
        fresh = self._fresh(rest, origins)
        for id_, _ in wanted:
            yield (None, known[id_]) if id_ in known else next(fresh)

    def _fresh(
        self, rest: Sequence[tuple[str, Mapping[str, Any]]], origins: Mapping[str, Origin]
    ) -> Iterator[site.Made]:
        """The pages that are made now, and written."""
        run, done = self._run, 0
        tasks = (
            [(id_, self._made[id_].tei, surroundings) for id_, surroundings in chunk]
            for chunk in chunks(rest, width=self._executor.width)
        )
        for task, results in self._executor.map(pages, self._edition.site.rules, tasks):
            if not isinstance(results, list):
                results = [
                    TransformError(results.message, place=f"{id_}.xml", remedy=results.remedy) for id_, *_ in task
                ]
            for (id_, _, _), result in zip(task, results, strict=True):
                done += 1
                run.progress("html", done, len(rest))
                yield result if isinstance(result, TransformError) else self._taken(id_, result, origins[id_])

    def _taken(self, id_: str, page: tuple[bytes | None, str], origin: Origin) -> site.Made:
        content, summary = page
        if not self._run.dry and content is not None:
            self._run.records.put(f"summary {id_}", _key_of(origin), {"summary": summary})
            self._run.keep(f"html/{id_}.html", content, origin)
        return None, summary

    def overview(
        self, merged: str, options: Mapping[str, Any], make: Callable[[], Iterator[site.Page]]
    ) -> Iterator[site.Page]:
        """What shows the edition as a whole is made at once, and written where it is not what stands there."""
        run = self._run
        of = key(program(), stylesheets("html").values(), self._rules, merged, self._common(options))
        record = run.records.get("overview", of)
        names = [f"html/{path}" for path in record["paths"]] if record else []
        if record and not run.force and not any(run.manifest.stale(name, self._everything) for name in names):
            yield from ((path, None) for path in record["paths"])
            return
        if run.dry:
            yield from self._named(run.records.get("overview") or {"paths": []})
            return
        paths = []
        for path, content in make():
            paths.append(path)
            yield path, content
            run.progress("overview", len(paths), len(paths) + 1)
        run.records.put("overview", of, {"paths": paths})

    def _named(self, record: Mapping[str, Sequence[str]]) -> Iterator[site.Page]:
        """In a dry run: the pages that name a document whose page will be made anew, or that is gone."""
        names = self._run.manifest.entries
        there = {name[4:-4] for name in names if name.startswith("tei/") and name.endswith(".xml")}
        changed = {id_ for id_ in self._made if f"tei/{id_}.xml" in self._run.plan} | (there - {*self._made})
        for path in record["paths"]:
            content = self._run.manifest.folder.read(f"html/{path}") or b""
            named = sorted(id_ for id_ in changed if f"{id_}.html".encode() in content)
            if named:
                self._run.plan[f"html/{path}"] = f"it names {', '.join(named[:3])}{' …' if named[3:] else ''}"
            yield path, None

    def keep(self, path: str, content: bytes) -> None:
        """A page of the edition as a whole, or what goes with it."""
        if self._run.manifest.folder.read(path) != content:
            self._run.plan.setdefault(path, "it is new or changed")
        self._run.keep(path, content, self._everything)

    def _origin(self, id_: str, surroundings: Mapping[str, Any]) -> Origin:
        own = sorted((name, value) for name, value in surroundings.items() if name not in COMMON)
        told = {"site": key(self._common(surroundings), self._rules), "surroundings": digest(repr(own))}
        return self._made[id_].origin("html", **told)

    def _common(self, options: Mapping[str, Any]) -> str:
        """What all pages are told; rules by their content, wherever they lie."""
        return repr([(name, str(options.get(name))) for name in ("locale", "site")]) + (
            self._run.settings.profile_digest
        )


def _key_of(origin: Origin) -> str:
    return key(repr(origin))


def _rules(path: Path | None) -> str:
    """The digest of the rules of an edition, and of what lies beside them."""
    files = sorted(path.parent.rglob("*.xsl")) if path else []
    return digest("".join(digest(file.read_bytes()) for file in files))


def _search(edition: Edition, made: Sequence[Made], run: Run) -> Iterator[tuple[str, bytes]]:
    """The indexes; each is made of its pages where one of them changed. Gives (path, content) of what leads to them."""
    shares = search.shares([f"{document.id}.html" for document in made])
    at = 0
    for folder, names in shares:
        _index(edition, folder, made[at : at + len(names)], run)
        at += len(names)
    yield search.parts(folder for folder, _ in shares)


def _index(edition: Edition, folder: str, made: Sequence[Made], run: Run) -> None:
    names = [f"{document.id}.html" for document in made]
    digests = [run.manifest.entries[f"html/{name}"].sha256 for name in names if f"html/{name}" in run.manifest.entries]
    origin = of_all(edition.id, made, pages=digest("\n".join(digests)))
    before = run.records.get(f"search {folder}")
    paths = [f"html/{path}" for path in before["paths"]] if before else []
    same = run.records.get(f"search {folder}", origin.settings["pages"])
    stale = run.force or not same or any(f"html/{name}" in run.plan for name in names)
    if paths and not stale and not any(run.manifest.stale(path, origin) for path in paths):
        run.present.update(paths)
        return
    run.plan[f"html/{search.FOLDER}{folder}"] = "pages of documents changed" if before else "it is new"
    if run.dry:
        run.present.update(paths)
        return
    run.progress("search", 0, 1)
    kept = ((name, run.manifest.folder.read(f"html/{name}") or b"") for name in names)
    paths = []
    with spent("search"):
        for name, content in search.index(kept, edition.language.partition("-")[0], folder):
            run.keep(f"html/{name}", content, origin)
            paths.append(name)
    run.records.put(f"search {folder}", origin.settings["pages"], {"paths": paths})


def _no_search() -> Diagnostic:
    hint = "pip install 'tei-tools[search]' and build again"
    message = "the site has no search: Pagefind is not installed"
    return Diagnostic("publish.search-missing", "info", message, Place(editions.NAME), hint)


def _facts(edition: Edition, downloads: tuple[site.Download, ...], date: str) -> site.Facts:
    return site.Facts(
        title=", ".join(part for part in (edition.series, edition.title) if part),
        editors=edition.editors,
        language=edition.site.language or wording_of(edition.language),
        publisher=edition.publisher,
        date=date,
        licence=edition.licence_text or LICENCES.get(edition.licence, edition.licence),
        licence_url=edition.licence,
        url=edition.address,
        downloads=downloads,
        look=edition.site,
        search=search.available(),
    )


def _downloads(made: Sequence[Made], run: Run) -> Iterator[site.Download]:
    """The formats beside the site, and which documents are there in them, made by this run or an earlier one."""
    for format_, (ending, type_) in DOWNLOADS.items():
        names = {item.id: f"{format_}/{item.id}{ending}" for item in made}
        there = (id_ for id_, name in names.items() if name in run.present or run.manifest.folder.has(name))
        yield site.Download(format_, f"../{format_}/", ending, type_, frozenset(there))

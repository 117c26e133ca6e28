"""TEI files, whoever made them, as files of another format."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei_tools import drafts
from tei_tools.diagnostics import Diagnostic
from tei_tools.edition_book import Book
from tei_tools.errors import PublishError, SourceError, TeiToolsError, UsageError, fault
from tei_tools.executor import Executor, InProcess, Reach, files
from tei_tools.executor.files import File
from tei_tools.outcome import Progress, Report, distinct, silent
from tei_tools.printing import Printing, day_of, title_of
from tei_tools.publish.folder import Folder
from tei_tools.stopwatch import spent
from tei_tools.transform import formats, transform

if TYPE_CHECKING:
    from tei_tools.publish.pictures import Lying

ENDINGS = {
    "html": ".html",
    "text": ".txt",
    "typst": ".typ",
    "pdf": ".pdf",
    "epub": ".epub",
    "tei": ".xml",
    "frus": ".xml",
    **drafts.ENDINGS,
}


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of a file: the content, None where there is none, and what there is to say."""

    content: bytes | None = None
    diagnostics: Sequence[Diagnostic] = ()
    errors: Sequence[TeiToolsError] = ()


def deliver(
    paths: Sequence[Path],
    to: str,
    output: Path,
    *,
    date: str = "",
    url: str = "",
    book: Book | None = None,
    progress: Progress = silent,
    executor: Executor | None = None,
) -> Report:
    """Write each TEI file as `output/<stem>.<ending>`, for html with its style sheet; `book` is how pages look.

    Formats that are one result of all files are written as such, and made in this process; `url` is where they will be
    published. `tei` takes the files of the format `json`.

    A file that fails is reported, the others are written. Raises `UsageError` for an unknown format, and where two
    files would become one.
    """
    if not _is_single(to):
        from tei_tools.collective import deliver_together

        return deliver_together(paths, to, output, url, progress)
    ending = ENDINGS.get(to, f".{to}")
    distinct([(_stem(path) + ending, str(path)) for path in paths])
    printing = Printing(book or Book(), day_of(date))
    folder, report, executor = Folder(output), Report(), executor or InProcess()
    folder.prepare()
    given = files.tasks([_given(path) for path in paths], executor, _read)
    tasks = ([(file, _pictures(file, to, executor.reach)) for file in task] for task in given)
    for task, made in executor.map(delivered, (to, printing), tasks):
        results = made if isinstance(made, list) else [Delivered(errors=[made.at(file.path)]) for file, _ in task]
        for (file, _), result in zip(task, results, strict=True):
            _keep(folder, _stem(file.path) + ending, result, report)
            progress(to, report.documents, len(paths))
    for name, content in _assets(to) if report.written else ():
        folder.write(name, content)
    return report


def alone(
    names: Sequence[str], to: str, *, date: str = "", url: str = "", book: Book | None = None
) -> tuple[bytes, Report]:
    """The one file of a TEI file, or of all of them in a format that makes one of all; b"" where it fails.

    With it what there is to say. Raises `UsageError` where there would be several.
    """
    if not _is_single(to):
        from tei_tools.collective import together

        return together([Path(name) for name in names], to, url)
    if len(names) != 1:
        raise UsageError("standard output takes one file", remedy="name one, or a folder with -o")
    file = _given(Path(names[0]))
    (result,) = delivered((to, Printing(book or Book(), day_of(date))), [(file, file.path.parent)])
    return result.content or b"", Report([], [*result.diagnostics], [*result.errors], 1)


def delivered(shared: tuple[str, Printing], task: Sequence[tuple[File, Lying]]) -> list[Delivered]:
    """What becomes of each file, with its pictures; one that fails does not stop the others."""
    to, printing = shared
    made = []
    for file, lying in task:
        with spent(to, file.path):
            made.append(_delivered(file, to, printing, lying))
    return made


def _keep(folder: Folder, name: str, result: Delivered, report: Report) -> None:
    report.documents += 1
    report.diagnostics += result.diagnostics
    report.errors += result.errors
    try:
        if result.content is not None:
            folder.write(name, result.content)
            report.written.append(name)
    except PublishError as error:
        report.errors.append(error)


def _stem(path: Path) -> str:
    return "stdin" if str(path) == "-" else path.stem


def _is_single(to: str) -> bool:
    """Whether each file gets one of its own; what all files together become is loaded only when it is asked for."""
    single = {*formats(), "pdf", "tei"}
    if to in single:
        return True
    from tei_tools.collective import COLLECTIVE

    if to not in COLLECTIVE:
        raise UsageError(f"there is no format {to!r}", remedy=f"one of: {', '.join(sorted({*single, *COLLECTIVE}))}")
    return False


def _given(path: Path) -> File:
    """Standard input ("-") is read here: workers have another one."""
    return File(path, sys.stdin.buffer.read()) if str(path) == "-" else File(path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"can't be read: {reason}", place=str(path), remedy="check the path") from error


def _delivered(file: File, to: str, printing: Printing, lying: Lying) -> Delivered:
    found: list[Diagnostic] = []
    errors: list[TeiToolsError] = []
    try:
        if to == "epub":
            return Delivered(_ebook(file, printing, lying, found), found)
        return Delivered(_content(file, to, printing, found, errors), found, errors)
    except TeiToolsError as error:
        error.place = error.place or str(file.path)
        errors.append(error)
    except Exception as error:
        errors.append(fault(error, str(file.path)))
    return Delivered(None, found, errors)


def _content(
    file: File, to: str, printing: Printing, found: list[Diagnostic], errors: list[TeiToolsError]
) -> bytes | None:
    tei, place = files.content(file, _read), str(file.path)
    if to == "tei":
        from tei_tools.tei_json import from_json

        return from_json(tei, place)
    if to == "pdf":
        made, refused = printing.volume(tei, place)
        errors += refused
        found += made.diagnostics if made else ()
        return made.content if made else None
    if to in drafts.ENDINGS:
        content, problems = drafts.draft(tei, to, place)
        found += problems
        return content
    looks = {"paper": printing.book.paper, "figures": printing.book.figures}
    options = {"typst": looks, "frus": {"name": file.stem}}.get(to, {})
    result = transform(tei, to, place=place, **options)
    found += result.diagnostics
    return result.text.encode("utf-8")


def _ebook(file: File, printing: Printing, lying: Lying, found: list[Diagnostic]) -> bytes:
    from tei_tools.publish.epub import Facts

    tei, stem = files.content(file, _read), _stem(file.path)
    facts = Facts(f"tei-tools:{stem}", title_of(tei) or stem, day=printing.day)
    return printing.ebook([(stem, tei)], facts, lying, found.append)


def _pictures(file: File, to: str, reach: Reach) -> Lying:
    """The pictures of a file for a worker, where the format has some."""
    if to != "epub":
        return {}
    from tei_tools.publish.pictures import within_reach

    return within_reach(file.data or b"", file.path.parent, reach)


def _assets(to: str) -> Iterator[tuple[str, bytes]]:
    if to == "html":
        from tei_tools.publish.html import assets

        yield from assets()

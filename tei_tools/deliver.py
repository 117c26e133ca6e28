"""TEI files, whoever made them, as files of another format."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tei_tools import drafts
from tei_tools.edition_book import Book
from tei_tools.errors import SourceError, TeiToolsError, UsageError
from tei_tools.outcome import Progress, Report, distinct, silent
from tei_tools.printing import Printing, day_of, title_of
from tei_tools.publish.folder import Folder
from tei_tools.transform import formats, transform

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


def deliver(
    paths: Sequence[Path],
    to: str,
    output: Path,
    *,
    date: str = "",
    url: str = "",
    book: Book | None = None,
    progress: Progress = silent,
) -> Report:
    """Write each TEI file as `output/<stem>.<ending>`, for html with its style sheet; `book` is how pages look.

    Formats that are one result of all files are written as such; `url` is where they will be published. `tei` takes the
    files of the format `json`.

    A file that fails is reported, the others are written. Raises `UsageError` for an unknown format, and where two
    files would become one.
    """
    if not _is_single(to):
        from tei_tools.collective import deliver_together

        return deliver_together(paths, to, output, url, progress)
    ending = ENDINGS.get(to, f".{to}")
    distinct([(_stem(path) + ending, str(path)) for path in paths])
    printing = Printing(book or Book(), day_of(date))
    folder, report = Folder(output), Report()
    folder.prepare()
    for done, path in enumerate(paths, 1):
        try:
            content = _content(path, to, printing, report)
            if content is not None:
                folder.write(_stem(path) + ending, content)
                report.written.append(_stem(path) + ending)
        except TeiToolsError as error:
            report.errors.append(error)
        report.documents += 1
        progress(to, done, len(paths))
    for name, content in _assets(to) if report.written else ():
        folder.write(name, content)
    return report


def alone(names: Sequence[str], to: str, *, date: str = "", book: Book | None = None) -> tuple[bytes, Report]:
    """The one file of one TEI file, b"" where it fails, and what there is to say. Raises `UsageError` for several."""
    if len(names) != 1 or not _is_single(to):
        raise UsageError("standard output takes one file", remedy="name one, or a folder with -o")
    report = Report(documents=1)
    content = None
    try:
        content = _content(Path(names[0]), to, Printing(book or Book(), day_of(date)), report)
    except TeiToolsError as error:
        report.errors.append(error)
    return content or b"", report


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


def _content(path: Path, to: str, printing: Printing, report: Report) -> bytes | None:
    try:
        tei = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"can't be read: {reason}", place=str(path), remedy="check the path") from error
    if to == "tei":
        from tei_tools.tei_json import from_json

        return from_json(tei, str(path))
    if to == "epub":
        from tei_tools.publish.epub import Facts

        facts = Facts(f"tei-tools:{_stem(path)}", title_of(tei) or _stem(path), day=printing.day)
        return printing.ebook([(_stem(path), tei)], facts, path.parent, report.diagnostics.append)
    if to == "pdf":
        made, errors = printing.volume(tei, str(path))
        report.errors += errors
        report.diagnostics += made.diagnostics if made else ()
        return made.content if made else None
    if to in drafts.ENDINGS:
        content, problems = drafts.draft(tei, to, str(path))
        report.diagnostics += problems
        return content
    looks = {"paper": printing.book.paper, "figures": printing.book.figures}
    options = {"typst": looks, "frus": {"name": path.stem}}.get(to, {})
    result = transform(tei, to, place=str(path), **options)
    report.diagnostics += result.diagnostics
    return result.text.encode("utf-8")


def _assets(to: str) -> Iterator[tuple[str, bytes]]:
    if to == "html":
        from tei_tools.publish.html import assets

        yield from assets()

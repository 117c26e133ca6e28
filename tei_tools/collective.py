"""Formats that are one result of many TEI files: tables, graph, linked data, correspondence, services, a package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tei_tools.corpus import Corpus
from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.dts import dts
from tei_tools.errors import TeiToolsError, UsageError
from tei_tools.outcome import Progress, Report
from tei_tools.publish.cmif import cmif
from tei_tools.publish.folder import Folder
from tei_tools.publish.graph import graph
from tei_tools.publish.jsonld import jsonld
from tei_tools.publish.tables import parquet_available, tables
from tei_tools.publish.xar import xar

COLLECTIVE: dict[str, Callable[[Corpus], Iterator[tuple[str, bytes]]]] = {
    "tables": tables,
    "graph": graph,
    "jsonld": jsonld,
    "cmif": cmif,
    "dts": dts,
    "xar": xar,
}
"""Each takes a corpus, and gives (name, content) of its files."""


def deliver_together(paths: Sequence[Path], to: str, output: Path, url: str, progress: Progress) -> Report:
    """Write the files of a format that is made of all TEI files together; all of them or, after an error, none.

    Emits `publish.parquet-missing`, `publish.nothing-to-write`. Raises `PublishError` where nothing can be written.
    """
    folder = Folder(output)
    folder.prepare()
    report = Report(documents=len(paths))
    progress(to, 0, 1)
    try:
        files, remarks = collective(to, Corpus.read(paths, url))
    except TeiToolsError as error:
        report.errors.append(error)
        return report
    for name, content in files:
        folder.write(name, content)
        report.written.append(name)
    report.diagnostics += remarks
    progress(to, 1, 1)
    return report


def together(paths: Sequence[Path], to: str, url: str) -> tuple[bytes, Report]:
    """The one file of all TEI files together, b"" where there is none. Raises `UsageError` for a format of several."""
    report = Report(documents=len(paths))
    try:
        files, report.diagnostics = collective(to, Corpus.read(paths, url))
    except TeiToolsError as error:
        report.errors.append(error)
        return b"", report
    if len(files) > 1:
        raise UsageError(f"standard output takes one file, and {to} has several", remedy="name a folder with -o")
    return files[0][1] if files else b"", report


def collective(to: str, corpus: Corpus) -> tuple[list[tuple[str, bytes]], list[Diagnostic]]:
    """The files of a format as (name, content), and what an editor should know of them."""
    files = list(COLLECTIVE[to](corpus))
    return files, list(_remarks(to, files))


def _remarks(to: str, files: Sequence[tuple[str, bytes]]) -> Iterator[Diagnostic]:
    if to == "tables" and not parquet_available():
        message = "the tables are CSV only: pyarrow is not installed"
        hint = "pip install 'tei-tools[tables]' and run again"
        yield Diagnostic("publish.parquet-missing", "info", message, Place(""), hint)
    if not files:
        message = f"{to}: no document has what the file would tell"
        hint = "sender and addressee come from heads and signatures; correspDesc in a TEI header may name them"
        yield Diagnostic("publish.nothing-to-write", "warning", message, Place(""), hint)

"""Formats that are one result of all documents: tables, graph, linked data, the correspondence."""

from __future__ import annotations

from collections.abc import Sequence

from tei_tools.building.made import Made, of_all
from tei_tools.building.tables import from_table, to_table
from tei_tools.collective import collective
from tei_tools.corpus import Corpus
from tei_tools.edition import Edition
from tei_tools.publish.manifest import digest
from tei_tools.publish.tables import parquet_version
from tei_tools.run import Run


def together(to: str, edition: Edition, made: Sequence[Made], run: Run) -> None:
    """The files of that format, where a document changed."""
    settings = {"imprint": digest(edition.address), **({"parquet": parquet_version()} if to == "tables" else {})}
    origin = of_all(edition.id, made, **settings)
    record = run.records.get(f"files of {to}", origin.settings["documents"])
    due = [name for name in record["files"] if run.due(name, origin)] if record else [to]
    if record and not due:
        run.report.diagnostics += [from_table(row) for row in record["diagnostics"]]
        return
    if run.dry:
        run.plan.setdefault(f"{to}/", "documents of the edition changed")
        return
    run.progress(to, 0, 1)
    corpus = Corpus(tuple((document.place, document.load) for document in made), edition.address)
    files, remarks = collective(to, corpus)
    run.report.diagnostics += remarks
    for name, content in files:
        run.keep(f"{to}/{name}", content, origin)
    told = {"files": [f"{to}/{name}" for name, _ in files], "diagnostics": [to_table(each) for each in remarks]}
    run.records.put(f"files of {to}", origin.settings["documents"], told)

"""Suggestions for the editor: everything that is doubtful about a collection, as one table to be decided.

The documents are read, recognised and linked as a conversion does it, with the decisions that there are; what then is
still open becomes a row. Rows that were decided are kept as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tei_tools.authority.doubts import doubts as doubts_of_list
from tei_tools.decisions import COLUMNS, Table
from tei_tools.diagnostics import Diagnostic
from tei_tools.errors import TeiToolsError, fault
from tei_tools.link.evidence import evidence
from tei_tools.link.index import reduce
from tei_tools.pipeline import Prepared, Settings, Source, link, prepare
from tei_tools.suggest import doubts, persons
from tei_tools.suggest.context import Context
from tei_tools.suggest.rows import Cells

__all__ = ["Suggestions", "suggest"]

Progress = Callable[[str, int, int], None]
KEYS = ("kind", "document", "before", "text", "after", "occurrence")
"""The columns that together tell what a row is about."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """`table`: the open rows, then the decided ones; `open` counts the former."""

    table: Table
    open: int
    diagnostics: tuple[Diagnostic, ...]
    errors: tuple[TeiToolsError, ...]


def suggest(sources: Sequence[Source], settings: Settings, progress: Progress = lambda *_: None) -> Suggestions:
    """What is doubtful about the documents of these sources. A source that fails does not stop the others."""
    prepared: list[Prepared] = []
    errors: list[TeiToolsError] = []
    for done, source in enumerate(sources, 1):
        try:
            prepared += prepare(source, settings)
        except TeiToolsError as error:
            errors.append(error)
        except Exception as error:
            errors.append(fault(error, str(source.path)))
        progress("suggest", done, len(sources))
    index = reduce(evidence(each.document, each.document.annotations, each.decisions) for each in prepared)
    linked = [link(each, index, settings) for each in prepared]
    contexts = [Context(document, settings.profile.page_forms) for document, _ in linked]
    told = [found for _, found in linked]
    rows = [*persons.rows_of(contexts, settings.names), *doubts.rows(contexts, told, settings)]
    said = list(settings.decisions.told(index.decisions, index.names))
    said += doubts_of_list(settings.authority)
    said += [d for found in told for d in found if d.code.startswith("link.decision-")]
    return Suggestions(_table(rows, settings), len(rows), tuple(said), tuple(errors))


def _table(rows: Sequence[Cells], settings: Settings) -> Table:
    """The open rows, with what an editor wrote beside them, and then the rows that are decided or have a comment."""
    before = settings.decisions
    written = {_key(row.cells): _own(row.cells) for row in before.rows if not row.cells["decision"]}
    empty = dict.fromkeys(COLUMNS, "")
    open_ = [{**empty, **written.pop(_key(row), {}), **row} for row in rows]
    kept = [row.cells for row in before.rows if row.cells["decision"] or written.get(_key(row.cells))]
    return Table(before.columns, tuple(enumerate([*open_, *kept], 2)))


def _key(row: Cells) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in KEYS)


def _own(row: Cells) -> Cells:
    """What an editor added to a row: a comment, cells of columns that the tool does not know."""
    return {name: cell for name, cell in row.items() if cell and (name == "comment" or name not in COLUMNS)}

"""How a collection goes through the pipeline: a map step, a reduce step, and a second map with what came of them.

Between the two the documents wait, packed, in a temporary file: the memory of no process grows with the collection, but
for the evidence. The result does not depend on the executor.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tei_tools.authority.doubts import doubts
from tei_tools.authority.reading import read
from tei_tools.conversion import Converted, Prepared, Source
from tei_tools.diagnostics import Diagnostic
from tei_tools.errors import TeiToolsError, WorkerError
from tei_tools.executor import Executor
from tei_tools.link.evidence import Evidence, evidence
from tei_tools.link.index import CollectionIndex, reduce
from tei_tools.names_model import contexts
from tei_tools.pipeline import IN_PROCESS, Outcome, attempt, finish, prepare
from tei_tools.saxon import stylesheet
from tei_tools.settings import Settings
from tei_tools.spool import Spool
from tei_tools.transport import slim, tasks
from tei_tools.validate import grammar

Waiting = tuple[list[Source], bytes]
"""Some sources, and the packed outcome of each."""


def convert(
    sources: Sequence[Source], settings: Settings, executor: Executor = IN_PROCESS, *, recorded: bool = False
) -> Iterator[Converted]:
    """See `pipeline.convert`."""
    with tempfile.TemporaryFile() as file:
        spool: Spool[Waiting] = Spool(file)
        gathered = [told for _, row in gather(sources, settings, executor, spool) for told in row]
        index = reduce(gathered)
        told: tuple[Diagnostic, ...] | None = None
        for converted in conclude(spool, index, settings, executor, recorded=recorded):
            if told is None:  # workers are busy with the next ones meanwhile
                told = (*doubts(settings.authority), *settings.decisions.told(index.decisions, index.names))
                converted = replace(converted, diagnostics=(*told, *converted.diagnostics))
            yield converted


def ready() -> None:
    """What a worker compiles before its first task: the stylesheet of the proofs, and the grammar."""
    stylesheet("text")
    grammar.own()


def gather(
    sources: Sequence[Source], settings: Settings, executor: Executor, spool: Spool[Waiting]
) -> Iterator[tuple[Source, list[Evidence]]]:
    """The map step: each source with the evidence of its documents; they themselves then wait in the spool."""
    for task, made in executor.map(prepared, settings, tasks(sources, executor, settings.limit)):
        bare = [replace(source, data=None) if executor.reach == "sent" else source for source in task]
        if isinstance(made, TeiToolsError):
            made = _given_up(made, task)
        evidences, outcomes = made
        spool.put((bare, outcomes))
        yield from zip(bare, evidences, strict=True)


def conclude(
    spool: Iterable[Waiting], index: CollectionIndex, settings: Settings, executor: Executor, *, recorded: bool = False
) -> Iterator[Converted]:
    """The second half, for all that waits."""
    shared = (index, settings, executor.remote, recorded)
    for (sources, _), made in executor.map(finished, shared, spool, _singles):
        yield from (
            made if isinstance(made, list) else [Converted(each, (), None, (), made.at(each.path)) for each in sources]
        )


def prepared(settings: Settings, sources: Sequence[Source]) -> tuple[list[list[Evidence]], bytes]:
    """A task of the map step: the evidence of each source, and what is left for the second half, packed."""
    outcomes = [attempt(source, settings, prepare) for source in sources]
    return [
        [] if isinstance(o, TeiToolsError) else [_evidence(each, settings) for each in o] for o in outcomes
    ], _packed(outcomes)


def _evidence(each: Prepared, settings: Settings) -> Evidence:
    told = contexts(read(each.document), settings.names.language) if settings.names_model else ()
    return evidence(each.document, each.document.annotations, each.decisions, told)


def finished(shared: tuple[CollectionIndex, Settings, bool, bool], waiting: Waiting) -> list[Converted]:
    """A task of the second half."""
    index, settings, remote, recorded = shared
    sources, outcomes = waiting
    made = finish(list(zip(sources, pickle.loads(outcomes), strict=True)), index, settings, recorded=recorded)
    return [slim(converted) if remote else converted for converted in made]


def _packed(outcomes: list[Outcome]) -> bytes:
    return pickle.dumps(outcomes, pickle.HIGHEST_PROTOCOL)


def _singles(waiting: Waiting) -> list[Waiting]:
    return [
        ([source], _packed([outcome])) for source, outcome in zip(waiting[0], pickle.loads(waiting[1]), strict=True)
    ]


def _given_up(error: WorkerError, sources: Sequence[Source]) -> tuple[list[list[Evidence]], bytes]:
    return [[] for _ in sources], _packed([error.at(source.path) for source in sources])

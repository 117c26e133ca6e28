"""Where the time of a conversion goes: milliseconds per document and stage, in a process that has started already.

The functions that the pipeline calls are replaced by ones that take the time, and what one spends in another is counted
for the inner one. So the stages add up to the whole.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tei_tools import collection, pipeline
from tei_tools.model import Imprint
from tei_tools.pipeline import Settings, Source
from tei_tools.run import settings_of

Calls = Sequence[tuple[Sequence[Path], str, Mapping[str, Path]]]
"""Sources, edition and lists of each call."""
STAGES: dict[str, list[tuple[Any, str]]] = {
    "read": [(pipeline, "read")],
    "segment": [(pipeline, "split"), (pipeline, "segment")],
    "page breaks and notes": [(pipeline.pb, "recognise"), (pipeline.note, "recognise")],
    "names and terms": [(pipeline, "_named")],
    "dates, references, gaps": [
        *((recogniser, "recognise") for recogniser in pipeline.RECOGNISERS),
        (pipeline.setting, "facts"),
    ],
    "link": [(pipeline, "link"), (collection, "evidence"), (collection, "reduce")],
    "encode": [(pipeline, "encode"), (pipeline, "serialise")],
    "proof": [(pipeline.conservation, "texts"), (pipeline.conservation, "compare")],
    "grammar, rules, pointers": [(pipeline, "validate")],
}
REST = "waiting and the rest"


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = dict.fromkeys((*STAGES, REST), 0.0)
        self._inner: list[float] = []

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, whose time counts for a stage; what it yields is made at once."""

        def taken(*arguments: Any, **options: Any) -> Any:
            begin = time.process_time()
            self._inner.append(0.0)
            try:
                result = function(*arguments, **options)
                return list(result) if hasattr(result, "__next__") else result
            finally:
                whole = time.process_time() - begin
                self.spent[stage] += whole - self._inner.pop()
                if self._inner:
                    self._inner[-1] += whole

        return taken


def milliseconds(calls: Calls) -> dict[str, float]:
    """Per document, by stage. Two documents go before, so that schemas and stylesheets are loaded."""
    prepared = [(_settings(edition, lists), [Source(path) for path in sources]) for sources, edition, lists in calls]
    for settings, sources in prepared:
        list(pipeline.convert(sources[:2], settings))
    clock = Clock()
    kept = [(home, name, getattr(home, name)) for places in STAGES.values() for home, name in places]
    try:
        for stage, places in STAGES.items():
            for home, name in places:
                setattr(home, name, clock.timed(stage, getattr(home, name)))
        for settings, sources in prepared:
            clock.timed(REST, pipeline.convert)(sources, settings)
    finally:
        for home, name, function in kept:
            setattr(home, name, function)
    count = sum(len(sources) for _, sources in prepared)
    return {stage: 1000 * seconds / count for stage, seconds in clock.spent.items()}


def _settings(edition: str, lists: Mapping[str, Path]) -> Settings:
    return settings_of("frus", Imprint(edition=edition), lists)


def table(sets: Mapping[str, Calls]) -> str:
    """The stages of each set of documents, in columns."""
    columns = {title: milliseconds(calls) for title, calls in sets.items()}
    rows = [f"{'milliseconds per document':28}" + "".join(f"{title:>10}" for title in columns)]
    rows += [f"{s:28}" + "".join(f"{column[s]:10.2f}" for column in columns.values()) for s in (*STAGES, REST)]
    rows.append(f"{'together':28}" + "".join(f"{sum(column.values()):10.2f}" for column in columns.values()))
    return "\n".join(rows)

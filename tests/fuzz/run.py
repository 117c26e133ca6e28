"""A coverage-guided run with atheris over read → encode → proof → grammar.

    python -m tests.fuzz.run [INPUTS]     (default 100,000; `make fuzz`)

Bounded by the number of inputs. A text that the program does not bear is written to build/fuzz/, one for each cause;
the run goes on, with exit status 1 at its end. At the end it says how many texts had note calls, page marks and names.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["tei_tools"]):
    from tests.fuzz.judge import Counts, UnborneError, judge, settings

from tests.fuzz.texts import text

if TYPE_CHECKING:
    from tei_tools.pipeline import Settings

FOLDER = Path(__file__).parent.parent.parent / "build" / "fuzz"
LONGEST = 600
"""Bytes of an input: a text of 20 blocks."""


def main() -> None:
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    corpus = FOLDER / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    given, counts = settings(), Counts()
    for start in range(24):  # something to begin with: bytes of every kind, always the same
        (corpus / f"start-{start}").write_bytes(bytes((i * (2 * start + 7) + start * start) % 256 for i in range(400)))

    def one(data: bytes) -> None:
        try_text(text(data), given, counts)
        if counts.texts >= inputs:
            ended(counts)

    options = [f"-runs={inputs + 1000}", f"-max_len={LONGEST}", "-seed=1", "-print_final_stats=1", "-timeout=60"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


def try_text(text_: str, given: Settings, counts: Counts) -> None:
    try:
        judge(text_, given, counts)
    except UnborneError as find:
        if str(find) not in counts.finds:
            name = f"find-{len(counts.finds) + 1}.txt"
            counts.finds[str(find)] = name
            (FOLDER / name).write_bytes(text_.encode("utf-8"))


def ended(counts: Counts) -> None:
    """Say what was seen, and end at once: libFuzzer never returns."""
    (FOLDER / "counts.json").write_text(json.dumps(asdict(counts), indent=1) + "\n", encoding="utf-8")
    shares = {
        name: f"{getattr(counts, name) / counts.texts:.0%}"
        for name in ("calls", "marks", "names", "all_three", "refused")
    }
    print(f"{counts.texts} texts: {shares}; {len(counts.finds)} causes of failure", flush=True)
    for cause, name in counts.finds.items():
        print(f"  {name}: {cause}", flush=True)
    os._exit(1 if counts.finds else 0)


if __name__ == "__main__":
    main()

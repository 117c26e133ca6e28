"""What commands say of their work, on standard error: doubts, failures, a summary, how far it is."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tei_tools.diagnostics import Diagnostic, in_order
from tei_tools.errors import TeiToolsError

if TYPE_CHECKING:
    from tei_tools.outcome import Report

Told = Callable[[str, int, int], None]


def say(diagnostics: Sequence[Diagnostic], errors: Sequence[TeiToolsError], options: argparse.Namespace) -> None:
    """Doubts and failures to stderr: as text, or one JSON object a line."""
    as_json = getattr(options, "log", "") == "json"
    quiet = getattr(options, "quiet", False)
    for diagnostic in in_order(d for d in diagnostics if d.severity == "error" or not quiet):
        print(json.dumps(diagnostic.as_json(), ensure_ascii=False) if as_json else diagnostic, file=sys.stderr)
    for error in errors:
        if as_json:
            table = {
                "error": type(error).__name__,
                "message": error.message,
                "place": error.place,
                "remedy": error.remedy,
            }
            print(json.dumps(table, ensure_ascii=False), file=sys.stderr)
        else:
            place = f"{error.place}: " if error.place else ""
            hint = f"\n    hint: {error.remedy}" if error.remedy else ""
            print(f"{place}error: {error.message}{hint}", file=sys.stderr)


def summary(report: Report, output: str, options: argparse.Namespace) -> None:
    """What a run did and cost, in some lines; with `--log json` as one (docs/shell.md)."""
    if options.log == "json":
        print(json.dumps(_table(report, options.command, output), ensure_ascii=False), file=sys.stderr)
    elif not options.quiet:
        for line in _lines(report, output):
            print(line, file=sys.stderr)


def _table(report: Report, command: str, output: str) -> dict[str, object]:
    return {
        "summary": command,
        "documents": report.documents,
        "written": len(report.written),
        "output": output,
        "failures": len(report.errors),
        "doubts": dict(by_code(report.diagnostics)),
        "seconds": {stage: round(seconds, 3) for stage, seconds in report.ledger.stages().items()},
        "elapsed": round(report.ledger.elapsed, 3),
    }


def _lines(report: Report, output: str) -> Iterator[str]:
    if output:
        yield f"{_counted(report.documents, 'document')}, {len(report.written)} files written to {output}"
    elif not report.diagnostics:
        yield f"{_counted(report.documents, 'file')}: no problem"
    found = by_code(report.diagnostics)
    if found:
        yield f"{_counted(found.total(), 'doubt')}: {', '.join(f'{code} {n}' for code, n in found.most_common())}"
    if report.errors:
        yield _counted(len(report.errors), "failure")
    stages = report.ledger.stages()
    if stages:
        told = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in stages.items() if seconds >= 0.05)
        whole = f"{sum(stages.values()):.1f} CPU seconds in {report.ledger.elapsed:.1f} s"
        yield f"{whole}: {told}" if told else whole


def _counted(number: int, what: str) -> str:
    return f"{number} {what if number == 1 else f'{what}s'}"


def by_code(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    """How many doubts there are of each code, as they are told: each once."""
    return Counter(diagnostic.code for diagnostic in in_order(diagnostics))


@contextmanager
def shown(options: argparse.Namespace) -> Iterator[Told]:
    """A line on a terminal that says how far the work is; nothing elsewhere, and nothing with --quiet or --log json."""
    if options.quiet or options.log == "json" or not sys.stderr.isatty():
        yield lambda _what, _done, _of: None
        return
    from tei_tools.cli_progress import line  # whose rich takes a tenth of a second

    with line() as report:
        yield report

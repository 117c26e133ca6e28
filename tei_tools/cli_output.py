"""What commands say of their work, on standard error: doubts, failures, a summary, how far it is."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tei_tools.diagnostics import Diagnostic, in_order
from tei_tools.errors import TeiToolsError

Report = Callable[[str, int, int], None]


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


def summary(documents: int, written: int, output: str, options: argparse.Namespace) -> None:
    if options.log != "json" and not options.quiet:
        plural = "document" if documents == 1 else "documents"
        print(f"{documents} {plural}, {written} files written to {output}", file=sys.stderr)


@contextmanager
def shown(options: argparse.Namespace) -> Iterator[Report]:
    """A line on a terminal that says how far the work is; nothing elsewhere, and nothing with --quiet or --log json."""
    if options.quiet or options.log == "json" or not sys.stderr.isatty():
        yield lambda _what, _done, _of: None
        return
    from tei_tools.cli_progress import line  # whose rich takes a tenth of a second

    with line() as report:
        yield report

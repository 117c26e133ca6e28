"""The command line: one function per command, no logic. `tei-tools COMMAND --help` explains each."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_tools import __version__
from tei_tools.cli_inputs import book, day, gather, named
from tei_tools.cli_output import say, shown, summary
from tei_tools.cli_parser import parser
from tei_tools.diagnostics import RANK
from tei_tools.errors import PublishError, TeiToolsError, UsageError

if TYPE_CHECKING:
    from tei_tools.executor import Executor
    from tei_tools.pipeline import Settings, Source

Report = Callable[[str, int, int], None]
GARBAGE = 50_000
"""After so many new objects Python looks for circles of them that nobody needs; of its usual 700, that is a tenth of
the time of a run that makes many small objects and hardly a circle."""
INTERRUPTED = 130
"""The exit status of a program that Ctrl-C ended, by the custom of shells."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0 (well), 1 (some documents failed), 2 (the call was wrong)."""
    gc.set_threshold(GARBAGE)
    # lxml loads rnc2rng at its start, and that half of urllib: a tenth of a second, for compact grammars only.
    sys.modules.setdefault("rnc2rng", None)  # type: ignore[arg-type]
    options = parser(COMMANDS).parse_args(arguments)
    try:
        gather(options)
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
        return status
    except TeiToolsError as error:
        say([], [error], options)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        say([], [PublishError(f"can't be written or read: {error.strerror}", place=str(error.filename or ""))], options)
        return PublishError.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


def build(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from tei_tools.build import Edition

    edition = Edition.load(Path(options.edition))
    edition = replace(edition, book=replace(edition.book, **book(options)))
    if options.dry_run:
        date = day(options)
        for name, why in edition.plan(Path(options.output), options.only or (), force=options.force, date=date):
            print(f"{name}: {why}")
        return 0
    with shown(options) as progress, _executor(options) as executor:
        report = edition.build(
            Path(options.output),
            only=options.only or (),
            force=options.force,
            date=day(options),
            progress=progress,
            executor=executor,
            timed=Path(options.report) if options.report else None,
        )
    say(report.diagnostics, report.errors, options)
    summary(report, options.output, options)
    return 1 if report.failed else 0


def convert(options: argparse.Namespace) -> int:
    from tei_tools.keep import keeper
    from tei_tools.run import convert_alone, convert_into

    more = {"keep": keeper(Path(options.keep)) if options.keep else None, "names_model": options.names_model}
    with shown(options) as progress, _executor(options, "tei_tools.collection") as executor:
        settings, sources, authorities = _collection(options, **more)
        if options.output == "-":
            tei, report = convert_alone(sources, settings)
            sys.stdout.buffer.write(tei)
            say(report.diagnostics, report.errors, options)
            return 1 if report.failed else 0
        report = convert_into(
            sources,
            settings,
            Path(options.output),
            authorities=authorities,
            force=options.force,
            progress=progress,
            executor=executor,
        )
    say(report.diagnostics, report.errors, options)
    summary(report, options.output, options)
    return 1 if report.failed else 0


def _collection(options: argparse.Namespace, **more: Any) -> tuple[Settings, list[Source], dict[str, Path]]:
    """The settings, sources and lists of a call that names sources; `more` are further fields of `Settings`."""
    from tei_tools.model import Imprint
    from tei_tools.pipeline import Source
    from tei_tools.run import settings_of

    files = ("persons", "terms", "places", "orgs", "decisions")
    authorities = {kind: Path(path) for kind in files if (path := getattr(options, kind))}
    imprint = Imprint(edition=options.edition or "", date=day(options))
    settings = settings_of(options.profile, imprint, authorities, limit=options.limit * 1024 * 1024, **more)
    sources = [Source(*named(name)) for name in options.sources]
    return settings, sources, authorities


def validate(options: argparse.Namespace) -> int:
    from tei_tools.outcome import Report
    from tei_tools.reports import report
    from tei_tools.stopwatch import measured, spent
    from tei_tools.validate.files import check

    catalogs = [Path(name) for name in options.catalog or ()]
    paths = [Path(name) for name in options.tei]
    loading = "tei_tools.validate.files"
    with shown(options) as progress, _executor(options, loading) as executor, measured() as ledger, spent("collect"):
        found = check(paths, options.schema or (), catalogs, executor=executor, progress=progress)
    said = report(found, options.format, everything=options.all)
    if said:
        print(said)
    if options.format == "text" or options.log == "json":
        summary(Report(diagnostics=found, documents=len(paths), ledger=ledger), "", options)
    worst = RANK[options.fail_on]
    return 1 if any(RANK[d.severity] <= worst for d in found) else 0


def transform(options: argparse.Namespace) -> int:
    from tei_tools.deliver import alone, deliver
    from tei_tools.edition_book import Book
    from tei_tools.stopwatch import measured, spent

    if options.output == "-":
        content, report = alone(
            options.tei, options.to, date=day(options), url=options.url or "", book=Book(**book(options))
        )
        sys.stdout.buffer.write(content)
        say(report.diagnostics, report.errors, options)
        return 1 if report.failed else 0
    with shown(options) as progress, _executor(options) as executor, measured() as ledger, spent(options.to):
        report = deliver(
            [Path(name) for name in options.tei],
            options.to,
            Path(options.output),
            date=day(options),
            url=options.url or "",
            book=Book(**book(options)),
            progress=progress,
            executor=executor,
        )
    report.ledger = ledger
    say(report.diagnostics, report.errors, options)
    summary(report, options.output, options)
    return 1 if report.failed else 0


def authority(options: argparse.Namespace) -> int:
    from tei_tools.associated import companions
    from tei_tools.authority import load, loads, to_tei
    from tei_tools.authority.doubts import doubts
    from tei_tools.publish.folder import Folder

    path, content = named(options.list)
    entries = load(path, options.kind) if content is None else loads(content, str(path), options.kind)
    say(list(doubts(entries)), [], options)
    if options.output == "-":
        sys.stdout.buffer.write(to_tei(entries))
        return 0
    output = Path(options.output)
    folder = Folder(output.parent)
    if output.exists() and not options.force and output.read_bytes() != to_tei(entries):
        remedy = "--force overwrites it; or choose another name with -o"
        raise UsageError("the file is there already", place=str(output), remedy=remedy)
    folder.prepare()
    for name, content in {**companions(), output.name: to_tei(entries)}.items():
        folder.write(name, content)
    counted = f"{len(entries.persons)} persons, {len(entries.terms)} terms"
    more = {"places": len(entries.places), "organisations": len(entries.orgs)}
    counted += "".join(f", {count} {what}" for what, count in more.items() if count)
    if not options.quiet:
        print(f"{output}: {counted}", file=sys.stderr)
    return 0


def import_(options: argparse.Namespace) -> int:
    from tei_tools.importing import import_volume

    failed = False
    for name in options.volumes:
        path, content = named(name)
        output = Path(options.output) / path.stem if len(options.volumes) > 1 else Path(options.output)
        try:
            with shown(options) as progress:
                report = import_volume(path, output, content=content, force=options.force, progress=progress)
        except TeiToolsError as error:
            say([], [error], options)
            failed = True
            continue
        say(report.diagnostics, report.errors, options)
        summary(report, str(output), options)
        failed = failed or report.failed
    return 1 if failed else 0


def suggest(options: argparse.Namespace) -> int:
    from tei_tools.decisions import write_table
    from tei_tools.publish.folder import Folder
    from tei_tools.suggest import suggest

    output = Path(options.output)
    kept = options.decisions and output.exists() and output.samefile(options.decisions)
    if options.output != "-" and output.exists() and not (kept or options.force):
        remedy = f"--decisions {output} keeps what is decided in it, --force overwrites it"
        raise UsageError("the file is there already", place=str(output), remedy=remedy)
    settings, sources, _ = _collection(options, names_model="none")
    with shown(options) as progress:
        made = suggest(sources, settings, progress)
    if options.output == "-":
        sys.stdout.buffer.write(write_table(made.table))
    else:
        folder = Folder(output.parent)
        folder.prepare()
        folder.write(output.name, write_table(made.table))
    say(made.diagnostics, made.errors, options)
    if options.log != "json" and not options.quiet:
        decided = len(made.table.rows) - made.open
        print(f"{output}: {made.open} rows to decide, {decided} kept", file=sys.stderr)
    return 1 if made.errors else 0


def explain(options: argparse.Namespace) -> int:
    from tei_tools.explain import explain

    print(explain(options.name))
    return 0


def completion(options: argparse.Namespace) -> int:
    import shtab

    print(shtab.complete(parser(COMMANDS), options.shell))
    return 0


def serve(options: argparse.Namespace) -> int:
    from tei_tools.serve import run

    run(Path(options.built), options.host, options.port)
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": build,
    "convert": convert,
    "validate": validate,
    "transform": transform,
    "authority": authority,
    "import": import_,
    "suggest": suggest,
    "explain": explain,
    "completion": completion,
    "serve": serve,
}


def _executor(options: argparse.Namespace, loading: str = "") -> AbstractContextManager[Executor]:
    """Where the work is done; `loading` is the module that works on several files, for workers to begin with."""
    from tei_tools.executor import opened

    loading = loading if len(getattr(options, "sources", ()) or getattr(options, "tei", ())) > 1 else ""
    limits = {"time_limit": options.time_limit, "memory_limit": options.memory_limit}
    return opened(options.jobs, options.scheduler, **limits, disk=options.shared_disk, loading=loading)


__all__ = ["COMMANDS", "__version__", "main"]
if __name__ == "__main__":
    sys.exit(main())

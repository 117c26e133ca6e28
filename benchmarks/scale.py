"""A large edition from its texts to every format, on two workers: seconds per stage, and the memory of each process.

    python benchmarks/scale.py [--documents 300] [--jobs 2] [--dask] [--formats tei,html,…] [--json FILE]

The documents are those of `material.py`. PDF and EPUB are of each document: a book of 10,000 documents would be one of
60,000 pages. With --dask a scheduler and two workers of one thread each are started on the loopback address, and the
sources are sent to them. The program ends with 1 if a document failed or a file is missing.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.material import edition  # noqa: E402
from benchmarks.watch import Watch  # noqa: E402
from tei_tools.build import Edition  # noqa: E402
from tei_tools.cli import GARBAGE  # noqa: E402
from tei_tools.executor import opened  # noqa: E402
from tei_tools.run import Report  # noqa: E402

FORMATS = "tei,html,text,pdf,epub,json,markdown,docx,tables,graph,jsonld,cmif,dts"
EACH = {"tei": "xml", "html": "html", "text": "txt", "pdf": "pdf", "epub": "epub", "json": "json", "markdown": "md",
        "docx": "docx"}  # fmt: skip
"""The formats that have a file per document, and the ending of that."""


OTHERS = ("pagefind", "dask_scheduler")


class Told(Edition):
    """An edition that tells when it begins a format."""

    watch: Watch

    def _format(self, name: str, *more: Any) -> None:
        self.watch.stage(name if name != "tei" else "tei of the volume")
        super()._format(name, *more)


def role(command: str, process: int) -> str:
    """What a process is, by its command."""
    if process == os.getpid():
        return "parent"
    if "executor.worker" in command or "spawn_main" in command:
        return f"worker {process}"
    return next((name for name in ("dask_worker", "dask_scheduler", "pagefind") if name in command), "others")


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """The address of a scheduler with so many workers, each under a nanny of its own."""
    from distributed import Client

    told = folder / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": (folder / "dask.log").open("wb")}
    options = ["--host", "tcp://127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
    started = [subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_scheduler", *options], **quiet)]
    try:
        while not (told.exists() and told.read_text()):
            time.sleep(0.1)
        address = json.loads(told.read_text())["address"]
        options = ["--nthreads", "1", "--no-dashboard", "--host", "tcp://127.0.0.1", "--local-directory", str(folder)]
        command = [sys.executable, "-m", "distributed.cli.dask_worker", address, *options]
        started += [subprocess.Popen(command, **quiet) for _ in range(workers)]
        with Client(address, timeout=120, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=300)
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def measured(source: Path, output: Path, options: argparse.Namespace) -> tuple[Watch, Report]:
    watch = Watch(role)
    whole = Told.load(source)
    object.__setattr__(whole, "watch", watch)
    with watch.looking(), ExitStack() as stack:
        scheduler = stack.enter_context(cluster(output.parent, options.jobs)) if options.dask else ""
        executor = stack.enter_context(opened(1 if scheduler else options.jobs, scheduler))

        def progress(what: str, done: int, of: int) -> None:
            watch.stage(what, done)
            if done % 500 == 0 or done == of:
                print(f"{time.strftime('%H:%M:%S')} {what} {done} of {of}", flush=True)

        report = whole.build(output, progress=progress, executor=executor)
        watch.stage("end")
    return watch, report


def table(watch: Watch) -> str:
    workers = sorted({name for stage in watch.stages.values() for name in stage.memory if name.startswith("worker")})
    heads = ["stage", "seconds", "CPU s", "parent MB", *(f"worker {n} MB" for n, _ in enumerate(workers, 1)), "others"]
    rows = ["| " + " | ".join(heads) + " |", "|---" + "|--:" * (len(heads) - 2) + "|---|"]
    for stage in watch.stages.values():
        if stage.clock < 0.05:
            continue
        memory = [f"{stage.memory[name]:.0f}" if stage.memory.get(name) else "–" for name in ("parent", *workers)]
        others = [f"{name} {stage.memory[name]:.0f} MB" for name in OTHERS if name in stage.memory]
        numbers = [f"{stage.clock:.1f}", f"{sum(stage.cpu.values()):.1f}", *memory, ", ".join(others)]
        rows.append("| " + " | ".join([stage.name, *numbers]) + " |")
    return "\n".join(rows)


def missing(output: Path, formats: Sequence[str], count: int) -> list[str]:
    """The files of documents that are not there, or empty."""
    files = [output / to / f"d{n}.{EACH[to]}" for to in formats if to in EACH for n in range(1, count + 1)]
    return [path.name for path in files if not path.exists() or not path.stat().st_size]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--dask", action="store_true")
    parser.add_argument("--formats", default=FORMATS)
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    parser.add_argument("--json", type=Path, help="write the figures here, too")
    options = parser.parse_args()
    gc.set_threshold(GARBAGE)  # as in the program
    formats = options.formats.split(",")
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        source = edition(options.documents, Path(name) / "in", formats)
        begin = time.perf_counter()
        watch, report = measured(source, Path(name) / "out", options)
        spent = time.perf_counter() - begin
        lost = missing(Path(name) / "out", formats, options.documents)
    print(table(watch))
    doubts = {kind: sum(d.severity == kind for d in report.diagnostics) for kind in ("error", "warning", "info")}
    print(f"{options.documents} documents, {', '.join(formats)}: {spent:.0f} s, {len(report.written)} files written;")
    print(f"failed: {len(report.errors)}, files missing: {len(lost)}, {doubts}; load {os.getloadavg()[1]:.1f}")
    for error in report.errors[:10]:
        print(f"  {error.place}: {error.message}")
    if options.json:
        options.json.write_text(json.dumps([vars(s) for s in watch.stages.values()], indent=1), encoding="utf-8")
    sys.exit(1 if report.failed or lost else 0)


if __name__ == "__main__":
    main()

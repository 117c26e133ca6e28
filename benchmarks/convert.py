"""Speed and memory of `tei-tools convert`, from start to end of the program, and where the time goes.

    python benchmarks/convert.py [--copies 200] [--repeat 3]

Two sets of documents: copies of the samples in one call; and, where the folder shared/bench is beside the project, its
300 documents of ten volumes, in one call per volume with the volume's lists. The call is that of a user, from
the start of the program to the last file written. CPU seconds are those of the process; the best run of several counts,
since other work on the machine can only make a run slower. The table of stages (`benchmarks/stages.py`) is measured
apart, without start and writing.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
VOLUMES = ROOT.parent / "shared" / "bench" / "dev"


@dataclass(frozen=True)
class Call:
    """One call of the program: its sources, the edition, and the lists by kind."""

    sources: Sequence[Path]
    edition: str
    lists: dict[str, Path]


@dataclass(frozen=True)
class Cost:
    """CPU seconds, and the most memory at a time in MB."""

    seconds: float
    memory: float


def copies(count: int, folder: Path) -> list[Path]:
    """`count` sources, the samples in turn, each with a document number of its own as in a real collection."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    made = []
    for number in range(1, count + 1):
        _, head = texts[number % len(texts)].split(". ", 1)
        path = folder / f"d{number:04}.txt"
        path.write_text(f"{number}. {head}", encoding="utf-8")
        made.append(path)
    return made


def volumes() -> Iterator[Call]:
    """One call per volume of the folder, none where it is not there; an empty list of persons is left out."""
    for folder in sorted(path for path in VOLUMES.glob("*") if path.is_dir()):
        lists = {kind: folder / f"{kind}.xml" for kind in ("persons", "terms")}
        present = {kind: path for kind, path in lists.items() if path.with_suffix(".txt").stat().st_size}
        yield Call(sorted(folder.glob("*.full.txt")), folder.name, present)


def run(call: Call, output: Path) -> Cost:
    """What one call costs; it has to succeed and to write every document."""
    command = [str(Path(sys.executable).with_name("tei-tools")), "convert", *map(str, call.sources)]
    command += ["-o", str(output), "--edition", call.edition]
    command += [part for kind, path in call.lists.items() for part in (f"--{kind}", str(path))]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
    written = len(list(output.glob("*.xml")))
    if process.returncode or written != len(call.sources):
        sys.exit(
            f"convert ended with {process.returncode} and wrote {written} of {len(call.sources)}:\n{words[-2000:]}"
        )
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def best(calls: Sequence[Call], folder: Path, repeat: int) -> Cost:
    """The calls after one another: the CPU seconds of the best run of each, and the largest memory of any."""
    seconds, memory = 0.0, 0.0
    for number, call in enumerate(calls):
        costs = [run(call, folder / f"out{number}-{turn}") for turn in range(repeat)]
        seconds += min(cost.seconds for cost in costs)
        memory = max(memory, *(cost.memory for cost in costs))
    return Cost(seconds, memory)


def report(name: str, calls: Sequence[Call], folder: Path, repeat: int) -> None:
    count = sum(len(call.sources) for call in calls)
    cost = best(calls, folder, repeat)
    print(f"{name}: {count} documents in {len(calls)} {'call' if len(calls) == 1 else 'calls'}")
    print(f"  documents per second and core  {count / cost.seconds:.1f}")
    print(f"  CPU seconds                    {cost.seconds:.2f}")
    print(f"  peak memory                    {cost.memory:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from benchmarks.stages import table

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        samples = Call(copies(arguments.copies, folder), "bench", {"persons": SEEDS / "persons.xml"})
        sets = {"samples": [samples], "volumes": list(volumes())}
        given = {title: calls for title, calls in sets.items() if calls}
        for title, calls in given.items():
            report(title, calls, folder / title, arguments.repeat)
        print(table({title: [(c.sources, c.edition, c.lists) for c in calls] for title, calls in given.items()}))
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, best of {arguments.repeat}")


if __name__ == "__main__":
    main()

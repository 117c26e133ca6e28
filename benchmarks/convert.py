"""Documents per second of `tei-tools convert`: copies of the sample documents in one call, end to end.

    python benchmarks/convert.py [--copies 200] [--repeat 3]

The call is the one that a user makes: start of the program, reading, recognition, linking, encoding, validation,
writing. CPU seconds are those of the process and its children; the best run of several counts, since another process on
the machine can only make a run slower.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


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


def cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(sources: list[Path], output: Path) -> tuple[float, float]:
    """Elapsed and CPU seconds of one call; the call has to succeed and to write every document."""
    command = [Path(sys.executable).with_name("tei-tools"), "convert", *sources]
    command += ["-o", output, "--edition", "bench", "--persons", SEEDS / "persons.xml"]
    cpu, clock = cpu_seconds(), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    elapsed, used = time.perf_counter() - clock, cpu_seconds() - cpu
    written = len(list(output.glob("*.xml")))
    if done.returncode or written != len(sources):
        sys.exit(f"convert ended with {done.returncode} and wrote {written} of {len(sources)}:\n{done.stderr[-2000:]}")
    return elapsed, used


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = copies(arguments.copies, folder)
        runs = [run(sources, folder / f"out{turn}") for turn in range(arguments.repeat)]
    elapsed, used = min(runs)
    print(f"documents             {arguments.copies}")
    print(f"seconds               {elapsed:.2f}")
    print(f"documents per second  {arguments.copies / elapsed:.1f}")
    print(f"CPU seconds           {used:.2f}")
    print(
        f"machine               {os.cpu_count()} cores, Python {platform.python_version()}, best of {arguments.repeat}"
    )


if __name__ == "__main__":
    main()

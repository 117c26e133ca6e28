"""How fast `tei-tools validate` is, beside jing, in one run: one file, many files, one large file.

    python benchmarks/validate.py [--tei FOLDER] [--copies 300] [--volume 4] [--repeat 3]

Cold is a whole call, from the start of the program to its end; warm is what is left of it without start and schema.
Seconds are those of CPU (of the process and its children), since other work on the machine makes a clock run slower;
the best of several runs counts. Without --tei the documents are the samples, converted, with numbers of their own.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "schemas")]

from derive import tool  # noqa: E402 - a script of this project
from lxml import etree  # noqa: E402

from benchmarks.convert import copies  # noqa: E402
from benchmarks.cost import Cost, UnableError, called  # noqa: E402
from tei_tools.model import Imprint  # noqa: E402
from tei_tools.pipeline import Settings, Source, assembled, convert  # noqa: E402
from tei_tools.resources import resource  # noqa: E402
from tei_tools.validate import grammar, parse, validate  # noqa: E402

GRAMMAR = resource("schemas", "tei_tools.rng")
SETTINGS = Settings(imprint=Imprint(edition="bench"))
PAGE = re.compile(r"\[Page \d+\]")
PROGRAM = [str(Path(sys.executable).with_name("tei-tools")), "validate", "--schema", "tei_tools"]
JUDGED = (0, 1)
"""How a call ends that could judge the files: 1 says that some are invalid."""


def documents(count: int, folder: Path) -> list[Path]:
    """`count` TEI files, made of the sample documents, with pages that follow each other as in a volume."""
    (folder / "text").mkdir(parents=True)
    texts, page = copies(count, folder / "text"), iter(range(1, 100 * count))
    for path in texts:
        path.write_text(PAGE.sub(lambda _: f"[Page {next(page)}]", path.read_text("utf-8")), "utf-8")
    made = []
    for result in convert([Source(path) for path in texts], SETTINGS):
        if result.tei is None:
            sys.exit(f"{result.source.path} was not converted: {result.diagnostics}")
        made.append(folder / f"{result.source.stem}.xml")
        made[-1].write_bytes(result.tei)
    return made


def volume(mebibytes: float, folder: Path) -> Path:
    """One TEI file of about that size, of as many sample documents as it needs."""
    size = sum(path.stat().st_size for path in documents(2, folder / "two")) / 2 * 0.7  # headers are shared
    roots = [etree.parse(path).getroot() for path in documents(int(mebibytes * 1024**2 / size), folder / "many")]
    whole, problems = assembled(roots, SETTINGS, "volume.xml")
    if whole is None:
        sys.exit(f"the volume is not valid: {problems[:3]}")
    (folder / "volume.xml").write_bytes(whole)
    return folder / "volume.xml"


def best(measure: Callable[[], Cost], repeat: int) -> Cost:
    return min((measure() for _ in range(repeat)), key=lambda cost: cost.cpu)


def jing(files: Sequence[Path], repeat: int) -> Cost:
    return best(lambda: called([*tool("jing"), str(GRAMMAR), *map(str, files)], JUDGED), repeat)


def program(files: Sequence[Path], repeat: int) -> Cost:
    return best(lambda: called([*PROGRAM, *map(str, files)], JUDGED), repeat)


def warm(check: Callable[[bytes, str], object], files: Sequence[Path], repeat: int) -> Cost:
    """Within this process, where schemas are loaded: the files are read, parsed and checked."""

    def measure() -> Cost:
        cpu, clock = time.process_time(), time.perf_counter()
        for path in files:
            check(path.read_bytes(), str(path))
        return Cost(time.process_time() - cpu, time.perf_counter() - clock)

    check(files[0].read_bytes(), str(files[0]))
    return best(measure, repeat)


def by_grammar(data: bytes, file: str) -> object:
    tree, problems = parse(data, file)
    return problems if tree is None else grammar.find(tree)


def row(what: str, cost: Cost, files: Sequence[Path]) -> None:
    size = sum(path.stat().st_size for path in files) / 1024**2
    print(f"{what:<44}{cost.cpu:8.3f}{cost.clock:9.3f}{len(files) / cost.cpu:9.1f}{size / cost.cpu:8.1f}")


def table(files: Sequence[Path], whole: Path, repeat: int) -> None:
    one = [files[0]]
    print(f"{'':44}{'CPU s':>8}{'clock s':>9}{'files/s':>9}{'MB/s':>8}")
    start = jing(one, repeat)
    row("one file, cold: jing", start, one)
    row("one file, cold: tei-tools, everything", program(one, repeat), one)
    for name, some in ((f"{len(files)} files", files), ("the volume", [whole])):
        row(f"{name}, cold: jing", cost := jing(some, repeat), some)
        row(f"{name}, cold: tei-tools, everything", program(some, repeat), some)
        row(f"{name}, warm: jing (less one file)", cost - start, some)
        row(f"{name}, warm: tei-tools, grammar", warm(by_grammar, some, repeat), some)
        row(f"{name}, warm: tei-tools, everything", warm(validate, some, repeat), some)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tei", type=Path, help="a folder of TEI files (default: samples, converted)")
    parser.add_argument("--copies", type=int, default=300)
    parser.add_argument("--volume", type=float, default=4, help="size of the large file in MiB")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = sorted(options.tei.glob("*.xml")) if options.tei else documents(options.copies, folder / "files")
        table(files, volume(options.volume, folder), options.repeat)
    print(f"machine: {os.cpu_count()} cores, Python {platform.python_version()}, best of {options.repeat}")


if __name__ == "__main__":
    try:
        main()
    except UnableError as error:
        sys.exit(f"a validator failed: {error}")

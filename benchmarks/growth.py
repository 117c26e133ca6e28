"""How cost grows: a collection of 100 to 10,000 documents, and one document of 10 KB to 10 MB.

    python benchmarks/growth.py [--documents 100,1000,10000] [--bytes 10000,100000,1000000,10000000] [--accept]

Each figure is of one program, from its start to its end: CPU seconds of it and of what it starts, and the most memory
of one of its processes. `convert` and `build` (TEI and the site with its search) take a collection; `convert`,
`validate` and `transform` one document, PDF as long as a book can be. --accept writes tables and plots into docs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.cost import Cost, called  # noqa: E402
from benchmarks.material import SEEDS, edition, long, originals  # noqa: E402
from benchmarks.plot import curves  # noqa: E402
from benchmarks.report import accepted  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
TOOL = str(Path(sys.executable).with_name("tei-tools"))
LONGEST_PDF = 3_000_000
"""Bytes of text: a book of some 800 pages. Typst holds a book as a whole, and ten times that is no book."""
Costs = dict[str, dict[float, Cost]]


def of_collection(counts: Sequence[int], folder: Path) -> Iterator[tuple[str, int, Cost]]:
    for count in counts:
        given = edition(count, folder / f"in{count}")
        texts = sorted(str(path) for path in given.glob("*.txt"))
        listed = folder / f"list{count}"
        listed.write_bytes(b"\0".join(name.encode() for name in texts))
        command = [TOOL, "convert", "-q", "--files0-from", str(listed), "-o", str(folder / f"tei{count}")]
        yield "convert", count, called([*command, "--edition", "bench", "--persons", str(SEEDS / "persons.xml")])
        yield "build", count, called([TOOL, "build", "-q", str(given), "-o", str(folder / f"out{count}")])


def of_document(sizes: Sequence[int], folder: Path) -> Iterator[tuple[str, int, Cost]]:
    texts = originals()
    for size in sizes:
        source = folder / f"s{size}.txt"
        source.write_text(long(size, texts), encoding="utf-8")
        tei = folder / "tei" / f"s{size}.xml"
        persons = ["--edition", "bench", "--persons", str(SEEDS / "persons.xml")]
        yield "convert", size, called([TOOL, "convert", "-q", str(source), "-o", str(tei.parent), *persons])
        yield "validate", size, called([TOOL, "validate", "-q", "--schema", "tei_tools", str(tei)])
        for to in ("html", "pdf", "epub"):
            if to != "pdf" or size <= LONGEST_PDF:
                yield to, size, called([TOOL, "transform", "-q", str(tei), "--to", to, "-o", str(folder / to)])


def gathered(found: Iterator[tuple[str, int, Cost]]) -> Costs:
    costs: Costs = {}
    for name, size, cost in found:
        costs.setdefault(name, {})[float(size)] = cost
        print(f"{name:10}{size:12,}{cost.cpu:10.2f} s{cost.memory:8.0f} MB", flush=True)
    return costs


def table(costs: Costs, what: str) -> str:
    sizes = sorted({size for own in costs.values() for size in own})
    rows = [f"| {what} | " + " | ".join(f"{size:,.0f}" for size in sizes) + " |", "|---" + "|--:" * len(sizes) + "|"]
    for name, own in costs.items():
        cells = (f"{own[s].cpu:.1f} s, {own[s].memory:.0f} MB" if s in own else "–" for s in sizes)
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def drawn(costs: Costs, name: str, what: str) -> None:
    seconds: Mapping[str, Mapping[float, float]] = {k: {at: c.cpu for at, c in own.items()} for k, own in costs.items()}
    memory: Mapping[str, Mapping[float, float]] = {k: {at: c.memory for at, c in o.items()} for k, o in costs.items()}
    for kind, up, points in (("seconds", "seconds of CPU", seconds), ("memory", "MB of memory at most", memory)):
        picture = curves(f"By {what}", what, up, points)
        (PICTURES / f"growth-{name}-{kind}.svg").write_text(picture, encoding="utf-8")


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=numbers, default=[100, 1_000, 10_000])
    parser.add_argument("--bytes", type=numbers, default=[10_000, 100_000, 1_000_000, 10_000_000])
    parser.add_argument("--accept", action="store_true", help="write tables and plots into docs")
    options = parser.parse_args()
    works = (
        ("collection", "documents", options.documents, of_collection),
        ("document", "bytes of text", options.bytes, of_document),
    )
    for name, what, sizes, measure in works:
        if not sizes:
            continue
        with tempfile.TemporaryDirectory() as folder:
            costs = gathered(measure(sizes, Path(folder)))
        if options.accept:
            accepted(f"growth of a {name}", table(costs, what))
            drawn(costs, name, what)


if __name__ == "__main__":
    main()

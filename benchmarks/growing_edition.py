"""How the building of a web edition grows with its documents: CPU, memory, and the weight of its first page.

    python benchmarks/growing_edition.py [300 1000 3000]

Each size is one call of `tei-tools build --only html` in a process of its own, from the plain text to the site with its
search index. Documents are copies of the samples, each with a number, a day and a title of its own; so names and pages
repeat, but no row of the table of documents does. The first page is weighed without style sheets, packed by gzip.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.cost import called  # noqa: E402

SEEDS = ROOT / "seeds"
EDITION = 'id = "bench"\ntitle = "Many documents"\nsources = ["*.txt"]\n[authorities]\npersons = "persons.xml"\n'
PLACES = ("Moscow", "Geneva", "Bonn", "Paris", "London", "Ottawa", "Oslo", "Madrid", "Vienna", "Helsinki", "Prague")


def edition(count: int, folder: Path) -> Path:
    """A folder with an edition of `count` documents, over ten years."""
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for number in range(1, count + 1):
        _, text = texts[number % len(texts)].split(". ", 1)
        head, _, rest = text.partition("\n")
        day = datetime.date(1980, 1, 1) + datetime.timedelta(days=number * 3650 // count)
        written = f"{PLACES[number % len(PLACES)]}, {day.strftime('%B')} {day.day}, {day.year}"
        title = f"{number}. {head[:-1]} on item {number * 7919 % 10007}{head[-1]}"
        (folder / f"d{number}.txt").write_text(f"{title}\n\n{written}.\n{rest}", encoding="utf-8")
    (folder / "persons.xml").write_bytes((SEEDS / "persons.xml").read_bytes())
    (folder / "edition.toml").write_text(EDITION, encoding="utf-8")
    return folder


def built(source: Path, output: Path) -> tuple[float, float]:
    """CPU seconds of one call and of what it starts, and its memory in MB."""
    command = [str(Path(sys.executable).with_name("tei-tools")), "build", str(source), "-o", str(output)]
    cost = called([*command, "--only", "html"])
    return cost.cpu, cost.memory


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[300, 1000, 3000])
    print("documents   CPU s   ms each   memory MB   first page kB   all rows kB")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            spent, memory = built(edition(size, folder / "in"), folder / "out")
            site = folder / "out" / "html"
            weights = [
                len(gzip.compress((site / file).read_bytes(), 9)) / 1000 if (site / file).exists() else 0
                for file in ("index.html", "documents.js")
            ]
        print(f"{size:9} {spent:7.1f} {spent / size * 1000:9.1f} {memory:11.0f} {weights[0]:15.1f} {weights[1]:13.1f}")


if __name__ == "__main__":
    main()

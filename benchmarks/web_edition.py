"""CPU seconds and memory of the web edition: the pages of many documents, and the site of a volume with its indexes.

    python benchmarks/web_edition.py [--documents 200] [--megabytes 4] [--repeat 3]

Documents are copies of the samples, each with a number of its own, converted beforehand. CPU seconds are counted after
the start (imports, compilation of the stylesheet), the best of several runs; memory is the peak of the whole process. A
page is weighed as a reader gets it: markup, style sheets and scripts, each packed by gzip, without the fonts.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.convert import copies
from tei_tools.edition_site import Site
from tei_tools.publish.html import Facts, site
from tei_tools.transform import transform

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
Documents = list[tuple[str, bytes]]


def documents(count: int, folder: Path) -> Documents:
    """(id, TEI) of `count` documents."""
    paths = copies(count, folder)
    command = [Path(sys.executable).with_name("tei-tools"), "convert", *paths, "-o", folder / "tei"]
    subprocess.run(
        [*command, "--edition", "bench", "--persons", SEEDS / "persons.xml"], capture_output=True, check=True
    )
    return [(path.stem, (folder / "tei" / f"{path.stem}.xml").read_bytes()) for path in paths]


def published(made: Documents) -> dict[str, bytes]:
    facts = Facts("A volume", ("A. Editor",), publisher="The edition", look=Site())
    return dict(site(made, facts, partial(transform), profile="frus"))


def seconds(made: Documents, repeat: int) -> float:
    best = float("inf")
    for _ in range(repeat):
        before = time.process_time()
        published(made)
        best = min(best, time.process_time() - before)
    return best


def pages(made: Documents, repeat: int) -> float:
    """The pages of documents alone."""
    best = float("inf")
    for _ in range(repeat):
        before = time.process_time()
        for _, tei in made:
            transform(tei, "html", profile="frus")
        best = min(best, time.process_time() - before)
    return best


def weight(files: dict[str, bytes], name: str) -> int:
    """Bytes of a page and of all style sheets and scripts that it names."""
    page = files[name]
    named = [path for path in files if path.endswith((".css", ".js")) and path.encode() in page]
    return sum(len(gzip.compress(files[path], 9)) for path in (name, *named))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        made = documents(max(arguments.documents, int(arguments.megabytes * 60)), Path(name))
    pages(made[:2], 1)
    published(made[:2])
    print(f"{arguments.documents} document pages       {pages(made[: arguments.documents], arguments.repeat):.2f} s")
    size = 0
    volume: Documents = []
    while size < arguments.megabytes * 1_000_000:
        volume.append(made[len(volume)])
        size += len(volume[-1][1])
    spent = seconds(volume, arguments.repeat)
    print(f"site of a volume         {spent:.2f} s ({len(volume)} documents, {size / 1_000_000:.1f} MB of TEI)")
    print(f"memory                   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    files = published(made[:2])
    kilobytes = (f"{weight(files, f'd000{number}.html') / 1000:.1f} kB" for number in (1, 2))
    print(f"page of a sample         {', '.join(kilobytes)}")


if __name__ == "__main__":
    main()

"""Volumes in, volumes out: each is imported, written in its dialect again, and its documents are compared.

    python interop/frus_round_trip.py VOLUME.xml … [--table FILE]

Both sides are brought into one form by steps with names, which are counted (`interop/frus_form.py`); then their
canonical XML (C14N) is compared. What still differs is listed by the first
place where it does. --table writes the figures as Markdown.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).parent.parent))
from interop.frus_form import plain
from tei_tools.importing import Imported, import_volume
from tei_tools.importing.volume import Volume, read
from tei_tools.transform import transform

TEI = "{http://www.tei-c.org/ns/1.0}"


def compared(volume: Volume, folder: Path, steps: Counter[str]) -> dict[str, tuple[str, str]]:
    """The documents that differ, each with the first place of both sides."""
    found: dict[str, tuple[str, str]] = {}
    for div in volume.documents:
        name = volume.name(div)
        file = folder / "documents" / f"{name}.xml"
        if not file.exists():
            found[name] = ("", "the file was not written")
            continue
        made = etree.fromstring(transform(file.read_bytes(), "frus", name=name).text.encode())
        (back,) = made.iterfind(f"{TEI}text/{TEI}body/{TEI}div")
        there, here = plain(div, steps, volume.id), plain(back, Counter(), volume.id)
        if there != here:
            at = next((i for i, (a, b) in enumerate(zip(there, here, strict=False)) if a != b), 0)
            found[name] = there[max(0, at - 50) : at + 70], here[max(0, at - 50) : at + 70]
    return found


def tried(path: Path, steps: Counter[str]) -> tuple[Imported, dict[str, tuple[str, str]], float, float]:
    """What the import of a volume did, the documents that do not come back, and the CPU seconds of both."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        report = import_volume(path, Path(folder))
        imported = time.process_time()
        volume, _ = read(path)
        assert volume is not None
        return report, compared(volume, Path(folder), steps), imported - begun, time.process_time() - imported


def main(arguments: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("volumes", nargs="+", type=Path)
    options.add_argument("--table", type=Path, help="write the figures as Markdown")
    given = options.parse_args(arguments)
    steps: Counter[str] = Counter()
    rows = [
        "| volume | documents | written | the same again | elements | not carried | CPU s in | CPU s back |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lost: Counter[str] = Counter()
    differing = 0
    for path in given.volumes:
        report, different, forth, back = tried(path, steps)
        written = sum(name.startswith("documents/") and name.endswith(".xml") for name in report.written)
        same = report.documents - len(different)
        differing += len(different)
        lost += report.lost
        total = sum(report.elements.values())
        gone = ", ".join(f"{count} {name}" for name, count in sorted(report.lost.items())) or "0"
        rows.append(
            f"| {path.stem} | {report.documents} | {written} | {same} | {total:,} | {gone} | {forth:.1f} | {back:.1f} |"
        )
        print(rows[-1], flush=True)
        for name, (there, here) in different.items():
            print(f"  {name}\n    there: {there}\n    here:  {here}")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    done = ["| step | times |", "|---|---|", *(f"| {name} | {count:,} |" for name, count in steps.items())]
    print("\n".join(done))
    if given.table:
        given.table.write_text("\n".join([*rows, "", *done]) + "\n", encoding="utf-8")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())

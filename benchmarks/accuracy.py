"""How right the encoding is: 300 documents of ten volumes against their published TEI, in three kinds of text.

    python benchmarks/accuracy.py [--bench DIR]

The documents and the scorer are no part of the project: without them nothing is measured, and that is said. Figures are
F1, or the share of documents; docs/accuracy.md says what each remaining error is.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BENCH = ROOT.parent / "shared" / "bench"
STYLES = {"full": "copied whole", "web": "scraped", "webseq": "scraped, renumbered"}
FIGURES = (
    "pb", "note_anchor", "note_text", "place", "date_span", "date_day", "date_when", "ref_span", "ref_target", "term",
    "org_role_span", "pers_span_dense", "pers_id_dense", "block:boundaries", "block:ALL", "block:head",
    "block:dateline", "block:signed", "block:list-item", "block:list-head", "block:table-cell",
)  # fmt: skip


def measured(bench: Path, style: str) -> Mapping[str, float]:
    """The figures of one kind of text, by name. Ends the program where the scorer fails."""
    tool = f"{Path(sys.executable).with_name('tei-tools')} convert"
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "figures.json"
        command = [sys.executable, "measure.py", "--style", style, "--tool", tool, "--out", folder, "--json", result]
        done = subprocess.run(command, cwd=bench, capture_output=True, text=True, check=False)
        if not result.exists():
            sys.exit(f"the scorer failed (it needs rapidfuzz): {done.stderr[-500:]}")
        found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    exact = {"documents exact, with notes": found["text"]["docs_exact_with_notes"]}
    return exact | {name: found["f"][name]["f1"] for name in FIGURES if found["f"][name]["gold"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--bench", type=Path, default=BENCH, help="the folder with the scorer and its documents")
    bench = parser.parse_args().bench
    if not (bench / "measure.py").exists():
        print(f"accuracy: not measured, {bench} has no scorer")
        return
    columns = {style: measured(bench, style) for style in STYLES}
    print(f"{'':28}" + "".join(f"{words:>22}" for words in STYLES.values()))
    for name in columns["full"]:
        row = (f"{columns[style][name]:22.4f}" if name in columns[style] else f"{'–':>22}" for style in STYLES)
        print(f"{name:28}" + "".join(row))


if __name__ == "__main__":
    main()

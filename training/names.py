"""Train the model of names that the package ships.

    python -m training.names --volumes DIR [-o FILE] [--date DATE]

Volumes without a list of persons teach nothing and are passed over. The same volumes give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.lessons import lessons
from training.train import packed, train

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "tei_tools" / "names_model" / "names.crfsuite"
DATE = "2026-11-26"
"""The day on which the shipped model was made: a fixed date keeps its bytes the same."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--volumes", type=Path, default=ROOT.parent / "shared" / "volumes", help="volumes as TEI")
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED, help="the file to write")
    parser.add_argument("--date", default=DATE, help="what the model says of its date")
    options = parser.parse_args()
    learnt = {volume.stem: packed(lessons(volume)) for volume in sorted(options.volumes.glob("*.xml"))}
    learnt = {name: row for name, row in learnt.items() if row}
    if not learnt:
        sys.exit(f"no volume in {options.volumes} has a list of persons: give the folder with --volumes")
    model = train((lesson for row in learnt.values() for lesson in row), options.date, list(learnt))
    options.output.write_bytes(model.file())
    print(f"{options.output}: {len(model.file())} bytes, {len(learnt)} volumes")


if __name__ == "__main__":
    main()

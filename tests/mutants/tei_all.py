"""TEI All accepts whatever our schema accepts: documents made at random from the grammar, and converted texts.

    python -m tests.mutants.tei_all [--specimens 400] [FOLDER …]

Texts of one folder and one ending (d1.full.txt, d2.full.txt) are one collection; a persons.xml and a terms.xml beside
them are its authority files. Every diagnostic of a conversion is told; the exit status is 1 if there is any problem.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from tei_tools.model import Imprint
from tei_tools.pipeline import Source, convert
from tei_tools.run import settings_of
from tei_tools.validate import validate
from tests.oracle import tei_all
from tests.validate.specimens import Writer


def specimens(number: int) -> Iterator[bytes]:
    writers = [Writer(seed) for seed in range(max(1, number // 50))]
    for count in range(number):
        yield writers[count % len(writers)].document()


def collections(folder: Path) -> Iterator[tuple[Path, str, list[Path]]]:
    """Each collection: its folder, what its names end in, and its texts."""

    def key(path: Path) -> tuple[Path, str]:
        return path.parent, "".join(path.suffixes[-2:])

    texts = [path for path in folder.rglob("*.txt") if path.stem not in {"persons", "terms"}]
    for (parent, ending), paths in groupby(sorted(texts, key=lambda path: (*key(path), path)), key=key):
        yield parent, ending, list(paths)


def conversions(folder: Path) -> Iterator[tuple[Path, bytes | None]]:
    for parent, _, paths in collections(folder):
        beside = {kind: parent / f"{kind}.xml" for kind in ("persons", "terms")}
        authorities = {kind: path for kind, path in beside.items() if path.exists()}
        settings = settings_of("frus", Imprint(edition=parent.name), authorities)
        for result in convert([Source(path) for path in paths], settings):
            yield result.source.path, result.tei


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--specimens", type=int, default=400)
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args(arguments)
    made = {f"specimen {number}": data for number, data in enumerate(specimens(options.specimens))}
    written = {str(path): tei for folder in options.folders for path, tei in conversions(folder)}
    # A specimen is nonsense: its pointers lead nowhere, and it keeps no rules.
    told = [f"{name}: {d}" for name, data in made.items() for d in validate(data) if d.code == "validate.grammar"]
    told += [f"{name}: {d}" for name, data in written.items() if data is not None for d in validate(data)]
    told += [f"{name}: it was not written" for name, data in written.items() if data is None]
    told += judged({**made, **written})
    print("\n".join([*told, f"{len(made)} specimens, {len(written)} conversions: {len(told)} problems"]))
    return 1 if told else 0


def judged(documents: Mapping[str, bytes | None]) -> list[str]:
    """What TEI All says of them."""
    with tempfile.TemporaryDirectory() as folder:
        names = {Path(folder) / f"{number}.xml": name for number, name in enumerate(documents)}
        for path, name in names.items():
            path.write_bytes(documents[name] or b"<none/>")
        errors = tei_all.check([path for path, name in names.items() if documents[name] is not None])
        found = ((re.match(r"(.*?\.xml):(.*)", error, re.DOTALL), error) for error in errors)
        return [f"{names[Path(part[1])]}: TEI All:{part[2]}" if part else error for part, error in found]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

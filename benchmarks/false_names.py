"""Names that the gold of the benchmark does not have: a sample to be judged by reading.

    python benchmarks/false_names.py --scorer DIR --gold DIR --pred DIR [--count 100] [--seed 1] [-o FILE]

A tag counts as false when the gold has none for just these characters. Gold leaves out many persons, and cuts names
otherwise (column `gold`): only reading tells how many are wrong. Volumes that do not tag persons are left out.
`--scorer` is the folder with the benchmark's score.py and frustext.py, `--pred` has the TEI as <volume>/<document>.xml.
What is drawn depends on the seed and the tags alone. What FILE says in its column `verdict` is kept for the rows that
are drawn again.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

AROUND = 70
"""So many characters are shown on each side of a name."""
COLUMNS = ("volume", "document", "where", "before", "name", "after", "entry", "gold", "verdict")
KEY = COLUMNS[:6]


def false_tags(scorer: Path, gold: Path, pred: Path) -> Iterator[dict[str, str]]:
    """Every tag of the predictions that the gold lacks, in order."""
    sys.path.insert(0, str(scorer))
    score, text = (importlib.import_module(name) for name in ("score", "frustext"))
    volumes = json.loads((gold / "manifest.json").read_text(encoding="utf-8"))["volumes"]
    for path in sorted(gold.glob("*/*.xml")):
        volume, file = path.parts[-2:]
        tagged = volumes.get(volume, {}).get("score_persons", True)
        if not tagged or file in ("persons.xml", "terms.xml") or not (pred / volume / file).exists():
            continue
        ours = text.load(str(pred / volume / file))
        div = next(d for d in text.load(str(path)).iter("{*}div") if d.get("type") == "document")
        right, found = text.Doc(div, "full", drop=True), text.Doc(text.find_document(ours), "full")
        entries = {person.get(text.XID): _line(person) for person in ours.iter("{*}person") if person.get(text.XID)}
        notes = right.note_map()
        aligned = {k: _align(score, notes[k].ctx, n.ctx) for k, n in found.note_map().items() if k in notes}
        golden = [name[:3] for name in score.Ann(right, volume).pers]
        known = set(golden)
        main = score.Align(right.stream, found.stream)
        for context, start, end, ident in score.Ann(found, volume, main, aligned or {None: None}).pers:
            if start >= 0 and (context, start, end) not in known:
                at = right.main if context == "M" else notes[context].ctx
                before, name, after = _words(at, start, end)
                entry = next((line for key, line in entries.items() if key.partition("_")[2] == ident), "")
                where = "text" if context == "M" else f"note {context[0]}"
                beside = [_words(at, a, b)[1] for other, a, b in golden if other == context and a < end and start < b]
                row = (volume, file.removesuffix(".xml"), where, before, name, after, entry, "; ".join(beside), "")
                yield dict(zip(COLUMNS, row, strict=True))


def _align(score: Any, one: Any, other: Any) -> Any:
    return score.Align("".join(one.stream), "".join(other.stream))


def _line(person: Any) -> str:
    """An entry as its list prints it, cut short."""
    note = person.find("{*}note")
    return " ".join("".join((person if note is None else note).itertext()).split())[:90]


def _words(context: Any, start: int, end: int) -> tuple[str, str, str]:
    """The name with what stands before and after it."""
    first, last = context.own.index(start), context.own.index(end - 1) + 1
    parts = (context.buf[max(0, first - AROUND) : first], context.buf[first:last], context.buf[last : last + AROUND])
    before, name, after = (" ".join("".join(part).split()) for part in parts)
    return before, name, after


def _lot(seed: int, row: dict[str, str]) -> str:
    """What decides whether a tag is drawn: the others have no say, so that a sample stays when some tags go."""
    return hashlib.sha256("\n".join([str(seed), *(row[key] for key in KEY)]).encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("scorer", "gold", "pred"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).with_name("false-names.csv"))
    options = parser.parse_args()
    tags = list(false_tags(options.scorer, options.gold, options.pred))
    drawn = sorted(sorted(range(len(tags)), key=lambda n: _lot(options.seed, tags[n]))[: options.count])
    judged: dict[tuple[str, ...], str] = {}
    if options.output.exists():
        with options.output.open(encoding="utf-8", newline="") as table:
            judged = {tuple(row[key] for key in KEY): row["verdict"] for row in csv.DictReader(table)}
    with options.output.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for number in drawn:
            row = tags[number]
            writer.writerow({**row, "verdict": judged.get(tuple(row[key] for key in KEY), "")})
    print(f"{len(drawn)} of {len(tags)} tags written to {options.output}")


if __name__ == "__main__":
    main()

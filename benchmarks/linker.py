"""Speed of the linker: persons of a list found in texts and resolved, over the length of the list and of the text.

    python benchmarks/linker.py [--bench DIR] [--pictures DIR]

The texts are 300 documents of ten volumes, which are no part of the project: without them nothing is measured. Nine of
the volumes have lists of persons. Each is read with its own list, those first whom its documents name, cut or filled up
to 100 … 10,000 entries. What fills it up are real entries with surnames put together of two real ones, so that texts
keep the names that they have. The second plot has all volumes as one text, cut or repeated, and 1,000 entries.

Measured are CPU seconds of reading the text aloud (`authority.reading`), finding names (`recognise.pers_name`), summing
up what the collection says of them (`link.index`) and resolving them (`link.persons`), the best of several runs. The
list is made ready before; what is remembered of the words of a text is forgotten between two runs.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, cycle, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
BENCH = ROOT.parent / "shared" / "bench"
sys.path.insert(0, str(ROOT))

from benchmarks.plot import plot  # noqa: E402
from tei_tools.authority import load  # noqa: E402
from tei_tools.authority.model import Authority, Person  # noqa: E402
from tei_tools.authority.names import Names  # noqa: E402
from tei_tools.authority.reading import read  # noqa: E402
from tei_tools.cli import GARBAGE  # noqa: E402
from tei_tools.link.evidence import evidence  # noqa: E402
from tei_tools.link.index import reduce  # noqa: E402
from tei_tools.link.persons import link  # noqa: E402
from tei_tools.model import Annotation, Block, Document, Span  # noqa: E402
from tei_tools.pipeline import Settings, Source, prepare  # noqa: E402
from tei_tools.recognise import pers_name  # noqa: E402

ENTRIES = (100, 300, 1_000, 3_000, 10_000)
LENGTHS = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
MIDDLE = 1_000
"""Entries of the list with which the length of the text varies."""
REPEAT = 5


def linked(documents: Sequence[Document], authority: Authority, names: Names) -> int:
    """The whole of the work; how many names it found."""
    found = [list(pers_name.recognise(read(document), names)) for document in documents]
    index = reduce(evidence(document, own) for document, own in zip(documents, found, strict=True))
    return sum(
        isinstance(result, Annotation)
        for document, own in zip(documents, found, strict=True)
        for result in link(document, own, authority, index)
    )


def seconds(documents: Sequence[Document], persons: Sequence[Person]) -> tuple[float, int]:
    """CPU seconds of the best run, and the names found."""
    authority, best, count = Authority(tuple(persons)), float("inf"), 0
    for _ in range(REPEAT):
        names = Names(authority)
        gc.collect()
        begin = time.process_time()
        count = linked(documents, authority, names)
        best = min(best, time.process_time() - begin)
    return best, count


def size(documents: Sequence[Document]) -> int:
    """Bytes of text, in UTF-8."""
    return sum(len(document.source.text.encode()) for document in documents)


def volumes(bench: Path) -> Iterator[tuple[list[Document], list[Person]]]:
    """The documents of each volume that has a list, and the list, those whom they name first."""
    settings = Settings()
    for folder in sorted(path.parent for path in bench.glob("dev/*/persons.txt") if path.stat().st_size):
        documents = [prepare(Source(path), settings)[0].document for path in sorted(folder.glob("*.full.txt"))]
        text = "\n".join(document.source.text for document in documents)
        persons = [renamed(person, folder.name) for person in load(folder / "persons.xml").persons]
        yield documents, sorted(persons, key=lambda person: not re.search(rf"\b{re.escape(person.surname)}\b", text))


def renamed(person: Person, volume: str) -> Person:
    """With an id of its own among those of all volumes."""
    see = f"{volume}.{person.see}" if person.see else ""
    return replace(person, id=f"{volume}.{person.id}", see=see)


def invented(persons: Sequence[Person]) -> Iterator[Person]:
    """Entries without end, all different: the first half of one surname, the second half of another."""
    plain = [person for person in persons if person.surname.isalpha() and len(person.surname) > 3]
    for step in range(1, len(plain)):
        for place, person in enumerate(plain):
            other = plain[(place + step) % len(plain)]
            first, second = person.surname, other.surname
            surname = first[: len(first) // 2 + 1] + second[len(second) // 2 :]
            yield replace(person, id=f"made{step}.{place}", surname=surname, variants=(), nicknames=(), see="")


def lengthened(persons: Sequence[Person], everybody: Sequence[Person], entries: int) -> list[Person]:
    return list(islice(chain(persons, invented(everybody)), entries))


def joined(documents: Sequence[Document], length: int) -> Document:
    """One document of all, cut or repeated until it has about so many characters."""
    first = documents[0]
    parts: list[str] = []
    blocks: list[Block] = []
    annotations: list[Annotation] = []
    at = 0
    for document in cycle(documents):
        if at >= length:
            break
        blocks += [moved(block, at) for block in document.blocks if at + block.span.end <= length]
        annotations += [replace(a, span=Span(a.span.start + at, a.span.end + at)) for a in document.annotations]
        parts.append(document.source.text)
        at += len(parts[-1])
    source = replace(first.source, text="".join(parts)[:length], lines=(0,))
    kept = tuple(annotation for annotation in annotations if annotation.span.end <= length)
    return replace(first, source=source, blocks=tuple(blocks), annotations=kept)


def moved(block: Block, by: int) -> Block:
    children = tuple(moved(child, by) for child in block.children)
    return replace(block, span=Span(block.span.start + by, block.span.end + by), children=children)


def over_entries(given: Sequence[tuple[list[Document], list[Person]]]) -> Mapping[float, float]:
    """MB of text per second, by the entries of the list."""
    everybody = [person for _, persons in given for person in persons]
    whole = sum(size(documents) for documents, _ in given)
    speeds = {}
    for entries in ENTRIES:
        runs = [seconds(documents, lengthened(persons, everybody, entries)) for documents, persons in given]
        speeds[float(entries)] = whole / sum(cost for cost, _ in runs) / 1e6
        count = sum(count for _, count in runs)
        print(f"linker: {entries:6} entries  {speeds[entries]:5.2f} MB/s  ({count} names in {whole / 1e6:.2f} MB)")
    return speeds


def over_length(given: Sequence[tuple[list[Document], list[Person]]]) -> Mapping[float, float]:
    """CPU seconds by bytes of text."""
    documents = [document for documents, _ in given for document in documents]
    everybody = [person for _, persons in given for person in persons]
    persons = lengthened(everybody, everybody, MIDDLE)
    costs = {}
    for length in LENGTHS:
        text = joined(documents, length)
        cost, count = seconds([text], persons)
        costs[float(size([text]))] = cost
        print(f"linker: {size([text]):9} bytes  {cost:8.4f} s  ({count} names)")
    return costs


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--bench", type=Path, default=BENCH, help="the folder with the documents")
    parser.add_argument("--pictures", type=Path, default=ROOT / "docs" / "pictures", help="where the plots go")
    arguments = parser.parse_args()
    gc.set_threshold(GARBAGE)  # as in the program
    given = list(volumes(arguments.bench))
    if not given:
        print(f"linker: not measured, {arguments.bench} has no documents")
        return
    speeds, costs = over_entries(given), over_length(given)
    entries = plot("Speed of linking", "entries in the list", "MB of text per second", speeds, floor=5.0, level=True)
    (arguments.pictures / "linker-entries.svg").write_text(entries, encoding="utf-8")
    lengths = plot("Cost of linking", "bytes of text", "seconds of CPU", costs)
    (arguments.pictures / "linker-length.svg").write_text(lengths, encoding="utf-8")


if __name__ == "__main__":
    main()

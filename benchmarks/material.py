"""The documents that benchmarks are made with: real texts, each copy with a number, pages and a paragraph of its own.

The texts are the samples and the excerpts in tests/cases/dev; where the folder shared/bench is beside the project, its
300 documents of ten volumes too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
EXCERPTS = ROOT / "tests" / "cases" / "dev" / "full"
VOLUMES = ROOT.parent / "shared" / "bench" / "dev"
NUMBER = re.compile(r"\A(\[Page \d+\]\s+)?\d+\. ")
PAGE = re.compile(r"\[Page (\d+)\]")
PROSE = re.compile(r"[A-Z][^\d\t\n\[\]•]{300,1200}[.!?]")
"""A paragraph without figures, so without calls and marks, that can stand in another document."""


def originals() -> list[str]:
    """The texts, always in the same order."""
    files = [*sorted(SEEDS.glob("*.txt")), *sorted(EXCERPTS.glob("*.txt")), *sorted(VOLUMES.glob("*/*.full.txt"))]
    return [path.read_text(encoding="utf-8") for path in files]


def varied(texts: Sequence[str]) -> Iterator[str]:
    """The texts in turn, without end: as documents 1, 2, 3 … of a collection, each with what no other one has."""
    prose = [part for text in texts for part in text.split("\n\n") if PROSE.fullmatch(part)]
    number = 0
    while True:
        number += 1
        text = NUMBER.sub(rf"\g<1>{number}. ", texts[number % len(texts)])
        parts = PAGE.sub(lambda mark, by=10 * number: f"[Page {int(mark[1]) + by}]", text).split("\n\n")
        at = next((at for at, part in enumerate(parts) if PROSE.fullmatch(part)), None)
        if at is not None:
            first, second = divmod(number * 7919, len(prose))
            parts.insert(at, f"{prose[second]} {prose[(second + first + 1) % len(prose)]}")
        yield "\n\n".join(parts)


def sources(number: int, folder: Path, texts: Sequence[str] = ()) -> list[Path]:
    """So many sources in the folder, d1.txt …"""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"d{each}.txt" for each in range(1, number + 1)]
    for path, text in zip(paths, islice(varied(texts or originals()), number), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def edition(number: int, folder: Path, formats: Sequence[str] = ("tei", "html")) -> Path:
    """A folder with an edition of so many documents; PDF and EPUB are of each document, not of all in one."""
    sources(number, folder)
    (folder / "persons.xml").write_bytes((SEEDS / "persons.xml").read_bytes())
    lines = [
        'id = "bench"',
        'title = "Many documents"',
        'sources = ["*.txt"]',
        'date = "2026-01-01"',
        f"formats = {list(formats)}".replace("'", '"'),
        '[authorities]\npersons = "persons.xml"',
        '[book]\nof = ["documents"]',
    ]
    (folder / "edition.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def long(size: int, texts: Sequence[str] = ()) -> str:
    """One document of about `size` bytes, with a note and a gap in every third paragraph and a page in every fifth."""
    prose = [part for text in texts or originals() for part in text.split("\n\n") if PROSE.fullmatch(part)]
    body = ["1. Report of a Commission", "Washington, January 5, 1984."]
    notes: list[str] = []
    held = 0
    for number in count(1):
        paragraph = prose[number * 7919 % len(prose)]
        if number % 3 == 0:
            notes.append(f"  {len(notes) + 1}. See Document {number % 300 + 1}. {prose[number % len(prose)][:200]}.")
            paragraph += f"{len(notes)} [{number % 9 + 2} lines not declassified]"
            held += len(notes[-1].encode())
        if number % 5 == 0:
            paragraph = paragraph.replace(". ", f". [Page {number // 5 + 10}] ", 1)
        body.append(paragraph)
        held += len(paragraph.encode()) + 2
        if held >= size:
            break
    return "\n\n".join(body) + "\n\n" + "\n".join(notes) + "\n"

"""What benchmarks are made with: their documents, their plots, and the place of their tables."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.cost import UnableError, called, reason
from benchmarks.material import EXCERPTS, SEEDS, edition, long, varied
from benchmarks.peers import Way, measured
from benchmarks.plot import curves
from benchmarks.report import accepted
from tei_tools.build import Edition

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((*SEEDS.glob("*.txt"), *EXCERPTS.glob("*.txt")))]


def test_no_copy_is_like_another_one() -> None:
    made = list(islice(varied(TEXTS), 3 * len(TEXTS)))
    assert len({text.partition("\n")[2] for text in made}) == len(made)
    assert sum(text.lstrip().startswith(f"{number}. ") for number, text in enumerate(made, 1)) > len(made) / 2


def test_the_edition_can_be_loaded(tmp_path: Path) -> None:
    found = Edition.load(edition(30, tmp_path / "in", ["tei", "pdf"]))
    assert len(found.files()) == 30
    assert found.book.of == ("documents",)


@pytest.mark.parametrize("size", [10_000, 200_000])
def test_a_long_document_has_the_size_and_a_note_for_each_call(size: int) -> None:
    text = long(size, TEXTS)
    assert size <= len(text.encode()) < 1.2 * size + 5_000
    body, _, notes = text.partition("\n\n  1. ")
    last = notes.count("\n  ") + 1
    assert f"{last} [" in body
    assert f"{last + 1} [" not in body


def test_curves_tell_their_points_and_their_names() -> None:
    root = ET.fromstring(curves("By size", "bytes", "seconds", {"a": {10.0: 1.0, 1000.0: 3.5}, "b": {10.0: 0.2}}))
    words = [element.text or "" for element in root.iter()]
    assert "seconds by bytes: a: 1 at 10, 3.5 at 1,000; b: 0.2 at 10" in words
    assert {"a 3.5", "b 0.2"} <= set(words)


def test_a_table_goes_to_its_place(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- one -->\nold\n<!-- end of one -->\nafter\n", encoding="utf-8")
    accepted("one", "| new |", page)
    assert page.read_text(encoding="utf-8") == "before\n<!-- one -->\n| new |\n<!-- end of one -->\nafter\n"
    with pytest.raises(ValueError, match="two"):
        accepted("two", "| new |", page)


def test_a_program_that_fails_or_makes_nothing_is_told() -> None:
    with pytest.raises(UnableError, match="ends with an error: no such thing"):
        called(["sh", "-c", "echo no such thing; exit 3"])
    nothing = Way("true", "text", lambda files, _: [["true", *map(str, files)]], "xml")
    with pytest.raises(UnableError, match="makes 0 of 1 files"):
        measured(nothing, [Path("a.txt")], 1)
    assert (
        reason("Syntax error in x\n  XPST0003: needs more\nErrors\n") == "it ends with an error: XPST0003: needs more"
    )

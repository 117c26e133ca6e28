"""What the fuzzer found stays found, and its texts are what they should be."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.judge import Counts, judge, settings
from tests.fuzz.texts import text

FINDS = sorted((Path(__file__).parent / "finds").glob("*.txt"))


@pytest.mark.parametrize("path", FINDS, ids=lambda path: path.stem)
def test_what_was_found_is_borne(path: Path) -> None:
    judge(path.read_bytes().decode("utf-8"), settings(), Counts())


def test_most_texts_have_calls_marks_and_names() -> None:
    random, given, counts = Random(20261126), settings(), Counts()
    for _ in range(150):
        judge(text(random.randbytes(random.randrange(10, 500))), given, counts)
    assert counts.texts == 150
    assert min(counts.calls, counts.marks, counts.names, counts.all_three) > counts.texts / 2
    assert counts.refused < counts.texts / 5, "for characters that XML can't hold"


def test_any_bytes_are_a_text_and_the_same_bytes_the_same_text() -> None:
    assert text(b"")
    assert text(bytes(range(256))) == text(bytes(range(256)))
    assert text(b"\x00" * 50) != text(b"\x01" * 50)

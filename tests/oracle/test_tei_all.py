"""Our grammar is a part of TEI: whatever it accepts, TEI All accepts."""

from __future__ import annotations

from pathlib import Path

from tests.oracle import tei_all
from tests.validate.mutants import CASES
from tests.validate.specimens import specimens


def test_every_valid_case_is_tei() -> None:
    assert CASES
    assert tei_all.check(CASES) == []


def test_every_document_that_the_grammar_can_make_is_tei(tmp_path: Path) -> None:
    paths = [tmp_path / f"specimen-{number}.xml" for number in range(len(specimens()))]
    for path, document in zip(paths, specimens(), strict=True):
        path.write_bytes(document)
    assert tei_all.check(paths) == []


def test_the_judge_can_say_no(tmp_path: Path) -> None:
    path = tmp_path / "wrong.xml"
    path.write_bytes(CASES[0].read_bytes().replace(b"<body>", b"<body><p/>") + b"<!-- -->")
    both = tmp_path / "no-tei.xml"
    both.write_text("<html/>", encoding="utf-8")
    errors = tei_all.check([path, both])
    assert any("no-tei.xml" in error for error in errors)

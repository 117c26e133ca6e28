"""RELAX NG beside the XSD: silent where they agree, heard where they do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from tei_tools.validate import grammar, validate
from tei_tools.validate.findings import Finding
from tei_tools.validate.second_opinion import SECOND
from tests.validate.mutants import CASES

CASE = CASES[0].read_bytes()
WRONG = CASE.replace(b"<body>", b"<body><blob/>")


def test_where_both_agree_the_first_one_speaks() -> None:
    assert validate(CASE, "x.xml", schema=["tei_tools", SECOND]) == validate(CASE, "x.xml")
    assert validate(WRONG, "x.xml", schema=["tei_tools", SECOND]) == validate(WRONG, "x.xml")


@pytest.mark.parametrize("strict", [True, False])
def test_where_they_differ_it_is_told(strict: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(tree: etree._ElementTree, schema: str | Path = grammar.OWN) -> list[Finding]:
        refuses = (schema == grammar.OWN) != strict
        return [Finding("validate.grammar", "error", "no", tree.getroot())] if refuses else []

    monkeypatch.setattr(grammar, "find", find)
    (found,) = validate(CASE, "x.xml", schema=SECOND)
    assert ("RELAX NG only" in found.message) == strict
    assert "report it" in found.hint


def test_the_command(run: Callable[..., SimpleNamespace], tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_bytes(WRONG)
    with_it = run("validate", tmp_path / "x.xml", "--schema", SECOND)
    assert with_it.status == 1
    assert with_it.out == run("validate", tmp_path / "x.xml").out

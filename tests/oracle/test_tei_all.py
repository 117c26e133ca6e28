"""Our grammar is a part of TEI: whatever it accepts, TEI All accepts."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tei_tools.resources import resource
from tei_tools.validate.content_model import Grammar
from tests.oracle import tei_all
from tests.validate.mutants import CASES
from tests.validate.specimens import specimens

TEI = "{http://www.tei-c.org/ns/1.0}"


def test_every_valid_case_is_tei() -> None:
    assert CASES
    assert tei_all.check(CASES) == []


def test_every_document_that_the_grammar_can_make_is_tei(tmp_path: Path) -> None:
    paths = [tmp_path / f"specimen-{number}.xml" for number in range(len(specimens()))]
    for path, document in zip(paths, specimens(), strict=True):
        path.write_bytes(document)
    assert tei_all.check(paths) == []


def test_the_customisation_is_tei() -> None:
    path = resource("schemas", "tei_tools.odd")
    assert tei_all.check([path]) == []


def test_the_customisation_names_attributes_that_tei_has() -> None:
    """Of each element, as far as TEI 4.3 knows it; and the classes it changes are there."""
    customisation = etree.parse(resource("schemas", "tei_tools.odd")).getroot()
    known = Grammar(tei_all.schema())
    for spec in customisation.iter(f"{TEI}elementSpec"):
        name = str(spec.get("ident"))
        theirs = {key for kind in known.kinds(name) for key in known.attributes(kind)}
        assert {each.get("ident") for each in spec.iter(f"{TEI}attDef")} - theirs == set(), name
    text = tei_all.schema().read_text("utf-8")
    classes = [str(spec.get("ident")) for spec in customisation.iter(f"{TEI}classSpec")]
    assert [name for name in classes if f'"{name}.attributes"' not in text] == []


def test_the_judge_can_say_no(tmp_path: Path) -> None:
    path = tmp_path / "wrong.xml"
    path.write_bytes(CASES[0].read_bytes().replace(b"<body>", b"<body><p/>") + b"<!-- -->")
    both = tmp_path / "no-tei.xml"
    both.write_text("<html/>", encoding="utf-8")
    errors = tei_all.check([path, both])
    assert any("no-tei.xml" in error for error in errors)

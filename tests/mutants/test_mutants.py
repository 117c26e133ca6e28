"""Every mutant is rejected, with the code and at the place that it says; three engines agree on the grammar.

`make test` takes 400 of them, the same each time; `make mutants` (pytest --mutants all) takes them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree
from xmlschema import XMLSchema

from tei_tools.resources import resource
from tei_tools.validate import parse, validate
from tei_tools.validate.content_model import grammar
from tests.mutants.generate import mutants, some
from tests.mutants.mutant import VALID, Mutant
from tests.mutants.of_attributes import kinds
from tests.oracle.jing import jing, rejected

LEAST = 3
"""Mutants for each element, attribute and rule."""


@pytest.fixture(scope="module")
def chosen(request: pytest.FixtureRequest) -> Sequence[Mutant]:
    return mutants() if request.config.getoption("--mutants") == "all" else some(400)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_the_valid_ones_are_valid_and_small(path: Path) -> None:
    assert validate(path.read_bytes(), path.name) == []
    assert path.stat().st_size <= 2048


def test_they_hold_every_element_and_attribute() -> None:
    found = set(kinds())
    assert {kind.name for kind in found} == grammar().names
    wanted = {name for kind in found for name in grammar().attributes(kind)}
    used = {name for elements in kinds().values() for element in elements for name in element.attrib}
    assert wanted - {str(name).replace("{http://www.w3.org/XML/1998/namespace}", "xml:") for name in used} == set()


def test_there_are_enough_of_each() -> None:
    count = Counter(about for mutant in mutants() for about in mutant.about)
    elements = {f"<{name}>" for name in grammar().names}
    attributes = {f"@{name}" for kind in kinds() for name in grammar().attributes(kind)}
    rules = {f"validate.{name}" for name in _rules()}
    assert {about for about in elements | attributes | rules if count[about] < LEAST} == set()
    assert len(mutants()) >= 3000


def _rules() -> set[str]:
    schema = etree.parse(resource("schemas", "tei_tools.sch"))
    asserts = schema.xpath("//*[local-name() = 'assert' or local-name() = 'report']/@id[not(contains(., '$'))]")
    return {*map(str, asserts), *map(str, schema.xpath("//*[local-name() = 'param'][@name = 'code']/@value"))}


def test_each_is_rejected_as_it_says(chosen: Sequence[Mutant]) -> None:
    wrong = []
    for mutant in chosen:
        found = validate(mutant.data, "mutant.xml")
        places = [(d.place.line, d.place.column if mutant.column else 0) for d in found if d.code == mutant.code]
        if (mutant.line, mutant.column) not in places:
            told = [f"{d.place} {d.code} {d.message}" for d in found]
            wrong.append(f"{mutant.name}: expected {mutant.code} at {mutant.line}:{mutant.column}, found {told}")
    assert wrong == []


def test_three_engines_agree(chosen: Sequence[Mutant], tmp_path: Path) -> None:
    """The XSD by libxml2 and by xmlschema, RELAX NG by jing: of what is XML, they refuse what breaks the grammar."""
    well_formed = [mutant for mutant in chosen if mutant.code != "validate.well-formed"]
    paths = {tmp_path / f"{number}.xml": mutant for number, mutant in enumerate(well_formed)}
    for path, mutant in paths.items():
        path.write_bytes(mutant.data)
    xsd = resource("schemas", "xsd/tei_tools.xsd")
    fast, slow = etree.XMLSchema(etree.parse(xsd)), XMLSchema(str(xsd), allow="local")
    by_jing = rejected(jing(resource("schemas", "tei_tools.rng"), list(paths)))
    wrong = []
    for path, mutant in paths.items():
        tree, _ = parse(path)
        verdicts = (not fast.validate(tree), not slow.is_valid(str(path)), path in by_jing)
        if verdicts != (mutant.is_grammar,) * 3:
            wrong.append(f"{mutant.name} (lxml, xmlschema, jing): {verdicts}, expected {mutant.is_grammar}")
    assert wrong == []


def test_the_same_seed_gives_the_same_mutants() -> None:
    again = mutants.__wrapped__()
    assert again == mutants()
    assert some(400) == some(400)
    assert {mutant.data for mutant in mutants(seed=1)} != {mutant.data for mutant in again}

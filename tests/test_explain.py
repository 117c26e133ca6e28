"""`tei-tools explain` answers from what the program goes by: the list of codes, and the grammar."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from lxml import etree

from tei_tools.diagnostics import CODES
from tei_tools.errors import UsageError
from tei_tools.explain import explain
from tei_tools.validate.content_model import grammar
from tei_tools.validate.example import VALUES, example, value
from tei_tools.validate.patterns import after, elements, may_end

Run = Callable[..., SimpleNamespace]


def test_a_code(run: Run) -> None:
    found = run("explain", "validate.grammar")
    assert (found.status, found.out) == (0, f"validate.grammar: {CODES['validate.grammar']}\n")


def test_an_element(run: Run) -> None:
    said = run("explain", "<correspAction>").out.splitlines()
    assert said[0].startswith("<correspAction>: Who sent or received it")
    rows = {line[2:14].strip(): line[14:] for line in said if line.startswith("  ") and line[2] != " "}
    assert rows["stands in"] == "<correspDesc>"
    assert rows["holds"].startswith("<address>, <date>")
    assert rows["example"] == '<correspAction type="sent"><date>…</date></correspAction>'
    assert any("type (must be there): one of sent, received" in line for line in said)


def test_each_kind_of_an_element() -> None:
    said = explain("div")
    assert said.count("\n\n<div>: ") == 2
    assert "stands in   <body>" in said
    assert "type (must be there): document" in said


@pytest.mark.parametrize("name", sorted([*CODES, *grammar().names]))
def test_everything_is_explained(name: str) -> None:
    said = explain(name)
    assert len(said) > len(name) + 12
    assert name in CODES or max(map(len, said.splitlines())) <= 100


def test_what_is_unknown_is_looked_for(run: Run) -> None:
    found = run("explain", "persname")
    assert found.status == 2
    assert "perhaps persName" in found.err
    with pytest.raises(UsageError, match="no code and no element"):
        explain("blob")


def test_every_example_is_what_the_grammar_allows() -> None:
    """Each child of an example may stand where it stands, nothing is missing, and every required attribute is there."""
    for name in grammar().names:
        for kind in grammar().kinds(name):
            waiting = [(etree.fromstring(example(kind)), kind)]
            while waiting:
                node, own = waiting.pop()
                assert set(node.attrib) == {
                    key.replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
                    for key, attribute in grammar().attributes(own).items()
                    if attribute.required
                }
                pattern = grammar().content(own)
                kinds = {each.name: each for each in elements(pattern)}
                for child in node:
                    pattern = after(pattern, str(child.tag))
                    waiting.append((child, kinds[str(child.tag)]))
                assert may_end(pattern), example(kind)


def test_every_datatype_has_an_example() -> None:
    kinds = [kind for name in grammar().names for kind in grammar().kinds(name)]
    attributes = [attribute for kind in kinds for attribute in grammar().attributes(kind).values()]
    assert {attribute.datatype for attribute in attributes if not attribute.values} == set(VALUES)
    assert all("=" in value(attribute) for attribute in attributes)

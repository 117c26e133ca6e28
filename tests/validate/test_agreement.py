"""The grammar in RELAX NG (judged by jing) and in XSD (judged by lxml) must be one grammar."""

from __future__ import annotations

from pathlib import Path

from tei_tools.resources import resource
from tei_tools.validate import validate
from tests.mutants.generate import some
from tests.oracle.jing import jing, rejected
from tests.validate.mutants import CASES, shuffled
from tests.validate.specimens import specimens

# fmt: off
MOMENTS = ["1984-02-29", "1985-02-29", "1984-13", "0000", "--02-30", "24:00:00", "23:59:60", "1984-02-14Z", "-0044",
           "1984-2-3", "2024-12-31T23:59:59+14:00"]
POINTERS = ["#", "", "a b", "a:b", "1:b", "%", "%41", "//x/y", "?a", "/:x", "a/b:c", "x#y#z", " a ", "é",
            "a\tb", "<", "[x]"]
# fmt: on
EDGES = [*(("when", value) for value in MOMENTS), *(("corresp", value) for value in POINTERS)]


def test_one_verdict(tmp_path: Path) -> None:
    cases = [case.read_bytes() for case in CASES]
    documents = cases + specimens()[:8] + shuffled(cases, 400)
    documents += [_edge(name, value) for name, value in EDGES]
    paths = [tmp_path / f"{number}.xml" for number in range(len(documents))]
    for path, document in zip(paths, documents, strict=True):
        path.write_bytes(document)
    ours = {path for path in paths if any(d.code == "validate.grammar" for d in validate(path.read_bytes(), path.name))}
    theirs = rejected(jing(resource("schemas", "tei_tools.rng"), paths))
    assert {path.name: path.read_text("utf-8")[-300:] for path in ours ^ theirs} == {}
    assert len(ours) > 200


def _edge(name: str, value: str) -> bytes:
    quoted = value.replace("<", "&lt;").replace("\t", "&#9;")
    text = CASES[0].with_name("readings.xml").read_text("utf-8")
    return text.replace("<p>", f'<p><date {name}="{quoted}"/>', 2).encode()


def test_whatever_is_refused_is_explained() -> None:
    cases = [case.read_bytes() for case in CASES]
    for document in [mutant.data for mutant in some(200, seed=3)] + shuffled(cases, 300, seed=3):
        for diagnostic in validate(document, "x.xml"):
            assert not diagnostic.message.startswith("Element"), f"words of libxml2: {diagnostic.message}"
            assert diagnostic.place.line

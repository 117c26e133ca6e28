"""Who is meant, from the case file: title, printed list, date, text, expected surface, id and cert, diagnostics."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tei_tools.authority import load, loads
from tei_tools.diagnostics import Diagnostic
from tei_tools.link.evidence import Evidence, evidence
from tei_tools.link.index import CollectionIndex, reduce
from tei_tools.link.offices import fit, head
from tei_tools.link.persons import link
from tei_tools.model import Annotation, Document, Fact
from tei_tools.pipeline import Settings, Source, prepare

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "names"
SEEDS = ROOT / "seeds"


def linked(document: Document, settings: Settings, index: CollectionIndex) -> list[Annotation | Diagnostic]:
    names = [a for a in document.annotations if a.element == "persName"]
    return list(link(document, names, settings.authority, index))


def cases() -> list[list[str]]:
    text = (CASES / "links.txt").read_text(encoding="utf-8")
    return [(case.rstrip(".\n") + "\n.\n").split("\n.\n")[:5] for case in text.split("\n.\n\n")]


@pytest.mark.parametrize(("title", "names", "date", "text", "expected"), cases())
def test_case(title: str, names: str, date: str, text: str, expected: str) -> None:
    settings = Settings(authority=loads(names.encode(), "list.txt", "persons"))
    prepared = prepare(Source(Path("case.txt"), text.encode()), settings)[0]
    document = prepared.document
    facts = (Fact("date", date, {"when": date}),) if date != "-" else ()
    document = replace(document, metadata=replace(document.metadata, facts=facts))
    lines = []
    unknown = [d for d in prepared.diagnostics if d.code == "link.person-unknown"]
    for result in [*linked(document, settings, reduce([evidence(document, document.annotations)])), *unknown]:
        if isinstance(result, Diagnostic):
            lines.append(f"! {result.message}")
            assert result.code == ("link.person-unknown" if "no list" in result.message else "link.person-ambiguous")
            assert result.hint
            assert result.place.line
        else:
            ident = result.attributes.get("ref", "-").lstrip("#")
            cert = f" {result.cert}" if result.cert == "low" else ""
            lines.append(f"{document.source.slice(result.span)} {ident}{cert}")
    assert lines == expected.strip("\n").splitlines(), title


@pytest.mark.parametrize("case", ["d178", "d310"])
def test_every_person_of_the_seeds_and_none_that_is_not_one(case: str) -> None:
    lines = (CASES / f"{case}.names").read_text(encoding="utf-8").splitlines()
    source = next(line.split()[1] for line in lines if line.startswith("source "))
    expected = [tuple(line.split("\t")) for line in lines if "\t" in line]
    settings = Settings(authority=load(SEEDS / "persons.xml"))
    document = prepare(Source(SEEDS / source), settings)[0].document
    found = []
    for result in linked(document, settings, reduce([evidence(document, document.annotations)])):
        assert isinstance(result, Annotation), result
        line = str(document.source.place(result.span.start).line)
        found.append((line, result.attributes.get("ref", "")[1:], document.source.slice(result.span)))
    assert found == expected


def test_reduce_does_not_depend_on_the_order() -> None:
    documents = [
        Evidence(f"d{n}", f"d{n}.txt", str(n % 7), (str(n), str(n + 1)), ("1",), ((f"p_{n % 3}", n + 1), ("p_9", 1)))
        for n in range(20)
    ]
    index = reduce(documents)
    assert index.persons["p_9"] == 20
    assert [entry.document for entry in index.by_number["0"]] == ["d0", "d14", "d7"]
    shuffle = random.Random(1)
    for _ in range(20):
        shuffle.shuffle(documents)
        again = reduce(documents)
        assert again == index
        assert list(again.persons) == list(index.persons)
        assert list(again.by_number) == list(index.by_number)


def test_the_collection_decides_what_one_document_can_not() -> None:
    settings = Settings(authority=loads(b"Jones, David C., general\nJones, Ruth A., officer", "list", "persons"))
    texts = ("Ruth Jones came. Ruth A. Jones went. R. Jones slept.", "It was Jones.")
    documents = [prepare(Source(Path(f"{n}.txt"), text.encode()), settings)[0].document for n, text in enumerate(texts)]
    index = reduce(evidence(document, document.annotations) for document in documents)
    (name,) = linked(documents[1], settings, index)
    assert isinstance(name, Annotation)
    assert name.attributes["ref"] == "#p_JRA1"
    assert name.cert == "low"


def test_heads_of_offices() -> None:
    assert head("Soviet Ambassador to the United States") == ("ambassador",)
    assert head("Deputy Under Secretary of State for Political Affairs") == ("deputy", "under", "secretary")
    person = loads(b"Dillon, C. Douglas, Under Secretary of State", "list", "persons").persons[0]
    assert fit("Under Secretary", person, "") > 0
    assert fit("Secretary of State", person, "") == 0

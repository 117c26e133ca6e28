"""Ids that two files of an edition may not share."""

from __future__ import annotations

from pathlib import Path

from tei_tools.validate.files import check as check_files
from tests.validate.mutants import CASES

CASE = {case.stem: case.read_text("utf-8") for case in CASES}


def entry(kind: str, name: str, ident: str, says: str) -> str:
    return f'<standOff><{kind}><{name} xml:id="{ident}">{says}</{name}></{kind}></standOff><text>'


def collection(folder: Path, **documents: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    for name, document in documents.items():
        (folder / f"{name}.xml").write_text(document, encoding="utf-8")
    found = check_files([folder / f"{name}.xml" for name in documents])
    return [f"{Path(d.place.file).name}:{d.place.line}:{d.place.column} {d.code} {d.message}" for d in found]


def test_two_files_of_an_edition_have_documents_of_one_id(tmp_path: Path) -> None:
    one = CASE["readings"]
    (said,) = collection(tmp_path, a=one, b=one.replace("<div", "\n<div"), c=one.replace('xml:id="d1"', 'xml:id="d2"'))
    assert said.startswith("b.xml:")
    assert "validate.duplicate-id" in said
    assert said.endswith(f"of <div> is that of another file of this edition: {tmp_path / 'a.xml'}")


def test_editions_may_have_documents_of_one_id(tmp_path: Path) -> None:
    one = CASE["readings"]
    named = {name: one.replace("<TEI", f'<TEI xml:id="{name}.d1"', 1) for name in ("frus1", "frus2")}
    assert collection(tmp_path, **named) == []
    two = [tmp_path / name / "d1.xml" for name in named]
    for path in two:
        path.parent.mkdir()
        path.write_text(one, encoding="utf-8")
    assert check_files(two) == []


def test_one_id_means_one_person_in_an_edition(tmp_path: Path) -> None:
    def document(number: int, name: str) -> str:
        person = entry("listPerson", "person", "p_1", f"<persName>{name}</persName>")
        return CASE["readings"].replace('xml:id="d1"', f'xml:id="d{number}"').replace("<text>", person, 1)

    said = collection(tmp_path, d1=document(1, "Shultz"), d2=document(2, "Shultz"), d3=document(3, "Smith"))
    assert [each.partition(" ")[2] for each in said] == [
        f'validate.entry-conflict xml:id="p_1" is "Smith" here, and "Shultz" in {tmp_path / "d1.xml"}'
    ]


def test_one_id_means_one_term_in_an_edition(tmp_path: Path) -> None:
    def document(number: int, name: str) -> str:
        term = f'<label><term xml:id="t_1">{name}</term></label><item>x</item>'
        terms = f'<standOff><list type="gloss">{term}</list></standOff><text>'
        return CASE["readings"].replace('xml:id="d1"', f'xml:id="d{number}"').replace("<text>", terms, 1)

    (said,) = collection(tmp_path, d1=document(1, "INF"), d2=document(2, "ABM"))
    assert 'validate.entry-conflict xml:id="t_1" is "ABM" here' in said

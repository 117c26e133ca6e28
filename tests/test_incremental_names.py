"""Names without a list: they rest on the whole collection, and only whom a change concerns is converted again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_incremental import as_from_nothing, built, planned

from tei_tools.link.evidence import Evidence
from tei_tools.link.index import ENOUGH, reduce
from tei_tools.link.lookups import answers, recorded
from tei_tools.link.unlisted import bare_names
from tei_tools.model import Block, Document, Metadata, SourceText, Span
from tei_tools.names_model import Context, NamesModel
from tei_tools.names_model.features import seen, size
from tei_tools.resources import resource

EDITION = """\
id = "frus1900v01"
title = "1900, Volume I"
sources = ["*.txt"]
formats = ["tei", "text"]
names_model = "{model}"
"""
TEXTS = {
    1: "I saw Mr. Rusk in the morning.",
    2: "Mr. Rusk went to the conference.",
    3: "The answer of Rusk was short.",
    4: "It rained for the whole of Tuesday.",
    5: "Mr. Bundy was away, and so was Bundy's car.",
    6: "General de Gaulle spoke, and DE GAULLE left.",
    7: "General de Gaulle was tired.",
    8: "We then waited for de Gaulle to come.",
}


def write(folder: Path, texts: dict[int, str]) -> None:
    for n, text in texts.items():
        (folder / f"d{n}.txt").write_text(f"{n}. Memorandum for the Record\n\n{text}\n", "utf-8")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = tmp_path / "edition"
    folder.mkdir()
    write(folder, TEXTS)
    (folder / "edition.toml").write_text(EDITION.format(model="none"), "utf-8")
    return folder


def of_documents(names: dict[str, str]) -> dict[int, str]:
    """{document: why its TEI is made} of a plan."""
    named = {name.removesuffix(".xml").partition("tei/d")[2]: why for name, why in names.items()}
    return {int(number): why for number, why in named.items() if number.isdigit()}


CONCERNED = "what the collection says of it changed"


def test_a_surname_that_comes_up_elsewhere_concerns_who_has_it(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    assert "<persName" in (out / "tei/d3.xml").read_text("utf-8").partition("<body>")[2]
    write(edition, {2: "He went to the conference."})
    assert of_documents(planned(edition, out)) == {
        1: CONCERNED,
        2: "the source d2.txt changed",
        3: CONCERNED,
    }
    written = built(edition, out)
    assert {"tei/d2.xml", "tei/d3.xml"} <= written
    assert "tei/d1.xml" not in written, "there he stands with a title"
    assert "<persName" not in (out / "tei/d3.xml").read_text("utf-8").partition("<body>")[2]
    as_from_nothing(edition, out, tmp_path)


def test_how_often_beyond_enough_concerns_nobody(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    write(edition, {4: "It rained on Mr. Rusk."})
    assert of_documents(planned(edition, out)) == {4: "the source d4.txt changed"}
    built(edition, out)
    as_from_nothing(edition, out, tmp_path)


def test_particles_and_capitals_belong_to_the_surname(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    write(edition, {7: "The General was tired."})
    assert of_documents(planned(edition, out)) == {6: CONCERNED, 7: "the source d7.txt changed", 8: CONCERNED}
    assert {"tei/d7.xml", "tei/d8.xml"} <= built(edition, out)
    as_from_nothing(edition, out, tmp_path)


@pytest.mark.parametrize("surname", ["Rusk", "de Gaulle", "O'Neill", "al-Sadat", "MacArthur", "van den Berg", "xi"])
@pytest.mark.parametrize("sign", ["", "2", "²", "’s", "-"])
def test_who_is_looked_for_is_found_by_the_last_word(surname: str, sign: str) -> None:
    """The index finds the surnames that a text may have by its words; all that were found among all are among these."""
    shouted = surname.upper()
    text = f"Then {surname}{sign} came, and {shouted}{sign}. {surname[0].upper()}{surname[1:]}{sign} left."
    source = SourceText(text, "d1", "utf-8", "", (0,))
    document = Document(source, (Block("p", Span(0, len(text))),), (), Metadata("d1"))
    index = reduce(Evidence(f"d{n}", surnames=(surname, "Nobody")) for n in range(ENOUGH))
    everything = replace(index, bare={"": (surname, "Nobody")})
    assert [*bare_names(document, [], index)] == [*bare_names(document, [], everything)]


# ---- with a model ----


@pytest.fixture
def model(edition: Path) -> Path:
    """The shipped model as a file of the edition."""
    path = edition / "own.crfsuite"
    path.write_bytes(Path(str(resource("names_model", "names.crfsuite"))).read_bytes())
    (edition / "edition.toml").write_text(EDITION.format(model=path.name), "utf-8")
    return path


def test_a_word_that_others_have_concerns_them(edition: Path, model: Path, tmp_path: Path) -> None:
    assert model.exists()
    out = tmp_path / "out"
    built(edition, out)
    write(edition, {5: "Mr. Rusk was away, and Zanzibar is far."})
    assert of_documents(planned(edition, out)) == {
        1: CONCERNED,
        2: CONCERNED,
        3: CONCERNED,
        5: "the source d5.txt changed",
    }
    built(edition, out)
    as_from_nothing(edition, out, tmp_path)


def test_another_model_under_the_same_name_converts_all(edition: Path, model: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(edition, out)
    assert planned(edition, out) == {}
    before = NamesModel.load(model)
    model.write_bytes(replace(before, volumes=("other",)).file())
    assert NamesModel.load(model).label == before.label
    plan = of_documents(planned(edition, out))
    assert plan == dict.fromkeys(TEXTS, "the names model changed")
    built(edition, out)
    as_from_nothing(edition, out, tmp_path)
    assert planned(edition, out) == {}
    (edition / "edition.toml").write_text(EDITION.format(model="none"), "utf-8")
    assert {*of_documents(planned(edition, out)).values()} == {"the names model changed"}


def test_counts_that_look_alike_to_the_model_are_one_answer() -> None:
    def index(total: int, titled: int) -> object:
        words = (Context("Rusk", total, titled), Context("Bonn", 40))
        return reduce([Evidence("d1", contexts=words, surnames=("Rusk",))])

    asked: set[tuple[str, str]] = set()
    table = recorded(index(10, 5), asked).contexts
    assert table.get("Rusk") == (1, 10, 5, 0, 0, 0, 0, 0)
    assert table.get("Paris") is None
    assert asked == {("contexts", "Rusk"), ("contexts", "Paris")}
    assert answers(index(10, 5), asked) == answers(index(12, 6), asked)
    assert answers(index(10, 5), asked) != answers(index(10, 0), asked)
    assert seen((0,) * 8) == (0, 0)
    assert [size(count) for count in (0, 1, 2, 3, 4, 5, 9, 10, 99)] == [0, 1, 2, 3, 3, 4, 4, 5, 5]

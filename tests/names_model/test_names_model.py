"""The model of names: it is trained here, on a few documents of a volume, and then finds names."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei_tools import convert
from tei_tools.errors import AuthorityError
from tei_tools.names_model import NamesModel, choice
from tei_tools.resources import resource
from training.lessons import labels, lessons
from training.lessons import reading as reading_of
from training.train import packed, train
from training.volume import documents

EXCERPT = Path(__file__).parent / "excerpt.xml"
TEI = "{http://www.tei-c.org/ns/1.0}"
TEXT = (
    "12. Memorandum of Conversation\n\n"
    "Secretary Rusk met Ambassador Alphand at noon. Alphand said that he had spoken to Mr. Tyler in Paris.\n\n"
    "Rusk told Tyler that the Embassy in Bonn would wait. The Treaty was not discussed.\n"
)


@pytest.fixture(scope="module")
def model() -> NamesModel:
    return trained()


def trained() -> NamesModel:
    return train(packed(lessons(EXCERPT)), "2026-11-26", ["excerpt"])


@pytest.fixture
def file(model: NamesModel, tmp_path: Path) -> Path:
    path = tmp_path / "tiny.crfsuite"
    path.write_bytes(model.file())
    return path


def found(tei: bytes | None) -> list[str]:
    assert tei is not None
    return [
        "".join(name.itertext())
        for name in etree.fromstring(tei).iter(f"{TEI}text")
        for name in name.iter(f"{TEI}persName")
    ]


def test_a_volume_gives_its_text_and_the_places_of_names() -> None:
    texts = list(documents(EXCERPT))
    tagged = [
        name
        for name in etree.parse(EXCERPT).iter(f"{TEI}persName")
        if not name.get("{http://www.w3.org/XML/1998/namespace}id")
    ]
    names = [each.text[start:end] for each in texts for start, end in each.names]
    assert sorted(names) == sorted(" ".join("".join(name.itertext()).split()) for name in tagged)
    assert all("  " not in each.text and " \n" not in each.text for each in texts)


def test_a_volume_without_a_list_of_persons_teaches_nothing(tmp_path: Path) -> None:
    bare = tmp_path / "bare.xml"
    bare.write_text(
        EXCERPT.read_text(encoding="utf-8").replace('xml:id="persons"', 'xml:id="others"'), encoding="utf-8"
    )
    assert list(lessons(bare)) == []


def test_labels_say_where_names_begin_and_go_on() -> None:
    from tei_tools.names_model.tokens import sequences

    (tokens,) = sequences(reading_of("Mr. Bruno de Leusse spoke to O'Neill's wife, J.F. Dulles and Rusk-Home.\n"))
    assert [token.word for token in tokens] == [
        "Mr",
        "Bruno",
        "de",
        "Leusse",
        "O'Neill",
        "J.",
        "F.",
        "Dulles",
        "Rusk",
        "Home",
    ]
    assert "".join(labels(tokens, {4: 19, 29: 36})) == "OBIIBOOOOO"


def test_the_same_lessons_give_the_same_bytes(model: NamesModel) -> None:
    assert trained().file() == model.file()


def test_names_are_found_with_the_model_and_the_header_says_so(file: Path) -> None:
    converted = convert(TEXT.encode(), names_model=file)
    assert {"Rusk", "Alphand", "Tyler"} <= set(found(converted.tei))
    assert not {"Embassy", "Treaty", "Paris", "Bonn"} & set(found(converted.tei))
    assert b"by the sequence model of names, version 2 of 2026-11-26" in (converted.tei or b"")


def test_of_a_single_document_the_names_of_the_rules_stay(seeds: Path) -> None:
    """The model alone does not see them in volume VI, document 178, where it has nothing to compare it with."""
    text = next(seeds.glob("000_*.txt")).read_bytes()
    both, rules = (found(convert(text, names_model=name).tei) for name in (None, "none"))
    assert {"Mitterrand", "Orlov", "Sakharov", "Bush", "Brezhnev"} <= set(rules)
    assert not [name for name in rules if not any(name in other for other in both)]


def test_without_the_model_the_rules_stand_alone() -> None:
    converted = convert(TEXT.encode(), names_model="none")
    assert {"Rusk", "Alphand"} <= set(found(converted.tei))
    assert b"names_model" not in (converted.tei or b"")


def test_with_a_list_the_model_has_no_say(file: Path, seeds: Path) -> None:
    listed = convert(TEXT.encode(), names_model=file, persons=seeds / "persons.xml")
    assert listed.tei == convert(TEXT.encode(), names_model="none", persons=seeds / "persons.xml").tei


def test_where_crfsuite_is_missing_the_rules_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "installed", lambda: False)
    assert convert(TEXT.encode()).tei == convert(TEXT.encode(), names_model="none").tei


def test_who_asks_for_a_model_without_crfsuite_is_told_how_to_install_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "installed", lambda: False)
    with pytest.raises(AuthorityError) as error:
        convert(TEXT.encode(), names_model=file)
    assert "pip install 'tei-tools[names]'" in error.value.remedy


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda _: b"Rusk, Dean\n", "no model of names"),
        (lambda data: data[:20], "no model of names"),
        (lambda data: data.replace(b'"features": ', b'"features": 9'), "features of version 9"),
    ],
)
def test_a_file_that_is_no_model_is_refused(change: object, problem: str, file: Path) -> None:
    file.write_bytes(change(file.read_bytes()))  # type: ignore[operator]
    with pytest.raises(AuthorityError, match=problem):
        convert(TEXT.encode(), names_model=file)


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="can't be read"):
        convert(TEXT.encode(), names_model=tmp_path / "none.crfsuite")


def test_the_shipped_model_is_small_and_fits_the_features() -> None:
    file = resource(*choice.SHIPPED)
    assert file.stat().st_size <= 2_000_000
    assert len(NamesModel.load(file).volumes) >= 9


def test_an_edition_names_its_model(file: Path, tmp_path: Path) -> None:
    from tei_tools.edition import Edition

    top = 'id = "e"\ntitle = "E"\nsources = ["*.txt"]\n'
    described = tmp_path / "edition.toml"
    for value, expected in ((file.name, file), ("none", "none")):
        described.write_text(f'{top}names_model = "{value}"\n', encoding="utf-8")
        assert Edition.load(tmp_path).names_model == expected

"""Names without a list of persons: by title, forename, initials, brackets, and what the collection says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_tools.authority import Authority
from tei_tools.authority.names import Names
from tei_tools.authority.reading import read
from tei_tools.link.evidence import evidence
from tei_tools.link.index import reduce
from tei_tools.link.persons import link
from tei_tools.model import Annotation, Block, Document, Metadata, SourceText, Span
from tei_tools.recognise.pers_name import recognise

NAMES = Names(Authority())
SEEDS = Path(__file__).parents[2] / "seeds"


def document(text: str, name: str = "d1") -> Document:
    return Document(SourceText(text, name, "utf-8", "", (0,)), (Block("p", Span(0, len(text))),), (), Metadata(name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary Rusk’s letter; Rusk came.", ["Rusk", "Rusk"]),
        ("Mr. Dean Rusk met W. W. Rostow and George Ball.", ["Dean Rusk", "W. W. Rostow", "George Ball"]),
        ("General de Gaulle spoke. DE GAULLE left.", ["de Gaulle", "DE GAULLE"]),
        ("From the Under Secretary (Ball) to the Ambassador.", ["Ball"]),
        ("Nguyen Van Thieu told us that Thieu would stay.", ["Nguyen Van Thieu", "Thieu"]),
        ("The General Assembly met on Secretary General matters. Dear Mr. President,", []),
        ("The Reagan Library and President Reagan.", ["Reagan"]),
        ("Denktash said no. Then Denktash agreed.", ["Denktash", "Denktash"]),
        ("Moscow said no. Then Moscow agreed.", []),
        # The sample documents, without the names that titles show.
        ("To: Director, Central Intelligence Agency Casey Eyes Only, Moscow.", ["Casey"]),
        ("Shultz gave McFarlane this memorandum on November 17 to give to the President.", ["Shultz", "McFarlane"]),
        ("Bush traveled from Rome to Paris and met with President Mitterrand.", ["Bush", "Mitterrand"]),
        (
            "Minister Gromyko came. He was with Gromyko, Dobrynin, Alexandrov and another assistant.",
            ["Gromyko", "Gromyko", "Dobrynin", "Alexandrov"],
        ),
        ("They had heard various names: Shcharanskiy, Orlov and Sakharov.", ["Shcharanskiy", "Orlov", "Sakharov"]),
        ("Unlike Andropov who was cold.", ["Andropov"]),
        # FRUS 1955–1957, volumes I and XV.
        (
            "Secret. Drafted by Troxel; cleared with Bergus, Burdett, and Ludlow.",
            ["Troxel", "Bergus", "Burdett", "Ludlow"],
        ),
        ("Letter From the Director of the Office of Philippine and Southeast Asian Affairs (Young)", ["Young"]),
        # FRUS 1958–1960, volume VIII.
        ("M. Couve de Murville said that M. Millet was ill.", ["Couve de Murville", "Millet"]),
        # FRUS 1961–1963, volume IV; 1969–1976, volume XII.
        ("E. Military operations against the Viet Cong contin", []),
        ("Secretary of State Rusk met U.S.S.R. Participants.", ["Rusk"]),
        ("You should know that Sisco has told Rabin we have it.", ["Sisco", "Rabin"]),
        ("Finally, Secretary Rusk spoke. Nonetheless, Mr. Ball did not.", ["Rusk", "Ball"]),
        ("The Bank promised Vol. 110. The Western Embassies informed Bonn. Vigorously urged tear gas.", []),
        ("The question of the Negev, and a strike in Kharkov.", []),
        # FRUS 1958–1960, volume VIII; 1955–1957, volume XV.
        ("It was discussed with the Chancellor. Although he did not wish it, firmness was needed.", []),
        ("Israelis will defer digging at Banat Yaacov.", []),
        # FRUS 1977–1980, volume XXI.
        ("Ambassador Zenon Rossides and President Carter Eyes Only.", ["Zenon Rossides", "Carter"]),
        ("President Ngo Dinh Diem came. Ngo Dinh Diem’s brother.", ["Ngo Dinh Diem", "Ngo Dinh Diem"]),
    ],
)
def test_rules(text: str, expected: list[str]) -> None:
    one = document(text)
    found = list(recognise(read(one), NAMES))
    assert [one.source.slice(name.span) for name in found] == expected
    assert all(name.cert == "medium" for name in found)


def test_the_collection_knows_a_bare_name() -> None:
    texts = ("Secretary Rusk came.", "Dean Rusk went.", "They saw Rusk about the Viet Minh.")
    documents = [document(text, f"d{number}") for number, text in enumerate(texts)]
    candidates = [list(recognise(read(one), NAMES)) for one in documents]
    assert candidates[2] == []
    index = reduce(evidence(one, found) for one, found in zip(documents, candidates, strict=True))
    (name,) = link(documents[2], candidates[2], Authority(), index)
    assert isinstance(name, Annotation)
    assert documents[2].source.slice(name.span) == "Rusk"
    assert (name.cert, dict(name.attributes)) == ("low", {})


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_seeds_without_a_list(path: Path) -> None:
    one = document(path.read_text(encoding="utf-8"))
    surfaces = {one.source.slice(name.span) for name in recognise(read(one), NAMES)}
    assert {"Chernenko", "Shultz", "Reagan"} <= {surface.split()[-1] for surface in surfaces}
    assert not {surface for surface in surfaces if "President" in surface or "Secretary" in surface}

"""Persons whom the list lacks are told, once each; tests/cases/names/links.txt has more of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_tools.authority import loads
from tei_tools.pipeline import Settings, Source, prepare

LIST = b"Rusk, Dean, Secretary of State\nKing, J. C., Colonel\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dean Rusk and Secretary Rusk met Walt Rostow. Walt Rostow agreed.", ["'Walt Rostow'"]),
        (
            "The U.S. Government agreed with W. Averell Harriman and W.W. Rostow.",
            ["'Averell Harriman'", "'W.W. Rostow'"],
        ),
        ("It was sent to the Ambassador (Thompson) and to Colonel J.C. King.", ["'Thompson'"]),
    ],
)
def test_each_unknown_surname_is_told_once(text: str, told: list[str]) -> None:
    settings = Settings(authority=loads(LIST, "list", "persons"))
    found = prepare(Source(Path("case.txt"), text.encode()), settings)[0].diagnostics
    unknown = [d for d in found if d.code == "link.person-unknown"]
    assert [d.message.partition(" is ")[0] for d in unknown] == told
    for diagnostic, name in zip(unknown, told, strict=True):
        assert text.startswith(name.strip("'"), diagnostic.place.column - 1)


def test_without_a_list_nobody_is_unknown() -> None:
    found = prepare(Source(Path("case.txt"), b"Walt Rostow agreed with Dean Rusk."), Settings())[0].diagnostics
    assert "link.person-unknown" not in {d.code for d in found}

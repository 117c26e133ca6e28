"""Fonts: those of the packages, those of an edition, and the characters that none has."""

from __future__ import annotations

import shutil
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tei_tools.edition_book import Book
from tei_tools.errors import UsageError
from tei_tools.printing import Printing
from tei_tools.publish import glyphs
from tei_tools.publish.glyphs import PACKAGES, typesetter
from tei_tools.publish.pdf import pdf

PREAMBLE = '#import "/edition.typ": *\n#show: edition.with(title: "T")\n'


def fonts_of(markup: str, *fonts: Path) -> set[str]:
    made = pdf(PREAMBLE + markup, place="x", fonts=fonts)
    assert made.diagnostics == ()
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in PdfReader(BytesIO(made.content)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    return {name.partition("-")[0] for name in names}


@pytest.mark.parametrize(
    ("script", "font"),
    [
        ("Ελλάδα", "LibertinusSerif"),
        ("Москва", "LibertinusSerif"),
        ("שלום", "LibertinusSerif"),
        ("السلام", "Amiri"),
        ("北京", "NotoSansCJKsc"),
        ("東京カナ", "NotoSansCJKsc"),
        ("서울", "NotoSansCJKsc"),
    ],
)
def test_scripts_have_their_fonts(script: str, font: str) -> None:
    assert font in fonts_of(f'#p[#"{script}";];')


def test_characters_that_no_font_has() -> None:
    setter = typesetter()
    assert setter.missing("plain, “quoted”, Ω ж 北") == ""
    assert setter.missing("b𓀀a𒀀𓀀") == "𒀀𓀀"
    assert setter.missing("𓀀") == "𓀀"


def test_a_mark_that_stands_on_a_letter_is_not_missing() -> None:
    assert typesetter().missing("a\u0301") == ""


def test_without_the_packages_the_characters_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "PACKAGES", {})
    typesetter.cache_clear()
    try:
        assert typesetter().missing("北京 abc") == "京北"
    finally:
        typesetter.cache_clear()


def test_fonts_of_an_edition_come_first(tmp_path: Path) -> None:
    spec = find_spec("fontpkg_amiri")
    assert spec
    assert spec.origin
    font = shutil.copy(Path(spec.origin).parent / "files" / "Amiri-Regular.ttf", tmp_path / "own.ttf")
    assert typesetter((Path(font),)).families == ("Amiri", "Amiri", "Noto Sans CJK SC")
    assert set(PACKAGES.values()) == {"Amiri", "Noto Sans CJK SC"}


@pytest.mark.parametrize(("name", "content"), [("gone.ttf", None), ("no.otf", b"words")])
def test_a_file_that_is_no_font_is_refused(name: str, content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UsageError, match=name):
        Printing(Book(fonts=(tmp_path / name,)))


@pytest.mark.parametrize("standard", ["ua-1", "a-3a"])
def test_a_character_of_private_use_is_shown_by_its_number(standard: str) -> None:
    made = pdf(f'{PREAMBLE}#p[#"a\ue000z";];', place="x", day=date(2026, 11, 22), standard=standard)
    assert [problem.code for problem in made.diagnostics] == ["publish.missing-glyph"]
    assert "U+E000 (private use)" in made.diagnostics[0].message
    assert "⟨U+E000⟩" in "".join(PdfReader(BytesIO(made.content)).pages[0].extract_text().split())

"""Profiles are data: a third party writes one from the page of documentation, and errors name the file and the key."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from tei_tools import profile
from tei_tools.errors import ProfileError
from tei_tools.pipeline import Settings, Source, convert
from tei_tools.profile import Profile
from tei_tools.profile_keys import ASIDE, KEYS

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGE = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
CONSULS = str(HERE / "consuls.toml")
REPORT = """14. Consular Report#1

The harbour is closed. <<88>> The consul of Sardinia#2 left in #3 of May.#3

Anmerkungen

#1 Source: Archive of the Consulate, box #4.
#2 Not found.
#3 See Document 12.
"""


def test_every_key_is_documented() -> None:
    rows = set(re.findall(r"^\| `((?:\[\w+\] ?)?\w*)` \|", PAGE, re.MULTILINE))
    keys = {f"[{section}] {key}" if section else key for section, key, _ in KEYS.values()}
    keys |= {f"[{section}] {key}" for section, key in ASIDE} | {"extends"}
    assert {re.sub(r"^\[(kinds|names)\]$", r"\1", row.strip()) for row in rows} == keys


def test_every_field_is_read_from_a_key() -> None:
    assert {field.name for field in fields(Profile)} == set(KEYS)


@pytest.mark.parametrize("name", profile.available())
def test_every_profile_loads(name: str) -> None:
    assert profile.load(name).name == name


def test_the_example_of_the_page_is_a_profile(tmp_path: Path) -> None:
    blocks = re.findall(r"(?:^    .*\n|^\n)+", PAGE, re.MULTILINE)
    example = next(block for block in blocks if "extends" in block)
    path = tmp_path / "letters.toml"
    path.write_text(re.sub(r"^    ", "", example, flags=re.MULTILINE), encoding="utf-8")
    letters = profile.load(str(path))
    assert letters.kind("Consular Report on Trade") == "report"
    assert letters.kind("Telegram From the Consul") == "telegram"
    assert [form.text for form in letters.page_forms] == ["<<{n}>>"]


def test_a_text_is_converted_with_a_profile_of_a_third_party() -> None:
    settings = Settings(profile=profile.load(CONSULS))
    (result,) = convert([Source(Path("report.txt"), REPORT.encode())], settings)
    assert result.tei is not None, result.diagnostics
    tei = result.tei.decode()
    assert '<pb n="88" xml:id="pg_88"/>' in tei
    assert re.findall(r'<note n="(\d)" xml:id="d14fn\d"', tei) == ["1", "2", "3"]
    assert "box #4.</note></head>" in tei
    assert "in #3 of May.<note" in tei
    assert '<term type="kind">report</term>' in tei
    assert "Example University Press" in tei
    assert "profile consuls" in tei


ERRORS = {
    "an unknown key": ('[note]\nlabel = ["{n}. "]', "[note] label", "labels"),
    "an unknown section": ("[pages]\nforms = []", "pages", "page"),
    "a form with two placeholders": ('[page]\nforms = ["{n}-{n}"]', "[page] forms", "docs/profiles.md"),
    "an empty form": ('[note]\ncalls = [""]', "[note] calls", "docs/profiles.md"),
    "a call without a placeholder": ('[note]\ncalls = ["*"]', "[note] calls", "docs/profiles.md"),
    "no page mark with a number": ('[page]\nforms = ["\\f"]', "[page] forms", "docs/profiles.md"),
    "a pattern that is none": ("[list]\nbullet = '('", "[list] bullet", "docs/profiles.md"),
    "a pattern without its group": ("[document]\nnumber = '\\d+'", "[document] number", "docs/profiles.md"),
    "a text for a list": ('[note]\nheadings = "Notes"', "[note] headings", "docs/profiles.md"),
    "a list of numbers": ("[note]\nheadings = [1]", "[note] headings", "docs/profiles.md"),
    "true for a number": ("[note]\nindent = true", "[note] indent", "docs/profiles.md"),
    "a place that is none": ('[note]\nplaces = ["margin"]', "[note] places", "docs/profiles.md"),
    "a word that is none": ('[text]\nwrapped = "maybe"', "[text] wrapped", "docs/profiles.md"),
    "an address with other braces": ('[reference]\nvolume = "{id}/{page}"', "[reference] volume", "docs/profiles.md"),
    "a kind that is no text": ('[kinds]\n"Letter" = 1', "[kinds] Letter", "docs/profiles.md"),
    "a page number that is no pattern": (
        "[page]\nnumber = '('\nforms = ['[{n}]']",
        "[page] number",
        "docs/profiles.md",
    ),
}


@pytest.mark.parametrize("title", ERRORS)
def test_an_error_names_file_and_key(title: str, tmp_path: Path) -> None:
    text, key, remedy = ERRORS[title]
    path = tmp_path / "own.toml"
    path.write_text(f'extends = "plain"\n{text}\n', encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        profile.load(str(path))
    assert caught.value.place == str(path)
    assert key in caught.value.message
    assert remedy in caught.value.remedy


def test_a_profile_lacks_a_key(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('name = "own"\nseries = "S"\nlanguage = "en"\n', encoding="utf-8")
    with pytest.raises(ProfileError, match="lacks authority"):
        profile.load(str(path))


@pytest.mark.parametrize(
    ("text", "message"),
    [("name = ", "no TOML"), ('extends = "nowhere"', "no profile 'nowhere'"), ("extends = 1", "extends")],
)
def test_what_is_no_profile(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError, match=message) as caught:
        profile.load(str(path))
    assert caught.value.place == str(path)


def test_a_profile_does_not_extend_itself(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f'extends = "{path.as_posix()}"', encoding="utf-8")
    with pytest.raises(ProfileError, match="another profile"):
        profile.load(str(path))

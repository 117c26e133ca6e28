"""edition.toml: what it may say, and what is said of what it may not."""

from __future__ import annotations

import pickle
from dataclasses import fields
from pathlib import Path

import pytest

from tei_tools.edition import READERS, Edition
from tei_tools.errors import ProfileError

LEAST = 'id = "e1"\ntitle = "Letters"\nsources = ["*.txt"]\n'


def load(folder: Path, text: str) -> Edition:
    (folder / "edition.toml").write_text(text, encoding="utf-8")
    return Edition.load(folder)


def test_the_sample_edition(seeds: Path) -> None:
    edition = Edition.load(seeds)
    assert edition.id == "frus1981-88v04"
    assert edition.editors == ("Elizabeth C. Charles",)
    assert edition.formats == ("tei", "html", "pdf", "epub", "text")
    assert edition.authorities == {"persons": seeds / "persons.xml"}
    assert [path.name for path in edition.files()] == ["000_9675e4c4c0095106.txt", "003_90415235aaee0c76.txt"]
    assert Edition.load(seeds / "edition.toml") == edition
    assert pickle.loads(pickle.dumps(edition)) == edition, "workers get it"


def test_the_imprint_of_the_sample(seeds: Path) -> None:
    imprint = Edition.load(seeds).imprint()
    assert (imprint.edition, imprint.date) == ("frus1981-88v04", "2026-11-22")
    assert imprint.title.startswith("1981–1988, Volume IV, Soviet Union")
    assert imprint.licence_text == "Public domain (CC0 1.0)"
    assert Edition.load(seeds).imprint("2027-01-01").date == "2027-01-01"


def test_the_least_that_an_edition_says(tmp_path: Path) -> None:
    edition = load(tmp_path, LEAST)
    assert (edition.profile, edition.language, edition.date, edition.authorities) == ("frus", "en", "", {})


def test_every_field_has_a_reader() -> None:
    assert set(READERS) == {entry.name for entry in fields(Edition)} - {"folder"}


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    assert load(tmp_path, "\ufeff" + LEAST).id == "e1"


def test_sources_are_sorted_by_name_and_each_comes_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("d2.txt", "d1.txt", "b/d3.txt", "persons.txt", "decisions.txt", "readme.md"):
        (tmp_path / name).write_text("x")
    text = LEAST.replace('["*.txt"]', '["**/*.txt", "d*.txt"]') + 'decisions = "decisions.txt"\n'
    edition = load(tmp_path, text + '[authorities]\npersons = "persons.txt"\n')
    assert [path.relative_to(tmp_path).as_posix() for path in edition.files()] == ["b/d3.txt", "d1.txt", "d2.txt"]


def test_a_pattern_that_matches_nothing(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"sources: no file matches '\*\.txt'"):
        load(tmp_path, LEAST).files()


@pytest.mark.parametrize("date", ["2026", "2026-11", "2026-11-22"])
def test_dates(tmp_path: Path, date: str) -> None:
    assert load(tmp_path, LEAST + f'date = "{date}"').date == date


def test_a_date_may_be_a_date_of_toml(tmp_path: Path) -> None:
    assert load(tmp_path, LEAST + "date = 2026-11-22").date == "2026-11-22"


@pytest.mark.parametrize(
    ("line", "key", "remedy"),
    [
        ('titel = "x"', "titel", "use one of id, title"),
        ("subtitle = 5", "subtitle", "write subtitle ="),
        ('subtitle = " "', "subtitle", "write subtitle ="),
        ('editors = "Charles"', "editors", '["Elizabeth C. Charles"]'),
        ("editors = []", "editors", "write editors ="),
        ("editors = [1]", "editors", "write editors ="),
        ('profile = ["frus"]', "profile", "write profile ="),
        ('formats = ["HTML!"]', "formats", '"html"'),
        ('language = "English language"', "language", '"en"'),
        ('licence = "public domain"', "licence", "https://"),
        ('url = "history.state.gov"', "url", "https://"),
        ('date = "22 November 2026"', "date", "2026-11-22"),
        ('date = "2026-02-30"', "date", "2026-11-22"),
        ("date = 2026-11-22T10:00:00Z", "date", "2026-11-22"),
        ("date = 2026", "date", "2026-11-22"),
        ('decisions = "../decisions.toml"', "decisions", "relative"),
        ('decisions = "decisions.toml"', "decisions", "take the line out"),
        ('authorities = "persons.xml"', "authorities", "[authorities]"),
        ('[authorities]\npeople = "persons.xml"', "authorities.people", "persons, terms, places, orgs"),
        ('[authorities]\npersons = "/etc/passwd"', "authorities.persons", "relative"),
        ('[authorities]\npersons = "persons.xml"', "authorities.persons", "check the name"),
        ("[authorities]\npersons = 5", "authorities.persons", "write"),
    ],
)
def test_what_is_wrong_is_named_with_its_remedy(tmp_path: Path, line: str, key: str, remedy: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load(tmp_path, LEAST + line)
    assert caught.value.message.startswith(f"{key}: ")
    assert remedy in caught.value.remedy
    assert caught.value.place == str(tmp_path / "edition.toml")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("pattern", ["/etc/*", "../*.txt", "a/../../*.txt", "a\\\\b"])
def test_sources_stay_inside_the_folder(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(ProfileError, match="leads out of the folder"):
        load(tmp_path, f'id = "e"\ntitle = "t"\nsources = ["{pattern}"]')


@pytest.mark.parametrize("key", ["id", "title", "sources"])
def test_what_is_missing(tmp_path: Path, key: str) -> None:
    with pytest.raises(ProfileError, match=f"{key}: is missing"):
        load(tmp_path, "".join(line for line in LEAST.splitlines(True) if not line.startswith(key)))


@pytest.mark.parametrize("identifier", ["d 1", "1981", "a/b", "../x", "é"])
def test_an_identifier_can_be_an_id_and_the_name_of_a_file(tmp_path: Path, identifier: str) -> None:
    with pytest.raises(ProfileError, match="is no identifier"):
        load(tmp_path, LEAST.replace("e1", identifier))


def test_no_toml_has_its_place(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="no TOML") as caught:
        load(tmp_path, LEAST + "editors = [x]\n")
    assert caught.value.place.startswith(f"{tmp_path / 'edition.toml'}:4:")


def test_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_bytes(b'id = "\xff"')
    with pytest.raises(ProfileError, match="not UTF-8"):
        Edition.load(tmp_path)


def test_no_edition(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"edition\.toml is missing") as caught:
        Edition.load(tmp_path)
    assert "seeds/edition.toml" in caught.value.remedy
    with pytest.raises(ProfileError, match="no such file"):
        Edition.load(tmp_path / "nowhere")


def test_the_site_of_an_edition(tmp_path: Path) -> None:
    (tmp_path / "seal.svg").write_text("<svg/>")
    text = LEAST + '[site]\nlogo = "seal.svg"\nlanguage = "de"\n[site.colours]\naccent = "#20558A"\n'
    site = load(tmp_path, text + '[site.wording]\npage = "Folio {n}"\n').site
    assert (site.language, site.logo) == ("de", tmp_path / "seal.svg")
    assert site.colours == {"accent": "#20558a"}
    assert site.wording == {"page": "Folio {n}"}


@pytest.mark.parametrize(
    ("lines", "key", "remedy"),
    [
        ("site = 1", "site", "[site]"),
        ("[site]\ncolor = 1", "site.color", "colours"),
        ('[site]\nlogo = "seal.svg"', "site.logo", "check the name"),
        ('[site]\nlogo = "edition.toml"', "site.logo", ".svg"),
        ('[site]\nstyle = "edition.toml"', "site.style", ".css"),
        ('[site.colours]\naccent = "red"', "site.colours.accent", "#8a2b20"),
        ('[site.colours]\nborder = "#000000"', "site.colours.border", "paper"),
        ('[site.wording]\nperson = "x"', "site.wording.person", "persons"),
        ('[site.wording]\npage = "Folio"', "site.wording.page", "{n}"),
    ],
)
def test_what_a_site_may_not_say(tmp_path: Path, lines: str, key: str, remedy: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load(tmp_path, LEAST + lines)
    assert caught.value.message.startswith(f"{key}: ")
    assert remedy in caught.value.remedy

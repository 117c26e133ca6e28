"""What is to be published, and how: the file edition.toml at the top of an edition's folder."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePosixPath
from typing import Any, Self

from tei_tools.errors import ProfileError
from tei_tools.model import Imprint

NAME = "edition.toml"
AUTHORITIES = ("persons", "terms", "places", "orgs")
FORMATS = ("tei", "html", "pdf", "text")

ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
FORMAT = re.compile(r"[a-z][a-z0-9-]*")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SYNTAX_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition as its file describes it; `authorities` are files by kind (persons, terms, places, orgs).

    `id` is the identifier under which the documents are published, "frus1981-88v04"; `licence` the address of a
    licence, `licence_text` its name; `date` the day of the publication (YYYY, YYYY-MM or YYYY-MM-DD), and "" where
    the edition does not fix one; `sources` are globs.
    """

    folder: Path
    id: str
    title: str
    sources: tuple[str, ...]
    series: str = ""
    subtitle: str = ""
    editors: tuple[str, ...] = ()
    profile: str = "frus"
    authorities: Mapping[str, Path] = field(default_factory=dict)
    decisions: Path | None = None
    formats: tuple[str, ...] = FORMATS
    language: str = "en"
    licence: str = ""
    licence_text: str = ""
    date: str = ""
    url: str = ""
    publisher: str = ""

    @classmethod
    def load(cls, path: Path) -> Self:
        """The edition in a folder, or described by an edition.toml that is given itself.

        Raises `ProfileError` for a file that is missing, no TOML, or has an unknown key or a value of the wrong kind,
        and where a file that it names is not there.
        """
        file = path / NAME if path.is_dir() else path
        return cls(folder=file.parent, **_values(_table(file), file))

    def files(self) -> tuple[Path, ...]:
        """The sources that are there, in the order of their names; authority and decision files are none.

        Raises `ProfileError` where a pattern matches no file.
        """
        apart = {*self.authorities.values(), self.decisions, self.folder / NAME}
        found: set[Path] = set()
        for pattern in self.sources:
            matches = {path for path in self.folder.glob(pattern) if path.is_file()} - apart
            if not matches:
                remedy = "check the pattern; it is relative to the folder of edition.toml"
                raise _wrong(self.folder / NAME, "sources", f"no file matches {pattern!r}", remedy)
            found |= matches
        return tuple(sorted(found, key=lambda path: path.relative_to(self.folder).as_posix()))

    def imprint(self, date: str = "") -> Imprint:
        """What the TEI header says of the edition; `date` comes before the date of the edition."""
        title = ": ".join(part for part in (self.title, self.subtitle) if part)
        return Imprint(
            edition=self.id,
            title=title,
            editors=self.editors,
            publisher=self.publisher,
            licence=self.licence,
            licence_text=self.licence_text,
            date=date or self.date,
        )


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        message = "there is no edition: edition.toml is missing" if file.name == NAME else "there is no such file"
        remedy = f"give a folder with a file {NAME} in it (seeds/{NAME} is an example)"
        raise ProfileError(message, place=str(file), remedy=remedy) from error
    except UnicodeDecodeError as error:
        raise ProfileError("the file is not UTF-8", place=str(file), remedy="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        where = SYNTAX_PLACE.search(str(error))
        place = f"{file}:{where[1]}:{where[2]}" if where else str(file)
        reason = SYNTAX_PLACE.sub("", str(error))
        remedy = 'write each line as key = "value"'
        raise ProfileError(f"the file is no TOML: {reason}", place=place, remedy=remedy) from error
    except OSError as error:
        remedy = "check its owner and mode"
        raise ProfileError(f"the file can't be read: {error.strerror}", place=str(file), remedy=remedy) from error


def _values(table: Mapping[str, Any], file: Path) -> dict[str, Any]:
    allowed = [entry.name for entry in fields(Edition) if entry.name != "folder"]
    _known(table, allowed, file, "")
    for key in ("id", "title", "sources"):
        if key not in table:
            raise _wrong(file, key, "is missing", f"add it: {key} = {EXAMPLES[key]}")
    return {key: READERS[key](table[key], key, file) for key in allowed if key in table}


def _known(table: Mapping[str, Any], allowed: list[str], file: Path, prefix: str) -> None:
    unknown = [key for key in table if key not in allowed]
    if unknown:
        remedy = f"use one of {', '.join(allowed)}"
        raise _wrong(file, prefix + unknown[0], "is no key of an edition", remedy)


def _wrong(file: Path, key: str, problem: str, remedy: str) -> ProfileError:
    return ProfileError(f"{key}: {problem}", place=str(file), remedy=remedy)


def _text(value: Any, key: str, file: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(file, key, "has to be a text that is not empty", f"write {key} = {EXAMPLES.get(key, QUOTED)}")
    return value.strip()


def _texts(value: Any, key: str, file: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        remedy = f"write {key} = {EXAMPLES[key]}"
        raise _wrong(file, key, "has to be a list of texts that is not empty", remedy)
    return tuple(_text(item, key, file) for item in value)


def _matching(pattern: re.Pattern[str], what: str) -> Callable[[Any, str, Path], str]:
    def reader(value: Any, key: str, file: Path) -> str:
        text = _text(value, key, file)
        if not pattern.fullmatch(text):
            raise _wrong(file, key, f"{text!r} is no {what}", f"write it like {EXAMPLES[key]}")
        return text

    return reader


def _inside(value: Any, key: str, file: Path) -> str:
    """A path or a glob that stays inside the folder of the edition: an edition is complete in itself."""
    text = _text(value, key, file)
    parts = PurePosixPath(text).parts
    if text.startswith("/") or ".." in parts or "\\" in text or "\0" in text:
        remedy = "write the path relative to the folder of edition.toml, with / between its parts"
        raise _wrong(file, key, f"{text!r} leads out of the folder of the edition", remedy)
    return PurePosixPath(text).as_posix()


def _file(value: Any, key: str, file: Path) -> Path:
    path = file.parent / _inside(value, key, file)
    if not path.is_file():
        raise _wrong(file, key, f"there is no file {path}", "check the name, or take the line out")
    return path


def _sources(value: Any, key: str, file: Path) -> tuple[str, ...]:
    return tuple(_inside(item, key, file) for item in _texts(value, key, file))


def _formats(value: Any, key: str, file: Path) -> tuple[str, ...]:
    name = _matching(FORMAT, "name of a format")
    return tuple(dict.fromkeys(name(item, key, file) for item in _texts(value, key, file)))


def _authorities(value: Any, key: str, file: Path) -> Mapping[str, Path]:
    if not isinstance(value, Mapping):
        raise _wrong(file, key, "has to be a table", f"write {EXAMPLES[key]}")
    _known(value, list(AUTHORITIES), file, f"{key}.")
    return {kind: _file(value[kind], f"{key}.{kind}", file) for kind in AUTHORITIES if kind in value}


def _date(value: Any, key: str, file: Path) -> str:
    text = value.isoformat() if type(value) is datetime.date else value
    text = _matching(DATE, "date")(text, key, file)
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError as error:
        raise _wrong(file, key, f"{text!r} is not in the calendar", f"write it like {EXAMPLES[key]}") from error
    return text


URL = _matching(re.compile(r"https?://[^\s<>\"]+"), "address")

READERS: Mapping[str, Callable[[Any, str, Path], Any]] = {
    **dict.fromkeys(("title", "series", "subtitle", "profile", "licence_text", "publisher"), _text),
    "id": _matching(ID, "identifier"),
    "editors": _texts,
    "sources": _sources,
    "authorities": _authorities,
    "decisions": _file,
    "formats": _formats,
    "language": _matching(LANGUAGE, "language tag"),
    "licence": URL,
    "date": _date,
    "url": URL,
}

QUOTED = '"…"'
EXAMPLES: Mapping[str, str] = {
    "id": '"frus1981-88v04"',
    "title": '"1981–1988, Volume IV, Soviet Union"',
    "sources": '["*.txt"]',
    "editors": '["Elizabeth C. Charles"]',
    "authorities": '[authorities] and below it persons = "persons.xml"',
    "formats": '["tei", "html", "pdf", "text"]',
    "language": '"en"',
    "licence": '"https://creativecommons.org/publicdomain/zero/1.0/"',
    "date": '"2026-11-22"',
    "url": '"https://example.org/edition"',
}

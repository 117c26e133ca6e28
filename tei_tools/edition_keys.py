"""What edition.toml may say: a reader per key, which gives the value, or tells what is wrong and how to write it.

A reader takes the value, the key as it is named to the editor, and the file; it raises `ProfileError`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any

from tei_tools.errors import ProfileError

AUTHORITIES = ("persons", "terms", "places", "orgs")
NO_MODEL = "none"
FORMATS = ("tei", "html", "pdf", "epub", "text")

ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
FORMAT = re.compile(r"[a-z][a-z0-9-]*")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


Reader = Callable[[Any, str, Path], Any]


def known(table: Mapping[str, Any], allowed: Collection[str], file: Path, prefix: str) -> None:
    unknown = [key for key in table if key not in allowed]
    if unknown:
        shown = allowed if len(allowed) < 40 else get_close_matches(unknown[0], allowed) or list(allowed)[:40]
        remedy = f"use one of {', '.join(shown)}"
        raise wrong(file, prefix + unknown[0], "is no key of an edition", remedy)


def wrong(file: Path, key: str, problem: str, remedy: str) -> ProfileError:
    return ProfileError(f"{key}: {problem}", place=str(file), remedy=remedy)


def text_of(value: Any, key: str, file: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise wrong(file, key, "has to be a text that is not empty", f"write {key} = {EXAMPLES.get(key, QUOTED)}")
    return value.strip()


def texts_of(value: Any, key: str, file: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        remedy = f"write {key} = {EXAMPLES.get(key, f'[{QUOTED}]')}"
        raise wrong(file, key, "has to be a list of texts that is not empty", remedy)
    return tuple(text_of(item, key, file) for item in value)


def matching(pattern: re.Pattern[str], what: str, example: str = "") -> Callable[[Any, str, Path], str]:
    def reader(value: Any, key: str, file: Path) -> str:
        text = text_of(value, key, file)
        if not pattern.fullmatch(text):
            raise wrong(file, key, f"{text!r} is no {what}", f"write it like {example or EXAMPLES[key]}")
        return text

    return reader


def inside(value: Any, key: str, file: Path) -> str:
    """A path or a glob that stays inside the folder of the edition: an edition is complete in itself."""
    text = text_of(value, key, file)
    parts = PurePosixPath(text).parts
    if text.startswith("/") or ".." in parts or "\\" in text or "\0" in text:
        remedy = "write the path relative to the folder of edition.toml, with / between its parts"
        raise wrong(file, key, f"{text!r} leads out of the folder of the edition", remedy)
    return PurePosixPath(text).as_posix()


def file_of(value: Any, key: str, file: Path) -> Path:
    path = file.parent / inside(value, key, file)
    if not path.is_file():
        raise wrong(file, key, f"there is no file {path}", "check the name, or take the line out")
    return path


def matches(pattern: str, key: str, file: Path, apart: Collection[Path | None] = ()) -> tuple[Path, ...]:
    """The files that a pattern finds, `apart` left out; where there are none, that is an error."""
    found = {path for path in file.parent.glob(pattern) if path.is_file()} - {*apart}
    if not found:
        remedy = "check the pattern; it is relative to the folder of edition.toml"
        raise wrong(file, key, f"no file matches {pattern!r}", remedy)
    return in_order(found, file.parent)


def in_order(paths: Collection[Path], folder: Path) -> tuple[Path, ...]:
    """By their names, and the numbers in them by value: d2.txt stands before d10.txt."""

    def key(path: Path) -> list[tuple[int, str]]:
        parts = re.split(r"(\d+)", path.relative_to(folder).as_posix())
        return [(int(part) if place % 2 else 0, part) for place, part in enumerate(parts)]

    return tuple(sorted(paths, key=key))


def table_of(value: Any, key: str, file: Path, allowed: Collection[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise wrong(file, key, "has to be a table", f"write {EXAMPLES.get(key, f'[{key}] and its keys below it')}")
    known(value, allowed, file, f"{key}.")
    return value


def patterns_of(value: Any, key: str, file: Path) -> tuple[str, ...]:
    return tuple(inside(item, key, file) for item in texts_of(value, key, file))


def _formats(value: Any, key: str, file: Path) -> tuple[str, ...]:
    name = matching(FORMAT, "name of a format")
    return tuple(dict.fromkeys(name(item, key, file) for item in texts_of(value, key, file)))


def _authorities(value: Any, key: str, file: Path) -> Mapping[str, Path]:
    table = table_of(value, key, file, AUTHORITIES)
    return {kind: file_of(table[kind], f"{key}.{kind}", file) for kind in AUTHORITIES if kind in table}


def _profile(value: Any, key: str, file: Path) -> str:
    """The name of a profile of the tool, or the path of the edition's own."""
    text = text_of(value, key, file)
    return str(file_of(text, key, file)) if text.endswith(".toml") else text


def _date(value: Any, key: str, file: Path) -> str:
    text = value.isoformat() if type(value) is datetime.date else value
    text = matching(DATE, "date")(text, key, file)
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError as error:
        raise wrong(file, key, f"{text!r} is not in the calendar", f"write it like {EXAMPLES[key]}") from error
    return text


URL = matching(re.compile(r"https?://[^\s<>\"]+"), "address")

READERS: Mapping[str, Reader] = {
    **dict.fromkeys(("title", "series", "subtitle", "licence_text", "publisher"), text_of),
    "id": matching(ID, "identifier"),
    "profile": _profile,
    "editors": texts_of,
    "sources": patterns_of,
    "authorities": _authorities,
    "decisions": file_of,
    "names_model": lambda value, key, file: NO_MODEL if value == NO_MODEL else file_of(value, key, file),
    "formats": _formats,
    "language": matching(LANGUAGE, "language tag"),
    "licence": URL,
    "date": _date,
    "url": URL,
}

QUOTED = '"…"'
EXAMPLES: Mapping[str, str] = {
    "id": '"frus1981-88v04"',
    "title": '"1981–1988, Volume IV, Soviet Union"',
    "sources": '["*.txt"]',
    "site.pages": '["pages/*.md"]',
    "editors": '["Elizabeth C. Charles"]',
    "authorities": '[authorities] and below it persons = "persons.xml"',
    "formats": '["tei", "html", "pdf", "epub", "text"]',
    "names_model": '"none"',
    "language": '"en"',
    "licence": '"https://creativecommons.org/publicdomain/zero/1.0/"',
    "date": '"2026-11-22"',
    "url": '"https://example.org/edition"',
}

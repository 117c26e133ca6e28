"""What is to be published, and how: the file edition.toml at the top of an edition's folder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self

from tei_tools import edition_keys, profile
from tei_tools.edition_book import Book, book
from tei_tools.edition_divs import Div, divs
from tei_tools.edition_keys import EXAMPLES, FORMATS, in_order, known, matches, wrong
from tei_tools.edition_site import Site, site
from tei_tools.errors import ProfileError
from tei_tools.model import Imprint

NAME = "edition.toml"
READERS = {**edition_keys.READERS, "site": site, "book": book, "divs": divs}
SYNTAX_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition as its file describes it; `authorities` are files by kind (persons, terms, places, orgs).

    `names_model` is a model's file, or "none" for the rules alone, or "" for the one that is shipped.
    `id` is the identifier under which the documents are published, "frus1981-88v04"; `licence` the address of a
    licence, `licence_text` its name; `date` the day of the publication (YYYY, YYYY-MM or YYYY-MM-DD), and "" where
    the edition does not fix one; `language` is that of the texts; `sources` are globs; `site` is how the web edition
    looks and speaks, `book` how the print edition and the e-book look, `divs` the chapters of the volume.
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
    names_model: Path | str = ""
    formats: tuple[str, ...] = FORMATS
    language: str = "en"
    licence: str = ""
    licence_text: str = ""
    date: str = ""
    url: str = ""
    publisher: str = ""
    site: Site = field(default_factory=Site)
    book: Book = field(default_factory=Book)
    divs: tuple[Div, ...] = ()

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
        apart = {*self.authorities.values(), self.decisions, self.folder / NAME, *self.site.pages}
        file = self.folder / NAME
        found = [path for pattern in self.sources for path in matches(pattern, "sources", file, apart)]
        return in_order(set(found), self.folder)

    @property
    def address(self) -> str:
        """Where the site will be, with a slash at its end; "" where the edition does not say."""
        return self.url and self.url.rstrip("/") + "/"

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
    known(table, allowed, file, "")
    for key in ("id", "title", "sources"):
        if key not in table:
            raise wrong(file, key, "is missing", f"add it: {key} = {EXAMPLES[key]}")
    values = {key: READERS[key](table[key], key, file) for key in allowed if key in table}
    return {"language": profile.load(values["profile"]).language, **values} if "profile" in values else values

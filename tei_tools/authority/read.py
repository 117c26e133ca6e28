"""One door for authority files: TEI or the printed list, persons or terms, whichever the file is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from tei_tools.authority.entities import read_entities
from tei_tools.authority.fold import fold
from tei_tools.authority.language import language
from tei_tools.authority.model import Authority
from tei_tools.authority.tei import read_tei
from tei_tools.authority.text import entries, read_persons, read_terms
from tei_tools.errors import AuthorityError

Kind = Literal["persons", "terms", "places", "orgs"]


def load(path: str | Path, kind: Kind | None = None) -> Authority:
    """The persons or terms of a file: TEI (listPerson; list of term) or the printed list as text, one entry a line.

    `kind` says what a printed list holds; without it, its entries do. A list without any entry is an empty `Authority`
    only where it is TEI with an empty listPerson or list. Raises `AuthorityError` where the file can't be read.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AuthorityError(
            f"the authority file can't be read: {error.strerror}", place=str(path), remedy="check the path"
        ) from error
    return loads(data, str(path), kind)


def loads(data: bytes, path: str, kind: Kind | None = None) -> Authority:
    """`load` for bytes in hand; `path` is for messages."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        authority = read_tei(data.lstrip(b" \t\r\n"), path)
        entries_there = authority.persons or authority.terms or authority.places or authority.orgs
        if not entries_there and not re.search(rb"<(?:\w+:)?list", data):
            raise AuthorityError(
                "the TEI file has no person and no term",
                place=path,
                remedy="it needs a listPerson, listPlace or listOrg, or a list of label and item with term",
            )
        return authority
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise AuthorityError("the list is not UTF-8", place=f"{path}:{row}", remedy="save it as UTF-8") from error
    if "\x00" in text:
        raise AuthorityError("the list is no text", place=path, remedy="give TEI, or plain text with one entry a line")
    if not any(True for _ in entries(text)):
        raise AuthorityError(
            "the list is empty", place=path, remedy="give one entry a line: Shultz, George P., Secretary of State"
        )
    if kind == "places":
        return Authority(path=path, places=read_entities(text, "place"))
    if kind == "orgs":
        return Authority(path=path, orgs=read_entities(text, "org"))
    return read_persons(text, path) if (kind or guess(text)) == "persons" else read_terms(text, path)


def guess(text: str) -> Kind:
    """Persons turn their names round and begin with a capital word; abbreviations are capitals without forenames."""
    found = [re.split(r"[,;:\t]\s*|\s+[–—-]\s+", entry, maxsplit=1) for _, entry in entries(text)]
    capitals = sum(1 for first, *rest in found if _is_short(first) and not _is_given(*rest))
    return "terms" if capitals * 3 > len(found) else "persons"


def _is_short(word: str) -> bool:
    return sum(map(str.isupper, word)) * 2 > len(word.replace(" ", ""))


def _is_given(rest: str = "") -> bool:
    """Whether the words behind a surname in capitals begin with a forename: "SHULTZ, George P."."""
    words = [word.strip(".,;:") for word in rest.split()[:2]]
    return any(fold(word).lower() in language().forenames for word in words)

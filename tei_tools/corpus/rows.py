"""A corpus as tables. Each column is told once, here: CSV, Parquet, the data package and pandas take it from this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_tools.corpus.collect import Corpus
from tei_tools.corpus.document import Document, Party

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Column:
    """`type` is "string" or "integer"; `points_at` is the (table, column) that holds each value which is not ""."""

    name: str
    about: str
    type: str = "string"
    points_at: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()


DOCUMENT = Column("document", "id of the document", points_at=("documents", "id"))
OFFSETS = (
    Column("start", "offset of its first character in the text of the document, from 0, in code points", "integer"),
    Column("end", "offset behind its last character", "integer"),
    Column("text", "the words, as they stand in the text"),
)
PARTY = (
    Column("kind", "person or org"),
    Column("entry", "id in the table of persons, or of organisations; empty where the words are all that is known"),
    Column("name", "the words of the document"),
    Column("cert", "high, medium, low; empty where nothing is doubtful"),
)
TABLES = (
    Table(
        "documents",
        "the documents of the edition",
        (
            Column("id", "id of the document"),
            Column("number", "its number in the volume"),
            Column("title", "its head"),
            Column("kind", "telegram, memorandum, letter …"),
            Column("date_from", "the first day on which it may have been written: YYYY, YYYY-MM or YYYY-MM-DD"),
            Column("date_to", "the last day on which it may have been written"),
            Column("place", "where it was written"),
            Column("page_from", "the page of the original on which it begins"),
            Column("page_to", "the page on which it ends"),
            Column("notes", "how many notes it has", "integer"),
            Column("characters", "the length of its text in code points", "integer"),
            Column("file", "the TEI file"),
            Column("text", "the running text: a block a line, then those of the notes; offsets count in it"),
        ),
        ("id",),
    ),
    Table(
        "persons",
        "the list of persons",
        (
            Column("id", "id of the person"),
            Column("name", "the name as the list has it"),
            Column("surname", "surname"),
            Column("forename", "forename"),
            Column("variants", "other forms of the name, with ' | ' between them"),
            Column("description", "who it is, as the list says"),
            Column("identifiers", "identifiers elsewhere, such as viaf:12345, with ' | ' between them"),
        ),
        ("id",),
    ),
    Table(
        "mentions",
        "every name and term in the texts, also in notes",
        (
            DOCUMENT,
            Column("kind", "person, place, org or term"),
            Column("entry", "id of who or what is meant; empty where it is open"),
            *OFFSETS,
            Column("cert", "high, medium, low; empty where nothing is doubtful"),
            Column("role", "sender, addressee or participant, where the name says so"),
            Column("page", "the page of the original"),
            Column("note", "id of the note it stands in; empty in the text itself"),
            Column("sentence", "the sentence around it"),
        ),
    ),
    Table(
        "places",
        "places and organisations of the lists",
        (
            Column("id", "id of the entry"),
            Column("kind", "place or org"),
            Column("name", "the name as the list has it"),
            Column("description", "what it is"),
            Column("identifiers", "identifiers elsewhere, with ' | ' between them"),
        ),
        ("id",),
    ),
    Table(
        "references",
        "pointers of the texts to documents, notes and pages",
        (DOCUMENT, *OFFSETS, Column("target", "where it points at, as the TEI has it")),
    ),
    Table(
        "correspondence",
        "who sent, and who received",
        (DOCUMENT, Column("action", "sent or received"), *PARTY, Column("date", "the first day it may have been")),
    ),
)


def rows(corpus: Corpus, table: str) -> Iterator[Row]:
    """The rows of a table, in the order of the documents or of the ids. Raises `KeyError` for an unknown table."""
    if table in {"persons", "places"}:
        yield from _lists(corpus, table)
        return
    make = PER_DOCUMENT[table]
    for document in corpus.documents():
        yield from make(document)


def rows_of(document: Document) -> Mapping[str, Iterator[Row]]:
    """The rows that one document has in each table but the lists."""
    return {table: make(document) for table, make in PER_DOCUMENT.items()}


def frames(corpus: Corpus) -> dict[str, DataFrame]:
    """Every table as a frame with its columns, also where it has no row."""
    from pandas import DataFrame

    gathered: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for document in corpus.documents():
        for name, found in rows_of(document).items():
            gathered[name] += found
    for name in ("persons", "places"):
        gathered[name] += _lists(corpus, name)
    return {table.name: DataFrame(gathered[table.name], columns=_names(table.columns)) for table in TABLES}


def _names(columns: Sequence[Column]) -> list[str]:
    return [column.name for column in columns]


def _document(document: Document) -> Iterator[Row]:
    pages, (first, last) = document.pages, document.date
    yield {
        "id": document.id,
        "number": document.number,
        "title": document.title,
        "kind": document.kind,
        "date_from": first,
        "date_to": last,
        "place": document.place.name if document.place else "",
        "page_from": pages[0] if pages else "",
        "page_to": pages[-1] if pages else "",
        "notes": len(document.notes),
        "characters": len(document.text),
        "file": document.file,
        "text": document.text,
    }


def _mentions(document: Document) -> Iterator[Row]:
    for mention in document.mentions:
        start, end = document.reading.sentence(mention.start, mention.end)
        row: Row = {name: getattr(mention, name) for name in MENTION_COLUMNS}
        yield row | {"sentence": document.text[start:end]}


def _references(document: Document) -> Iterator[Row]:
    for reference in document.references:
        yield {
            "document": document.id,
            "start": reference.start,
            "end": reference.end,
            "text": reference.text,
            "target": reference.target,
        }


def _correspondence(document: Document) -> Iterator[Row]:
    def row(action: str, party: Party) -> Row:
        return {
            "document": document.id,
            "action": action,
            "kind": party.kind,
            "entry": party.entry,
            "name": party.name,
            "cert": party.cert,
            "date": document.date[0] if action == "sent" else "",
        }

    yield from (row("sent", party) for party in document.senders)
    yield from (row("received", party) for party in document.addressees)


def _lists(corpus: Corpus, table: str) -> Iterator[Row]:
    kinds = {"person"} if table == "persons" else {"place", "org"}
    names = _names(next(entry.columns for entry in TABLES if entry.name == table))
    for entry in corpus.entries.values():
        if entry.kind in kinds:
            row: Row = {
                "id": entry.id,
                "kind": entry.kind,
                "name": entry.name,
                "surname": entry.surname,
                "forename": entry.forename,
                "variants": " | ".join(entry.variants),
                "description": entry.description,
                "identifiers": " | ".join(f"{kind}:{value}" for kind, value in entry.identifiers),
            }
            yield {name: row[name] for name in names}


MENTION_COLUMNS = ("document", "kind", "entry", "start", "end", "text", "cert", "role", "page", "note")
PER_DOCUMENT = {
    "documents": _document,
    "mentions": _mentions,
    "references": _references,
    "correspondence": _correspondence,
}

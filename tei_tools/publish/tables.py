"""A corpus as a Frictionless data package: a CSV file for each table, Parquet where pyarrow is installed.

Frictionless Data Package 1, with a profile of tabular data: datapackage.json tells each column's meaning and type, and
which columns point at which table.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from tei_tools.corpus import Corpus
from tei_tools.corpus.rows import TABLES, Column, Row, Table, rows, rows_of


def parquet_available() -> bool:
    return find_spec("pyarrow") is not None


def parquet_version() -> str:
    """The version of pyarrow, which decides on the bytes of Parquet; "" where it is not installed."""
    return version("pyarrow") if parquet_available() else ""


def tables(corpus: Corpus, *, parquet: bool | None = None) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each file; a document is read once, and its rows are kept as CSV.

    `parquet` says whether Parquet is written too; without a word it is where pyarrow is installed.
    Raises `SourceError` for a file that can't be read.
    """
    texts = {table.name: _Csv(table) for table in TABLES}
    for document in corpus.documents():
        for name, found in rows_of(document).items():
            texts[name].add(found)
    for name in ("persons", "places"):
        texts[name].add(rows(corpus, name))
    for table in TABLES:
        content = texts[table.name].content()
        yield f"{table.name}.csv", content
        if parquet_available() if parquet is None else parquet:
            yield f"{table.name}.parquet", _parquet(table, content)
    yield "datapackage.json", _package(corpus)


class _Csv:
    """RFC 4180, UTF-8, lines end in a line feed."""

    def __init__(self, table: Table) -> None:
        self._bytes = io.BytesIO()
        self._text = io.TextIOWrapper(self._bytes, "utf-8", newline="")
        self._writer = csv.DictWriter(self._text, [column.name for column in table.columns], lineterminator="\n")
        self._writer.writeheader()

    def add(self, found: Iterator[Row]) -> None:
        self._writer.writerows(found)

    def content(self) -> bytes:
        self._text.flush()
        return self._bytes.getvalue()


def _parquet(table: Table, content: bytes) -> bytes:
    """The same rows and types as the CSV has; compressed, and nothing in it that depends on the hour."""
    import pyarrow
    import pyarrow.parquet
    from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

    types = {"string": pyarrow.string(), "integer": pyarrow.int64()}
    read = read_csv(
        pyarrow.BufferReader(content),
        ReadOptions(use_threads=False, block_size=len(content) + 1),
        ParseOptions(newlines_in_values=True),
        ConvertOptions(column_types={column.name: types[column.type] for column in table.columns}),
    )
    output = io.BytesIO()
    pyarrow.parquet.write_table(read, output, compression="zstd")
    return output.getvalue()


def _package(corpus: Corpus) -> bytes:
    about = corpus.about
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": about.id.casefold() or "edition",
        "title": about.full_title,
        **({"homepage": about.url} if about.url else {}),
        **({"licenses": [_licence(about.licence, about.licence_url)]} if about.licence_url else {}),
        "contributors": [{"title": editor, "role": "author"} for editor in about.editors],
        "resources": [_resource(table) for table in TABLES],
    }
    return (
        json.dumps({key: value for key, value in package.items() if value}, ensure_ascii=False, indent=2) + "\n"
    ).encode()


def _licence(name: str, address: str) -> dict[str, str]:
    return {"path": address, **({"title": name} if name else {})}


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column, table.key) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    schema["foreignKeys"] = [
        {"fields": column.name, "reference": {"resource": column.points_at[0], "fields": column.points_at[1]}}
        for column in table.columns
        if column.points_at
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.about,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {key: value for key, value in schema.items() if value},
    }


def _field(column: Column, key: Sequence[str]) -> dict[str, Any]:
    made: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.about}
    if column.name in key:
        made["constraints"] = {"required": True, "unique": True}
    return made

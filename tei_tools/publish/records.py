"""What a later run wants to know of this one, so that it need not find it out again: records.json.

A record has a name and a key, the digest of all that it was made of; it is a table that JSON can hold. The file is a
memory and nothing else: whoever removes it makes the next run slower.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from tei_tools.publish.folder import Folder
from tei_tools.publish.journal import Journal
from tei_tools.publish.manifest import by_lines, digest

NAME = "records.json"


class Records:
    """The records of a folder: those that are there, and those that this run asked for or made."""

    def __init__(self, folder: Folder, journal: Journal) -> None:
        self._folder, self._journal = folder, journal
        self._saved = _read(folder)
        self._there = dict(self._saved or {})
        for line in journal.lines():
            if isinstance(line.get("record"), str) and isinstance(line.get("is"), dict):
                self._there[line["record"]] = line["is"]
        self._used: set[str] = set()

    def get(self, name: str, key: str = "") -> dict[str, Any] | None:
        """The record of that name; with `key` only if it was made of the same."""
        self._used.add(name)
        found = self._there.get(name)
        return None if found is None or (key and found.get("key") != key) else found

    def put(self, name: str, key: str, table: Mapping[str, Any]) -> dict[str, Any]:
        """Keep a record from now on, whatever happens to this run. Raises `PublishError`."""
        made = {**table, "key": key}
        self._used.add(name)
        if self._there.get(name) != made:
            self._journal.add({"record": name, "is": made})
            self._there[name] = made
        return made

    def save(self, *, all_used: bool) -> None:
        """Write records.json; `all_used`: what nobody asked for is not wanted any more. Raises `PublishError`."""
        kept = {name: table for name, table in self._there.items() if not all_used or name in self._used}
        if kept == self._saved:
            return
        rows = by_lines(kept).encode("utf-8", "surrogatepass") + b"}\n"
        data = f'{{"sha256": "{digest(rows)}", "records":\n'.encode() + rows
        if self._folder.read(NAME) != data:
            self._folder.write(NAME, data)


def _read(folder: Folder) -> dict[str, dict[str, Any]] | None:
    """The records that are there; None where the file is not as it was written: a wrong memory is worse than none."""
    data = folder.read(NAME) or b""
    try:
        table = json.loads(data)
        sound = table["sha256"] == digest(data.partition(b"\n")[2])
        return dict(table["records"]) if sound else None
    except (ValueError, KeyError, TypeError):
        return None


def key(*parts: str | bytes | Iterable[str]) -> str:
    """The digest of several things, each apart from the next."""
    flat = [part if isinstance(part, str | bytes) else "\n".join(part) for part in parts]
    return digest("".join(digest(part) for part in flat))

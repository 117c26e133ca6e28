"""What a run has done so far: manifest.journal, a line of JSON for each file and each record, written as they are made.

A run that ends well folds it into the manifest and removes it. After one that was killed, the next run reads it: the
last line may be torn, and is then as if it had not been written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tei_tools.publish.folder import Folder, explained

NAME = "manifest.journal"


class Journal:
    """The journal of a folder."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._begun = False

    def lines(self) -> Iterator[dict[str, Any]]:
        """What killed runs have noted, in order. Raises `PublishError`."""
        for line in (self._folder.read(NAME) or b"").split(b"\n"):
            try:
                table = json.loads(line)
            except ValueError:
                continue
            if isinstance(table, dict):
                yield table

    def add(self, line: Mapping[str, Any]) -> None:
        """Note something before it is done; it is on its way to the disk when this returns. Raises `PublishError`."""
        path = self._folder.where(NAME)
        row = json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
        with explained(path):
            if not self._begun:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._begun, row = True, b"\n" + row  # after a torn line
            with path.open("ab") as file:
                file.write(row)

    def remove(self) -> None:
        """To be called when what it says stands elsewhere. Raises `PublishError`."""
        self._folder.remove(NAME)
        self._begun = False

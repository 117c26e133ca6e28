"""What was made of what: manifest.json, and by it whether an editor changed a file since.

The manifest holds digests and names, no times and no paths of the machine: two runs over the same input write the same
bytes. It is also the memory of law 8: a file whose digest is not the one written here belongs to an editor.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from tei_tools.errors import PublishError
from tei_tools.publish.folder import Folder

NAME = "manifest.json"
FORM = 1
"""Raised when the form of the file changes so that an older version can't read it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file was made of: names with SHA-256 digests, which are "" where the thing has none.

    `sources` are the files that it came from by name (a site has many), `authorities` and `stylesheets` what else
    decided on its content, `settings` the options that did.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    profile: str = ""
    authorities: Mapping[str, str] = field(default_factory=dict)
    stylesheets: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    sha256: str
    origin: Origin


def digest(content: bytes | str) -> str:
    """SHA-256 in hexadecimal; text is taken as UTF-8."""
    return hashlib.sha256(content.encode("utf-8") if isinstance(content, str) else content).hexdigest()


class Manifest:
    """The manifest of a folder: loaded before a run, filled by it, saved after it (or after each part of it)."""

    def __init__(self, folder: Folder, entries: Mapping[str, Entry] | None = None) -> None:
        self.folder = folder
        self.entries = dict(entries or {})

    @classmethod
    def load(cls, folder: Folder) -> Manifest:
        """The manifest that is there, or an empty one. Raises `PublishError` for one that can't be understood."""
        data = folder.read(NAME)
        if data is None:
            return cls(folder)
        try:
            table = json.loads(data)
            form = table["form"]
            entries = {name: _entry(value) for name, value in table["files"].items()} if form == FORM else {}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise _unreadable(folder, "is damaged") from error
        if form != FORM:
            raise _unreadable(folder, f"has the form {form}, and this version knows {FORM}")
        return cls(folder, entries)

    def edited(self, name: str, content: bytes | str | None = None) -> bool:
        """Whether that file may hold the work of an editor, so that it is only overwritten when told to.

        It does where its digest is not the one that was recorded, and also where nothing is recorded of it: a needless
        question costs a word, an overwritten file may cost a week. `content` is what would be written: a file that
        holds just that can lose nothing.
        """
        present = self.folder.read(name)
        if present is None:
            return False
        found = digest(present)
        if content is not None and found == digest(content):
            return False
        return name not in self.entries or self.entries[name].sha256 != found

    def write(self, name: str, content: bytes | str, origin: Origin) -> None:
        """Write a file and record it; whether it may be overwritten, the caller asked `edited` before."""
        self.folder.write(name, content)
        self.entries[name] = Entry(digest(content), origin)

    def unmade(self, names: set[str]) -> list[str]:
        """The recorded files that are not among `names`, those of this run: nobody makes them any longer."""
        return sorted(set(self.entries) - names)

    def forget(self, name: str) -> None:
        """Remove a file that is no longer made, unless it may be an editor's; it is no longer recorded then."""
        if not self.edited(name):
            self.folder.remove(name)
        self.entries.pop(name, None)

    def save(self, tool: str) -> None:
        """Write manifest.json; `tool` is the name and version of what made the files."""
        files = {name: _shown(entry) for name, entry in self.entries.items()}
        table = {"form": FORM, "tool": tool, "files": files}
        self.folder.write(NAME, json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def _shown(entry: Entry) -> dict[str, Any]:
    shown = {"sha256": entry.sha256}
    return shown | {part.name: value for part in fields(Origin) if (value := getattr(entry.origin, part.name))}


def _entry(table: Mapping[str, Any]) -> Entry:
    """Raises KeyError, TypeError or ValueError for a table that `_shown` did not make."""
    origin = {key: value for key, value in table.items() if key != "sha256"}
    for key, value in origin.items():
        wanted = str if key == "profile" else dict
        if not isinstance(value, wanted):
            raise TypeError(key)
    if not isinstance(table["sha256"], str):
        raise TypeError("sha256")
    return Entry(table["sha256"], Origin(**origin))


def _unreadable(folder: Folder, problem: str) -> PublishError:
    remedy = "restore it, or choose an empty folder with -o; without it nobody can tell which files an editor changed"
    return PublishError(f"the manifest {problem}", place=str(folder.path / NAME), remedy=remedy)

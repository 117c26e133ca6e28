"""What was made of what: manifest.json, and by it whether an editor changed a file since.

The manifest holds digests and names, no times and no paths of the machine: two runs over the same input write the same
bytes. It is also the memory of law 8: a file whose digest is not the one written here belongs to an editor.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import Any

from tei_tools.errors import PublishError
from tei_tools.publish.folder import Folder
from tei_tools.publish.journal import Journal

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
    profile: Mapping[str, str] = field(default_factory=dict)
    authorities: Mapping[str, str] = field(default_factory=dict)
    stylesheets: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """`before` are digests that the file may have where a run was killed before it wrote what it had noted."""

    sha256: str
    origin: Origin
    before: frozenset[str] = frozenset()


def digest(content: bytes | str) -> str:
    """SHA-256 in hexadecimal; text is taken as UTF-8."""
    return hashlib.sha256(content.encode("utf-8") if isinstance(content, str) else content).hexdigest()


def by_lines(table: Mapping[str, Mapping[str, Any]]) -> str:
    """The table as JSON with a line for each member, in order: a line is what a comparison of two runs shows."""
    rows = (
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(table[name], ensure_ascii=False, sort_keys=True)}"
        for name in sorted(table)
    )
    return "{" + ",\n".join(rows) + "}"


class Manifest:
    """The manifest of a folder: loaded before a run, filled by it, saved after it. Meanwhile there is the journal."""

    def __init__(self, folder: Folder, entries: Mapping[str, Entry] | None = None, tool: str = "") -> None:
        self.folder = folder
        self.entries = dict(entries or {})
        self._there = (tool, dict(self.entries))
        self.journal = Journal(folder)
        self._replay()

    @classmethod
    def load(cls, folder: Folder) -> Manifest:
        """The manifest that is there, or an empty one. Raises `PublishError` for one that can't be understood."""
        data = folder.read(NAME)
        if data is None:
            return cls(folder)
        try:
            table = json.loads(data)
            form, tool = table["form"], str(table["tool"])
            entries = {name: _entry(value) for name, value in table["files"].items()} if form == FORM else {}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise _unreadable(folder, "is damaged") from error
        if form != FORM:
            raise _unreadable(folder, f"has the form {form}, and this version knows {FORM}")
        ours = data.count(b"\n") == max(1, len(entries))  # one in another layout is written again
        return cls(folder, entries, tool if ours else "")

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
        entry = self.entries.get(name)
        return entry is None or found not in {entry.sha256, *entry.before}

    def stale(self, name: str, origin: Origin) -> str:
        """Why a file of this origin has to be made, in words; "" where it stands as it was made of the same."""
        entry = self.entries.get(name)
        if entry is None:
            return "it is new"
        if entry.origin != origin:
            return difference(entry.origin, origin)
        present = self.folder.read(name)
        if present is None:
            return "it is gone"
        return "" if digest(present) == entry.sha256 else "it is not as it was made"

    def write(self, name: str, content: bytes | str, origin: Origin) -> bool:
        """Write a file and record it; whether it may be overwritten, the caller asked `edited` before.

        It is noted before it is written, so that a killed run never takes its own file for an editor's. A file that
        holds this already is not written again, which False tells. Raises `PublishError`.
        """
        data = content.encode("utf-8") if isinstance(content, str) else content
        found = digest(data)
        present = self.folder.read(name)
        if self.entries.get(name) != Entry(found, origin):
            self.journal.add({"file": name, **_shown(Entry(found, origin))})
            self.entries[name] = Entry(found, origin)
        if present == data:
            return False
        self.folder.write(name, data)
        return True

    def _replay(self) -> None:
        """What a killed run noted; its last file may not be there, or still the one before."""
        for line in self.journal.lines():
            name = line.pop("file", None)
            if isinstance(name, str):
                with suppress(KeyError, TypeError, ValueError):
                    made, old = _entry(line), self.entries.get(name)
                    before = {old.sha256, *old.before} if old else set()
                    self.entries[name] = Entry(made.sha256, made.origin, frozenset(before))

    def unmade(self, names: set[str]) -> list[str]:
        """The recorded files that are not among `names`, those of this run: nobody makes them any longer."""
        return sorted(set(self.entries) - names)

    def forget(self, name: str) -> None:
        """Remove a file that is no longer made, unless it may be an editor's; it is no longer recorded then."""
        if not self.edited(name):
            self.folder.remove(name)
        self.entries.pop(name, None)

    def save(self, tool: str) -> None:
        """Write manifest.json and remove the journal; `tool` is the name and version of what made the files."""
        if (tool, self.entries) != self._there:
            self._save(tool)
        self.journal.remove()

    def _save(self, tool: str) -> None:
        files = {name: _shown(entry) for name, entry in self.entries.items()}
        head = json.dumps({"form": FORM, "tool": tool}, ensure_ascii=False)[1:-1]
        text = f'{{{head}, "files": {by_lines(files)}}}\n'.encode()
        if self.folder.read(NAME) != text:
            self.folder.write(NAME, text)


WORDS = {
    "program": "another version of tei-tools",
    "names model": "the names model changed",
    "imprint": "edition.toml or the date changed",
    "collection": "what the collection says of it changed",
    "tei": "its TEI changed",
    "surroundings": "the pages around it changed",
    "documents": "documents of the edition changed",
    "divs": "the chapters in edition.toml changed",
    "parquet": "another version of pyarrow",
}
"""What a difference of `settings` means, by its key."""


def difference(old: Origin, new: Origin) -> str:
    """The first thing that is not the same, in words; what decides on most files comes first."""
    told = {
        "authorities": "the list",
        "profile": "the profile",
        "stylesheets": "the stylesheet",
        "sources": "the source",
    }
    for name in ("program", "names model"):
        if old.settings.get(name) != new.settings.get(name):
            return WORDS[name]
    for part, what in told.items():
        before, after = getattr(old, part), getattr(new, part)
        for name in sorted({*before, *after}):
            if before.get(name) != after.get(name):
                way = "changed" if name in before and name in after else "is new" if name in after else "is gone"
                return f"{what} {name} {way}"
    for name in sorted({*old.settings, *new.settings}):
        if old.settings.get(name) != new.settings.get(name):
            return WORDS.get(name, f"the setting {name} changed")
    return ""


def _shown(entry: Entry) -> dict[str, Any]:
    shown = {"sha256": entry.sha256}
    return shown | {part.name: value for part in fields(Origin) if (value := getattr(entry.origin, part.name))}


def _entry(table: Mapping[str, Any]) -> Entry:
    """Raises KeyError, TypeError or ValueError for a table that `_shown` did not make."""
    origin = {key: value for key, value in table.items() if key != "sha256"}
    for key, value in origin.items():
        if key == "profile" and isinstance(value, str):  # as versions before wrote it
            origin[key] = {value: ""}
        elif not isinstance(value, dict):
            raise TypeError(key)
    if not isinstance(table["sha256"], str):
        raise TypeError("sha256")
    return Entry(table["sha256"], Origin(**origin))


def _unreadable(folder: Folder, problem: str) -> PublishError:
    remedy = "restore it, or choose an empty folder with -o; without it nobody can tell which files an editor changed"
    return PublishError(f"the manifest {problem}", place=str(folder.path / NAME), remedy=remedy)

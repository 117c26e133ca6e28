"""A document of an edition as the formats find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tei_tools.program import program, stylesheets
from tei_tools.publish.folder import Folder
from tei_tools.publish.manifest import Origin, digest


@dataclass(frozen=True, slots=True)
class Made:
    """A TEI document: the tool's, or an editor's (`edited`).

    `source` is the name of its source, and `sha256` the digest of that; `tei_sha256` that of the TEI. `held` is the
    TEI where it is in no folder.
    """

    id: str
    source: str
    sha256: str
    tei_sha256: str
    folder: Folder
    held: bytes | None = None
    edited: bool = False

    @property
    def place(self) -> str:
        return f"{self.id}.xml"

    @property
    def tei(self) -> bytes:
        """Read when it is asked for, so that the memory need not hold an edition. Raises `PublishError`."""
        return self.load()

    def load(self) -> bytes:
        """The TEI, for who asks later."""
        return self.held if self.held is not None else self.folder.read(f"tei/{self.id}.xml") or b""

    def origin(self, format_: str, **settings: str) -> Origin:
        """What a file comes from; `format_` is that of the stylesheets, "" for none, `settings` are further digests."""
        told = {"program": program(), "tei": self.tei_sha256, **settings}
        sheets = stylesheets(format_) if format_ else {}
        return Origin({self.source: self.sha256}, stylesheets=sheets, settings=told)


def of_all(edition: str, made: Sequence[Made], format_: str = "", **settings: str) -> Origin:
    """What comes from all documents: they are not listed, thousands of times."""
    told = {"program": program(), "documents": digest("".join(f"{d.id} {d.tei_sha256}\n" for d in made)), **settings}
    sources = {edition: digest("".join(document.sha256 for document in made))}
    return Origin(sources, stylesheets=stylesheets(format_) if format_ else {}, settings=told)

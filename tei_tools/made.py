"""A document of an edition as it stands in the folder, and what the formats that are made of it have for an origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tei_tools.publish.manifest import Origin, digest
from tei_tools.resources import resource


@dataclass(frozen=True, slots=True)
class Made:
    """A TEI document as it stands in the folder: the tool's, or an editor's."""

    id: str
    source: str
    sha256: str
    tei: bytes

    @property
    def place(self) -> str:
        return f"{self.id}.xml"

    def origin(self, format_: str = "") -> Origin:
        """What a file of this document is made of; `format_` is that of the stylesheets, "" for none."""
        return Origin({self.source: self.sha256}, stylesheets=stylesheet_digests(format_) if format_ else {})


@cache
def stylesheet_digests(name: str) -> dict[str, str]:
    """The digest of a format's stylesheets, as one: the driver, its modules and what all formats share."""
    folder = resource("xslt")
    modules = sorted(path for part in (name, "flow") for path in (folder / "modules" / part).rglob("*.xsl"))
    shared = sorted(path for path in (folder / "lib").rglob("*") if path.suffix in (".xsl", ".xml"))
    return {f"{name}.xsl": digest(b"".join(path.read_bytes() for path in [folder / f"{name}.xsl", *modules, *shared]))}


def origin_of_all(edition: str, made: Sequence[Made], format_: str = "") -> Origin:
    """The origin of what is made of all documents: one digest, since it need not list them, thousands of times.

    `format_` is that of the stylesheets, "" for what is made without.
    """
    all_ = {edition: digest("".join(document.sha256 for document in made))}
    return Origin(all_, stylesheets=stylesheet_digests(format_) if format_ else {})

"""The responses of DTS as files, for a site without a server: level 0, that is, without `start` and `end`."""

from __future__ import annotations

from collections.abc import Iterator

from tei_tools.corpus import Corpus
from tei_tools.dts.addresses import Paths
from tei_tools.dts.library import Library
from tei_tools.dts.responses import PAGE, respond
from tei_tools.dts.units import TREES

DEPTHS = ("0", "1", "2", "-1")
LEVELS = ("1", "2", "3", "-1")


def dts(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each file, from the folder of the entry point, `entry.json`. Raises `SourceError`."""
    library = Library(corpus)
    paths = Paths(f"{corpus.url}dts/" if corpus.url else "")
    yield "entry.json", respond(library, paths, "entry", {}).body
    for endpoint, asked in _requests(library):
        yield paths.file(endpoint, asked), respond(library, paths, endpoint, asked).body


def _requests(library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    """Every request that the templates of files can write, but those that only repeat another."""
    yield "collection", {}
    ident = library.about.id
    for parameters in ({"id": ident}, {"id": ident, "nav": "parents"}):
        yield "collection", parameters
    for page in range(1, -(-len(library.items) // PAGE) + 1):
        yield "collection", {"id": ident, "page": str(page)}
    for item in library.items:
        yield "collection", {"id": item}
        yield "collection", {"id": item, "nav": "parents"}
        yield "document", {"resource": item}
        for name in TREES:
            tree = {"tree": name} if name else {}
            for depth in LEVELS:
                yield "navigation", {"resource": item, **tree, "down": depth}
            for unit in library.tree(item, name).units:
                yield "document", {"resource": item, **tree, "ref": unit}
                yield "navigation", {"resource": item, **tree, "ref": unit}
                for depth in DEPTHS:
                    yield "navigation", {"resource": item, **tree, "ref": unit, "down": depth}

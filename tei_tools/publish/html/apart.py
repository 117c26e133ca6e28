"""Which documents and pages of prose have an address of their own: two pages can't be one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tei_tools.errors import PublishError, TeiToolsError
from tei_tools.publish.html.entries import Entry
from tei_tools.publish.html.overview import VIEWS
from tei_tools.publish.html.prose import Prose

TAKEN = frozenset({"404.html", *(path for _, path in VIEWS)})
PARTS = re.compile(r"documents-\d+\.html")
"""The further pages of a long table of documents."""
DOCUMENT = "give the source another name, or its document a number"
PROSE = "give the file another name"


def apart(
    documents: Sequence[Entry], prose: Sequence[Prose], fail: Callable[[TeiToolsError], None]
) -> tuple[list[Entry], list[Prose]]:
    """Those that have one; a page of the site comes before a document, and a document before a page of prose.

    Names that differ in case only are one file on many disks.
    """
    taken = dict.fromkeys(TAKEN, "a page of the site")

    def free(path: str, what: str, place: str, remedy: str) -> bool:
        key = path.casefold()
        other = "a page of the site" if PARTS.fullmatch(key) else taken.get(key)
        if other is None:
            taken[key] = what
            return True
        message = f"{what} and {other} would both be written to {path}: it has no page"
        fail(PublishError(message, place=place, remedy=remedy))
        return False

    left = [e for e in documents if free(f"{e.id}.html", f"the document {e.id}", f"{e.id}.xml", DOCUMENT)]
    return left, [item for item in prose if free(item.path, f"the page {item.title!r}", item.source, PROSE)]


def raised(error: TeiToolsError) -> None:
    """For whom no report is made, the first failure is the end."""
    raise error

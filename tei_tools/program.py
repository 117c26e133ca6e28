"""Which program this is, to the byte: what it made is made anew when it changes."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from tei_tools import __version__
from tei_tools.resources import resource

TOOL = f"tei-tools {__version__}"
LIBRARIES = ("lxml", "saxonche", "typst", "pagefind-bin", "python-crfsuite")
"""Those that decide on the bytes of results."""
APART = frozenset({"__pycache__", "profiles", "xslt"})
"""What is asked for by itself: a file says by which profile and which stylesheets it was made."""


@cache
def program() -> str:
    """The digest of the package, its schemas and its libraries."""
    from importlib.metadata import PackageNotFoundError, version  # with half of email: only a build asks for it

    package = Path(__file__).parent
    found = hashlib.sha256()
    for folder in (package, resource("schemas")):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not APART & set(path.relative_to(folder).parts):
                found.update(f"{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes())
    for name in LIBRARIES:
        try:
            found.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            found.update(f"{name} -\n".encode())
    return found.hexdigest()[:16]


@cache
def stylesheets(name: str) -> dict[str, str]:
    """The digest of a format's stylesheets, as one: the driver, its modules and what all formats share."""
    folder = resource("xslt")
    found = hashlib.sha256((folder / f"{name}.xsl").read_bytes())
    parts = [
        f"modules/{name}",
        "modules/flow",
        "modules/html" if name == "epub" else "",
        name,
        "lib",
        "passes",
        "profiles",
    ]
    for part in filter(None, parts):
        for path in sorted((folder / part).rglob("*")):
            if path.suffix in (".xsl", ".xml", ".typ", ".css"):
                found.update(f"{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes())
    return {f"{name}.xsl": found.hexdigest()}

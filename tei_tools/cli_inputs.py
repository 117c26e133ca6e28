"""What a call names in other ways than as arguments: lists of files, standard input, a date."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tei_tools.errors import UsageError

FIELDS = ("sources", "tei", "volumes")
"""The options of the commands that take any number of files."""
OF_A_FOLDER = ("build", "import")


def gather(options: argparse.Namespace) -> None:
    """Add the files of --files0-from to those of the call. Raises `UsageError` where the call means nothing."""
    if options.command in OF_A_FOLDER and options.output == "-":
        raise UsageError(f"{options.command} makes a folder, and no stream", remedy="name the folder with -o")
    for field in FIELDS:
        if hasattr(options, field):
            named = [*getattr(options, field), *_listed(options.files0_from)]
            if not named:
                raise UsageError("no file is named", remedy="name one, or - for standard input, or give --files0-from")
            if named.count("-") + (options.files0_from == "-") > 1:
                raise UsageError("standard input is named twice", remedy="it can be read once")
            setattr(options, field, named)


def _listed(path: str) -> list[str]:
    """The names in a list in which a NUL ends each: `find … -print0` writes it."""
    if not path:
        return []
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"can't be read: {error.strerror}", place=path, remedy="check the path") from error
    names = content.decode("utf-8", "surrogateescape").split("\0")
    if len(names) == 1 and "\n" in content.decode("utf-8", "replace"):
        raise UsageError("the list has lines", place=path, remedy="end each name with NUL: find … -print0")
    return [name for name in names if name]


def named(name: str) -> tuple[Path, bytes | None]:
    """The path of a file; "-" is standard input, whose bytes are read here."""
    return (Path("stdin"), sys.stdin.buffer.read()) if name == "-" else (Path(name), None)


def book(options: argparse.Namespace) -> dict[str, Any]:
    """What was said of the look of pages; the edition, or the tool, says the rest."""
    given = {
        "of": tuple(options.pdf_of or ()) if "pdf_of" in options else (),
        "paper": options.paper,
        "figures": options.figures,
        "new_page": options.new_page,
        "standard": options.pdf_standard,
        "fonts": tuple(Path(name) for name in options.font or ()),
    }
    return {key: value for key, value in given.items() if value}


def day(options: argparse.Namespace) -> str:
    """--date, else SOURCE_DATE_EPOCH, else none: the edition's own date then counts."""
    if getattr(options, "date", ""):
        return str(options.date)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else ""
    except (ValueError, OverflowError, OSError) as error:
        remedy = "it counts the seconds since 1970; unset it, or give --date"
        raise UsageError(f"SOURCE_DATE_EPOCH is no time: {epoch!r}", remedy=remedy) from error

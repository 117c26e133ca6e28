"""TEI to other formats: one run of a stylesheet, its results, and what it reported.

A format is one file of this folder that holds a function of the same name: `html.py` has `html(tei, **options)`.
A new file is a new format; nothing else has to know of it.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from lxml import etree

from tei_tools.diagnostics import CODES, Diagnostic, Place, in_order
from tei_tools.errors import CompileError, TransformError, UsageError
from tei_tools.saxon import Result

__all__ = ["Transformed", "formats", "line_of", "transform"]


UTF8 = re.compile(rb"(\xef\xbb\xbf)?(<\?xml(?![^>]*encoding)|<\?xml[^>]*encoding=.utf-8|<[^?])", re.IGNORECASE)
HINTS = {
    "transform.dead-pointer": "mend the pointer, or add what it points at to the edition",
    "transform.wording-missing": "add the entry to the file of this language in xslt/lib/locale",
}


@dataclass(frozen=True, slots=True)
class Transformed:
    """The result as text, further results by file name, and what the stylesheet reported."""

    text: str
    documents: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]


@cache
def formats() -> tuple[str, ...]:
    """The names that `transform` takes."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def transform(tei: str | bytes, to: str = "html", *, place: str = "", **options: Any) -> Transformed:
    """One TEI document in another format; `place` names it in diagnostics, `options` are those of the format.

    Emits what the stylesheet reports (`transform.*`). Raises `UsageError` for a format or option that does not exist,
    `TransformError` where the document is no well-formed XML, has a DTD, or is none that the stylesheets know.
    """
    source = _text(tei, place)
    try:
        result = _format(to)(source, **options)
    except CompileError:
        raise
    except TransformError as error:
        _well_formed(source, place)
        raise TransformError(error.message, place=place or error.place, remedy=error.remedy) from error
    problems = (_diagnostic(message, source, place) for message in result.messages)
    return Transformed(result.text, result.documents, tuple(in_order(problems)))


def _format(name: str) -> Callable[..., Result]:
    if name not in formats():
        raise UsageError(f"there is no format {name!r}", remedy=f"one of: {', '.join(formats())}")
    function: Callable[..., Result] = getattr(import_module(f"{__name__}.{name}"), name)
    return function


def _text(tei: str | bytes, place: str) -> str:
    """The document decoded as its XML declaration says. A DTD could name other files, or swell: it is refused."""
    if isinstance(tei, bytes) and UTF8.match(tei) and b"<!DOCTYPE" not in tei:
        with suppress(UnicodeDecodeError):
            return tei.decode("utf-8-sig")
    if isinstance(tei, str) and "<!DOCTYPE" not in tei:
        return tei
    root = _well_formed(tei, place)
    if root.getroottree().docinfo.doctype:
        raise TransformError("the file has a document type declaration", place=place, remedy="remove <!DOCTYPE …>")
    return tei if isinstance(tei, str) else tei.decode(root.getroottree().docinfo.encoding or "utf-8").lstrip("\ufeff")


def _well_formed(tei: str | bytes, place: str) -> etree._Element:
    try:
        return _parsed(tei)
    except etree.XMLSyntaxError as error:
        where = f"{place}:{error.lineno}:{error.offset}" if place else ""
        raise TransformError(f"no well-formed XML: {error.msg}", place=where, remedy="mend the file first") from error


def _parsed(tei: str | bytes) -> etree._Element:
    """Of text the encoding is known, whatever its declaration says; two elements may have one id."""
    encoding = "utf-8" if isinstance(tei, str) else None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, encoding=encoding)
    return etree.fromstring(tei.encode() if isinstance(tei, str) else tei, parser)


def _diagnostic(message: str, source: str, place: str) -> Diagnostic:
    """What `f:report` of xslt/lib/messages.xsl wrote; other messages of a stylesheet are kept as they are."""
    try:
        problem = etree.fromstring(message)
        code, subject, path = (problem.get(name, "") for name in ("code", "subject", "path"))
    except etree.XMLSyntaxError:
        code, subject, path = "", message, ""
    if code not in CODES:
        return Diagnostic("transform.message", "warning", subject or message, Place(place))
    message = f"{CODES[code].rstrip('.')}: {subject}"
    return Diagnostic(code, "warning", message, Place(place, line_of(source, path)), HINTS.get(code, ""))


def line_of(source: str, path: str) -> int:
    """The line of /TEI[1]/text[1]/…, 0 where the document has no such place."""
    steps = [step for step in path.strip("/").split("/") if step and step != "TEI[1]"]
    if not steps:
        return 0
    found = _parsed(source).find("/".join("{*}" + step for step in steps))
    return 0 if found is None else found.sourceline or 0

"""Typst markup to PDF, with the fonts inside the typst wheel and nothing else of the machine it runs on.

The result is tagged (PDF/UA-1). The same markup, date and options give the same bytes. Nothing is written to disk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from typst import TypstError, TypstWarning

from tei_tools.diagnostics import Diagnostic, Place, in_order
from tei_tools.errors import PublishError, UsageError
from tei_tools.publish.glyphs import Typesetter, typesetter

if TYPE_CHECKING:
    from typst import PDFStandard

STANDARDS: Final[Mapping[str, list[PDFStandard]]] = {
    "ua-1": ["ua-1"],
    "a-2a": ["a-2a", "ua-1"],
    "a-3a": ["a-3a", "ua-1"],
    "a-4f": ["a-4f"],
}
"""What a file may conform to, and what that means to Typst; the archival ones with tags are accessible too."""
ATTACHING: Final = frozenset({"a-3a", "a-4f"})
"""Those that carry the TEI inside."""
BELOW = re.compile(r"^error: PDF/[\w-]+ error: (.*)$", re.MULTILINE)
WHERE = re.compile(r"┌─ .*?([^/\\:]+):(\d+):(\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pdf:
    content: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


class RefusedError(PublishError):
    """Typst can't set the pages; `line` is that of the markup, 0 where none is to blame, `path` that of the TEI."""

    line: int = 0
    path: str = ""


def pdf(
    markup: str,
    *,
    place: str,
    day: date | None = None,
    standard: str = "ua-1",
    fonts: tuple[Path, ...] = (),
    attached: tuple[str, str] | None = None,
) -> Pdf:
    """The PDF of what `transform.typst` made; `place` names its source in errors and diagnostics.

    Title, authors and language are in the markup; `day` is the date of the file, which has none without it.
    `standard` is one of `STANDARDS`; `attached`, a file name and the TEI, goes into the file where that one allows it.
    Emits `publish.missing-glyph`, one for each character that no font has and that is printed as its number, and
    `publish.typst-warning`. A character of private use is one of them, unless `fonts` say what it is; an archival
    standard never allows one.

    Raises `RefusedError` where Typst fails, `UsageError` where the standard wants a date.
    """
    check(standard, day)
    setter = typesetter(fonts)
    private = set() if fonts and not standard.startswith("a-") else _private(markup)
    missing = "".join(sorted({*setter.missing(markup), *private}))
    told = [_no_glyph(character, place) for character in missing]
    given = {"fonts": "|".join(setter.families), "missing": missing, "date": day.isoformat() if day else ""}
    if attached is not None and standard in ATTACHING:
        given |= {"attached": attached[0], "tei": attached[1]}
    moment = datetime.combine(day or date(1970, 1, 1), time(), UTC)
    content, warnings = _set(setter, markup, given, moment, STANDARDS[standard], place, told)
    return Pdf(content, tuple(in_order([*told, *(_warned(warning, place) for warning in warnings)])))


def check(standard: str, day: date | None) -> None:
    """Raise `UsageError` for a standard that is none, or that wants the date of the file where there is none."""
    if standard not in STANDARDS:
        raise UsageError(f"there is no PDF standard {standard!r}", remedy=f"one of: {', '.join(STANDARDS)}")
    if standard.startswith("a-") and day is None:
        remedy = "give --date, or a date in edition.toml"
        raise UsageError(f"a PDF of the standard {standard} states its date", remedy=remedy)


def _set(
    setter: Typesetter,
    markup: str,
    given: Mapping[str, str],
    moment: datetime,
    standards: list[PDFStandard],
    place: str,
    told: list[Diagnostic],
) -> tuple[bytes, list[TypstWarning]]:
    """Bytes and warnings. Where the standard refuses, there are pages all the same, and `told` is what they lack."""
    for wanted in (standards, None):
        try:
            content, warnings = setter.compiler.compile_with_warnings(
                markup.encode("utf-8"),
                format="pdf",
                pdf_standards=wanted,
                timestamp=moment,
                sys_inputs={key: value for key, value in given.items() if value},
            )
        except TypstError as error:
            problems = BELOW.findall(error.diagnostic)
            if wanted is None or len(problems) != f"\n{error.diagnostic}".count("\nerror: "):
                raise _explained(error, place) from error
            told += [_warning(problem, place) for problem in problems]
            continue
        assert isinstance(content, bytes)  # a PDF is one file; only pictures come as a list
        return content, warnings
    raise AssertionError("the last attempt returns or raises")


def _private(text: str) -> set[str]:
    return {character for character in set(text) if unicodedata.category(character) == "Co"}


def _no_glyph(character: str, place: str) -> Diagnostic:
    name = "private use" if _private(character) else unicodedata.name(character, "no name")
    return Diagnostic(
        "publish.missing-glyph",
        "warning",
        f"no font has a glyph for U+{ord(character):04X} ({name}); the page shows its number",
        Place(place),
        "install tei-tools[fonts] (Arabic, Chinese, Japanese, Korean), or name a font under [book] in edition.toml",
    )


def _warned(warning: TypstWarning, place: str) -> Diagnostic:
    return _warning("; ".join([warning.message, *warning.hints]), place)


def _warning(text: str, place: str) -> Diagnostic:
    return Diagnostic("publish.typst-warning", "warning", f"Typst warns: {text}", Place(place), "look at the page")


def _explained(error: TypstError, place: str) -> RefusedError:
    places = [(file, line, column) for file, line, column in WHERE.findall(error.diagnostic)]
    ours = next((place for place in places if "bytes" in place[0]), None)
    at = f" at line {ours[1]}, column {ours[2]} of the markup" if ours else ""
    reason = "; ".join([error.message, *error.hints])
    refused = RefusedError(
        f"Typst can't set the pages: {reason}{at}",
        place=place,
        remedy="look at that place in what `tei-tools transform --to typst` makes",
    )
    refused.line = int(ours[1]) if ours else 0
    return refused

"""Typst markup to PDF, with the fonts inside the typst wheel and nothing else of the machine it runs on.

The result is tagged (PDF/UA-1). The same markup and date give the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Final, Literal

from typst import Compiler, Fonts, TypstError, TypstWarning

from tei_tools.diagnostics import Diagnostic, Place, in_order
from tei_tools.errors import PublishError
from tei_tools.resources import resource

STANDARD: Final = "ua-1"
REFUSED = re.compile(r"^error: PDF/UA-1 error: (.*)$", re.MULTILINE)
MISSING = re.compile(r'the text (?:contains the disallowed codepoint )?`"(.+?)"`')
WHERE = re.compile(r"┌─ .*?([^/\\:]+):(\d+):(\d+)$", re.MULTILINE)
ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True, slots=True)
class Pdf:
    content: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def pdf(markup: str, *, place: str, day: date | None = None) -> Pdf:
    """The PDF of what `transform.typst` made; `place` names its source in errors and diagnostics.

    Title, authors and language are in the markup; `day` is the date of the file, which has none without it.
    Emits `publish.missing-glyph`, one for each character that no font has, and `publish.typst-warning`.
    Raises `PublishError` where Typst fails.
    """
    told: list[Diagnostic] = []
    try:
        try:
            content, warnings = _compile(markup, day, STANDARD)
        except TypstError as error:
            told = _below_standard(error, place)
            if not told:
                raise
            # Where the standard refuses, the editor gets pages all the same, and is told why they are below it.
            content, warnings = _compile(markup, day, None)
    except TypstError as error:
        raise _explained(error, place) from error
    return Pdf(content, tuple(in_order([*told, *(_warned(warning, place) for warning in warnings)])))


@cache
def _compiler() -> Compiler:
    """One for the process: fonts are read once, and what pages have in common is laid out once."""
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=True)
    return Compiler(root=resource("xslt", "typst"), font_paths=fonts, ignore_system_fonts=True)


def _compile(markup: str, day: date | None, standard: Literal["ua-1"] | None) -> tuple[bytes, list[TypstWarning]]:
    moment = datetime.combine(day or date(1970, 1, 1), time(), UTC)
    content, warnings = _compiler().compile_with_warnings(
        markup.encode("utf-8"),
        format="pdf",
        pdf_standards=standard,
        timestamp=moment,
        sys_inputs={"date": day.isoformat()} if day else None,
    )
    assert isinstance(content, bytes)  # a PDF is one file; only pictures come as a list
    return content, warnings


def _below_standard(error: TypstError, place: str) -> list[Diagnostic]:
    """What the standard asks and the document has not, if nothing else is wrong."""
    problems = REFUSED.findall(error.diagnostic)
    if len(problems) != f"\n{error.diagnostic}".count("\nerror: "):
        return []
    found = [MISSING.match(problem) for problem in problems]
    texts = [ESCAPE.sub(lambda code: chr(int(code[1], 16)), match[1]) for match in found if match]
    glyphs = [_no_glyph(character, place) for character in sorted(set("".join(texts)))]
    return glyphs + [_warning(problem, place) for problem, match in zip(problems, found, strict=True) if not match]


def _no_glyph(character: str, place: str) -> Diagnostic:
    name = unicodedata.name(character, "no name")
    return Diagnostic(
        "publish.missing-glyph",
        "warning",
        f"no font has a glyph for U+{ord(character):04X} ({name}); the page shows a box",
        Place(place),
        "check whether the character is meant; the fonts cover Latin, Greek, Cyrillic and Hebrew letters",
    )


def _warned(warning: TypstWarning, place: str) -> Diagnostic:
    return _warning("; ".join([warning.message, *warning.hints]), place)


def _warning(text: str, place: str) -> Diagnostic:
    return Diagnostic("publish.typst-warning", "warning", f"Typst warns: {text}", Place(place), "look at the page")


def _explained(error: TypstError, place: str) -> PublishError:
    where = WHERE.search(error.diagnostic)
    file = where[1] if where and where[1].endswith("edition.typ") else "the markup"
    at = f" at line {where[2]}, column {where[3]} of {file}" if where else ""
    reason = "; ".join([error.message, *error.hints])
    return PublishError(
        f"Typst can't set the pages: {reason}{at}",
        place=place,
        remedy="look at that place in what `tei-tools transform --to typst` makes",
    )

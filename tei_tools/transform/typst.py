"""TEI to the markup of Typst: one document as pages of a book, or a whole edition as a book.

The markup imports `/edition.typ`, the page design in `xslt/typst`; `tei_tools.publish.pdf` makes a PDF of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from tei_tools.errors import UsageError
from tei_tools.resources import resource
from tei_tools.saxon import Result, XmlText, stylesheet
from tei_tools.transform._own import overrides

PAPERS = ("6x9in", "a4", "a5", "letter")
FIGURES = ("old-style", "lining")
SIZE = re.compile(r"\d{1,4}(\.\d+)?x\d{1,4}(\.\d+)?(mm|cm|in|pt)")
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
LEAST, MOST = 80, 600


def is_paper(name: str) -> bool:
    """Whether `name` is one of `PAPERS`, or a size as width x height with its unit, of 80 to 600 millimetres."""
    if name in PAPERS:
        return True
    if not SIZE.fullmatch(name):
        return False
    sides = (float(side) * MILLIMETRES[name[-2:]] for side in name[:-2].split("x"))
    return all(LEAST <= side <= MOST for side in sides)


def check(paper: str, figures: str) -> None:
    """Raise `UsageError` for a paper or figures that mean nothing."""
    if not is_paper(paper):
        remedy = f"one of: {', '.join(PAPERS)}, or a size such as 150x230mm, of {LEAST} to {MOST} mm a side"
        raise UsageError(f"there is no paper {paper!r}", remedy=remedy)
    if figures not in FIGURES:
        raise UsageError(f"there are no figures {figures!r}", remedy=f"one of: {', '.join(FIGURES)}")


def typst(
    tei: str,
    *,
    paper: str = "a4",
    figures: str = "old-style",
    new_page: bool = False,
    book: Literal["auto", "yes", "no"] = "auto",
    tool: str = "",
    digests: Mapping[str, str] | None = None,
    trace: bool = False,
    locale: str = "en",
    profile: str = "",
) -> Result:
    """The Typst markup of one TEI file: `Result.text`.

    A file of several documents becomes a book (`book`), whose colophon names `tool` and the SHA-256 `digests` of what
    it was made of. `trace` writes the path of each block before it. `paper` and `figures` are what `check`
    accepts; `new_page` begins each document on a page of its own. `locale` is the language of the words that the pages
    add (From, To). `xslt/profiles/typst/<profile>.xsl`, where it exists, overrides rules. Raises `UsageError` for an
    option that means nothing, `TransformError` where an element has no rule.
    """
    check(paper, figures)
    wording = resource("xslt", f"lib/locale/{locale}.xml")
    if not wording.is_file():
        raise UsageError(f"there is no wording in {locale!r}", remedy=f"write {wording.name} beside en.xml, or take en")
    parameters: dict[str, str | bool | int] = {
        "paper": paper,
        "figures": figures,
        "new-page": new_page,
        "book": book,
        "tool": tool,
        "trace": trace,
        "digests": "".join(f"{name}\t{value}\n" for name, value in (digests or {}).items()),
        "locale": XmlText(wording.read_text("utf-8")),
    }
    return stylesheet("typst", overrides(profile, "typst")).run(tei, parameters)

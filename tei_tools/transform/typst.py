"""TEI to the markup of Typst: one document, as pages of a book.

The markup imports `/edition.typ`, the page design in `xslt/typst`; `tei_tools.publish.pdf` makes a PDF of it.
"""

from __future__ import annotations

from tei_tools.errors import UsageError
from tei_tools.resources import resource
from tei_tools.saxon import Result, XmlText, stylesheet

PAPERS = ("a4", "6x9in")


def typst(tei: str, *, paper: str = "a4", locale: str = "en", profile: str = "") -> Result:
    """The Typst markup of one TEI document: `Result.text`.

    `locale` is the language of the words that the page adds (From, To). `xslt/profiles/typst/<profile>.xsl`, where it
    exists, overrides rules. Raises `TransformError` where an element has no rule.
    """
    wording = resource("xslt", f"lib/locale/{locale}.xml")
    if paper not in PAPERS:
        raise UsageError(f"there is no paper {paper!r}", remedy=f"one of: {', '.join(PAPERS)}")
    if not wording.is_file():
        raise UsageError(f"there is no wording in {locale!r}", remedy=f"write {wording.name} beside en.xml, or take en")
    overrides = f"typst/{profile}" if resource("xslt", f"profiles/typst/{profile}.xsl").is_file() else ""
    return stylesheet("typst", overrides).run(tei, {"paper": paper, "locale": XmlText(wording.read_text("utf-8"))})

"""TEI to the markup of Typst: one document, as pages of a book.

The markup imports `/edition.typ`, the page design in `xslt/typst`; `tei_tools.publish.pdf` makes a PDF of it.
"""

from __future__ import annotations

from typing import Literal

from tei_tools.resources import resource
from tei_tools.saxon import Result, XmlText, stylesheet

Paper = Literal["a4", "6x9in"]


def typst(tei: str, *, paper: Paper = "a4", locale: str = "en", profile: str = "") -> Result:
    """The Typst markup of one TEI document: `Result.text`, with what the stylesheet reported.

    Raises `TransformError` where the document is no TEI that the stylesheets know.
    """
    wording = resource("xslt", f"lib/locale/{locale}.xml").read_text("utf-8")
    return stylesheet("typst", profile).run(tei, {"paper": paper, "locale": XmlText(wording)})

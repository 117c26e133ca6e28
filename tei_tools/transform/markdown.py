"""TEI to Markdown: CommonMark, with notes as pandoc and GitHub write them, and pipe tables."""

from __future__ import annotations

from tei_tools.resources import resource
from tei_tools.saxon import Result, XmlText, stylesheet


def markdown(tei: str, *, locale: str = "en", profile: str = "") -> Result:
    """The Markdown of one TEI file. `locale` is the language of the words that it adds (Page 7).

    `xslt/profiles/markdown/<profile>.xsl`, where it exists, overrides rules. Raises `TransformError` where an element
    has no rule.
    """
    wording = XmlText(resource("xslt", f"lib/locale/{locale}.xml").read_text("utf-8"))
    overrides = f"markdown/{profile}" if resource("xslt", f"profiles/markdown/{profile}.xsl").is_file() else ""
    return stylesheet("markdown", overrides).run(tei, {"locale": wording})

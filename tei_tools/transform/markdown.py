"""TEI to Markdown: CommonMark, with notes as pandoc and GitHub write them, and pipe tables."""

from __future__ import annotations

from tei_tools.saxon import Result, stylesheet
from tei_tools.transform._own import overrides, wording


def markdown(tei: str, *, locale: str = "en", profile: str = "") -> Result:
    """The Markdown of one TEI file. `locale` is the language of the words that it adds (Page 7).

    `xslt/profiles/markdown/<profile>.xsl`, where it exists, overrides rules. Raises `TransformError` where an element
    has no rule.
    """
    return stylesheet("markdown", overrides(profile, "markdown")).run(tei, {"locale": wording(locale)})

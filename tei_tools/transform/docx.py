"""TEI to WordprocessingML, the parts of a .docx file in one document; `tei_tools.publish.docx` packs them."""

from __future__ import annotations

from tei_tools.saxon import Result, stylesheet
from tei_tools.transform._own import overrides, wording


def docx(tei: str, *, locale: str = "en", profile: str = "") -> Result:
    """The parts for one TEI file. `locale` is the language of the words that it adds (Page 7).

    `xslt/profiles/docx/<profile>.xsl`, where it exists, overrides rules. Raises `TransformError` where an element
    has no rule.
    """
    return stylesheet("docx", overrides(profile, "docx")).run(tei, {"locale": wording(locale)})

"""TEI to WordprocessingML, the parts of a .docx file in one document; `tei_tools.publish.docx` packs them."""

from __future__ import annotations

from tei_tools.resources import resource
from tei_tools.saxon import Result, XmlText, stylesheet


def docx(tei: str, *, locale: str = "en", profile: str = "") -> Result:
    """The parts for one TEI file. `locale` is the language of the words that it adds (Page 7).

    `xslt/profiles/docx/<profile>.xsl`, where it exists, overrides rules. Raises `TransformError` where an element
    has no rule.
    """
    wording = XmlText(resource("xslt", f"lib/locale/{locale}.xml").read_text("utf-8"))
    overrides = f"docx/{profile}" if resource("xslt", f"profiles/docx/{profile}.xsl").is_file() else ""
    return stylesheet("docx", overrides).run(tei, {"locale": wording})

"""TEI to the dialect of the Office of the Historian: a document, or a volume (docs/frus.md)."""

from __future__ import annotations

from tei_tools.saxon import Result, XmlText, stylesheet


def frus(tei: str, *, name: str = "", divs: str = "", offset: str = "-05:00") -> Result:
    """The file of a document, or of a volume where it has several or `divs` says its chapters.

    `name` is what the file will be called, without its ending; `divs` is XML (`xslt/modules/frus/volume.xsl`);
    `offset` is that of an hour whose place on the earth nobody knows. Raises `TransformError` where an element has no
    rule.
    """
    parameters: dict[str, str | bool | int] = {"name": name, "offset": offset}
    if divs:
        parameters["divs"] = XmlText(divs)
    return stylesheet("frus").run(tei, parameters)

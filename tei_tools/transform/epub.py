"""TEI to one chapter of an e-book, as XHTML; `tei_tools.publish.epub` makes the book of such chapters."""

from __future__ import annotations

from tei_tools.saxon import Result, stylesheet
from tei_tools.transform._own import overrides, wording


def epub(
    tei: str, *, locale: str = "en", profile: str = "", persons: str = "", missing: str = "", pictures: str = ""
) -> Result:
    """The chapter of one TEI document.

    `persons` is the file of the book that has the persons; `missing` are files that the document points at and the book
    has not, separated by blanks; `pictures` are those that it has: what documents call them, a tab, their file, a line
    each. Raises `TransformError` where an element has no rule.
    """
    given = {"locale": wording(locale), "persons": persons, "missing": missing, "pictures": pictures}
    return stylesheet("epub", overrides(profile)).run(tei, given)

"""TEI as a draft for authors and editors: a .docx file or Markdown, written only if it has the words of the TEI."""

from __future__ import annotations

from tei_tools.diagnostics import Diagnostic
from tei_tools.transform import transform

ENDINGS = {"docx": ".docx", "markdown": ".md"}
NAMES = {"docx": "Word file", "markdown": "Markdown"}


def draft(
    tei: bytes, to: str, place: str, *, locale: str = "en", profile: str = ""
) -> tuple[bytes | None, list[Diagnostic]]:
    """The file, None if it is not proven, and what there is to say; `to` is one of `ENDINGS`.

    Emits publish.not-conserved. Raises `TransformError` where an element has no rule.
    """
    from tei_tools.publish import proof

    made = transform(tei, to, place=place, locale=locale, profile=profile)
    if to == "docx":
        from tei_tools.publish import docx

        content = docx.docx(made.text)
        found = docx.words(content)
    else:
        from tei_tools.publish import markdown

        content = made.text.encode("utf-8")
        found = markdown.words(made.text)
    problems = proof.check(tei, found, place, NAMES[to])
    return None if problems else content, [*made.diagnostics, *problems]

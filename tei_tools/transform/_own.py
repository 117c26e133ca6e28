"""What a run of a stylesheet is given beside the document: the words of a language, and a profile's own rules."""

from __future__ import annotations

from functools import cache

from tei_tools.errors import UsageError
from tei_tools.resources import resource
from tei_tools.saxon import XmlText


@cache
def wording(locale: str) -> XmlText:
    """The words of a language, as `xslt/lib/locale` has them. Raises `UsageError` where it has none."""
    path = resource("xslt", f"lib/locale/{locale}.xml")
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in path.parent.glob("*.xml")))
        raise UsageError(f"the interface has no language {locale!r}", remedy=f"one of: {known}")
    return XmlText(path.read_text("utf-8"))


def overrides(profile: str, folder: str = "") -> str:
    """The rules of a profile in `xslt/profiles`, or in that folder of it: their name, "" where it has none."""
    name = f"{folder}/{profile}" if folder else profile
    return name if resource("xslt", f"profiles/{name}.xsl").is_file() else ""

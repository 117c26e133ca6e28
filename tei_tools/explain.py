"""What a diagnostic code or an element means, from the lists that the program itself goes by."""

from __future__ import annotations

from functools import cache

from lxml import etree

from tei_tools.diagnostics import CODES
from tei_tools.errors import UsageError
from tei_tools.resources import resource

RNG = "{http://relaxng.org/ns/structure/1.0}"
DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"


def explain(name: str) -> str:
    """The meaning of a code ("recognise.note-missing") or of an element of the grammar ("persName").

    Raises `UsageError` for what is neither.
    """
    if name in CODES:
        return f"{name}: {CODES[name]}"
    elements = _elements()
    if name in elements:
        return f"<{name}>: {elements[name]}"
    near = sorted(known for known in (*CODES, *elements) if name.lower() in known.lower())
    remedy = f"perhaps {', '.join(near[:6])}" if near else "docs/diagnostics.md lists the codes"
    raise UsageError(f"there is no code and no element {name!r}", remedy=remedy)


@cache
def _elements() -> dict[str, str]:
    """The documentation of each element of schemas/tei_tools.rng."""
    root = etree.parse(resource("schemas", "tei_tools.rng")).getroot()
    found: dict[str, str] = {}
    for definition in root.iter(f"{RNG}define"):
        element = definition.find(f"{RNG}element")
        text = definition.findtext(DOCUMENTATION)
        if element is not None and text:
            found.setdefault(str(element.get("name")), " ".join(text.split()))
    return found

"""One document div of a volume as a TEI file: a run of `xslt/import.xsl`, and what it reports as diagnostics."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tei_tools import __version__, profile
from tei_tools.authority import to_tei
from tei_tools.diagnostics import CODES, Diagnostic, Place, Severity
from tei_tools.importing.volume import Volume
from tei_tools.saxon import XmlText, stylesheet

FAULT = "this is a fault of the program: please report it with the volume"
STEP = re.compile(r"(?:comment|processing-instruction)\([^)]*\)\[\d+\]$")
SEVERITIES: dict[str, Severity] = {"import.page-moved": "info", "import.comment": "info", "import.pointer": "info"}
LOST = frozenset({"import.element"})


@dataclass(frozen=True, slots=True)
class Made:
    """The tree of the file, what was not carried, and how often by element."""

    root: etree._Element
    diagnostics: tuple[Diagnostic, ...]
    lost: Counter[str]


def document(volume: Volume, div: etree._Element, given: Mapping[str, str | bool | int]) -> Made:
    """Run the stylesheet with what `parameters` gives.

    Emits import.element, import.attribute, import.pointer, import.page-moved and import.comment.
    """
    tail, div.tail = div.tail, None
    try:
        result = stylesheet("import").run(etree.tostring(div, encoding="unicode"), given)
    finally:
        div.tail = tail
    root = etree.fromstring(result.text.encode())
    found, lost = [], Counter[str]()
    for message in result.messages:
        problem = etree.fromstring(message.encode())
        code, subject = str(problem.get("code")), str(problem.get("subject"))
        line = _line(div, str(problem.get("path")))
        said = f"{CODES[code].rstrip('.')}: {subject} (document {volume.name(div)})"
        found.append(Diagnostic(code, SEVERITIES.get(code, "warning"), said, Place(volume.path, line)))
        if code in LOST:
            lost[subject.rpartition(":")[2]] += 1
    return Made(root, tuple(found), lost)


def _line(div: etree._Element, path: str) -> int:
    """The line of /div[1]/p[3]."""
    steps = [step for step in STEP.sub("", path).strip("/").split("/")[1:] if step]
    found = div.find("/".join("{*}" + step for step in steps)) if steps else div
    return (div if found is None else found).sourceline or 0


def parameters(volume: Volume) -> Mapping[str, str | bool | int]:
    """What the stylesheet is told of the volume; to be made once for all of its documents."""
    ids = "".join(f'<id xml:id="{ident}" in="{document}"/>' for ident, document in volume.ids.items())
    series = profile.load("frus")
    return {
        "ids": XmlText(f"<ids>{ids}</ids>"),
        "authority": XmlText(
            etree.tostring(etree.fromstring(to_tei(volume.authority | volume.terms)), encoding="unicode")
        ),
        "volume": volume.id,
        "address": series.reference_document,
        "title": volume.title,
        "series": volume.titled("series") or series.series,
        "editors": "\n".join(volume.editors),
        "publisher": volume.publisher or series.authority,
        "source": volume.path.rpartition("/")[2],
        "sha256": volume.sha256,
        "version": __version__,
    }

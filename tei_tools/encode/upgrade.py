"""The parts of a header and of the lists that a TEI file gains which is there already."""

from __future__ import annotations

import copy

from lxml import etree

from tei_tools.authority import Authority
from tei_tools.encode import stand_off
from tei_tools.encode.header import correspondence as described
from tei_tools.encode.header import encoding_description
from tei_tools.encode.inline import TEI, tei
from tei_tools.model import Document
from tei_tools.profile import Profile


def entries(document: Document, authority: Authority) -> list[tuple[str, list[etree._Element]]]:
    """The entries that the text points at, as (name of their list, elements): of a term its label and its item."""
    home = etree.Element(tei("TEI"), nsmap={None: TEI})
    stand_off(home, document, authority)
    found: list[tuple[str, list[etree._Element]]] = []
    for kind in home.iterfind(f"{tei('standOff')}/*"):
        for entry in list(kind):
            if entry.tag == tei("item"):
                found[-1][1].append(entry)
            else:
                found.append((etree.QName(kind).localname, [entry]))
    return found


def correspondence(document: Document, profile: Profile) -> etree._Element | None:
    """A `correspDesc` of what the document says, where its kind has correspondents and they are known."""
    if not profile.corresponds(document.metadata.kind):
        return None
    home = etree.Element(tei("profileDesc"), nsmap={None: TEI})
    described(home, document)
    return home.find(tei("correspDesc"))


def applications(document: Document, model: str) -> list[etree._Element]:
    """The applications that found what was added."""
    used = frozenset({a.source for a in document.annotations if a.source} | {"facts"})
    description = copy.deepcopy(encoding_description(used, "", model, corrected=False))
    return list(description.iter(tei("application")))

"""What the header and the lists of a TEI file gain by what was found in its text."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tei_tools.corpus.reading import TEI, XML_ID


def completed(
    root: etree._Element,
    entries: Sequence[tuple[str, Sequence[etree._Element]]],
    correspondence: etree._Element | None,
) -> None:
    """Add entries as (list, elements) that `standOff` lacks, and a `correspDesc` where the header has none."""
    present = {str(element.get(XML_ID)) for element in root.iter(etree.Element) if element.get(XML_ID)}
    missing = [(name, entry) for name, entry in entries if not present & _ids(entry)]
    if missing:
        stand_off = _stand_off(root)
        for name, entry in missing:
            home = stand_off.find(f"{TEI}{name}")
            if home is None:
                home = etree.SubElement(stand_off, f"{TEI}{name}", {"type": "gloss"} if name == "list" else {})
            home.extend(entry)
    if correspondence is not None and root.find(f"{TEI}teiHeader/{TEI}profileDesc/{TEI}correspDesc") is None:
        _profile(root).append(correspondence)


def applications(root: etree._Element, wanted: Sequence[etree._Element]) -> None:
    """Name the applications that found something, beside those that the header names."""
    header = root.find(f"{TEI}teiHeader")
    assert header is not None
    present = {str(element.get(XML_ID)) for element in header.iter(etree.Element)}
    new = [application for application in wanted if application.get(XML_ID) not in present]
    if not new:
        return
    description = header.find(f"{TEI}encodingDesc")
    if description is None:
        file = header.find(f"{TEI}fileDesc")
        description = etree.Element(f"{TEI}encodingDesc")
        header.insert(0 if file is None else header.index(file) + 1, description)
    info = description.find(f"{TEI}appInfo")
    (info if info is not None else etree.SubElement(description, f"{TEI}appInfo")).extend(new)


def _profile(root: etree._Element) -> etree._Element:
    """The profileDesc, made where there is none: behind encodingDesc or fileDesc."""
    header = root.find(f"{TEI}teiHeader")
    assert header is not None
    found = header.find(f"{TEI}profileDesc")
    if found is None:
        found = etree.Element(f"{TEI}profileDesc")
        before = [e for e in header if e.tag in (f"{TEI}fileDesc", f"{TEI}encodingDesc")]
        header.insert(header.index(before[-1]) + 1 if before else 0, found)
    return found


def _ids(entry: Sequence[etree._Element]) -> set[str]:
    return {str(each.get(XML_ID)) for element in entry for each in element.iter(etree.Element) if each.get(XML_ID)}


def _stand_off(root: etree._Element) -> etree._Element:
    found = root.find(f"{TEI}standOff")
    if found is None:
        header = root.find(f"{TEI}teiHeader")
        found = etree.Element(f"{TEI}standOff")
        root.insert(0 if header is None else root.index(header) + 1, found)
    return found

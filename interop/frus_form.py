"""The one form into which both sides of a round trip are brought before they are compared: steps with names, counted.

Each undoes something that the volumes themselves write in several ways; a step gives how often it did so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from lxml import etree

from tei_tools.importing.proof import BLOCKS

TEI = "{http://www.tei-c.org/ns/1.0}"
FRUS = "{http://history.state.gov/frus/ns/1.0}"
ZONE = re.compile(r"(Z|[+-]\d\d:\d\d)$")


def _renamed(root: etree._Element) -> int:
    """The namespace of attachments was another one in 2015."""
    found = [
        e for e in root.iter(etree.Element) if etree.QName(e).localname == "attachment" and e.tag != f"{FRUS}attachment"
    ]
    for element in found:
        element.tag = f"{FRUS}attachment"
    return len(found)


def _without(*names: str) -> Callable[[etree._Element], int]:
    def step(root: etree._Element) -> int:
        count = 0
        for element in root.iter(etree.Element):
            for name in names:
                of, _, attribute = name.rpartition("@")
                if attribute in element.attrib and of in ("", etree.QName(element).localname):
                    del element.attrib[attribute]
                    count += 1
        return count

    return step


def _comments(root: etree._Element) -> int:
    found = [e for e in root.iter() if not isinstance(e.tag, str)]
    for comment in found:
        _drop(comment)
    return len(found)


def _drop(node: etree._Element) -> None:
    """Take an element away, and leave what follows it."""
    parent, before = node.getparent(), node.getprevious()
    assert parent is not None
    if node.tail:
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _openers(root: etree._Element) -> int:
    """A dateline stands in an opener; neighbours are one."""
    count = 0
    for dateline in list(root.iter(f"{TEI}dateline")):
        parent = dateline.getparent()
        assert parent is not None
        if parent.tag not in (f"{TEI}opener", f"{TEI}closer"):
            opener = etree.Element(f"{TEI}opener")
            parent.replace(dateline, opener)
            opener.append(dateline)
            dateline.tail = None
            count += 1
    for opener in list(root.iter(f"{TEI}opener")):
        before = opener.getprevious()
        if before is not None and before.tag == f"{TEI}opener":
            before.extend(list(opener))
            _drop(opener)
            count += 1
    return count


def _closers(root: etree._Element) -> int:
    """One signature each."""
    count = 0
    for closer in list(root.iter(f"{TEI}closer")):
        parts = [e for e in closer if e.tag in (f"{TEI}signed", f"{TEI}salute")]
        if len(parts) < 2:
            continue
        parent = closer.getparent()
        assert parent is not None
        at = parent.index(closer)
        for part in parts[1:]:
            other = etree.Element(f"{TEI}closer")
            for node in [part, *part.itersiblings()]:
                other.append(node)
            at += 1
            parent.insert(at, other)
            count += 1
    return count


def _strong(root: etree._Element) -> int:
    """The name of a signer is strong, the line below it italic: words decide, not the style that the volume had."""
    count = 0
    for signed in root.iter(f"{TEI}signed"):
        for hi in list(signed.iter(f"{TEI}hi")):
            if not any(e.tag == f"{TEI}note" for e in hi.iterancestors()):
                _unwrap(hi)
                count += 1
    return count


def _unwrap(node: etree._Element) -> None:
    parent, at = node.getparent(), 0
    assert parent is not None
    at = parent.index(node)
    before = parent[at - 1] if at else None
    _append(parent, before, node.text)
    for child in list(node):
        parent.insert(parent.index(node), child)
    last = node.getprevious()
    _append(parent, last, node.tail)
    node.tail = None
    parent.remove(node)


def _append(parent: etree._Element, before: etree._Element | None, words: str | None) -> None:
    if words and before is not None:
        before.tail = (before.tail or "") + words
    elif words:
        parent.text = (parent.text or "") + words


def _labels(root: etree._Element) -> int:
    """What stands in an opener before a heading is an inline note: "[Annex]", the file that a document is from."""
    count = 0
    for part in [root, *root.iter(f"{FRUS}attachment")]:
        head = part.find(f"{TEI}head")
        for opener in [
            e for e in part.iterchildren(f"{TEI}opener") if head is not None and part.index(e) < part.index(head)
        ]:
            for child in list(opener):
                note = etree.Element(f"{TEI}note", rend="inline")
                note.text = child.text
                note.extend(list(child))
                opener.addprevious(note)
            _drop(opener)
            count += 1
    return count


def _tables(root: etree._Element) -> int:
    """The size of a table is what it has."""
    return sum(
        table.attrib.pop(name, None) is not None for table in root.iter(f"{TEI}table") for name in ("rows", "cols")
    )


def _items(root: etree._Element) -> int:
    """An item holds words, and no paragraphs."""
    count = 0
    for paragraph in [p for item in root.iter(f"{TEI}item") for p in item.findall(f"{TEI}p")]:
        parent = paragraph.getparent()
        if parent is not None and parent.index(paragraph):
            paragraph.addprevious(etree.Element(f"{TEI}lb"))
        _unwrap(paragraph)
        count += 1
    return count


def _zones(root: etree._Element) -> int:
    """An hour without offset is one of Washington."""
    count = 0
    for element in root.iter(f"{TEI}date", f"{TEI}time"):
        for name in ("when", "from", "to", "notBefore", "notAfter"):
            value = element.get(name, "")
            if ":" in value:
                element.set(name, ZONE.sub("", value) + (ZONE.search(value) or ["-05:00"])[0].replace("Z", "+00:00"))
                count += not ZONE.search(value) or value.endswith("Z")
    return count


def _pages(root: etree._Element) -> int:
    """No blanks decide about a page break, and none stands at the edge of a document or a block."""
    count = 0
    for page in list(root.iter(f"{TEI}pb")):
        if page.getparent() is root and (page is root[0] or page is root[-1]):
            root.remove(page)
            count += 1
    return count


def _pointers(volume: str) -> Callable[[etree._Element], int]:
    def step(root: etree._Element) -> int:
        """In a file of one document the name of its volume stands before the id of another one."""
        count = 0
        for element in root.iter(etree.Element):
            for name in ("target", "corresp"):
                value = element.get(name, "")
                if value.startswith(f"{volume}#"):
                    element.set(name, value.removeprefix(volume))
                    count += 1
        return count

    return step


STEPS: dict[str, Callable[[etree._Element], int]] = {
    "comments are left out": _comments,
    "the namespace of attachments": _renamed,
    "calendar and dates of the document are added": _without(
        "date@calendar", f"{FRUS}doc-dateTime-min", f"{FRUS}doc-dateTime-max", "div@subtype"
    ),
    "every dateline stands on the right, in an opener": _openers,
    "rendition of datelines": _without("dateline@rendition"),
    "one signature in a closer": _closers,
    "signer strong, office italic": _strong,
    "labels before headings are inline notes": _labels,
    "rows and cols are counted": _tables,
    "no paragraph in an item": _items,
    "an hour has an offset": _zones,
    "pages at the edge of a document stand outside": _pages,
}


def plain(root: etree._Element, steps: Counter[str], volume: str) -> str:
    """The document in the one form; `steps` counts what was done to it."""
    root = etree.fromstring(etree.tostring(root, with_tail=False))
    for name, step in {**STEPS, "volume#id for #id": _pointers(volume)}.items():
        steps[name] += step(root)
    for element in root.iter(etree.Element):
        element.text, element.tail = _blanks(element.text), _blanks(element.tail)
    canonical = etree.tostring(root, method="c14n2").decode()
    canonical = re.sub(r' xmlns(:\w+)?="[^"]*"', "", canonical)
    edge = "|".join(sorted(BLOCKS | {"frus:attachment", "pb", "lb"}))
    canonical = re.sub(r"<\w+:attachment|</\w+:attachment", lambda m: m[0].replace("ns0", "frus"), canonical)
    canonical = re.sub(rf"\s*(</?(?:{edge})\b[^>]*>)\s*", r"\1", canonical)
    return re.sub(r"\s*(</?(?:hi|persName|gloss|placeName|date|ref)\b[^>]*>)\s*", r"\1", canonical)


def _blanks(words: str | None) -> str:
    return re.sub(r"\s+", " ", words or "")

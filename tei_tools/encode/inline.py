"""The inside of a paragraph: text with its annotations as elements.

Annotations of a leaf are nested or apart, never crossing (`link.overlaps` sees to that), so one walk in source order
makes the elements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from lxml import etree

from tei_tools.model import Annotation, SourceText, Span

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LAYOUT = str.maketrans({"\f": " ", "\v": " "})
LINE_END = re.compile(r"[ \t\f\v]*\n[ \t\f\v\n]*$")
BROKEN_LINES = frozenset({"signed", "head", "seg", "dateline", "salute", "p"})
"""Where a line end of the source is one of the page, not of the typescript's wrapping: it becomes `lb`."""

NoteMaker = Callable[[etree._Element, Annotation], None]


def tei(name: str) -> str:
    return f"{{{TEI}}}{name}"


def element(parent: etree._Element, name: str, attributes: Mapping[str, str] | None = None) -> etree._Element:
    """A new last child in the TEI namespace."""
    child = etree.SubElement(parent, tei(name))
    for key, value in (attributes or {}).items():
        child.set(key, value)
    return child


def add_text(parent: etree._Element, text: str) -> None:
    """Text behind what the element holds so far."""
    if not text:
        return
    if "\f" in text or "\v" in text:
        text = text.translate(LAYOUT)
    last = last_child(parent)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def last_child(parent: etree._Element) -> etree._Element | None:
    """The last child. Not by `len`, for which lxml counts the children: of 50,000 names that took half a minute."""
    return next(parent.iterchildren(reversed=True), None)


def fill(
    parent: etree._Element,
    span: Span,
    annotations: Sequence[Annotation],
    source: SourceText,
    make_note: NoteMaker,
    *,
    lines: bool = False,
) -> None:
    """Put the text of `span` and the elements of its annotations (in order, outer before inner) into `parent`."""
    at = span.start
    index = 0
    while index < len(annotations):
        annotation = annotations[index]
        inner = _inner(annotations, index)
        _text(parent, source.text[at : annotation.span.start], lines=lines)
        if annotation.element == "note":
            _strip_line_end(parent)
            make_note(parent, annotation)
        elif annotation.element in ("pb", "gap"):
            element(parent, annotation.element, annotation.attributes)
        else:
            child = _child(parent, annotation)
            fill(child, annotation.span, annotations[index + 1 : inner], source, make_note, lines=lines)
        at = annotation.span.end
        index = inner
    _text(parent, source.text[at : span.end], lines=lines)


def _child(parent: etree._Element, annotation: Annotation) -> etree._Element:
    """The element that takes the words of an annotation; of two readings, that of the source."""
    if annotation.element != "choice":
        return element(parent, annotation.element, attributes_of(annotation))
    choice = element(parent, "choice")
    sic = element(choice, "sic")
    element(choice, "corr").text = annotation.attributes["corr"]
    return sic


def _inner(annotations: Sequence[Annotation], index: int) -> int:
    """Index of the first annotation behind this one that it does not hold."""
    outer = annotations[index].span
    after = index + 1
    while after < len(annotations) and annotations[after].span.start < outer.end:
        after += 1
    return after


def attributes_of(annotation: Annotation) -> dict[str, str]:
    """The attributes of an annotation's element: what is doubtful says so, and who says it."""
    attributes = {name: value for name, value in annotation.attributes.items() if not name.startswith("_")}
    if annotation.cert != "high":
        attributes["cert"] = annotation.cert
        attributes["resp"] = f"#recognise.{annotation.source}"
    return attributes


def _text(parent: etree._Element, text: str, *, lines: bool) -> None:
    if not lines or "\n" not in text:
        add_text(parent, text)
        return
    first, *rest = re.split(r"[ \t\f\v]*(?:\n[ \t\f\v]*)+", text)
    add_text(parent, first)
    for line in rest:
        element(parent, "lb")
        add_text(parent, line)


def _strip_line_end(parent: etree._Element) -> None:
    """No blank before a note: its call stood alone on the next line (FRUS 1948 volume I part 2, document 61)."""
    last = last_child(parent)
    if last is not None and last.tag == tei("lb") and not last.tail:
        parent.remove(last)
    elif last is not None and last.tail:
        last.tail = LINE_END.sub("", last.tail)
    elif last is None and parent.text:
        parent.text = LINE_END.sub("", parent.text)

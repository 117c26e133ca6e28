"""TEI as JSON and back, without loss: JsonML (an array for each element), with what JsonML leaves out.

    <p n="1">To <hi>all</hi></p>    ["p", {"n": "1"}, "To ", ["hi", "all"]]

An element is `[name, attributes if it has any, children …]`, text is a string. Names in TEI's namespace stand bare,
others as `{namespace}name`, those of XML as `xml:id`. A comment is `["#comment", text]`, a processing instruction
`["#pi", target, text]`. The file is `{"tei-json": 1, "content": [what stands before the root …, the root, what stands
behind it …]}`. What XML itself does not distinguish is not kept: quotes, blanks within tags, CDATA, prefixes.
"""

from __future__ import annotations

import json
from typing import Any

from lxml import etree

from tei_tools.errors import SourceError

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
FORM = 1
Node = list[Any]


def to_json(tei: bytes, place: str = "") -> str:
    """The document as JSON, one line. Raises `SourceError` where it is no well-formed XML, or has a DTD."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
    try:
        root = etree.fromstring(tei, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"no well-formed XML: {error.msg}", place=place, remedy="mend the file first") from error
    if root.getroottree().docinfo.doctype:
        raise SourceError("the file has a document type declaration", place=place, remedy="remove <!DOCTYPE …>")
    before = [_node(node) for node in reversed(list(root.itersiblings(preceding=True)))]
    behind = [_node(node) for node in root.itersiblings()]
    return json.dumps({"tei-json": FORM, "content": [*before, _node(root), *behind]}, ensure_ascii=False) + "\n"


def _node(node: etree._Element) -> Node:
    if isinstance(node, etree._Comment):
        return ["#comment", node.text or ""]
    if isinstance(node, etree._ProcessingInstruction):
        return ["#pi", node.target, node.text or ""]
    made: Node = [_short(str(node.tag))]
    if node.attrib:
        made.append({str(name).replace(XML, "xml:"): value for name, value in node.attrib.items()})
    if node.text:
        made.append(node.text)
    for child in node:
        made.append(_node(child))
        if child.tail:
            made.append(child.tail)
    return made


def _short(name: str) -> str:
    """The name of an element: bare in TEI's namespace, with empty braces in none."""
    if name.startswith(TEI):
        return name.removeprefix(TEI)
    return name if name.startswith("{") else f"{{}}{name}"


def from_json(text: str | bytes, place: str = "") -> bytes:
    """The TEI that `to_json` made this of, in UTF-8. Raises `SourceError` where it is no such JSON."""
    try:
        held = json.loads(text)
        if held["tei-json"] != FORM:
            raise ValueError(f"the form {held['tei-json']} is none that this version knows")
        content = held["content"]
        default = (
            None if '["{}' not in json.dumps(content) else "tei"
        )  # beside names of no namespace TEI's have a prefix
        roots = [node for node in content if not node[0].startswith("#")]
        if len(roots) != 1:
            raise ValueError(f"{len(roots)} root elements")
        root = _element(roots[0], default)
        at = content.index(roots[0])
        for node in content[:at]:
            root.addprevious(_element(node, default))
        for node in reversed(content[at + 1 :]):
            root.addnext(_element(node, default))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        remedy = "it has to be a file that tei-tools transform --to json wrote"
        raise SourceError(f"no TEI in JSON: {error}", place=place, remedy=remedy) from error
    return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True) + b"\n"


def _element(node: Node, prefix: str | None) -> etree._Element:
    if node[0] == "#comment":
        return etree.Comment(node[1])
    if node[0] == "#pi":
        return etree.ProcessingInstruction(node[1], node[2] or None)
    made = etree.Element(_long(node[0]), nsmap={prefix: TEI[1:-1]})
    children = node[1:]
    if children and isinstance(children[0], dict):
        for name, value in children.pop(0).items():
            made.set(XML + name[4:] if name.startswith("xml:") else name, value)
    last: etree._Element | None = None
    for child in children:
        if isinstance(child, str):
            if last is None:
                made.text = (made.text or "") + child
            else:
                last.tail = (last.tail or "") + child
        else:
            last = _element(child, prefix)
            made.append(last)
    return made


def _long(name: str) -> str:
    if name.startswith("{}"):
        return name[2:]
    return name if name.startswith("{") else TEI + name

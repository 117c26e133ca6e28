"""How messages name an element and its place."""

from __future__ import annotations

from lxml import etree


def shown(element: etree._Element) -> str:
    return f"<{etree.QName(element).localname}>"


def quoted(value: str) -> str:
    """A value as a message shows it: on one line, and not longer than one."""
    words = " ".join(value.split())
    return f'"{words[:60]}…"' if len(words) > 60 else f'"{words}"'


def path(element: etree._Element) -> str:
    """The way from the root, such as TEI/text/body/div/p[3]."""
    parent = element.getparent()
    same = [] if parent is None else [child for child in parent if child.tag == element.tag]
    own = etree.QName(element).localname + (f"[{same.index(element) + 1}]" if len(same) > 1 else "")
    return own if parent is None else f"{path(parent)}/{own}"

"""The summaries of all documents as one XML document, which the pages of the edition are made of.

The summary of a document is made with its page (`xslt/modules/html/edition/summary.xsl` says what it holds). What many
documents bring with them, the entries of persons and terms and the description of the encoding, stands once: that of
the first document that has it.
"""

from __future__ import annotations

from lxml import etree

SUMMARY = "urn:tei-tools:summary"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Summaries:
    """The summaries that were added, in that order."""

    def __init__(self) -> None:
        self._documents: list[str] = []
        self._entries: dict[str, list[str]] = {}
        self._encoding: dict[str, str] = {}

    def add(self, summary: str) -> None:
        """Add the summary of a document, as `transform` gives it."""
        root = etree.fromstring(summary)
        for name in ("entries", "encoding"):
            part = root.find(f"{{{SUMMARY}}}{name}")
            if part is None:
                continue
            root.remove(part)
            if name == "entries":
                self._add_entries(part)
            else:
                self._add_encoding(part)
        self._documents.append(_written(root))

    def _add_entries(self, part: etree._Element) -> None:
        """A term is a label with its id, and the item that follows it."""
        ident = ""
        for child in part:
            ident = child.get(XML_ID) or next((str(e.get(XML_ID)) for e in child.iter() if e.get(XML_ID)), ident)
            held = self._entries.setdefault(ident, [])
            if len(held) < (2 if etree.QName(child).localname in ("label", "item") else 1):
                held.append(_written(child))

    def _add_encoding(self, part: etree._Element) -> None:
        for child in part:
            self._encoding.setdefault(child.get(XML_ID) or etree.QName(child).localname, _written(child))

    def merged(self, language: str) -> str:
        """The document: `<summaries>` of every `<document>`, and `<entries>` and `<encoding>` of all of them."""
        entries = "".join(part for held in self._entries.values() for part in held)
        encoding = "".join(self._encoding.values())
        return (
            f'<summaries xmlns="{SUMMARY}" xml:lang="{language}">{"".join(self._documents)}'
            f"<entries>{entries}</entries><encoding>{encoding}</encoding></summaries>"
        )


def _written(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)

"""What the stylesheets are told of the site that a page stands in: the document that `xslt/lib/site.xsl` explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from tei_tools.edition_site import Site
from tei_tools.publish.html.assets import logo, sheets
from tei_tools.publish.html.prose import Prose

SITE = "urn:tei-tools:site"


@dataclass(frozen=True, slots=True)
class Download:
    """A format in which `documents` can be had: `folder` is relative to the site, `key` names it in the locale."""

    key: str
    folder: str
    ending: str
    type: str
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the site says of the edition as a whole. `url` is where it will be published, with a slash at its end."""

    title: str
    editors: tuple[str, ...] = ()
    language: str = "en"
    publisher: str = ""
    date: str = ""
    licence: str = ""
    licence_url: str = ""
    url: str = ""
    downloads: tuple[Download, ...] = ()
    look: Site = field(default_factory=Site)
    search: bool = False
    """Whether there is an index to search in (`tei_tools.publish.search`)."""

    def address(self, path: str) -> str:
        """The public address of a page of the site."""
        return self.url + path.removesuffix("index.html")


def described(facts: Facts, pages: Sequence[tuple[str, str]], prose: Sequence[Prose]) -> str:
    """The description as XML; `pages` are (name in the locale, path in the site), in the order of the navigation.

    The pages of `prose` stand before the last of them, which is about the edition.
    """
    root = etree.Element(f"{{{SITE}}}site", {"title": facts.title}, nsmap={None: SITE})
    said = {
        "url": facts.url,
        "publisher": facts.publisher,
        "date": facts.date,
        "licence": facts.licence_url,
        "licence-text": facts.licence,
        "logo": logo(facts.look),
    }
    for name, value in said.items():
        if value:
            root.set(name, value)
    for editor in facts.editors:
        etree.SubElement(root, f"{{{SITE}}}editor").text = editor
    for key, href in pages:
        etree.SubElement(root, f"{{{SITE}}}page", {"key": key, "href": href})
    for item in prose:
        own = etree.Element(f"{{{SITE}}}page", {"href": item.path})
        own.text = item.title
        root.insert(len(root) - 1, own)
    for form in facts.downloads:
        attributes = {"key": form.key, "folder": form.folder, "ending": form.ending, "type": form.type}
        etree.SubElement(root, f"{{{SITE}}}download", attributes)
    for path in sheets(facts.look):
        etree.SubElement(root, f"{{{SITE}}}sheet", {"href": path})
    for key, words in facts.look.wording.items():
        etree.SubElement(root, f"{{{SITE}}}s", {"key": key}).text = words
    return etree.tostring(root, encoding="unicode")

"""What the stylesheets are told of the site that a page stands in: the document that `xslt/lib/site.xsl` explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from tei_tools.edition_site import Site
from tei_tools.publish.html.assets import logo, sheets

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


def described(facts: Facts, pages: Sequence[tuple[str, str]]) -> str:
    """The description as XML; `pages` are (name in the locale, path in the site), in the order of the navigation."""
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
    for form in facts.downloads:
        attributes = {"key": form.key, "folder": form.folder, "ending": form.ending, "type": form.type}
        etree.SubElement(root, f"{{{SITE}}}download", attributes)
    for path in sheets(facts.look):
        etree.SubElement(root, f"{{{SITE}}}sheet", {"href": path})
    for key, words in facts.look.wording.items():
        etree.SubElement(root, f"{{{SITE}}}s", {"key": key}).text = words
    return etree.tostring(root, encoding="unicode")

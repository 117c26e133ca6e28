"""An edition as a package for XML databases (EXPath Packaging System): eXist-db installs it with its files and indexes,
BaseX its XQuery module, with the files beside it.

    expath-pkg.xml     name, version, namespace     collection.xconf, pre-install.xq   indexes of eXist-db
    repo.xml           what eXist-db wants to know        data/*.xml                         the TEI files
    ID/edition.xqm     the module, where EXPath looks for it
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tei_tools.corpus import Corpus
from tei_tools.corpus.about import About
from tei_tools.publish.archive import archived
from tei_tools.resources import resource

PACKAGE = "http://expath.org/ns/pkg"
REPOSITORY = "http://exist-db.org/xquery/repo"
MODULE = "urn:tei-tools:edition"
"""The namespace of `interop/edition.xqm`. In a package it ends with the edition's id: a repository holds it once."""
EXIST = ("collection.xconf", "pre-install.xq")


def xar(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """One file, `ID.xar`, with the files whose documents the corpus counts; none where there is no document."""
    counted = {document.file for document in corpus.documents()}
    data = {name: load() for name, load in reversed(corpus.sources) if name in counted}
    if data:
        about = corpus.about
        short = re.sub(r"[^A-Za-z0-9._-]", "-", about.id) or "edition"
        yield f"{short}.xar", archived(_files(short, about, data))


def _files(short: str, about: About, data: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    yield "expath-pkg.xml", _package(short, about)
    yield "repo.xml", _repository(short, about)
    for name in EXIST:
        yield name, resource("interop", name).read_bytes()
    module = resource("interop", "edition.xqm").read_text("utf-8")
    yield f"{short}/edition.xqm", module.replace(f'"{MODULE}"', f'"{MODULE}:{short}"').encode()
    for name, content in sorted(data.items()):
        yield f"data/{name}", content


def _package(short: str, about: About) -> bytes:
    root = etree.Element(f"{{{PACKAGE}}}package", nsmap={None: PACKAGE})
    name = about.url or f"urn:tei-tools:package:{short}"
    for key, value in (("name", name), ("abbrev", short), ("version", _version(about.date)), ("spec", "1.0")):
        root.set(key, value)
    _add(root, "title", about.full_title or short)
    if about.url:
        _add(root, "home", about.url)
    module = etree.SubElement(root, f"{{{PACKAGE}}}xquery")
    _add(module, "namespace", f"{MODULE}:{short}")
    _add(module, "file", "edition.xqm")
    return _written(root)


def _repository(short: str, about: About) -> bytes:
    """An "application" is what eXist-db stores in its database; a "library" would be code only."""
    root = etree.Element(f"{{{REPOSITORY}}}meta", nsmap={None: REPOSITORY})
    _add(root, "description", about.full_title or short)
    for editor in about.editors or (about.publisher or "Unknown",):
        _add(root, "author", editor)
    _add(root, "website", about.url)
    _add(root, "status", "stable")
    _add(root, "license", about.licence or about.licence_url)
    _add(root, "copyright", "true" if about.licence or about.licence_url else "false")
    _add(root, "type", "application")
    _add(root, "target", short)
    _add(root, "prepare", EXIST[1])
    return _written(root)


def _version(day: str) -> str:
    """Versions are compared by their numbers: 2026-11-02 is 2026.11.2."""
    numbers = [str(int(part)) for part in re.findall(r"[0-9]+", day)]
    return ".".join([*numbers, "0", "0"][:3]) if numbers else "1.0.0"


def _add(parent: etree._Element, name: str, text: str) -> None:
    namespace = etree.QName(parent).namespace
    etree.SubElement(parent, f"{{{namespace}}}{name}").text = text


def _written(root: etree._Element) -> bytes:
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"

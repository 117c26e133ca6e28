"""What no grammar can say: each xml:id is there once, and each pointer leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from urllib.parse import unquote

from lxml import etree

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.validate.where import placed, shown

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# fmt: off
NAMES = frozenset((
    "ref", "target", "resp", "who", "corresp", "source", "calendar", "scheme", "sameAs", "copyOf", "next", "prev",
    "ana", "decls", "edRef", "active", "passive", "mutual", "nymRef", "hand", "wit", "spanTo", "synch",
))
# fmt: on
"""The attributes of TEI that hold URI references to elements, one or more (Guidelines, chapter 16.2)."""
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
SUGGESTIONS = 20
"""Pointers of a file for which the most similar id is looked up."""

Index = Mapping[str, Collection[str]]
"""The ids of each file of a collection, by the file's name as pointers write it (with "/" between folders)."""


def ids(tree: etree._ElementTree) -> frozenset[str]:
    """The ids of a file, for the index of a collection."""
    return frozenset(element.get(XML_ID, "") for element in tree.iterfind(f".//*[@{XML_ID}]"))


def check(
    tree: etree._ElementTree, file: str = "", index: Index | None = None, *, outside: bool = False
) -> list[Diagnostic]:
    """Errors `validate.duplicate-id` and `validate.pointer`.

    With `index`, pointers to other files are followed too; they are relative to `file`. With `outside`, each pointer
    that nothing here can follow is told as the information `validate.pointer-outside`.
    """
    known: dict[str, etree._Element] = {}
    pointing: list[tuple[str, str, etree._Element]] = []
    found: list[Diagnostic] = []
    for element in tree.iter(etree.Element):
        for name, value in element.items():
            if name == XML_ID:
                if known.setdefault(value, element) is not element:
                    found.append(_duplicate(value, element, known[value], file))
            elif name in NAMES:
                pointing.append((value, name, element))
    follow = _Follower(file, known, index, outside)
    for value, name, element in pointing:
        for pointer in value.split():
            if pointer[0] != "#" or pointer[1:] not in known:
                found += follow(pointer, name, element)
    return found


def _duplicate(own: str, element: etree._Element, first: etree._Element, file: str) -> Diagnostic:
    message = f'xml:id="{own}" stands twice: on {shown(element)}, and before on {shown(first)}'
    if first.sourceline:
        message += f" in line {first.sourceline}"
    hint = "rename one of them, and the pointers that mean it"
    return Diagnostic(
        "validate.duplicate-id", "error", placed(message, element), Place(file, element.sourceline or 0), hint
    )


class _Follower:
    """Follows the pointers of one file that do not simply lead to one of its elements."""

    def __init__(self, file: str, known: Collection[str], index: Index | None, outside: bool) -> None:
        self._file, self._known, self._index, self._outside = file, known, index, outside
        self._suggestions = SUGGESTIONS

    def __call__(self, pointer: str, name: str, element: etree._Element) -> list[Diagnostic]:
        says = f'{shown(element)} has {name}="{pointer}"'
        place = Place(self._file, element.sourceline or 0)
        path, _, fragment = pointer.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self._file), unquote(path))) if path else ""
        known = self._known if target in {"", posixpath.normpath(self._file)} else (self._index or {}).get(target)
        if SCHEME.match(path) or (known is None and (self._index is None or not path.endswith(".xml"))):
            message = placed(f"{says}, which leads out of the collection", element)
            return [Diagnostic("validate.pointer-outside", "info", message, place)] if self._outside else []
        if known is None:
            problem, similar = "the collection has no such file", self._similar(target, self._index or ())
        elif unquote(fragment) in known or (path and not fragment):
            return []
        else:
            problem = f"{'that' if target else 'this'} file has no such xml:id"
            similar = self._similar(unquote(fragment), known)
        return [Diagnostic("validate.pointer", "error", placed(f"{says}, but {problem}", element), place, similar)]

    def _similar(self, name: str, names: Iterable[str]) -> str:
        """A hint at what may be meant; looking for it is slow, so a file gets a few of them."""
        self._suggestions -= 1
        similar = get_close_matches(name, sorted(names), n=1, cutoff=0.75) if self._suggestions >= 0 else []
        return f"is {similar[0]} meant?" if similar else ""

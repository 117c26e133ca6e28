"""What no grammar can say: each xml:id is there once, and each pointer leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from tei_tools.validate.findings import Finding, limited
from tei_tools.validate.where import quoted, shown

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# fmt: off
NAMES = frozenset((
    "ref", "target", "resp", "who", "corresp", "source", "calendar", "scheme", "sameAs", "copyOf", "next", "prev",
    "ana", "decls", "edRef", "active", "passive", "mutual", "nymRef", "hand", "wit", "spanTo", "synch",
))
# fmt: on
"""The attributes of TEI that hold URI references to elements, one or more (Guidelines, chapter 16.2)."""
RULE = "TEI Guidelines, chapter 16.2"
"""Pointers are URI references to elements, and those have an id that stands once."""
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
SUGGESTIONS = 20
"""Pointers of a file for which the most similar id is looked up."""

Index = Mapping[str, Collection[str]]
"""The ids of each file of a collection, by the file's name as pointers write it (with "/" between folders)."""


def ids(tree: etree._ElementTree) -> frozenset[str]:
    """The ids of a file, for the index of a collection."""
    return frozenset(element.get(XML_ID, "") for element in tree.iterfind(f".//*[@{XML_ID}]"))


def find(
    tree: etree._ElementTree, file: str = "", index: Index | None = None, *, outside: bool = False
) -> list[Finding]:
    """Errors `validate.duplicate-id` and `validate.pointer`.

    With `index`, pointers to other files are followed too; they are relative to `file`. With `outside`, each pointer
    that nothing here can follow is told as the information `validate.pointer-outside`.
    """
    return limited(_found(tree, file, index, outside))


def _found(tree: etree._ElementTree, file: str, index: Index | None, outside: bool) -> Iterator[Finding]:
    known: dict[str, etree._Element] = {}
    pointing: list[tuple[str, etree._Element]] = []
    for element in tree.iter(etree.Element):
        for name in element.keys():  # noqa: SIM118 - with its values it would take the square of their number
            if name == XML_ID:
                value = element.get(name, "")
                if known.setdefault(value, element) is not element:
                    yield _duplicate(value, element, known[value])
            elif name in NAMES:
                pointing.append((name, element))
    follow = _Follower(file, known, index, outside)
    for name, element in pointing:
        for pointer in element.get(name, "").split():
            if pointer[0] != "#" or pointer[1:] not in known:
                yield from follow(pointer, name, element)


def elsewhere(tree: etree._ElementTree, file: str) -> frozenset[tuple[str, str]]:
    """What the pointers of a file want of other XML files of its collection: path and id, "" where any will do."""
    wanted = set()
    for element in tree.iter(etree.Element):
        for name in element.keys():  # noqa: SIM118 - as above
            if name in NAMES:
                for pointer in element.get(name, "").split():
                    path, _, fragment = pointer.partition("#")
                    if path.endswith(".xml") and not SCHEME.match(path):
                        wanted.add((_target(path, file), unquote(fragment)))
    return frozenset(wanted)


def _target(path: str, file: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path)))


def _duplicate(own: str, element: etree._Element, first: etree._Element) -> Finding:
    message = f"xml:id={quoted(own)} stands twice: on {shown(element)}, and before on {shown(first)}"
    hint = "rename one of them, and the pointers that mean it"
    return Finding("validate.duplicate-id", "error", message, element, hint, f"{RULE}: xml:id", "@xml:id", first)


class _Follower:
    """Follows the pointers of one file that do not simply lead to one of its elements."""

    def __init__(self, file: str, known: Collection[str], index: Index | None, outside: bool) -> None:
        self._file, self._known, self._index, self._outside = file, known, index, outside
        self._suggestions = SUGGESTIONS

    def __call__(self, pointer: str, name: str, element: etree._Element) -> list[Finding]:
        says = f"{shown(element)} has {name}={quoted(pointer)}"
        path, _, fragment = pointer.partition("#")
        target = _target(path, self._file) if path else ""
        known = self._known if target in {"", posixpath.normpath(self._file)} else (self._index or {}).get(target)
        if SCHEME.match(path) or (known is None and (self._index is None or not path.endswith(".xml"))):
            return [self._leaves(says, name, element)] if self._outside else []
        if known is None:
            problem, hint = "the collection has no such file", "give that file as well, or correct its name"
            similar = self._similar(target, self._index or ())
        elif unquote(fragment) in known or (path and not fragment):
            return []
        else:
            problem = f"{'that' if target else 'this'} file has no such xml:id"
            hint = "correct the pointer, or add the element that it means"
            similar = self._similar(unquote(fragment), known)
        message = f"{says}, but {problem}"
        return [Finding("validate.pointer", "error", message, element, similar or hint, f"{RULE}: {name}", f"@{name}")]

    def _leaves(self, says: str, name: str, element: etree._Element) -> Finding:
        message = f"{says}, which leads out of the collection"
        return Finding("validate.pointer-outside", "info", message, element, "", f"{RULE}: {name}", f"@{name}")

    def _similar(self, name: str, names: Iterable[str]) -> str:
        """A hint at what may be meant; looking for it is slow, so a file gets a few of them."""
        from difflib import get_close_matches

        self._suggestions -= 1
        similar = get_close_matches(name, sorted(names), n=1, cutoff=0.75) if self._suggestions >= 0 else []
        return f"is {similar[0]} meant?" if similar else ""

"""What a diagnostic code or an element means, from the lists that the program itself goes by."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from tei_tools.diagnostics import CODES
from tei_tools.errors import UsageError
from tei_tools.validate.content_model import grammar
from tei_tools.validate.example import example
from tei_tools.validate.patterns import Element

WIDTH = 100


def explain(name: str) -> str:
    """The meaning of a code ("recognise.note-missing") or of an element of the grammar ("persName", "<persName>").

    Raises `UsageError` for what is neither.
    """
    if name in CODES:
        return f"{name}: {CODES[name]}"
    element = name.strip("<>/ ").removeprefix("tei:")
    if element in grammar().names:
        return "\n\n".join(_kind(kind) for kind in grammar().kinds(element))
    near = sorted(known for known in (*CODES, *grammar().names) if name.lower() in known.lower())
    remedy = f"perhaps {', '.join(near[:6])}" if near else "docs/diagnostics.md lists the codes"
    raise UsageError(f"there is no code and no element {name!r}", remedy=remedy)


def _kind(kind: Element) -> str:
    """One kind of an element: a `div` of the text is not one of the front matter."""
    lines = [_wrapped(f"<{kind.name}>: {grammar().documentation_of(kind)}"), ""]
    lines += [_row("stands in", ", ".join(sorted(_parents(kind), key=str.lower)) or "nothing: it is the whole")]
    lines += [_row("holds", ", ".join(_contents(kind)) or "nothing")]
    for label, attribute in zip(("attributes", *[""] * 99), grammar().attributes(kind).values(), strict=False):
        needed = " (must be there)" if attribute.required else ""
        lines.append(_row(label, f"{attribute.name}{needed}: {attribute.value}"))
    lines.append(_row("example", example(kind)))
    return "\n".join(lines)


def _parents(kind: Element) -> Iterator[str]:
    names = {f"<{name}>" for name in grammar().names for each in grammar().kinds(name) if kind in _children(each)}
    yield from names


def _children(kind: Element) -> frozenset[Element]:
    return frozenset(grammar().children(kind).values())


def _contents(kind: Element) -> Iterator[str]:
    if grammar().has_text(kind):
        yield "text"
    names = {child.name for child in _children(kind)}
    yield from (f"<{name}>" for name in sorted(names, key=lambda name: (name in grammar().anywhere, name.lower())))


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_on_hyphens=False)


def _row(label: str, text: str) -> str:
    indent = " " * 14
    return textwrap.fill(text, WIDTH, initial_indent=f"  {label:<12}", subsequent_indent=indent, break_on_hyphens=False)

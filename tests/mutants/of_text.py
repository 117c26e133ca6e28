"""Documents that are no XML any more: broken at every element, by the tag, an entity, a character, or cut off."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from tests.mutants.mutant import VALID, Mutant, Root, line_and_column, text_of, written
from tests.mutants.of_attributes import _copy, kinds

MARK = "markedElement"


def mutants(seed: int) -> Iterator[Mutant]:
    for kind, found in kinds().items():
        chance = random.Random(f"{seed} {kind.name}")
        for breaker, break_ in BREAKERS.items():
            text = _marked(_copy(chance.choice(found)))
            broken = break_(text.replace(f"<{MARK}", f"§<{kind.name}"), kind.name)
            if broken is not None:
                yield _mutant((f"<{kind.name}>",), breaker, broken)
    for path in VALID:
        chance = random.Random(f"{seed} {path.stem}")
        text = text_of(path)
        for end in chance.sample(range(1, len(text.rstrip())), 12):
            yield _mutant(("document",), "cut off", f"{text[:end].rstrip()}§")
    for about, broken in DOCUMENTS.items():
        yield _mutant(("document",), about, broken)


def _marked(element: Root) -> str:
    """The document; the tags of the element have a name that no other has."""
    root = element.getroottree().getroot()
    space = str(element.tag).rpartition("}")[0]
    element.tag = f"{space}}}{MARK}"
    return written(root)


def _mutant(about: tuple[str, ...], breaker: str, broken: str) -> Mutant:
    """The last § is where the error must be found, if in a line only: parsers differ in what column they name."""
    before, _, after = broken.rpartition("§")
    before = before.replace("§", "")
    line, _ = line_and_column(before, len(before))
    return Mutant(about, breaker, f"{before}{after}".encode(), "validate.well-formed", line)


def wrong_end(text: str, name: str) -> str | None:
    return text.replace(f"</{MARK}>", f"</{name}s>§") if f"</{MARK}>" in text else None


def no_end(text: str, name: str) -> str | None:
    """It shows at the next end tag that can't be taken for its own."""
    before, end, after = text.partition(f"</{MARK}>")
    if not end:
        return None
    depth = 0
    for tag in re.finditer(r"<[^>]*>", after):
        closing = tag[0].startswith("</")
        if closing and depth == 0 and tag[0] != f"</{name}>":
            return f"{before}{after[: tag.end()]}§{after[tag.end() :]}"
        if not (closing and depth == 0):
            depth += -1 if closing else int(not tag[0].endswith("/>"))
    return f"{before}{after.rstrip()}§"


def stray_end(text: str, name: str) -> str:
    return _closed(text, name).replace(f"§<{name}", f"</{name}x>§<{name}", 1)


def _closed(text: str, name: str) -> str:
    return text.replace(f"</{MARK}>", f"</{name}>")


def unquoted(text: str, name: str) -> str:
    return _closed(text, name).replace(f"§<{name}", f"<{name} rend=italic§", 1)


def angle_in_value(text: str, name: str) -> str:
    return _closed(text, name).replace(f"§<{name}", f'<{name} rend="a<b§"', 1)


def bare_ampersand(text: str, name: str) -> str:
    return _closed(text, name).replace(f"§<{name}", f"AT&T§<{name}", 1)


def unknown_entity(text: str, name: str) -> str:
    return _closed(text, name).replace(f"§<{name}", f"&nbsp;§<{name}", 1)


def control_character(text: str, name: str) -> str:
    return _closed(text, name).replace(f"§<{name}", f"\x01§<{name}", 1)


def undeclared_prefix(text: str, name: str) -> str:
    return _closed(text, name).replace(f"§<{name}", f"<x:{name}/>§<{name}", 1)


def double_hyphen(text: str, name: str) -> str:
    return _closed(text, name).replace(f"§<{name}", f"<!-- a -- b -->§<{name}", 1)


BREAKERS: dict[str, Callable[[str, str], str | None]] = {
    "wrong end tag": wrong_end,
    "no end tag": no_end,
    "stray end tag": stray_end,
    "unquoted value": unquoted,
    "< in a value": angle_in_value,
    "bare ampersand": bare_ampersand,
    "unknown entity": unknown_entity,
    "control character": control_character,
    "undeclared prefix": undeclared_prefix,
    "-- in a comment": double_hyphen,
}
DOCUMENTS = {
    "empty": "§",
    "plain text": "Dear Sir,§",
    "two roots": "<TEI/>\n<TEI/>§",
    "text behind the root": "<TEI/>\n\nmore§",
    "document type": '<?xml version="1.0"?>\n<!DOCTYPE TEI>§<TEI/>',
    "document type with an entity": '\n<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>§<TEI>&a;</TEI>',
    "JSON": '{"TEI": {}}§',
}

"""How the name of one person may look in running text, forenames aside: surname, its spellings, parts of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from tei_tools.authority.fold import fold
from tei_tools.authority.language import Language
from tei_tools.authority.model import Person
from tei_tools.authority.printed import read_name

Kind = Literal["whole", "surname", "variant", "part"]
"""`whole` is a complete name, `surname` and `variant` want no more, a `part` of a name is weak on its own."""

ARTICLES = ("al", "el", "as", "ad", "ash")
ORDINAL = re.compile(r" (?:[IVX]+|\d\w+)$")
UMLAUT = re.compile(r"(?<=[bcdfghjklmnprstvwz])([aou])e(?=[bcdfghklmnprstvwz])")


def variants(person: Person, language: Language) -> Iterator[tuple[str, Kind]]:
    """(folded surface, kind), the weak ones last."""
    surname = fold(person.surname)
    if not person.forename and " " in surname and " of " not in surname:
        yield from _unturned(surname, language)
        last = surname.rsplit(" ", 1)[-1]
        for nickname in person.nicknames:
            for shape in (f"{fold(nickname)} {last}", f'"{fold(nickname)}" {last}'):
                yield shape, "whole"
    else:
        yield from _surname(surname, "surname", language)
    if person.title.endswith(" of"):
        yield from _spellings(f"{fold(person.title)} {surname}", "whole")  # "Duke of Wellington"
    for variant in person.variants:
        yield from _other(fold(variant), language)


def _unturned(name: str, language: Language) -> Iterator[tuple[str, Kind]]:
    """A name that is printed in its own order: Ngo Dinh Diem, Chou En-lai, Bao Dai, Hussein ibn Talal."""
    yield from _spellings(name, "whole")
    plain = ORDINAL.sub("", name)
    if plain != name:
        yield from _spellings(plain, "surname")
    words = plain.split()
    unfit = language.titles
    if len(words) == 2:
        yield f"{words[0]}-{words[1]}", "whole"
        yield f"{words[1]} {words[0]}", "whole"
    if len(words) > 1:
        for word in (words[-1], words[0]):
            if word[0].isupper() and word not in unfit:
                yield from _spellings(word, "part")


def _surname(name: str, kind: Kind, language: Language) -> Iterator[tuple[str, Kind]]:
    yield from _spellings(name, kind)
    first, _, rest = name.replace("-", " ", 1).partition(" ")
    if rest.startswith("of "):
        yield from _spellings(first, kind)  # "Lord Monckton" of Monckton of Brenchley
    elif first.lower() in ARTICLES and rest:
        for article in ("al-", "Al-", "el-", "El-", "al ", "Al "):
            yield article + rest, kind
        yield from _spellings(rest, kind)
    elif first.lower() in language.particles and rest:
        particles = name.split()
        low = " ".join(word.lower() if word.lower() in language.particles else word for word in particles)
        yield from _spellings(low, kind)
        yield from _spellings(low[0].upper() + low[1:], kind)
        yield from _spellings("".join(word[0].upper() + word[1:] for word in particles), kind)
    elif rest and len(first) > 3 and first not in language.common_words:
        yield from _spellings(first, "variant")


def _other(name: str, language: Language) -> Iterator[tuple[str, Kind]]:
    """Another name of the same person, as printed: a surname, a whole name, a name turned round."""
    words = name.split()
    while len(words) > 1 and words[0].strip(".") in language.printed_titles:
        words.pop(0)
    name = " ".join(words)
    if "," in name:
        turned = read_name(name)
        yield from _surname(fold(turned.surname), "variant", language)
    elif " " in name:
        yield from _spellings(name, "whole")
        yield from _spellings(words[-1], "part")
    else:
        yield from _spellings(name, "variant")


def _spellings(name: str, kind: Kind) -> Iterator[tuple[str, Kind]]:
    """The name with blanks or hyphens, as one word, in capitals, and with the umlaut that "oe" may stand for."""
    shapes = {name: None}
    if "-" in name:
        shapes[name.replace("-", " ")] = None
        shapes["-".join(part[:1].upper() + part[1:] for part in name.split("-"))] = None
        shapes[name.split("-")[0] + "".join(part.lower() for part in name.split("-")[1:])] = None
    elif name.count(" ") == 1 and kind != "whole":
        shapes[name.replace(" ", "-")] = None
    if " d'" in name or name.startswith("d'"):
        shapes[name.replace("d'", "D'")] = None
    if name.startswith("D'") and kind != "whole":
        shapes["d" + name[1:]] = None
    if kind != "part" and (bare := UMLAUT.sub(r"\1", name)) != name:
        shapes[bare] = None
    for shape in tuple(shapes):
        if len(shape) > 2:
            shapes[shape.upper()] = None
            shapes[re.sub(r"\b(Mc|Mac)([A-Z]\w+)", lambda m: m[1] + m[2].upper(), shape)] = None
    for shape in shapes:
        yield shape, kind

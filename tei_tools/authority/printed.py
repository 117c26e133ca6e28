"""Reading an entry as lists print it: "Burke, Admiral Arleigh A., USN, Chief of Naval Operations from August 1955"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tei_tools.authority.fold import fold
from tei_tools.authority.language import language

SEE = re.compile(r"[.,]\s*[Ss]ee (?:also )?(?P<other>.+?)\.?\s*$")
INITIAL = re.compile(r"^(?:[^\W\d_]\.)+$|^[^\W\d_]$")
QUOTED = re.compile(r"\(?[“\"](?P<nick>[^”\"]{1,25}?),?[”\"]\)?,?")
SERVICES = frozenset({"USA", "USN", "USAF", "USMC", "ARVN"})
CAPITAL = re.compile(r"^(?:[a-z]{1,3}[-']?)?[^\W\d_a-z]")
ASIDE = re.compile(r"[(“\"]")
MARKS = re.compile(r"[,()“”]")
DATED = re.compile(r"(?:after|from|since) .*\d{4}, ")
"""A later rank in brackets, "(after November 1, 1963, Major General)"."""
BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a printed name, and `rest`, what follows it in the line."""

    surname: str
    forename: str = ""
    link: str = ""
    generation: str = ""
    title: str = ""
    nicknames: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    rest: str = ""


def read_name(text: str, line: bool = False) -> Name:
    """The name "Surname, Forename, Jr." at the start of `text`; with `line` the text goes on with offices."""
    surname, *segments = _segments(" ".join(text.split()))
    plain, asides = _without_asides(surname)
    name = Name(plain.strip(' ”“"'))
    used = [(plain, asides)]
    closed = False
    while segments:
        if line and not closed and not name.forename:
            segments[:1] = _cut(segments[0])
        plain, asides = _without_asides(segments[0])
        words = plain.split()
        if segments[0].startswith("“") and words and asides:
            segments[:1] = [f"“{asides[0]}”", plain]
            continue
        if not words or (generation := _generation(words)):
            if words and not name.generation:
                name = replace(name, generation=generation)
        elif closed or name.forename or not _given(words, line, bool(segments[1:])):
            break
        else:
            name = _with_given(name, words)
            closed = not name.forename
        used.append((plain, asides))
        segments.pop(0)
    if segments and segments[0] in SERVICES:
        segments.pop(0)
    nicknames, variants = _other_names(used)
    later = [f"({aside})" for _, asides in used for aside in asides if DATED.match(aside)]
    rest = "; ".join(part for part in (", ".join(segments), *later) if part)
    return _turned(replace(name, nicknames=nicknames, variants=variants, rest=rest))


def _segments(text: str) -> list[str]:
    """The text cut at commas, but not at those in brackets and quotation marks."""
    parts: list[str] = []
    start, depth, quoted = 0, 0, False
    for mark in MARKS.finditer(text):
        if mark[0] in "()":
            depth = max(depth + (1 if mark[0] == "(" else -1), 0)
        elif mark[0] == "“":
            quoted = "”" in text[mark.end() :]
        elif mark[0] == "”":
            quoted = False
        elif not depth and not quoted:
            parts.append(text[start : mark.start()].strip())
            start = mark.end()
    return [*parts, text[start:].strip()]


def _without_asides(segment: str) -> tuple[str, list[str]]:
    """A segment without its brackets and quoted nicknames, and these."""
    if not ASIDE.search(segment):
        return " ".join(segment.split()), []
    asides = [match["nick"] for match in QUOTED.finditer(segment)]
    plain = QUOTED.sub(" ", segment)
    asides += [match["inside"].strip(' ”"') for match in BRACKET.finditer(plain)]
    return " ".join(BRACKET.sub(" ", plain).split()), asides


def _other_names(used: list[tuple[str, list[str]]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What brackets and quotes of a name say: nicknames after forenames, else other spellings of the surname."""
    nicknames: list[str] = []
    variants: list[str] = []
    for place, (plain, asides) in enumerate(used):
        for aside in asides:
            if aside.isupper() or aside == "retired" or "identity" in aside or re.search(r"\d", aside):
                continue
            if " " not in aside and "," not in aside and (place or (" " in plain and len(used) > 1)):
                nicknames.append(aside)
            elif place and ", " in aside:
                variants.append(aside)
            else:
                variants.extend(part.strip() for part in aside.split(","))
    return tuple(nicknames), tuple(variants)


def _generation(words: list[str]) -> str:
    return words[0] if len(words) == 1 and words[0].strip(".") in language().generations else ""


def _cut(segment: str) -> list[str]:
    """A slip of the press: forenames and office without a comma, "Adlai Representative at the United Nations"."""
    known, words = language(), segment.split()
    count = 0
    while count < len(words) and (words[count].lower() in known.forenames or INITIAL.match(words[count])):
        count += 1
    if not count or count == len(words) or INITIAL.match(words[0]) or fold(words[count]) not in known.offices:
        return [segment]
    return [" ".join(words[:count]), " ".join(words[count:])]


def _given(words: list[str], line: bool, more: bool) -> bool:
    """Whether a segment after the surname holds forenames rather than an office."""
    known = language()
    folded = [fold(word).strip(".") for word in words]
    titles = 0
    while titles < len(folded) and folded[titles] in known.ranks:
        titles += 1
    names = folded[titles:]
    if not names:
        return True
    if len(names) > 4 or (line and not more and len(names) > 2) or names[0] == "of" or words[0] in SERVICES:
        return False
    offices = known.offices | (known.titles if titles else frozenset())
    return all((CAPITAL.match(word) and word not in offices) or word in known.particles for word in names)


def _with_given(name: Name, words: list[str]) -> Name:
    """Titles to `title`, particles at the end to `link`, a generation there to `generation`, the rest to `forename`."""
    known = language()
    titles: list[str] = []
    while words and fold(words[0]).strip(".") in known.ranks and not INITIAL.match(words[0]):
        titles.append(words.pop(0))
    generation = words.pop() if len(words) > 1 and words[-1].strip(".") in known.generations else name.generation
    link: list[str] = []
    while len(words) > 1 and fold(words[-1]) in known.particles:
        link.insert(0, words.pop())
    title = " ".join(part for part in (name.title, *titles) if part)
    return replace(name, forename=" ".join(words), link=" ".join(link), generation=generation, title=title)


def _turned(name: Name) -> Name:
    """Two slips of the press: "Lay James S." without its comma, "Joseph E" without its full stop stays as it is."""
    words = name.surname.split()
    if not name.forename and len(words) > 1 and INITIAL.match(words[-1]) and not INITIAL.match(words[0]):
        return replace(name, surname=words[0], forename=" ".join(words[1:]))
    return name


def make_id(name: Name | str, taken: set[str], prefix: str = "p_") -> str:
    """An id in the manner of the series: p_SGP1 for Shultz, George P.; the number rises until it is free."""
    if isinstance(name, str):
        letters = "".join(re.findall(r"[A-Za-z0-9]+", fold(name))) or "x"
    else:
        words = f"{name.surname} {name.title} {name.forename} {name.generation}".replace("-", " ").split()
        words = name.surname.replace("-", " ").split() + name.forename.replace(".", ". ").split() or words
        letters = "".join(fold(word)[0].upper() for word in words if word[0].isalpha())
        if len(letters) < 2:
            letters = "".join(re.findall(r"[A-Za-z]+", fold(name.surname))) or letters or "X"
    number = 1
    while f"{prefix}{letters}{number}" in taken:
        number += 1
    taken.add(f"{prefix}{letters}{number}")
    return f"{prefix}{letters}{number}"

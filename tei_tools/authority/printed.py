"""Reading an entry as lists print it: "Burke, Admiral Arleigh A., USN, Chief of Naval Operations from August 1955"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tei_tools.authority.fold import fold
from tei_tools.authority.language import language

INITIAL = re.compile(r"^(?:[^\W\d_]\.)+$|^[^\W\d_]$")
QUOTED = re.compile(r"\(?[“\"](?P<nick>[^”\"]{1,25}?),?[”\"]\)?,?")
SERVICES = frozenset({"USA", "USN", "USAF", "USMC", "ARVN"})
HONOURS = re.compile(
    r"Bart\.?|Bt\.?|Esq\.?|Ph\. ?D\.?|M\.D\.|"
    r"[KG]?\.?C\.B\.|K\.G\.|G?\.?K?\.?C\.M\.G\.|[KCOM]\.B\.E\.|D\.S\.[OC]\.|M\.[CP]\."
    r"|Q\.C\.|R\.[NE]\.|R\.A\.F\.|F\.R\.S\.|S\.J\."
)
"""What follows a name and is no office of its own."""
CAPITAL = re.compile(r"^(?:[a-z]{1,3}[-']?)?[^\W\d_a-z]")
ASIDE = re.compile(r"[(\[“\"]")
MARKS = re.compile(r"[,()\[\]“”]|;|:(?=\s)|(?<![,;:])\t|\s[–—-](?=\s)")
BLANKS = re.compile(r"[^\S\t]+|\s{2,}")
SLIP = re.compile(r"^[1l]\.$")
"""A slip of the press for the initial I."""
CAPITALS = re.compile(r"\b(?P<mc>Mc|Mac)?(?P<first>[^\W\d_])(?P<rest>[^\W\d_]+)")
UNFINISHED = frozenset({"Chief", "Vice", "Rear", "Fleet", "Air", "Field", "Wing", "Brigade", "1st", "2d", "2nd"})
"""No rank where nothing follows."""
CALLED = re.compile(
    r"(?:n[ée]e|born|formerly|also|or|alias|a\.?k\.?a\.?|called|known as|i\.e\.,?)\s+(?:known as\s+)?", re.I
)
"""What leads to another name in brackets."""
DATED = re.compile(r"(?:after|from|since) .*\d{4}, ")
"""A later rank in brackets, "(after November 1, 1963, Major General)"."""
BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]")


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
    (surname, *segments), said = _segments(BLANKS.sub(" ", text).strip())
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
        elif closed or name.forename or not _given(words, name.surname, line, bool(segments[1:] or said)):
            break
        else:
            name = _with_given(name, words)
            closed = not name.forename
        used.append((plain, asides))
        segments.pop(0)
    while segments and (segments[0] in SERVICES or HONOURS.fullmatch(segments[0])):
        segments.pop(0)
    later = [f"({aside})" for _, asides in used for aside in asides if DATED.match(aside)]
    offices = ", ".join(segments) + said if segments else said.strip(" ,;:–—-\t")
    rest = "; ".join(part for part in (offices, *later) if part)
    return _turned(_in_small_letters(replace(_with_others(name, used), rest=rest)))


def _segments(text: str) -> tuple[list[str], str]:
    """The text cut at commas, but not at those in brackets and quotation marks, and what is behind a stronger stop.

    That begins with its stop: "; Chairman", " – Chairman".
    """
    parts: list[str] = []
    start, depth, quoted = 0, 0, False
    for mark in MARKS.finditer(text):
        if mark[0] in "()[]":
            depth = max(depth + (1 if mark[0] in "([" else -1), 0)
        elif mark[0] == "“":
            quoted = "”" in text[mark.end() :]
        elif mark[0] == "”":
            quoted = False
        elif not depth and not quoted:
            parts.append(text[start : mark.start()].strip())
            if mark[0] != ",":
                return parts, text[mark.start() :].rstrip()
            start = mark.end()
    return [*parts, text[start:].strip()], ""


def _without_asides(segment: str) -> tuple[str, list[str]]:
    """A segment without its brackets and quoted nicknames, and these."""
    if not ASIDE.search(segment):
        return " ".join(segment.split()), []
    asides = [match["nick"] for match in QUOTED.finditer(segment)]
    plain = QUOTED.sub(" ", segment)
    asides += [match["inside"].strip(' ”"') for match in BRACKET.finditer(plain)]
    return " ".join(BRACKET.sub(" ", plain).split()), asides


def _with_others(name: Name, used: list[tuple[str, list[str]]]) -> Name:
    """What brackets and quotes of a name say: a rank, nicknames after forenames, else other surnames."""
    nicknames: list[str] = []
    variants: list[str] = []
    titles = [name.title] if name.title else []
    for place, (plain, asides) in enumerate(used):
        for said in asides:
            aside = CALLED.sub("", said, count=1)
            if not aside or aside.isupper() or aside == "retired" or "identity" in aside or re.search(r"\d", aside):
                continue
            if ranks(aside.split(), name.surname) == len(aside.split()):
                titles.append(aside)
            elif re.match("n[ée]e |born ", said):
                variants.append(aside)
            elif " " not in aside and "," not in aside and (place or (" " in plain and len(used) > 1)):
                nicknames.append(aside)
            elif place and ", " in aside:
                variants.append(aside)
            else:
                variants.extend(part.strip() for part in aside.split(","))
    return replace(name, title=" ".join(titles), nicknames=tuple(nicknames), variants=tuple(variants))


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


def ranks(words: list[str], surname: str = "") -> int:
    """How many words at the beginning are titles: 2 for "Lieutenant General Charles", 3 for "General de Brigade".

    A forename that is a title too ("Earl D.") is none, but where the surname is that of a peer.
    """
    known, count = language(), 0
    plain = [fold(word).strip(".") for word in words]
    if plain[-1:] == ["of"] and len(words) > 1 and set(plain[:-1]) <= known.ranks:
        return len(words)  # "Wellington, Duke of"
    while count < len(words) and plain[count] in known.ranks and not INITIAL.match(words[count]):
        count += 1
        if count + 1 < len(words) and plain[count] in known.particles and plain[count + 1] in known.ranks:
            count += 2
    named = plain[:1] and plain[0].lower() in known.forenames and plain[0] not in known.female_titles
    if named and " of " not in surname and count == 1 and all(INITIAL.match(word) for word in words[1:]):
        return 0
    return 0 if count == len(words) and plain[-1:] and plain[-1] in UNFINISHED else count


def _given(words: list[str], surname: str, line: bool, more: bool) -> bool:
    """Whether a segment after the surname holds forenames rather than an office."""
    known = language()
    if words[0] in UNFINISHED and len(words) == 1:
        return False
    titles = ranks(words, surname)
    names = [fold(word).strip(".") for word in words[titles:]]
    if not names:
        return True
    if len(names) > 4 or (line and not more and len(names) > 2) or "of" in names or words[0] in SERVICES:
        return False
    offices = known.offices | (known.titles if titles else frozenset())
    later = known.family_words & known.offices  # "Ky, Nguyen Cao", but "Pham Cong Tac, Cao Dai Pope"
    return all(
        (CAPITAL.match(word) and (not {word, word.split("-")[0]} & offices or (place and word in later)))
        or word in known.particles
        or SLIP.match(f"{word}.")
        for place, word in enumerate(names)
    )


def _with_given(name: Name, words: list[str]) -> Name:
    """Titles to `title`, particles at the end to `link`, a generation there to `generation`, the rest to `forename`."""
    known = language()
    count = ranks(words, name.surname)
    titles, words = words[:count], words[count:]
    generation = words.pop() if len(words) > 1 and words[-1].strip(".") in known.generations else name.generation
    link: list[str] = []
    while len(words) > 1 and fold(words[-1]) in known.particles:
        link.insert(0, words.pop())
    title = " ".join(part for part in (name.title, *titles) if part)
    return replace(name, forename=" ".join(words), link=" ".join(link), generation=generation, title=title)


def _in_small_letters(name: Name) -> Name:
    """A surname that a list prints in capitals before a forename in small letters: "McFARLANE, Robert C."."""
    letters = CAPITALS.sub(lambda m: m["first"] + m["rest"], name.surname)
    if not any(map(str.islower, name.forename)) or not re.sub(r"\bMa?c", "", letters).isupper():
        return name
    return replace(name, surname=CAPITALS.sub(lambda m: (m["mc"] or "") + m["first"] + m["rest"].lower(), name.surname))


def _turned(name: Name) -> Name:
    """A title before the name, and two slips of the press: "Lay James S.", "Tran Tu Oai Brigadier General"."""
    words, known = name.surname.split(), language()
    if name.forename or len(words) < 2:
        return name
    count = ranks(words)
    if 0 < count < len(words) and not name.title:
        return replace(name, surname=" ".join(words[count:]), title=" ".join(words[:count]))  # "Queen Victoria"
    count = 0
    while len(words) - count > 2 and words[-count - 1] in known.ranks & known.titles:
        count += 1
    if count and not name.title:
        return replace(name, surname=" ".join(words[:-count]), title=" ".join(words[-count:]))
    initial = INITIAL.match(words[-1]) and (words[-1].endswith(".") or words[-1] not in "IVX")
    if initial and not INITIAL.match(words[0]):
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

"""What stands before a surname: forenames and initials that belong to it, those of somebody else, titles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tei_tools.authority.fold import one_letter_apart, sound
from tei_tools.authority.names import INITIALS, Given, Names

GLUED = re.compile(r"(?:(?<=[\s(\"\[])|^)((?:[A-Z]\.){1,3})$")
PHRASE = re.compile(r"[A-Z][\w.'-]*(?:,? (?:of|for|to|the|and|in|on|at|&|[A-Z][\w.'-]*))*[ (]*$")
OFFICE = re.compile(r"\b([A-Z]\w+) (?:of|for) (?:the )?(?:[A-Z]\w*(?: and)? )*[A-Z]\w*$")
LADY = re.compile(r"\w+\.? $")
GERMAN = frozenset({"von", "van", "zu", "der"})
"""Particles that stay with a bare surname (von Brentano); a French one does not ("de" before Laboulaye)."""
ABBREVIATIONS = frozenset({"M.", "MM.", "U.S.", "U.N.", "U.K.", "N.Y.", "D.C."})
"""No initials: "M. Couve de Murville" is Monsieur, "Ambassador to the U.S. Jacovides" has the country."""
CUT = frozenset(
    {"Mr", "Mrs", "Ms", "Mme", "Mlle", "Messrs", "Dr", "Drs", "Prof", "Hon", "Rt", "Amb", "Pres", "Gen", "LGen", "BGen"}
    | {"MGen", "Lt", "Lieut", "Col", "Maj", "Brig", "Capt", "Cdr", "Adm"}
)
"""Titles that are cut short by a full stop; behind any other one it ends a sentence."""
LIMIT = 5
JOINING = frozenset({"of", "for", "to", "the", "and", "in", "on", "at"})
"""The words in small letters within a run of words of office."""


@dataclass(frozen=True, slots=True)
class Extension:
    """`length` characters before the surname belong to the name. `matched` counts 2 for a forename, 1 for initials.

    `clash`: another person's forename stands there.
    """

    length: int = 0
    matched: int = 0
    clash: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """`word` directly before a name if it is a title, `phrase` the whole run of words of office.

    `lady` is the title of a woman with its blank: part of a name that the list knows only so.
    """

    word: str = ""
    phrase: str = ""
    lady: str = ""


NO_EXTENSION, NO_TITLE = Extension(), Title()


def extend(before: str, given: Given, names: Names) -> Extension:
    """How the words before a surname bear on one person."""
    if before.endswith(" ") and before[before.rfind(" ", 0, -1) + 1 : -1].islower():
        last = before[before.rfind(" ", 0, -1) + 1 : -1]
        if last.isalpha() and last not in names.language.particles and last not in given.equals:
            return NO_EXTENSION  # the usual case: "said Rusk"
    end = len(before)
    position, length, matched, clash = end, 0, 0, False
    if not before.endswith((" ", "(")) and (glued := GLUED.search(before)):
        fits = _initials_fit(glued[1], given)
        position = glued.start(1)
        length, matched, clash = (end - position, 1, False) if fits else (0, 0, True)
    for _ in range(LIMIT):
        if not position or before[position - 1] != " ":
            break
        begin = max(before.rfind(" ", 0, position - 1), before.rfind("—", 0, position - 1)) + 1
        opened = before[begin : position - 1]
        word = opened.lstrip("(\"'[")
        if word not in given.met:
            given.met[word] = bearing(word, given, names)
        score = given.met[word]
        if score is None and not clash and _is_middle(word, before[:begin], given, names):
            score = 1  # "Eleanor Lansing Dulles" for Eleanor L.
        if score is None:
            break
        position = begin + len(opened) - len(word)
        if score > 0:
            length, matched = end - position, matched + score
        elif score < 0 and not (position == 0 and len(word) == 2):
            clash = True  # "D. Calligeris" at the beginning of a paragraph is item D
        if word != opened:
            break
    return Extension(length, matched, clash and matched < 2, before[end - length :].strip())


def bearing(word: str, given: Given, names: Names) -> int | None:
    """2: a forename of the person; 1: an initial; 0: a particle; -1: somebody else's; None: no part of a name."""
    plain = word.strip("\"'()").rstrip(".")
    low = plain.lower()
    if not plain or (word.endswith((",", ";", ":", ")")) and not word.startswith("(")):
        return None
    if low in names.language.particles and plain.islower():
        return 1 if low in given.words and low in GERMAN else 0
    if not plain[0].isupper() or "]" in word:
        return None
    if low in given.equals or (len(plain) > 2 and _alike(low, given)):
        return 2
    if plain in names.language.titles or (word.endswith(".") and len(plain) > 3):
        return None  # a title, or the end of a sentence
    if INITIALS.match(word) and (word.endswith(".") or len(plain) == 1):
        if (plain in ("I", "A") and not word.endswith(".")) or word in ABBREVIATIONS:
            return None
        return 1 if _initials_fit(plain, given) else -1
    if word.isupper() and len(word) in (2, 3) and low == given.initials:
        return 1  # "JC King" for J.C.
    if low not in names.forenames:
        return None
    return 1 if low[0] in given.words else -1  # "Joe" for J. Lawton Collins


def _is_middle(word: str, before: str, given: Given, names: Names) -> bool:
    """Whether a capital word stands for an initial of the list, behind a forename of the person."""
    if len(word) < 3 or not word.isalpha() or not word.istitle() or word in names.ordinary:
        return False
    first = before.rstrip(" ").rsplit(" ", 1)[-1].lstrip("(\"'[")
    own = first.lower() in given.words and len(first) > 2
    return own and word[0].lower() in given.words[1:]


def _alike(low: str, given: Given) -> bool:
    """Whether a forename is spelled in another way: Sergey for Sergei, Max for Maxwell, McGeo. for McGeorge."""
    key = sound(low)
    if key in given.sounds:
        return True
    for other in given.sounds:
        if len(key) >= 3 and len(other) >= 3 and (key.startswith(other) or other.startswith(key)):
            return True
        if len(key) < 5 or len(other) < 5 or key[:3] != other[:3]:
            continue
        if key[:4] == other[:4] or one_letter_apart(key, other):
            return True
    return False


def _initials_fit(initials: str, given: Given) -> bool:
    """Whether each letter begins a forename, in order."""
    position = 0
    for letter in re.findall(r"[^\W\d_]", initials.lower()):
        position = given.initials.find(letter, position) + 1
        if not position:
            return False
    return True


def title_before(before: str, names: Names) -> Title:
    """The title that stands before a name, forenames included in the name; the run is cut at 100 characters."""
    last = before[-100:].rstrip(" (").rsplit(" ", 1)[-1]
    if last.islower() and last not in JOINING:
        return NO_TITLE
    run = PHRASE.search(before[-100:])
    if run is None:
        return NO_TITLE
    phrase = run.group().strip(" (")
    if before.rstrip(" ").endswith("("):
        return Title("", phrase)
    word = before.rstrip(" ").rsplit(" ", 1)[-1]
    last = word.strip(".(\"'[")
    if word.endswith(".") and last not in CUT:
        return NO_TITLE  # "… a new Ambassador. Leddy explained"
    if last not in names.language.titles:
        office = OFFICE.search(phrase)  # "Assistant Secretary of State Holland"
        return Title(office[1], phrase) if office and office[1] in names.language.titles else NO_TITLE
    lady = LADY.search(before)
    return Title(last, phrase, lady.group() if lady and last in names.language.female_titles else "")

"""Whether the words of office around a name fit the offices of a person."""

from __future__ import annotations

import re
from functools import lru_cache

from tei_tools.authority.fold import fold
from tei_tools.authority.model import Person, Role

SMALL = frozenset({"of", "for", "to", "the", "and", "in", "on", "at", "a", "from", "until"})
RANKED = frozenset({"under", "assistant", "deputy", "vice", "prime", "special", "foreign"})
HEAD_END = re.compile(r",| (?:of|for|to|in|at|on|from|until|after|before|since|during|with|and)\b|[-–—(]")
FORMS = {
    "amb": "ambassador",
    "gen": "general",
    "lt": "lieutenant",
    "maj": "major",
    "col": "colonel",
    "adm": "admiral",
    "brig": "brigadier",
    "messrs": "mr",
    "secretaries": "secretary",
    "undersecretary": "under secretary",
    "congressman": "representative",
    "advisor": "adviser",
    "senators": "senator",
    "assistants": "assistant",
    "defmin": "minister of defense",
    "fonmin": "foreign minister",
    "primin": "prime minister",
    "secstate": "secretary of state",
    "secdef": "secretary of defense",
    "pres": "president",
    "vp": "vice president",
    "ambassadors": "ambassador",
    "ministers": "minister",
    "generals": "general",
    "capt": "captain",
}
KEPT = 4096
"""So many offices are kept taken apart: texts name the same ones again and again."""
ADJECTIVE = re.compile(r"(?:an|ese|ish|ch|iet|man|ian|ek|i|U\.?S\.?|United States|[Ff]ormer|Acting)$")


@lru_cache(KEPT)
def office_words(text: str) -> tuple[str, ...]:
    """The words of an office in small letters, abbreviations written out: "Amb." is ambassador."""
    plain = [word.strip(".'").lower() for word in re.findall(r"[\w.'’]+", fold(text).replace("'s", ""))]
    return tuple(" ".join(FORMS.get(word, word) for word in plain if word).split())


@lru_cache(KEPT)
def head(role: str) -> tuple[str, ...]:
    """The words of an office before its "of" or "for", without adjectives: "Soviet Ambassador to …" is ambassador."""
    first = HEAD_END.split(role, maxsplit=1)[0].split()
    while len(first) > 1 and ADJECTIVE.search(first[0]):
        first.pop(0)
    return office_words(" ".join(first))


def fit(phrase: str, person: Person, day: str) -> int:
    """How well the words before a name fit: 0 not at all, more for a whole office, most for one held on that day."""
    words = office_words(phrase)
    if not words:
        return 0
    best = _rank_fit(words, person.title)
    for role in person.roles if words else ():
        score = _role_fit(words, role)
        if score and day and role.covers(day) is not None:
            score += 1 if role.covers(day) else -1
        best = max(best, score)
    return best


def _rank_fit(words: tuple[str, ...], title: str) -> int:
    """Military ranks and the like are printed with the name: "Admiral" fits Vice Admiral, "Colonel" no General."""
    own = office_words(title)
    return 3 if own and words[-1] == own[-1] else 0


def _role_fit(words: tuple[str, ...], role: Role) -> int:
    """3 and more where the phrase has the whole head of the office, as an office of its own; 1 for its last word."""
    own = head(role.text)
    if not own:
        return 0
    shared = {word for word in words if word not in SMALL} & set(office_words(role.text))
    best = 0
    for place in range(len(words) - len(own) + 1):
        if words[place : place + len(own)] != own or (place and words[place - 1] in RANKED):
            continue
        served = words[max(place - 2, 0) : place]
        best = max(best, 2 if "to" in served or "of" in served else 3)
    if not best and own[-1] in words and own[0] not in RANKED and words[words.index(own[-1]) - 1] not in RANKED:
        return 1
    return best and best + max(len(shared) - len(own), 0)

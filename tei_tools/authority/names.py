"""The names of an authority file, ready for looking up in a text. Built once per authority; never changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tei_tools.authority.fold import fold, sound
from tei_tools.authority.language import Language, language
from tei_tools.authority.matcher import Matcher
from tei_tools.authority.model import Authority, Person
from tei_tools.authority.nearby import Nearby
from tei_tools.authority.variants import Kind, variants

STRENGTH: dict[Kind, int] = {"whole": 0, "surname": 1, "variant": 2, "part": 3}
INITIALS = re.compile(r"^(?:[^\W\d_]\.-?)*[^\W\d_]\.?$")
SHORTEST = 3
"""So many letters has a forename by which somebody is called."""
SHARED = 3
"""A part of a name that more persons than this share (Nguyen) is no name of any of them."""


@dataclass(frozen=True, slots=True)
class Given:
    """The forenames of a person for comparing: folded words in small letters, and keys of their sound."""

    words: tuple[str, ...]
    equals: frozenset[str]
    sounds: frozenset[str]
    initials: str
    female: bool | None
    """None: the entry does not tell."""
    called: tuple[str, ...] = ()
    """Those of `equals` by which somebody may be called, with their capital."""
    met: dict[str, int | None] = field(default_factory=dict, compare=False, repr=False)
    """What words before the surname were found to be (`forenames.bearing`): texts repeat them."""


class Names:
    """Surfaces of all persons, and what is known of their forenames; `rules` overrides words of english.toml."""

    def __init__(self, authority: Authority, rules: Mapping[str, Any] | None = None) -> None:
        self.authority = authority
        self.language: Language = language(rules)
        self.forms = _forms(authority, self.language)
        self.matcher = Matcher(self.forms)
        self.given = {person.id: _given(person, self.language) for person in authority.persons}
        listed = {word for given in self.given.values() for word in given.words if len(word) > 2}
        self.forenames = self.language.forenames | listed
        self.nearby = Nearby(surface for surface, kinds in self.forms.items() if "surname" in kinds.values())
        self.ordinary = frozenset(self.forms) | self.language.common_words | self.language.places | self.language.titles
        self.settled = self.ordinary | self.language.not_names | self.language.function_words
        """Words that no other spelling of a surname is looked for in: files and Greeks are no Fileses and Greeces."""
        self.addressed_as = dict(self._rare_forenames())
        self.addressed = Matcher(self.addressed_as)
        self._ladies = frozenset(person.id for person in authority.persons if self._titled_lady(person))
        self._unturned = {
            p.id: frozenset(fold(p.surname).split()) for p in authority.persons if not p.forename and " " in p.surname
        }
        self.family_words = self.language.family_words.union(*self._unturned.values()) - self.language.titles

    def another(self, ident: str, surface: str, before: str) -> bool:
        """Whether one word of a name in its own order stands in another such name: Diem in Nguyen Quoc Diem."""
        own = self._unturned.get(ident)
        return own is not None and " " not in surface and before in self.family_words and before not in own

    def _rare_forenames(self) -> Iterator[tuple[str, str]]:
        """(forename, id) where only one person of the list has it, and it is no common one: Selwyn, McGeorge."""
        bearers: dict[str, list[str]] = {}
        for ident, given in self.given.items():
            for word in set(given.words):
                bearers.setdefault(word, []).append(ident)
        owners = Counter(word for person in self.authority.persons if not person.see for word in _words(person))
        for word, count in owners.items():
            common = (
                word.lower() in self.language.forenames or word in self.language.common_words | self.language.places
            )
            if count == 1 and len(word) > 4 and not common and word not in self.forms:
                having = bearers.get(word.lower(), [])
                if len(having) == 1:
                    yield word, having[0]

    def titled_lady(self, ident: str) -> bool:
        """Whether the list names the person by a woman's title (Nhu, Madame): she is meant only where that stands."""
        return ident in self._ladies

    def _titled_lady(self, person: Person) -> bool:
        title = person.title.split()
        return any(word.strip(".") in self.language.female_titles for word in title)


def _forms(authority: Authority, words: Language) -> dict[str, dict[str, Kind]]:
    """{surface: {person id: kind}}, "see" entries giving their names to the person they point to."""
    own = {fold(p.surname): authority.person(p.id).id for p in authority.persons}
    forms: dict[str, dict[str, Kind]] = {}
    for person in authority.persons:
        ident = authority.person(person.id).id
        for surface, kind in variants(person, words):
            if kind == "variant" and own.get(surface, ident) != ident:
                continue
            kinds = forms.setdefault(surface, {})
            if STRENGTH[kind] < STRENGTH.get(kinds.get(ident, "part"), 3) or ident not in kinds:
                kinds[ident] = kind
    return {surface: kept for surface, kinds in forms.items() if (kept := _strongest(kinds))}


def _strongest(kinds: dict[str, Kind]) -> dict[str, Kind]:
    """Only the persons whose surname this is, where it is anyone's; a part that too many share is left out."""
    strong: dict[str, Kind] = {ident: kind for ident, kind in kinds.items() if kind != "part"}
    return strong or (kinds if len(kinds) <= SHARED else {})


def _given(person: Person, words: Language) -> Given:
    parts = fold(f"{person.forename} {person.link}").replace("(", " ").replace(")", " ").lower().split()
    names = tuple(part.strip(".,") for part in parts)
    nicknames = {fold(nick).lower() for nick in person.nicknames}
    pieces = {piece for name in names for piece in name.split("-")} | set(names) | nicknames
    equals = pieces | {equal for name in pieces for equal in words.nicknames.get(name, ())}
    letters = "".join(letter for name in names for letter in _letters(name)) + "".join(
        nick[0] for nick in nicknames if nick
    )
    title = {word.strip(".") for word in fold(person.title).split()}
    female: bool | None = None
    if title & words.female_titles or (names and names[0] in words.female_forenames):
        female = True
    elif title - {"Dr", "Prof"} or (names and names[0] in words.forenames):
        female = False
    long = [name for name in pieces if len(name) > 2]
    sounds = frozenset(sound(name) for name in long)
    called = tuple(sorted(word.capitalize() for word in equals if len(word) >= SHORTEST and word.isalpha()))
    return Given(names, frozenset(equals), sounds, letters, female, called)


def _words(person: Person) -> set[str]:
    """The forenames as printed, without initials."""
    return {word for word in fold(person.forename).split() if word.isalpha() and word[0].isupper()}


def _letters(name: str) -> str:
    """The initials of a forename: of "k.e" both, of "paul-henri" both, of "walter" one."""
    return "".join(piece[0] for piece in re.split(r"[.-]", name) if piece)

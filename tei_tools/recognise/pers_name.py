"""Names of persons of the authority file: TEI persName.

The name only: titles, the possessive 's and note calls stay outside. Each annotation carries the ids that its words
allow in `candidates`; who is meant is settled by `tei_tools.link.persons`. Further attributes for the linker: `form`
(whole, surname, variant, part), `given` (the forenames found), `title` (the words of office before or around it), and
`weak` (why the name needs support elsewhere in the document).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tei_tools.authority.forenames import Extension, Title, extend, title_before
from tei_tools.authority.language import Language
from tei_tools.authority.names import STRENGTH, Names
from tei_tools.authority.reading import Reading
from tei_tools.authority.variants import Kind
from tei_tools.model import Annotation, Cert
from tei_tools.recognise import pers_name_unlisted
from tei_tools.recognise.pers_name_short import PREPOSITIONS, short_forms

NEXT = re.compile(r" ([A-Z][\w.]*|mausoleum|administration)")
SENTENCE = re.compile(r"(?:^|[.!?:]['\")\]]* |[\n\"\[—] ?|- ?|\()$")
AUXILIARY = frozenset({"had", "has", "is", "was", "would", "could", "did", "also", "himself", "and"})
BEFORE = 120
"""So many characters before a name are looked at."""
MONTHS = frozenset({"May", "March", "April", "June", "August"})
NOUN = re.compile(r" (?!of\b|and\b|or\b|in\b|to\b)[a-z]|-[a-z]")
PAIR = re.compile(r"[-/][A-Z]")
GENERATION = re.compile(r",? (Jr|Sr|II|III|IV)\b\.?")
CUE = re.compile(r"\b(?:[Aa]pproved|[Cc]leared|[Dd]rafted|[Ii]nitialed|[Ss]igned) by $")
REASONS = {
    "word": "an English word too",
    "place": "a place too",
    "part": "a part of a name",
    "small": "a small word too",
    "spelling": "spelled otherwise",
}


class Hit(NamedTuple):
    """A surface in the reading text with its neighbours."""

    word: str
    start: int
    end: int
    before: str
    previous: str
    after: str
    alone: bool
    """Whether it is all of its block, a speaker before a colon, or all that stands in brackets."""
    spelling: str = ""

    @property
    def proper(self) -> str:
        return self.word.title() if self.word.isupper() else self.word


class Found(NamedTuple):
    """What a hit came to: where the name runs, and who it may be."""

    start: int
    end: int
    annotation: Annotation


def recognise(reading: Reading, names: Names) -> Iterator[Annotation]:
    """Candidates of element persName in source order, none overlapping; without a list, what rules find."""
    if not names.authority.persons:
        yield from pers_name_unlisted.recognise(reading, names.language)
        return
    full = list(_full(reading, names))
    yield from sorted([*full, *short_forms(reading, names, full)], key=lambda annotation: annotation.span)


def _full(reading: Reading, names: Names) -> Iterator[Annotation]:
    held: Found | None = None
    for start, end, word, spelling in _hits(reading, names):
        if held and start < held.end:
            continue
        found = _found(_hit(reading, word, start, end, spelling), names, reading)
        if found is None:
            continue
        # "Allen" is a surname too, but in "Mr. Allen Dulles" the longer name has it.
        if held and found.start >= held.end:
            yield held.annotation
        held = found
    if held:
        yield held.annotation


def _hits(reading: Reading, names: Names) -> list[tuple[int, int, str, str]]:
    """(start, end, surface of the list, how it is spelled in the text: "" as in the list, or "sound" or "letter")."""
    hits = [(start, end, word, "") for word, start, end in names.matcher.find(reading.text)]
    for word, start, end, alike in names.nearby.find(reading, names.settled):
        hits.append((start, end, word, "sound" if alike else "letter"))
    return sorted(hits)


def _found(hit: Hit, names: Names, reading: Reading) -> Found | None:
    extensions = _fitting(hit, names)
    if not extensions:
        return None
    (extension, *others) = extensions.values()
    if others:
        extension = max(extensions.values(), key=_reach)
    title = title_before(hit.before[: len(hit.before) - extension.length], names)
    persons = _candidates(extensions, extension, title, names)
    if not persons or (not extension.matched and _is_forename(hit, names)):
        return None
    persons = _of_generation(persons, reading.text, hit.end, names)
    kinds = names.forms[hit.word]
    kind = kinds[persons[0]] if len(persons) == 1 else min((kinds[i] for i in persons), key=STRENGTH.__getitem__)
    weak = "" if extension.matched else _weak(hit, kind, bool(title.word), names, reading)
    if weak is None:
        return None
    if hit.spelling and not _trusted(hit, extension, title):
        weak = REASONS["spelling"]
    start, end = hit.start - extension.length, hit.end
    if title.lady and any(names.titled_lady(ident) for ident in persons):
        start -= len(title.lady)
    if extension.matched:
        end = _generation(persons, reading.text, end, names)
    attributes: dict[str, str] = {"candidates": " ".join(persons), "form": kind}
    spelled = reading.text[hit.start : hit.end] if hit.spelling else ""
    told = (("spelled", spelled), ("given", extension.words), ("title", title.phrase), ("weak", weak))
    attributes |= {key: value for key, value in told if value}
    evidence = "forename and surname in the list" if extension.matched else f"{kind} in the list"
    if hit.spelling:
        evidence = f"{hit.word!r} in the list, spelled otherwise here"
    cert: Cert = "medium" if hit.spelling else "high"
    return Found(start, end, Annotation("persName", reading.span(start, end), attributes, cert, "pers_name", evidence))


def _reach(extension: Extension) -> tuple[int, int]:
    return extension.matched, extension.length


def _generation(persons: list[str], text: str, end: int, names: Names) -> int:
    """Where the name ends if a "Jr." of one of the persons, or of one whose entry has none, follows."""
    found = GENERATION.match(text, end)
    listed = {names.authority.by_id[ident].generation.strip(".") for ident in persons}
    return found.end() if found and (found[1] in listed or listed == {""}) else end


def _of_generation(persons: list[str], text: str, end: int, names: Names) -> list[str]:
    """Those with the "Jr." that follows, where one of several has it."""
    found = GENERATION.match(text, end) if len(persons) > 1 else None
    own = [ident for ident in persons if found and names.authority.by_id[ident].generation.strip(".") == found[1]]
    return own or persons


def _is_forename(hit: Hit, names: Names) -> bool:
    """Whether a surname that is a forename too stands before somebody else's: "Albert Jones" is no Albert."""
    words = names.language
    if hit.word.lower() not in words.forenames or not hit.after[1:].islower():
        return False
    known = words.titles | words.offices | words.after_tagged | words.not_names | words.places
    return hit.after not in known


def _trusted(hit: Hit, extension: Extension, title: Title) -> bool:
    """Whether a name that the list spells otherwise stands where only a person of the list can be meant."""
    known = extension.matched > 1 or hit.alone or CUE.search(hit.before)
    return bool(known or (hit.spelling == "sound" and (extension.matched or title.word)))


def _hit(reading: Reading, word: str, start: int, end: int, spelling: str) -> Hit:
    text = reading.text
    near = start - BEFORE if start > BEFORE else 0
    line = text.rfind("\n", near, start) + 1
    before = text[line or near : start]
    follower = NEXT.match(text, end)
    after = text[end : end + 1]
    alone = (not before and after in ":\n") or (before.endswith("(") and after == ")")
    previous = before.rstrip().rsplit(" ", 1)[-1]
    return Hit(word, start, end, before, previous, follower[1].strip(".") if follower else "", alone, spelling)


def _fitting(hit: Hit, names: Names) -> dict[str, Extension]:
    """{person id: how far the name extends to the left}, without those who are in another name, or no person."""
    words = names.language
    if hit.after in words.after_untagged or hit.previous.strip("('\"").replace(".", "") in words.before_untagged:
        return {}  # "Reagan Library", "H.M.S. Victoria"
    strange = hit.previous in names.family_words
    return {
        ident: Extension(clash=True)
        if strange and names.another(ident, hit.word, hit.previous)
        else extend(hit.before, names.given[ident], names)
        for ident in names.forms[hit.word]
    }


def _candidates(extensions: dict[str, Extension], best: Extension, title: Title, names: Names) -> list[str]:
    """The persons whose forenames fit best, or at least do not clash, and whose sex is that of the title."""
    female = title.word in names.language.female_titles
    found = []
    for ident, extension in extensions.items():
        sex = names.given[ident].female
        if extension.matched < best.matched or (not best.matched and extension.clash):
            continue
        if (female and not sex) or (sex and title.word in ("Mr", "Messrs", "Sir")):
            continue
        if sex and not female and not best.matched and names.titled_lady(ident):
            continue
        found.append(ident)
    return found


def _weak(hit: Hit, kind: Kind, titled: bool, names: Names, reading: Reading) -> str | None:
    """Why a bare name needs support; "" where it needs none, None where it is no name at all."""
    words = names.language
    if kind == "part" and _inside_another(hit, names, reading):
        return None
    if hit.alone or titled:
        return ""
    if hit.proper in words.function_words or (kind == "part" and len(hit.word) < 3):
        return _small(hit, words, reading)
    if kind == "part" and hit.proper in words.common_words:
        return _small(hit, words, reading)
    if hit.proper in words.places:
        return REASONS["place"]
    if hit.proper in words.common_words or _in_small_letters(hit.proper, reading.written):
        return _common(hit, words, reading)
    return REASONS["part"] if kind == "part" else ""


def _small(hit: Hit, words: Language, reading: Reading) -> str | None:
    """`_weak` for a name that is a small word too, or of two letters: "Do had insisted", "urged Can"."""
    after = reading.text[hit.end : hit.end + 16]
    opens = SENTENCE.search(hit.before) is not None
    if not hit.word.istitle() or hit.after or hit.word in MONTHS or (opens and not _acts(after, words)):
        return None
    return REASONS["small"]


def _common(hit: Hit, words: Language, reading: Reading) -> str | None:
    """`_weak` for an English word that is a surname too, without a title."""
    after = reading.text[hit.end : hit.end + 16]
    article = hit.previous.lower() in ("the", "a", "an") and hit.after not in words.after_tagged
    if PAIR.match(after) or (hit.before.endswith(("-", "/")) and hit.previous[:1].isupper()):
        return REASONS["word"]  # "the Ford/Kissinger policy", "the Ball-Rostow view", if the other one is a person
    if hit.before.endswith("-"):
        return None
    if article:  # "the Lodge trip"
        return REASONS["small"] if NOUN.match(after) and hit.proper not in MONTHS else None
    before = hit.previous.split("-")[0].strip(".,")
    if hit.previous[:1].isupper() and before not in words.titles and before not in PREPOSITIONS:
        begins = SENTENCE.search(hit.before[: len(hit.before.rstrip()) - len(hit.previous)])
        if hit.before.endswith(" ") and hit.previous[-1].islower() and not begins:
            return REASONS["place"]
    capital = hit.after and hit.after not in words.titles | words.after_tagged
    if after.startswith("-") or hit.word.isupper() or capital:
        return REASONS["word"]
    return REASONS["word"] if SENTENCE.search(hit.before) and not _acts(after, words) else ""


def _acts(after: str, words: Language) -> bool:
    """Whether what follows is something that a person does or has: "Bush traveled", "Ball's view"."""
    if re.match(r"'s?\b", after):
        return True
    verb = re.match(r" ([a-z]+)\b", after)
    return verb is not None and (
        verb[1] in words.person_verbs or verb[1] in AUXILIARY or (len(verb[1]) > 4 and verb[1].endswith("ed"))
    )


def _inside_another(hit: Hit, names: Names, reading: Reading) -> bool:
    """Whether a part of a name stands in another name: "Minh" in "Lien Minh", "Dai" in "Dai Viet"."""
    words = names.language
    before = hit.previous.strip("('\"")
    if hit.before.endswith(" ") and before[:1].isupper() and before.strip(".") not in words.titles:
        begins = SENTENCE.search(hit.before[: len(hit.before.rstrip()) - len(hit.previous)])
        if before in names.family_words or (before[-1].isalpha() and not begins):
            return True
    if reading.text[hit.end : hit.end + 1] == "-" or hit.after in names.family_words:
        return True
    # "Quang Trung training center", "Bao Long": another name goes on; "the Diem Government", "Thieu, President" do not.
    known = words.titles | words.offices | words.after_tagged | words.common_words | words.not_names
    return hit.after[:1].isupper() and hit.after not in known and hit.after not in names.forms


def _in_small_letters(word: str, written: frozenset[str]) -> bool:
    """Whether the document has the word in small letters: then a capital at a sentence's beginning says little."""
    low = word.lower()
    if " " in word:
        return False
    return low in written or low + "," in written or low + "." in written or low + ";" in written

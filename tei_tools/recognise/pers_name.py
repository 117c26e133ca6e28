"""Names of persons of the authority file: TEI persName.

The name only: titles, the possessive 's and note calls stay outside. Each annotation carries the ids that its words
allow in `candidates`; who is meant is settled by `tei_tools.link.persons`. Further attributes for the linker: `form`
(whole, surname, variant, part), `given` (the forenames found), `title` (the words of office before or around it), and
`weak` (why the name needs support elsewhere in the document).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tei_tools.authority.names import STRENGTH, Names
from tei_tools.authority.reading import Reading, read
from tei_tools.model import Annotation, Document, Span
from tei_tools.authority.forenames import Extension, extend

NEXT = re.compile(r" ([A-Z][\w.]*|mausoleum|administration)")
SENTENCE = re.compile(r"(?:^|[.!?:]['\")\]]* |[\n\"(\[] ?|- ?)$")
GENERATION = re.compile(r",? (Jr|Sr|II|III|IV)\b\.?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface in the reading text with its neighbours."""

    word: str
    start: int
    end: int
    before: str
    previous: str
    after: str


def recognise(document: Document, names: Names) -> Iterator[Annotation]:
    """Candidates of element persName in source order, none overlapping."""
    reading = read(document)
    lowered: dict[str, bool] = {}
    last = 0
    for word, start, end in names.matcher.find(reading.text):
        if start < last:
            continue
        hit = _hit(reading, word, start, end)
        found = _candidates(hit, names)
        if not found:
            continue
        extension = next(iter(found.values()))
        weak = "" if extension.matched else _weak(hit, names, reading, lowered, found)
        if weak is None:
            continue
        annotation, last = _annotation(reading, hit, found, extension, weak, names)
        yield annotation


def _hit(reading: Reading, word: str, start: int, end: int) -> Hit:
    text = reading.text
    line = text.rfind("\n", max(0, start - 120), start) + 1
    before = text[max(line, start - 120) : start]
    previous = before.rstrip().rsplit(" ", 1)[-1]
    follower = NEXT.match(text, end)
    return Hit(word, start, end, before, previous, follower[1] if follower else "")


def _candidates(hit: Hit, names: Names) -> dict[str, Extension]:
    """{person id: how far the name extends to the left}: those whose forenames fit best, or at least do not clash."""
    words = names.language
    if hit.after in words.after_untagged or hit.previous.strip("('\"") in words.before_untagged:
        return {}
    kinds = names.forms[hit.word]
    extensions = {ident: extend(hit.before, names.given[ident], names) for ident in kinds}
    title = next(iter(extensions.values())).title
    female = title in words.female_titles
    best = max((extension.matched for extension in extensions.values()), default=0)
    found = {}
    for ident, extension in extensions.items():
        sex = names.given[ident].female
        if extension.matched < best or (not best and extension.clash):
            continue
        if female and not sex or (not female and not best and sex and _lady(ident, names)):
            continue
        if title in ("Mr", "Messrs", "Sir") and sex:
            continue
        found[ident] = extension
    return found


def _lady(ident: str, names: Names) -> bool:
    """An entry that is named by the title of a woman (Madame Nhu) is meant only where that title stands."""
    title = names.authority.by_id[ident].title.split()
    return any(word.strip(".") in names.language.female_titles for word in title)


def _weak(hit: Hit, names: Names, reading: Reading, lowered: dict[str, bool], found: dict[str, Extension]) -> str | None:
    """Why a bare name needs support; "" where it needs none, None where it is no name at all."""
    words = names.language
    titled = bool(next(iter(found.values())).title)
    proper = hit.word.title() if hit.word.isupper() else hit.word
    if proper in words.function_words and not titled:
        return None
    common = proper in words.common_words or _in_small_letters(proper, reading, lowered)
    if common and not titled:
        after = reading.text[hit.end : hit.end + 1]
        if hit.before.endswith("-") or hit.previous.lower() in ("the", "a", "an", "this", "that"):
            return None
        if after == "-" or hit.word.isupper() or SENTENCE.search(hit.before):
            return "an English word too"
        if hit.after and hit.after.strip(".") not in words.titles:
            return "an English word before a capital"
    kind = min((names.forms[hit.word][ident] for ident in found), key=STRENGTH.__getitem__)
    return "a part of a name" if kind == "part" and not titled else ""


def _in_small_letters(word: str, reading: Reading, lowered: dict[str, bool]) -> bool:
    """Whether the document has the word in small letters: then a capital at a sentence's beginning says little."""
    if word not in lowered:
        small = re.escape(word.lower())
        lowered[word] = " " not in word and bool(re.search(rf"(?<![\w-]){small}(?![\w-])", reading.text))
    return lowered[word]


def _annotation(
    reading: Reading, hit: Hit, found: dict[str, Extension], extension: Extension, weak: str, names: Names
) -> tuple[Annotation, int]:
    start, end = hit.start - extension.length, hit.end
    generation = GENERATION.match(reading.text, end)
    if generation and extension.matched and any(
        names.authority.by_id[ident].generation.strip(".") == generation[1] for ident in found
    ):
        end = generation.end()
    kind = min((names.forms[hit.word][ident] for ident in found), key=STRENGTH.__getitem__)
    attributes = {"candidates": " ".join(found), "form": kind}
    for key, value in (("given", extension.words), ("title", extension.phrase), ("weak", weak)):
        if value:
            attributes[key] = value
    span = reading.span(start, end)
    evidence = "forename and surname in the list" if extension.matched else f"{kind} in the list"
    return Annotation("persName", Span(span.start, span.end), attributes, "high", "pers_name", evidence), end

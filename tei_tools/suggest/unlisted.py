"""Names that no entry of the list accounts for, gathered over a collection: one cluster for one person.

A mention is found by a forename, a title or an office; the bare surname elsewhere counts for it too. Mentions of one
surname are of one person unless their forenames exclude each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tei_tools.authority.bare import bare
from tei_tools.authority.fold import fold
from tei_tools.authority.forenames import ABBREVIATIONS, Title, title_before
from tei_tools.authority.language import language
from tei_tools.authority.names import Names
from tei_tools.authority.reading import Reading, read
from tei_tools.authority.unlisted import named
from tei_tools.model import Document, Span

ADDRESS = frozenset({"Mr", "Mrs", "Miss", "Ms", "Messrs", "Dr", "Sir"})
"""Titles that say nothing of an office."""
NEAR = 100
"""How far before a name its title is looked for, in characters of the reading text."""
SPLIT = re.compile(
    r"(?:.*\b(?:[Bb]y|[Bb]etween|[Ww]ith|[Ff]rom) (?:the )?|.*[a-z][.,;] |.*[a-z] (?:and|to|for) (?=[\w.]+$))"
)
"""What stands before a title in a run of capital words: "Letter From the", "Secretary of State Shultz to"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of a name; `given` are the forenames and initials before the surname, `title` the words of office.

    `strong`: its words alone show that it is a name.
    """

    document: str
    span: Span
    surname: str
    words: str
    given: tuple[str, ...] = ()
    generation: str = ""
    title: str = ""
    female: bool = False
    strong: bool = False
    turned: bool = True
    """Whether a list prints the surname first; a Vietnamese name keeps its order."""
    before: str = ""
    after: str = ""


@dataclass
class Cluster:
    """The mentions of one person."""

    surname: str
    mentions: list[Mention] = field(default_factory=list)

    @property
    def fullest(self) -> Mention:
        """The mention with the most forenames, then the most letters."""
        return max(self.mentions, key=lambda m: (len(m.given), len(" ".join(m.given)), m.given))

    @property
    def female(self) -> bool:
        return any(mention.female for mention in self.mentions)

    @property
    def forms(self) -> list[tuple[str, int]]:
        return Counter(mention.words for mention in self.mentions).most_common()

    @property
    def titles(self) -> list[tuple[str, int]]:
        return Counter(mention.title for mention in self.mentions if mention.title).most_common()


class Search:
    """The names of a collection that are neither linked nor refused, as far as they show themselves to be names."""

    def __init__(self, documents: Sequence[Document], names: Names) -> None:
        self._names = names
        self._words = names.language
        self._read = [(document, read(document), _taken(document)) for document in documents]
        self._small = {word.strip(".,;:!?()\"'") for _, reading, _ in self._read for word in reading.written}
        self._small = {word for word in self._small if word.islower()}

    def mentions(self) -> list[Mention]:
        """Every mention of a surname that some mention shows to be one."""
        found = [mention for each in self._read for mention in self._named(*each)]
        strong = {fold(mention.surname) for mention in found if mention.strong}
        found = [mention for mention in found if fold(mention.surname) in strong]
        known = {(mention.document, offset) for mention in found for offset in _edges(mention.span)}
        surnames = sorted(name for name in strong - self._names.ordinary if name.lower() not in self._small)
        for document, reading, taken in self._read:
            ident = document.metadata.id
            for surname, start, end in bare(reading.text, surnames, self._words):
                span = reading.span(start, end)
                if not any(offset in taken or (ident, offset) in known for offset in _edges(span)):
                    found.append(self._mention(document, reading, start, end, surname))
        return found

    def _named(self, document: Document, reading: Reading, taken: set[int]) -> Iterator[Mention]:
        """The names of a document by their own form: of some that overlap the longest, none beside a known one."""
        last = 0
        found = named(reading, self._words).items()
        for start, (end, surname, evidence) in sorted(found, key=lambda item: (item[0], -item[1][0])):
            span = reading.span(start, end)
            near = {span.start, span.end - 1, span.start - 2, span.end + 1}
            if start < last or not surname or taken & near:
                continue
            mention = self._mention(document, reading, start, end, surname)
            if self._is_name(mention, evidence):
                last = end
                yield replace(mention, strong=self._is_strong(mention), turned="Vietnamese" not in evidence)

    def _mention(self, document: Document, reading: Reading, start: int, end: int, surname: str) -> Mention:
        span = reading.span(start, end)
        before = reading.text[max(0, start - NEAR) : start]
        before = before[before.rfind("\n") + 1 :]
        title = title_before(before, self._names)
        words = " ".join(document.source.slice(span).split())
        bare_words, _, generation = words.partition(", ")
        cut = len(bare_words) - len(surname)
        given = tuple(bare_words[:cut].replace(".", ". ").split())
        return Mention(
            document.metadata.id,
            span,
            bare_words[cut:],
            words,
            given,
            generation,
            _phrase(title),
            title.word in self._words.female_titles,
            before=before,
            after=document.source.text[span.end : span.end + NEAR],
        )

    def _is_name(self, mention: Mention, evidence: str) -> bool:
        """Whether it is no abbreviation, no label of an item, and no word that begins a sentence."""
        initials = [word for word in mention.given if word.endswith(".")]
        if "".join(initials) in ABBREVIATIONS or (evidence.startswith("the title") and not mention.title):
            return False
        if len(initials) == len(mention.given) == 1 and not (mention.before.strip() and " " in mention.words):
            return False
        return mention.surname.partition("'")[0].lower() not in self._small or self._has_forename(mention)

    def _has_forename(self, mention: Mention) -> bool:
        first = mention.given[0] if mention.given else ""
        common = self._words.common_words | self._words.function_words | self._words.particles
        return len(first) > 2 and first.lower() in self._names.forenames and not {first, first.lower()} & common

    def _is_strong(self, mention: Mention) -> bool:
        if fold(mention.surname) in self._names.ordinary:
            return self._has_forename(mention) or mention.female
        return not mention.given or self._has_forename(mention) or len(mention.given) > 1


def _phrase(title: Title) -> str:
    """The words of office in a run of capital words, without what stands before them: "Dear", "on", "Then Mr."."""
    words = SPLIT.sub("", " ".join(title.phrase.split())).removeprefix("Dear ").split() if title.word else []
    for place in range(len(words) - 2, 0, -1):
        if words[place] in ("to", "for") and words[place + 1] in language().naming_titles:
            words = words[place + 1 :]  # "SecState for Secretary of State Shultz"
            break
    while words and words[0].islower():
        words.pop(0)
    return " ".join(words[-1:] if title.word in ADDRESS else words)


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end - 1


def _taken(document: Document) -> set[int]:
    """The offsets of names that are linked, or open with candidates, and of what editors decided to be no name."""
    spans = [a.span for a in document.of("persName") if "ref" in a.attributes or a.attributes.get("_candidates")]
    spans += [decided.span for decided in document.source.decisions("persName", "orgName", "placeName")]
    return {offset for span in spans for offset in range(span.start, span.end)}


def clusters(found: Iterable[Mention], names: Names) -> list[Cluster]:
    """One cluster for each person, by surname."""
    by_surname: dict[str, list[Mention]] = {}
    for mention in found:
        by_surname.setdefault(fold(mention.surname).lower(), []).append(mention)
    return [cluster for key in sorted(by_surname) for cluster in _parted(by_surname[key], names)]


def _parted(found: Sequence[Mention], names: Names) -> list[Cluster]:
    """The persons of one surname: those with the fullest forenames first, the others with whom they fit."""
    parted: list[Cluster] = []
    full = [mention for mention in found if mention.given or mention.female]
    for mention in sorted(full, key=lambda m: (-len(m.given), -len(" ".join(m.given)), m.document, m.span)):
        same = [cluster for cluster in parted if cluster.female == mention.female]
        fitting = [cluster for cluster in same if _compatible(mention.given, cluster.fullest.given, names)]
        if not fitting:
            fitting = [Cluster(mention.surname)]
            parted += fitting
        fitting[0].mentions.append(mention)
    for mention in found:
        if not (mention.given or mention.female):
            _home(mention, parted).mentions.append(mention)
    return sorted(parted, key=lambda cluster: -len(cluster.mentions))


def _home(mention: Mention, parted: list[Cluster]) -> Cluster:
    """Whom a bare surname means: somebody of the same document, of the same title, or whoever is named most."""
    if not parted:
        parted.append(Cluster(mention.surname))
    here = [c for c in parted if any(m.document == mention.document for m in c.mentions)]
    titled = [c for c in here or parted if mention.title and any(m.title == mention.title for m in c.mentions)]
    return max(titled or here or parted, key=lambda c: len(c.mentions))


def _compatible(one: Sequence[str], other: Sequence[str], names: Names) -> bool:
    """Whether the forenames of one mention can be those of another: each word finds its own or initial, in order."""
    position = 0
    for word in one:
        at = next((i for i in range(position, len(other)) if _alike(word, other[i], names)), None)
        if at is None:
            return False
        position = at + 1
    return True


def _alike(one: str, other: str, names: Names) -> bool:
    left, right = (fold(word).lower().strip(".,-") for word in (one, other))
    if not left or not right or left == right:
        return True
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return right in names.language.nicknames.get(left, ())

"""A trained model as a file, and the names that it finds: a line of JSON about it, then what python-crfsuite wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from tei_tools.authority.language import Language
from tei_tools.authority.reading import Reading
from tei_tools.errors import AuthorityError
from tei_tools.names_model.contexts import contexts, plain, summed
from tei_tools.names_model.features import VERSION, Known, features
from tei_tools.names_model.tokens import Token, sequences

KIND = "tei-tools names model"
LIKELY = 0.5
SUPPORTED = 0.4
"""So probable must a word be as the beginning of a name: the second where rules found it here, or its surname in
`ENOUGH` documents."""
ENOUGH = 2
NEXT = 0.5
"""So probable must a word be as the next one of a name."""
PARTICLES = frozenset({"de", "von", "van", "du", "da", "di", "della", "al", "el", "la", "le"})
INSTALL = "pip install 'tei-tools[names]' installs python-crfsuite; --names-model none works without"


class Name(NamedTuple):
    """A name in the reading text, and how probable it is."""

    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class NamesModel:
    """The bytes of a model and what is said of it: `version`, `date` of its training and `volumes` that it saw."""

    data: bytes
    version: str
    date: str
    volumes: tuple[str, ...] = ()

    @classmethod
    def load(cls, path: Path) -> NamesModel:
        """Raises `AuthorityError` where the file can't be read, is no model, or is one for other features."""
        try:
            return cls.of(path.read_bytes(), str(path))
        except OSError as error:
            remedy = "check the name; --names-model none works without a model"
            raise AuthorityError(
                f"the model can't be read: {error.strerror}", place=str(path), remedy=remedy
            ) from error

    @classmethod
    def of(cls, written: bytes, place: str = "") -> NamesModel:
        """The model of the bytes of a file; raises `AuthorityError`."""
        first, _, data = written.partition(b"\n")
        try:
            told = json.loads(first)
            kind, version = told["kind"], int(told["features"])
            made = cls(data, str(told["version"]), str(told["date"]), tuple(told["volumes"]))
        except (ValueError, KeyError, TypeError):
            kind, version, made = "", 0, cls(b"", "", "")
        if kind != KIND or not data.startswith(b"lCRF"):
            remedy = "give a file that make names-model has written"
            raise AuthorityError("the file is no model of names", place=place, remedy=remedy)
        if version != VERSION:
            message = f"the model is for features of version {version}, and this program has version {VERSION}"
            raise AuthorityError(message, place=place, remedy="train it anew: make names-model")
        return made

    def file(self) -> bytes:
        """The bytes of the model's file."""
        told = {
            "kind": KIND,
            "features": VERSION,
            "version": self.version,
            "date": self.date,
            "volumes": list(self.volumes),
        }
        return json.dumps(told).encode() + b"\n" + self.data

    @property
    def label(self) -> str:
        """How a header calls it."""
        return f"version {self.version} of {self.date}"

    def names(
        self,
        reading: Reading,
        words: Language,
        rules: Mapping[int, tuple[int, str]],
        surnames: Mapping[str, int],
        everywhere: Mapping[str, tuple[int, ...]],
    ) -> Iterator[Name]:
        """The names of a document in order; `rules` are those that rules found, the rest is what `Known` says."""
        tagger = _tagger(self.data)
        here = summed([contexts(reading, words)])
        known = Known(here, everywhere, surnames, rules)
        blocks = list(sequences(reading))
        begins: list[list[float]] = []
        inside: list[list[float]] = []
        for tokens in blocks:
            tagger.set(features(tokens, reading, known, words))
            begins.append([tagger.marginal("B", place) for place in range(len(tokens))])
            inside.append([tagger.marginal("I", place) for place in range(len(tokens))])
        for tokens, begin, within in zip(blocks, _agreed(blocks, begins), inside, strict=True):
            yield from _spans(tokens, begin, within, known)


def _spans(tokens: Sequence[Token], begins: Sequence[float], inside: Sequence[float], known: Known) -> Iterator[Name]:
    """The names of a block; one that begins as a name of the rules does is at least as long."""
    place = 0
    while place < len(tokens):
        token = tokens[place]
        ruled = known.rules.get(token.start, (0, ""))[0]
        last = place
        while last + 1 < len(tokens) and tokens[last + 1].start < ruled:
            last += 1
        probability = max(begins[place : last + 1])
        supported = ruled or known.surnames.get(plain(token.word), 0) >= ENOUGH
        if probability < (SUPPORTED if supported else LIKELY):
            place += 1
            continue
        while last + 1 < len(tokens) and tokens[last + 1].gap != "|" and inside[last + 1] >= NEXT:
            last += 1
        first = place
        if place and token.gap == " " and tokens[place - 1].word in PARTICLES:
            first -= 1  # "de Gaulle"
        yield Name(tokens[first].start, tokens[last].end, probability)
        place = last + 1


def _agreed(blocks: Sequence[Sequence[Token]], begins: Sequence[list[float]]) -> list[list[float]]:
    """The probabilities, each half its own and half the mean of its word's in the document: one is not a name here,
    and a street there."""
    found: dict[str, list[float]] = {}
    for tokens, row in zip(blocks, begins, strict=True):
        for token, probability in zip(tokens, row, strict=True):
            found.setdefault(plain(token.word), []).append(probability)
    mean = {word: sum(row) / len(row) for word, row in found.items()}
    return [
        [(probability + mean[plain(token.word)]) / 2 for token, probability in zip(tokens, row, strict=True)]
        for tokens, row in zip(blocks, begins, strict=True)
    ]


def installed() -> bool:
    """Whether python-crfsuite is there."""
    try:
        import pycrfsuite  # noqa: F401
    except ImportError:
        return False
    return True


@cache
def _tagger(data: bytes) -> Any:
    """Opened once per process. Raises `AuthorityError` where python-crfsuite is missing."""
    if not installed():
        raise AuthorityError("a model of names needs python-crfsuite", remedy=INSTALL)
    import pycrfsuite

    tagger = cast(Any, pycrfsuite.Tagger())
    tagger.open_inmemory(data)
    return tagger

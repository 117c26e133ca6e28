"""What the model learns from: the tokens of a volume with their features, and where the editors saw a name.

A volume is learnt in collections of some documents, as contexts and surnames of a collection depend on its size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tei_tools.authority.fold import fold
from tei_tools.authority.language import Language, language
from tei_tools.authority.reading import STOPS, Reading
from tei_tools.names_model.contexts import contexts, summed
from tei_tools.names_model.features import Known, features
from tei_tools.names_model.tokens import Token, sequences
from tei_tools.recognise import pers_name_unlisted
from training.volume import Text, documents

Lesson = tuple[list[list[str]], list[str]]
"""The features and labels of a block."""
TOGETHER = 30
"""So many documents are a collection."""
MOST = 90
"""So many documents of a volume are learnt."""


def lessons(volume: Path, most: int = MOST) -> Iterator[Lesson]:
    """The lessons of a volume, the same at each call."""
    texts = list(documents(volume))
    count = max(-(-len(texts) // TOGETHER), 1)
    for group in range(count):
        if group * TOGETHER >= most:
            return
        yield from of_collection(texts[group::count], language())


def of_collection(texts: Sequence[Text], words: Language) -> Iterator[Lesson]:
    """The lessons of documents that stand in one collection."""
    readings = [reading(each.text) for each in texts]
    found = [list(pers_name_unlisted.recognise(each, words)) for each in readings]
    told = [contexts(each, words) for each in readings]
    everywhere = summed(told)
    surnames = Counter(
        name
        for names in found
        for name in {annotation.attributes["surname"] for annotation in names if "surname" in annotation.attributes}
    )
    for text, read, names, own in zip(texts, readings, found, told, strict=True):
        rules = {each.span.start: (each.span.end, each.evidence) for each in names}
        known = Known(summed([own]), everywhere, surnames, rules)
        spans = dict(text.names)
        for tokens in sequences(read):
            yield features(tokens, read, known, words), labels(tokens, spans)


def reading(text: str) -> Reading:
    """A text as the recognisers read it; offsets are those of the text."""
    folded = fold(text)
    written = frozenset(folded.split())
    bare = (word.strip(STOPS).removesuffix("'s") for word in written)
    return Reading(folded, (0,), (0,), written, frozenset(word for word in bare if word[:1].isupper()))


def labels(tokens: Sequence[Token], spans: Mapping[int, int]) -> list[str]:
    """B for the first word of a name, I for its others, O for the rest."""
    result: list[str] = []
    end = -1
    for token in tokens:
        if token.start in spans:
            end = spans[token.start]
            result.append("B")
        else:
            result.append("I" if token.start < end else "O")
    return result

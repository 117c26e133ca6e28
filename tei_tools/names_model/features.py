"""What the model goes by at each token: the word, what stands around it, what the rules say, and its other places.

A model knows only the features that it was trained with: whoever changes them counts `VERSION` up and trains anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_tools.authority.language import Language
from tei_tools.authority.reading import Reading
from tei_tools.names_model.contexts import plain
from tei_tools.names_model.tokens import Token

VERSION = 2
LEFT = re.compile(r"(?:([\w'.]+)([^\w']{0,3}) )?([\w'.]*)([^\w']{0,3})$")
RIGHT = re.compile(r"([^\w\n]{0,3})([\w']*)[^\w\n]{0,3}([\w']*)")
SENTENCE = re.compile(r"(?:^|[.!?:]['\")\]]* |[\n\"\[-] ?|\()$")
FAR = 40
NOTHING = (0,) * 8
RULES = {
    "a forename": "given",
    "named in the document": "again",
    "what persons do": "acts",
    "a Vietnamese name": "viet",
    "an office before the name": "office",
    "who drafted or cleared": "drafted",
    "with whom one speaks": "dealt",
    "in a row with names": "row",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document's words: contexts in it and in the collection, surnames that rules found there.

    `rules` gives the names that the rules found, {start: (end, evidence)} in the reading text.
    """

    here: Mapping[str, tuple[int, ...]]
    everywhere: Mapping[str, tuple[int, ...]]
    surnames: Mapping[str, int]
    rules: Mapping[int, tuple[int, str]]


def features(tokens: Sequence[Token], reading: Reading, known: Known, words: Language) -> list[list[str]]:
    """The features of each token of a block."""
    own = [list(_of_word(token, reading, words)) for token in tokens]
    ruled = _ruled(tokens, known.rules)
    result: list[list[str]] = []
    for place, token in enumerate(tokens):
        row = ["b", *own[place], *_around(token, reading), *_elsewhere(token, known, ruled[place], reading)]
        row.append("g=" + token.gap)
        row.append("r=" + ruled[place])
        if place and token.gap != "|":
            row.extend("-1" + each for each in own[place - 1])
            row.append("-1r=" + ruled[place - 1])
        if place + 1 < len(tokens):
            following = tokens[place + 1]
            row.append("g+1=" + following.gap)
            if following.gap != "|":
                row.extend("+1" + each for each in own[place + 1])
                row.append("+1r=" + ruled[place + 1])
        result.append(row)
    return result


def _of_word(token: Token, reading: Reading, words: Language) -> Iterator[str]:
    word = plain(token.word)
    bare = word.strip(".")
    yield "s=" + word[-2:]
    yield "h=" + _shape(token.word)
    lists = (
        ("F", bare.lower() in words.forenames),
        ("T", bare in words.titles),
        ("N", bare in words.naming_titles),
        ("P", bare in words.places),
        ("O", bare in words.offices),
        ("X", bare in words.not_names),
        ("C", bare in words.common_words),
        ("U", bare in words.function_words),
        ("V", bare in words.family_words),
        ("A", bare in words.after_untagged),
        ("L", bare.lower() in reading.written),
    )
    listed = "".join(letter for letter, holds in lists if holds)
    yield "l=" + listed
    if listed not in ("", "F"):  # a surname as such is not learnt: each volume has its own
        yield "w=" + word


def _shape(word: str) -> str:
    if word.endswith("."):
        return "I" if len(word) == 2 else "J"
    if word.isupper():
        return f"U{min(len(word), 4)}"
    if word[0].islower():
        return "p"
    return "T" if word[1:].islower() else "M"


def _ruled(tokens: Sequence[Token], rules: Mapping[int, tuple[int, str]]) -> list[str]:
    """What the rules say of each token: "" nothing, else B or I and the rule."""
    result: list[str] = []
    end, rule = -1, ""
    for token in tokens:
        if token.start in rules:
            end, evidence = rules[token.start]
            rule = RULES.get(evidence, evidence[:9])
            result.append("B" + rule)
        else:
            result.append("I" + rule if token.start < end else "")
    return result


def _around(token: Token, reading: Reading) -> Iterator[str]:
    text = reading.text
    line = max(text.rfind("\n", 0, token.start) + 1, token.start - FAR)
    before = text[line : token.start]
    left = LEFT.search(before)
    if left:
        yield f"p={left[3].lower()}{left[4]}"
        yield f"q={(left[1] or '').lower()} {left[3].lower()}"
    right = RIGHT.match(text, token.end)
    if right:
        yield f"n={right[1]}{right[2].lower()}"
        yield f"m={right[2].lower()} {right[3].lower()}"
        yield f"pn={left[3].lower() if left else ''}{left[4] if left else ''}_{right[1]}{right[2][:1].isupper():d}"
    if SENTENCE.search(before):
        yield "sentence"
    if not before:
        yield "first"
        end = text.find("\n", token.end)
        length = (end if end >= 0 else len(text)) - token.start
        yield f"line={min(length // 20, 4)}"
    if text[token.end : token.end + 1] in ("", "\n"):
        yield "last"


def _elsewhere(token: Token, known: Known, ruled: str, reading: Reading) -> Iterator[str]:
    """What its other places say of a word, in the document and in the collection."""
    word = plain(token.word)
    here = known.here.get(word, NOTHING)
    there = known.everywhere.get(word, NOTHING)
    small = word.lower() in reading.written
    for letter, row in (("d", here), ("c", there)):
        _, count, *shares = seen(row)
        yield f"{letter}n={count}"
        if shares:
            titled, given, acts, owns, thing, person, inner, named, acting = shares
            yield f"{letter}t={titled}"
            yield f"{letter}g={given}"
            yield f"{letter}v={acts}"
            yield f"{letter}o={owns}"
            yield f"{letter}a={thing}"
            yield f"{letter}x={person}/{thing}/{inner}"
            yield f"{letter}k={named}/{acting}/{thing}"
    ruled_in = size(known.surnames.get(word, 0))
    documents = size(there[0])
    yield f"z={ruled_in}/{documents}"
    yield f"zr={ruled_in}/{ruled}"
    yield f"zs={ruled_in}/{small:d}/{_shape(token.word)}"


def seen(row: Sequence[int]) -> tuple[int, ...]:
    """All that the features see of a row of `contexts.summed`: another row of which they see the same, is the same."""
    documents, total, titled, given, article, acts, owns, inner = row
    if not total:
        return size(documents), size(total)
    return (
        size(documents),
        size(total),
        _share(titled, total),
        _share(given, total),
        _share(acts, total),
        _share(owns, total),
        min(article * 8 // total, 3) if article else -1,
        min((titled + given) * 8 // total, 4) if titled + given else -1,
        min(inner * 4 // total, 3) if inner else -1,
        size(titled + given),
        size(acts + owns),
    )


def size(count: int) -> int:
    """A count in steps: 0, 1, 2, 3–4, 5–9, 10 and more."""
    return count if count < 3 else 3 if count < 5 else 4 if count < 10 else 5


def _share(part: int, whole: int) -> int:
    """-1 for none, then eighths up to a half."""
    return min(part * 8 // whole, 4) if part else -1

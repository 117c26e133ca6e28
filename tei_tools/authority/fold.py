"""Keys for matching: one character stands for one character, so that offsets hold in both texts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

KEPT = 16_384
"""The sounds of so many words are kept: a text asks for the same ones again and again."""
REPEATED = re.compile(r"(.)(?=\1)")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SPECIAL = {
    **dict.fromkeys("’‘ʼ´`ʻ", "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **{
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "s",
        "æ": "e",
        "œ": "e",
        "ð": "d",
        "þ": "t",
    },
}


@cache
def _folded(character: str) -> str:
    if character in _SPECIAL:
        return _SPECIAL[character]
    base = unicodedata.normalize("NFKD", character)[:1]
    return base if base and base.isalpha() and character.isalpha() else character


def fold(text: str) -> str:
    """The text without diacritics, with straight quotes and plain hyphens; exactly as long as before."""
    if text.isascii():
        return text
    for character in set(BEYOND_ASCII.findall(text)):
        if (plain := _folded(character)) != character:
            text = text.replace(character, plain)
    return text


@lru_cache(KEPT)
def sound(forename: str) -> str:
    """A key that is alike for transliterations of one forename: Sergey and Sergei, Anatoliy and Anatoly."""
    key = fold(forename).lower().replace(".", "")
    for old, new in (
        ("tch", "ch"),
        ("ks", "x"),
        ("w", "v"),
        ("ph", "f"),
        ("j", "i"),
        ("y", "i"),
        ("ck", "k"),
        ("c", "k"),
        ("kh", "h"),
        ("th", "t"),
        ("ue", "u"),
        ("oe", "o"),
        ("ae", "a"),
    ):
        key = key.replace(old, new)
    return REPEATED.sub("", key)


def one_letter_apart(left: str, right: str) -> bool:
    """Whether one letter more, less or other makes the one of the other."""
    if abs(len(left) - len(right)) > 1:
        return False
    same = 0
    while same < min(len(left), len(right)) and left[same] == right[same]:
        same += 1
    return left[same + (len(left) >= len(right)) :] == right[same + (len(right) >= len(left)) :]

"""Arabic and roman numbers of pages and volumes."""

from __future__ import annotations

from itertools import pairwise

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def number(n: str) -> int:
    """The value of an arabic or roman number."""
    if n.isdigit():
        return int(n)
    values = [*(ROMAN[letter] for letter in n.lower()), 0]
    return sum(-a if a < b else a for a, b in pairwise(values))

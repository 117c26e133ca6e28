"""Names that stand once: the second d12 becomes d12_2."""

from __future__ import annotations


def unique(name: str, taken: set[str]) -> str:
    """The name, or the first of name_2, name_3 … that is free; it is then taken."""
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}_{count}"
    taken.add(free)
    return free

"""Content models as patterns: reading a child makes of one the pattern of what may follow (Brzozowski)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree


@dataclass(frozen=True, slots=True)
class Pattern:
    """Nothing more may follow, and nothing need: the empty pattern. Its subclasses are the others."""


@dataclass(frozen=True, slots=True)
class Impossible(Pattern):
    pass


@dataclass(frozen=True, slots=True)
class Text(Pattern):
    pass


@dataclass(frozen=True, slots=True)
class Element(Pattern):
    """One kind of element: those of one name may differ by their parents."""

    name: str
    source: etree._Element = field(repr=False)


@dataclass(frozen=True, slots=True)
class Choice(Pattern):
    options: frozenset[Pattern]


@dataclass(frozen=True, slots=True)
class Group(Pattern):
    first: Pattern
    then: Pattern


@dataclass(frozen=True, slots=True)
class Repeat(Pattern):
    """Once or more."""

    pattern: Pattern


EMPTY, IMPOSSIBLE, TEXT = Pattern(), Impossible(), Text()


def choice(*patterns: Pattern) -> Pattern:
    options = {option for p in patterns for option in (p.options if isinstance(p, Choice) else (p,))} - {IMPOSSIBLE}
    if len(options) > 1:
        return Choice(frozenset(options))
    return options.pop() if options else IMPOSSIBLE


def group(first: Pattern, then: Pattern) -> Pattern:
    if IMPOSSIBLE in (first, then):
        return IMPOSSIBLE
    if first == EMPTY:
        return then
    return first if then == EMPTY else Group(first, then)


def may_end(pattern: Pattern) -> bool:
    """Whether nothing need follow."""
    match pattern:
        case Choice(options):
            return any(may_end(option) for option in options)
        case Group(first, then):
            return may_end(first) and may_end(then)
        case Repeat(inner):
            return may_end(inner)
    return pattern in (EMPTY, TEXT)


def next_elements(pattern: Pattern) -> frozenset[Element]:
    """The elements that may come next."""
    match pattern:
        case Element():
            return frozenset({pattern})
        case Choice(options):
            return frozenset().union(*(next_elements(option) for option in options))
        case Group(first, then):
            return next_elements(first) | (next_elements(then) if may_end(first) else frozenset())
        case Repeat(inner):
            return next_elements(inner)
    return frozenset()


def after(pattern: Pattern, name: str) -> Pattern:
    """What may follow when a child of this name has been read."""
    match pattern:
        case Element(own):
            return EMPTY if own == name else IMPOSSIBLE
        case Choice(options):
            return choice(*(after(option, name) for option in options))
        case Group(first, then):
            rest = group(after(first, name), then)
            return choice(rest, after(then, name)) if may_end(first) else rest
        case Repeat(inner):
            return group(after(inner, name), choice(pattern, EMPTY))
    return IMPOSSIBLE


def elements(pattern: Pattern) -> frozenset[Element]:
    """The elements anywhere in a pattern."""
    match pattern:
        case Element():
            return frozenset({pattern})
        case Choice(options):
            return frozenset().union(*(elements(option) for option in options))
        case Group(first, then):
            return elements(first) | elements(then)
        case Repeat(inner):
            return elements(inner)
    return frozenset()


def has_text(pattern: Pattern) -> bool:
    match pattern:
        case Choice(options):
            return any(has_text(option) for option in options)
        case Group(first, then):
            return has_text(first) or has_text(then)
        case Repeat(inner):
            return has_text(inner)
    return pattern == TEXT

"""Who took part in a conversation: the list of participants by delegation, or those whom the heading names.

A participant is named without title and office ("Baron van der Straeten-Waillet, Director General" is "van der
Straeten-Waillet"), by the office where there is no name ("The President"). A delegation is an item above a list of its
own, or, where the source does not indent, an item that names a country (FRUS 1964–68 volume XIII, document 267).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools import dates
from tei_tools.authority.fold import fold
from tei_tools.authority.language import language
from tei_tools.link import heading
from tei_tools.model import Block, Document, Fact, Span

APPOSITION = re.compile(r",(?!\s(?:Jr|Sr|III?)\b)|\s*[(;—:\[]|\s[–-]\s")
ARTICLE = re.compile(r"(?:the|The)\s+")
MORE_TITLES = frozenset(
    {"Vicomte", "Comte", "Freiherr", "Graf", "Messrs", "Honorable", "Hon", "Lt", "Maj", "Brig", "Rear"}
)
OFFICE_OF = re.compile(r"\s(?:of|for|to|in)\s")
BETWEEN = re.compile(r"\b(?:[Bb]etween|[Ww]ith|[Aa]mong)\s")
AND = re.compile(r",?\s+and\s+(?=the\s|(?:[A-Z][\w.’-]*\s){1,4})")
WHERE = re.compile(r"(?:,\s[^,()]*){0,2},\s*$")
DELEGATION = re.compile(
    r"(?:(?:The )?(?:U\.?S\.?|U\.?K\.?|U\.?S\.?S\.?R\.?|F\.?R\.?G\.?|G\.?D\.?R\.?|United States|United Kingdom"
    r"|Soviet Union|[A-Z]\w+(?:an|ese|ish|ch|eek|i)|(?P<place>[A-Z]\w+))(?: (?:Side|Delegation|Participants|Party"
    r"|Officials|Representatives|Government|side|delegation|participants))?|(?:Department of|From) [A-Z][\w ]+):?"
)


def facts(document: Document) -> Iterator[Fact]:
    """The participants; `_group` is the delegation."""
    found = [fact for block in document.body for fact in _lists(document, block)]
    yield from found or _from_heading(document)


def _lists(document: Document, block: Block) -> Iterator[Fact]:
    if block.attributes.get("type") == "attachment":
        return
    if block.element == "list" and block.attributes.get("type") == "participants":
        yield from _members(document, block, "")
    elif block.element == "div":
        for child in block.children:
            yield from _lists(document, child)


def _members(document: Document, block: Block, group: str) -> Iterator[Fact]:
    """The participants of a list; an item that names a delegation begins it."""
    items = [child for child in block.children if child.element == "item"]
    flat = bool(items) and not items[0].children and _is_delegation(document, items[0].span)
    for item in items:
        inner = [child for child in item.children if child.element == "list"]
        own = item.children[0].span if item.children else item.span
        if inner:
            for each in inner:
                yield from _members(document, each, _words(document, own).rstrip(":"))
        elif flat and _is_delegation(document, own):
            group = _words(document, own).rstrip(":")
        else:
            for fact in who(document, own, "persName"):
                yield Fact("participant", fact.text, {**fact.attributes, "_group": group}, fact.cert, fact.evidence)


def _is_delegation(document: Document, span: Span) -> bool:
    match = DELEGATION.fullmatch(_words(document, span))
    return match is not None and (not match["place"] or fold(match["place"]) in language().places)


def who(document: Document, span: Span, office: str) -> Iterator[Fact]:
    """The person in an item of a list, or, as the element `office`, the office."""
    text = document.source.text
    calls = [note.span.start for note in document.of("note") if note.span.start in span]
    end = min([span.end, *calls])
    apposition = APPOSITION.search(text, span.start + 1, end)
    first = Span(span.start, apposition.start() if apposition else end)
    known = [name for name in document.of("persName") if first.holds(name.span) and "ref" in name.attributes]
    for name in known:
        told = {"_element": "persName", "ref": name.attributes["ref"]}
        yield Fact("participant", _words(document, name.span), told, name.cert, name.evidence)
    if known or not text[first.start : first.end].strip():
        return
    named = next(heading.persons(text, first), None) or _untitled(text, first)
    if named:
        yield Fact("participant", _words(document, named), {"_element": "persName"})
    else:
        # An office with commas in it is one: "Secretary for Near Eastern, South Asian and African Affairs".
        whole = Span(first.start, end) if OFFICE_OF.search(text, first.start, first.end) else first
        article = ARTICLE.match(text, whole.start, whole.end) if office == "orgName" else None
        words = _words(document, Span(article.end() if article else whole.start, whole.end))
        yield Fact("participant", words, {"_element": office})


def _untitled(text: str, span: Span) -> Span | None:
    """What remains of an item without the titles at its beginning; None where it is all titles, or an office."""
    words = list(re.finditer(r"\S+", text[span.start : span.end]))
    titles = language().titles | MORE_TITLES
    if OFFICE_OF.search(text, span.start, span.end) or ARTICLE.match(text, span.start):
        return None
    while words and fold(words[0].group()).strip(".,") in titles:
        words.pop(0)
    if not words or fold(words[-1].group()).strip(".,") in language().not_names:
        return None
    return Span(span.start + words[0].start(), span.start + words[-1].end())


def _from_heading(document: Document) -> Iterator[Fact]:
    """Those whom the heading names: "Conversations Between the Assistant Secretary … (Manning) and the President"."""
    head = heading.heading(document)
    between = BETWEEN.search(document.source.text, head.start, head.end) if head else None
    if not head or not between:
        return
    text = document.source.text
    moment = next(dates.find(text, between.end(), head.end), None)
    end = moment.start if moment else head.end
    where = WHERE.search(text, between.end(), end) if moment else None
    for span in _parts(text, Span(between.end(), where.start() if where else end)):
        names = list(heading.persons(text, span))
        known = [a for a in document.of("persName") if span.holds(a.span) and "ref" in a.attributes]
        for name in known:
            told = {"_element": "persName", "ref": name.attributes["ref"]}
            yield Fact("participant", _words(document, name.span), told, name.cert, name.evidence)
        for name in names if not known else ():
            yield Fact("participant", _words(document, name), {"_element": "persName"})
        if not names and not known:
            yield Fact("participant", _words(document, span), {"_element": "persName"})


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The stretches between the words "and" that part persons: not that in "Near Eastern and African Affairs"."""
    start = span.start
    for part in AND.finditer(text, span.start, span.end):
        next_ = Span(part.end(), span.end)
        person = next(heading.persons(text, next_), None)
        if text.startswith("the ", part.end()) or (person and "," not in text[part.end() : person.start]):
            yield Span(start, part.start())
            start = part.end()
    yield Span(start, span.end)


def _words(document: Document, span: Span) -> str:
    return re.sub(r"\s+", " ", document.source.slice(span)).strip()

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
BEFORE = re.compile(r"[A-Z]{1,5}(?:/[A-Z]{1,5})?\s?[–—-]+\s?|(?:His|Her) Excellency,\s|H\.\s?E\.,?\s|The Honorable,?\s")
COMMAS = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
FEWEST = 3
"""So many commas in the only item of a list, and it names everybody."""
ARTICLE = re.compile(r"(?:the|The)\s+")
MORE_TITLES = frozenset(
    {"Vicomte", "Comte", "Freiherr", "Graf", "Messrs", "Honorable", "Hon", "Lt", "Maj", "Brig", "Rear"}
)
COUNTRIES = frozenset(
    {
        "Switzerland",
        "Netherlands",
        "Luxembourg",
        "Finland",
        "Romania",
        "Rumania",
        "Bulgaria",
        "Czechoslovakia",
        "Albania",
    }
    | {
        "Iceland",
        "Argentina",
        "Brazil",
        "Chile",
        "Peru",
        "Colombia",
        "Venezuela",
        "Australia",
        "Indonesia",
        "Philippines",
    }
    | {"Burma", "Ceylon", "Nepal", "Afghanistan", "Ethiopia", "Ghana", "Nigeria", "Kenya", "Algeria", "USSR", "NATO"}
)
"""Countries that are no surnames; those that are stand in the data of the language."""
OFFICE_OF = re.compile(r"\s(?:of|for|to|in)\s")
BETWEEN = re.compile(r"\b(?:[Bb]etween|[Ww]ith|[Aa]mong)\s")
AND = re.compile(r",?\s+and\s+(?=the\s|(?:[A-Z][\w.’-]*\s){1,4})")
WHERE = re.compile(r"(?:,\s[^,()]*){0,2},\s*$")
_COUNTRY = (
    r"(?:U\.?S\.?|U\.?K\.?|U\.?S\.?S\.?R\.?|F\.?R\.?G\.?|G\.?D\.?R\.?|United States|United Kingdom|Soviet Union"
    r"|(?:East|West|North|South) [A-Z]\w+|[A-Z]\w+(?:an|ese|ish|ch|eek|i)|(?P<place>[A-Z]\w+))"
)
_SIDE = (
    r"(?: (?:Side|Delegation|Participants|Party|Officials|Representatives|Government|side|delegation|participants))?"
)
DELEGATION = re.compile(rf"(?:(?:The )?{_COUNTRY}{_SIDE}|(?:Department of|From) [A-Z][\w ]+):?")


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
    if len(items) == 1 and not items[0].children and _is_row(document, items[0].span):
        parts = _split(document, items[0].span)
        yield from (fact for part in parts for fact in who(document, part, "persName"))
        return
    flat = bool(items) and not items[0].children and _is_delegation(document, items[0].span)
    for item in items:
        inner = [child for child in item.children if child.element == "list"]
        own = item.children[0].span if item.children else item.span
        if inner:
            for each in inner:
                head = next((child.span for child in each.children if child.element == "head"), own)
                yield from _members(document, each, _words(document, head).rstrip(":"))
        elif flat and _is_delegation(document, own):
            group = _words(document, own).rstrip(":")
        else:
            for fact in who(document, own, "persName"):
                yield Fact("participant", fact.text, {**fact.attributes, "_group": group}, fact.cert, fact.evidence)


def _is_row(document: Document, span: Span) -> bool:
    """Whether an item names several: "The President, Secretary Ball, Messrs. Foster, Rostow" (1964–68v13 d16)."""
    text = document.source.slice(span)
    return text.count(", ") >= FEWEST and len(list(heading.persons(document.source.text, span))) > 1


def _split(document: Document, span: Span) -> Iterator[Span]:
    start = span.start
    for comma in [*COMMAS.finditer(document.source.text, span.start, span.end), None]:
        yield Span(start, comma.start() if comma else span.end)
        start = comma.end() if comma else span.end


def _is_delegation(document: Document, span: Span) -> bool:
    match = DELEGATION.fullmatch(_words(document, span))
    return match is not None and (not match["place"] or fold(match["place"]) in language().places | COUNTRIES)


def who(document: Document, span: Span, office: str) -> Iterator[Fact]:
    """The person in an item of a list, or, as the element `office`, the office."""
    text = document.source.text
    calls = [note.span.start for note in document.of("note") if note.span.start in span]
    end = min([span.end, *calls])
    # "EUR—Mr. Merchant", "His Excellency, Joseph Luns, …": the name is the next thing that is said.
    before = BEFORE.match(text, span.start, end)
    start = before.end() if before else span.start
    apposition = APPOSITION.search(text, start + 1, end)
    first = Span(start, apposition.start() if apposition else end)
    known = [name for name in document.of("persName") if first.holds(name.span) and "ref" in name.attributes]
    for name in known:
        told = {"_element": "persName", "ref": name.attributes["ref"]}
        yield Fact("participant", _words(document, name.span), told, name.cert, name.evidence)
    if known or not text[first.start : first.end].strip():
        return
    # "The German Ambassador—Mr. Grewe"
    behind = apposition and apposition.group().strip() in ("—", "–", "-")
    named = next(heading.persons(text, Span(apposition.end(), end)), None) if apposition and behind else None
    named = named or next(heading.persons(text, first), None) or _untitled(text, first)
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
        for part in () if known else names or [span]:
            yield Fact("participant", _words(document, part), {"_element": "persName"})


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The stretches between the words "and" that part persons: not that in "Near Eastern and African Affairs"."""
    start = span.start
    for part in AND.finditer(text, span.start, span.end):
        next_ = Span(part.end(), span.end)
        person = next(heading.persons(text, next_), None)
        titled = person is not None and not re.search(r"[,(]", text[part.end() : person.start])
        if titled or text.startswith("the ", part.end()):
            yield Span(start, part.start())
            start = part.end()
    yield Span(start, span.end)


def _words(document: Document, span: Span) -> str:
    return re.sub(r"\s+", " ", document.source.slice(span)).strip()

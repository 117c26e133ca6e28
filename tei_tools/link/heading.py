"""Who is named in a heading: its sides (from whom, to whom), the persons and the offices on each.

A person stands there by a title and a surname ("President Johnson", "Secretary of State Herter"), by a full name ("W.
Averell Harriman and Cyrus Vance of the Paris Delegation"), or in brackets behind an office. Headings have so few forms
that no list of persons is needed to read them. The title stays outside of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.authority.fold import fold
from tei_tools.authority.language import language
from tei_tools.model import Document, Span

FROM = re.compile(r"\b(?:[Ff]rom|[Bb]y)\s")
TO = re.compile(r"(?<=[\w)\]’.])\s(?:[Tt]o)\s")
ADDRESSED = re.compile(r"To\s+(?=\S)")
OFFICE_TO = re.compile(
    r"(?:Assistants?|Advis[eo]rs?|Ambassadors?|Minister|Representatives?|Delegat(?:ion|e)s?|Missions?|Counselor|Consultant|Liaison"
    r"|Envoy|Observer|Legation|Aide|Secretary|Staff|Officer|Deputy|Accredited|Member)\s*$"
)
ARTICLE = re.compile(r"(?:the|The|Mr\.)\s+")
BRACKETED = re.compile(r"\((?P<name>[^\W\d_](?:[\w’'-]|\.(?=\s|[A-Z])|\s(?=[A-Z]))*)\)")
SEVERAL = re.compile(r",?\s+and\s+(?:to\s+)?(?=the\s)")
SERIAL = re.compile(r",\s+(?=the\s)|" + SEVERAL.pattern)
_OFFICES = r"(?:Embass(?:y|ies)|Missions?|Legations?|Consulates?|Delegations?|Posts?|Interests\sSections?|Offices?)"
_BODY = (
    rf"(?:{_OFFICES}|Departments?|Ministry|Bureau|Agency|Central\sIntelligence|Joint\sChiefs|National\sSecurity|White\sHouse"
    r"|Secretary|President|Director|Ambassadors?|Ministers?|Commander|Chief|Chairman|Headquarters|Command|U\.S\.|Under|Assistant"
    r"|Deputy|Acting|Permanent|High)\b"
)
_PLACE = rf"(?:the\s)?(?!{_BODY})[A-Z][\w.’-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w.’-]*)*"
SHARED = re.compile(
    rf"(?:[Tt]he\s)?[A-Z][\w\s]{{0,60}}?(?:ies|s)\s(?:in|at|to)\s{_PLACE}(?:(?:,\sand|,|\sand)\s{_PLACE})+(?!\w)"
)
"""Several offices in one word: "the Embassies in Greece, Turkey, and the United Kingdom"."""
END = re.compile(
    r"\s*(?:\(|,|\bin (?:Paris|London|Washington|New York|Moscow)\b\s*$|\bto (?:the )?(?=\w+$)).*$", re.DOTALL
)
_WORD = r"(?:Mc|Mac|O[’']|D[’'])?[A-ZÀ-ÖØ-ÞŁŚŠŽČ][\w’'-]*[a-zß-öø-ÿ](?<![’']s)"
_NAME = (
    rf"(?P<name>(?P<given>(?:(?:[A-Z]\.[\s-]?){{1,3}}|{_WORD}\s){{0,3}})(?:(?:de|von|van|der|du|la|al|el)\s)*"
    rf"(?P<surname>{_WORD})(?:,?\sJr\.)?)"
)
_FOLLOWED = r"(?=\s*(?:$|[,;()\[\]])|\s+(?:and|of|for|in|at|to|on|with)\b)"
_OFFICE = (
    r"(?:President(?:-elect)?|Premier|Minister|Secretary|Ambassador|Senator|Chancellor|Chairman|General|Admiral|Marshal|Colonel"
    r"|Captain|Commander|Governor|Congressman|Representative|Nominee|Advis[eo]r|Assistant|Director|Counselor|Commissioner"
    r"|Archbishop|King|Queen|Prince|Shah|Justice|Judge|Leader|Professor|Lord|Sir|Mr\.|Mrs\.|Miss|Dr\.|Lt\.|Gen\.|Adm\.|Col\.)"
)
_OF = (
    r"(?:\sof\s(?:State|Defense|Central\sIntelligence|Commerce|Agriculture|Labor|Foreign\sAffairs|Transportation|Energy|War"
    r"|the\s(?:Treasury|Interior|Army|Navy|Air\sForce)))?"
)
TITLED = re.compile(rf"(?:the\s)?(?P<title>(?:[A-Z][\w.’-]*\s){{0,4}}?{_OFFICE}{_OF}\s){_NAME}{_FOLLOWED}")
NAMED = re.compile(rf"{_NAME}{_FOLLOWED}")
BARE_NAME = re.compile(rf"(?!.*\b{_BODY}){_NAME}")
STARTS = re.compile(r"(?:^|\b(?:and|for|to|with|between)\s+(?:to\s+)?|,\s+(?:and\s+)?|\(\s*)", re.IGNORECASE)


def heading(document: Document) -> Span | None:
    """The title of the document in its head, without number and note calls."""
    heads = [block for block in document.blocks if block.element == "head" and "type" not in block.attributes]
    if not heads:
        return None
    start, end = heads[0].span.start, heads[0].span.end
    calls = [note.span.start for note in document.of("note") if start <= note.span.start <= end]
    title = document.metadata.title[:8]
    found = document.source.text.find(title, start, end) if title else -1
    begin = found if found >= 0 else start
    return Span(begin, max(begin, min([end, *calls])))


def sides(text: str, head: Span) -> Iterator[tuple[str, Span]]:
    """The stretches of a heading that name sender and addressee."""
    addressed = ADDRESSED.match(text, head.start, head.end)
    if addressed:
        yield "addressee", Span(addressed.end(), head.end)
        return
    sent = FROM.search(text, head.start, head.end)
    begin = sent.end() if sent else head.start
    splits = [m for m in TO.finditer(text, begin, head.end) if _closed(text, begin, m.start())]
    clear = [m for m in splits if not OFFICE_TO.search(text, begin, m.start())]
    split = next(iter(clear or splits), None)
    if split is None:
        if sent:
            yield "sender", Span(begin, head.end)
        return
    named = _begins_with_a_person(text, Span(begin, split.start())) or bare_names(text, head)
    if sent or ARTICLE.match(text, begin) or named:
        yield "sender", Span(begin, split.start())
    yield "addressee", Span(split.end(), head.end)


def _begins_with_a_person(text: str, side: Span) -> bool:
    """ "Sir Edmund Ashcombe to Admiral Sir Roger Pell": letters whose headings are the names."""
    return _person(text[: side.end], side.start) is not None


def bare_names(text: str, head: Span) -> dict[str, Span]:
    """Sender and addressee of a heading that is names and "to" alone: "Charlotte Brontë to Ellen Nussey"."""
    addressed = ADDRESSED.match(text, head.start, head.end)
    if addressed and _is_bare_name(text, Span(addressed.end(), head.end)):
        return {"addressee": Span(addressed.end(), head.end)}
    for split in TO.finditer(text, head.start, head.end):
        sender, addressee = Span(head.start, split.start()), Span(split.end(), head.end)
        if _is_bare_name(text, sender) and _is_bare_name(text, addressee):
            return {"sender": sender, "addressee": addressee}
    return {}


def _is_bare_name(text: str, span: Span) -> bool:
    match = BARE_NAME.fullmatch(text, span.start, span.end)
    return match is not None and bool(match["given"]) and _is_name(match["surname"], match["given"])


def _closed(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) == text.count(")", start, end)


def persons(text: str, side: Span) -> Iterator[Span]:
    """The names of persons in a stretch of a heading, in order, without their titles."""
    at = side.start
    words = text[: side.end]
    for start in _starts(words, side):
        found = _person(words, start) if start >= at else None
        if found:
            yield found
            at = found.end


def _person(words: str, start: int) -> Span | None:
    """The name that begins here, behind its title."""
    if words[start - 1 : start] == "(":
        match = BRACKETED.match(words, start - 1)
        held = match["name"] if match else ""
        named = any(c.islower() for c in held) and not set(fold(held).split()) & (language().not_names | {"Acting"})
        return Span(match.start("name"), match.end("name")) if match and named else None
    match = TITLED.match(words, start)
    if match and _is_name(match["surname"], match["given"]):
        given = [word for word in match["given"].split() if fold(word).strip(".") not in language().titles]
        shift = match["given"].find(given[0]) if given else len(match["given"])
        return Span(match.start("name") + shift, match.end("name"))
    match = NAMED.match(words, start)
    if match and _is_full(match) and _is_name(match["surname"], match["given"]):
        return Span(match.start("name"), match.end("name"))
    return None


def _starts(words: str, side: Span) -> list[int]:
    found = {side.start}
    found |= {match.end() for match in STARTS.finditer(words, side.start)}
    return sorted(found)


def _is_full(match: re.Match[str]) -> bool:
    """Whether forename or initials show that words are a name: "Jacob R. Seekford", "Jerome Dunbar"."""
    given = fold(match["given"]).split()
    return bool(given) and (any(word.endswith(".") for word in given) or given[0].lower() in language().forenames)


def _is_name(surname: str, given: str) -> bool:
    known = language()
    last = fold(surname).strip(".,")
    before = {word.strip(".,") for word in fold(given).split()}
    return last not in known.not_names | known.offices | known.titles | known.places and not before & known.not_names


def offices(text: str, side: Span) -> Iterator[Span]:
    """The office or offices of one side, each without article and what follows a comma."""
    serial = re.search(r",\s+and\s+(?:to\s+)?the\s", text[side.start : side.end])
    start = side.start
    while start < side.end:
        shared = SHARED.match(text, start, side.end)
        part = (SERIAL if serial else SEVERAL).search(text, shared.end() if shared else start, side.end)
        end = part.start() if part else side.end
        office = _without_article(text, start, shared.end()) if shared else _trimmed(text, start, end)
        if office:
            yield office
        start = part.end() if part else side.end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """An office without article; none where a bracket withholds whose it is."""
    start = _without_article(text, start, end).start
    cut = END.search(text, start, end)
    end = cut.start() if cut else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end - start > 2 and text[start].isupper() else None


def _without_article(text: str, start: int, end: int) -> Span:
    article = ARTICLE.match(text, start, end)
    return Span(article.end() if article else start, end)

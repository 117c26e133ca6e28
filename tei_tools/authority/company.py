"""Names of persons by their company: what they do, who speaks with them, their offices, other names in a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tei_tools.authority.bare import bare
from tei_tools.authority.found import SURNAME, Found, overlapping

VERBS = (
    r"said|told|asked|replied|noted|stated|remarked|added|thought|felt|believed|agreed|suggested|"
    r"explained|stressed|emphasized|emphasised|pointed out|commented|responded|observed|asserted|"
    r"insisted|says|thinks|believes|feels|wants|wanted|hoped|hopes|wondered|wished|reported|"
    r"argued|proposed|warned|urged|reiterated|indicated|mentioned|promised|complained|telephoned|"
    r"referred|maintained|concluded|underlined|informed|answered|knew|spoke|seemed|appeared|handed|"
    r"gave|wrote|met|recalled|inquired|doubted|expressed|traveled|travelled"
)
SPEAKS = re.compile(rf"(?<![\w'-])({SURNAME}) (?:(?:also|then|had|has|again|further|himself) )?(?:{VERBS})\b")
"""What persons do."""
CUE = re.compile(
    r"\b(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Ii]nitialed|[Ss]igned|[Tt]ranscribed|[Pp]repared)(?: and \w+ed)?"
    rf"(?: in \w+| orally)? (?:by|with) ({SURNAME})(?![\w-]| [A-Z])"
)
"""Who drafted or cleared a document."""
OFFICE = re.compile(
    rf"\b([A-Z][a-z]+)(?: of| for| to|,)(?: the)?((?: [A-Z][a-z]+| and| of| the)*? [A-Z][a-z]+)"
    rf" ({SURNAME})(?![\w-]| of\b| (?!Eyes)[A-Z])"
)
"""An office of several words before a name: "Secretary of State Shultz", "Director, Intelligence Agency Casey"."""
DEALT = re.compile(
    r"\b(?:told|asked|informed|assured|reminded|thanked|urged|persuaded|advised|telephoned|met|meets|according to"
    r"|(?:[Tt]alk|[Mm]eeting|[Cc]onversation|[Dd]iscussion|[Cc]onsultation|[Aa]ppointment|[Ii]nterview|[Ll]unch|[Ll]uncheon|[Dd]inner"
    r"|[Bb]reakfast)s? with|(?:talked|talking|talk|talks|spoke|spoken|speak|speaking|met|meets|meet) (?:to|with)"
    rf"|(?:[Ll]etters?|[Mm]essages?|[Mm]emorandum|[Nn]otes?) (?:to|from)) ({SURNAME})(?![\w-]| [A-Z]| d[eu] | von )"
)
"""With whom one speaks, or to whom one writes."""
ROW = re.compile(rf"(?:, and |, | and |/)({SURNAME})(?=[.,;:)/\n]| [a-z(])")
ROW_BEFORE = re.compile(
    rf"(?:(?P<first>^|\n|[.!?:][\"')]* )|(?P<word>[\w.'-]+ )|[(/\"—])(?P<name>{SURNAME})(?P<gap>, and |, | and |/)$"
)
GIVEN_TO = re.compile(
    rf"\b(?:gave|handed|sent|showed|offered|cabled|lent|promised|told) ({SURNAME})"
    r" (?:the|this|a|an|his|her|that|some|copies)\b"
)
SLAVIC = re.compile(r"[A-Z](?<![\w.'-][A-Z])[a-z]{2,}(?:ov|ev|sk(?:iy|ii|y|i|oi|oy)|enko|vich|dze|shvili)(?![\w-])")
ARTICLES = frozenset({"the", "a", "an", "this", "our", "their", "its", "in", "at", "near"})
"""What stands before it does not act as a person does: "the Bank promised", "the delegation at Helsinki seemed"."""
PLACED = frozenset({"the", "in", "at", "near", "from", "to", "for"})
"""Before a name of such an ending they are rather signs of a place: "the Negev", "in Kharkov"."""
UNLIKE = frozenset(
    {
        "unlike",
        "like",
        "despite",
        "though",
        "although",
        "because",
        "until",
        "unless",
        "whether",
        "both",
        "either",
        "even",
    }
    | {"only", "perhaps", "later", "earlier", "thus", "under", "during", "about", "that", "while", "where", "when"}
)
"""Words that begin a sentence before a name."""
SENTENCE = re.compile(r"(?:^|\n|[.!?:;][\"')]* |[\"'(\[—])$")
FORMER = re.compile(r"(?<![\w.'-])([A-Z][a-z]{2,}) $")
REACH = 48
"""So far before a name another one of its row begins."""
SHORT = 6
PLURAL = ("ans", "ese", "ish", "eks", "rks", "cks", "sts", "ets", "onal", "tial")
"""How many of one people end, who are no single person, and adjectives."""
OPENING = ("ing", "ly", "ed")
"""How words end that begin a sentence and are no names: "Vigorously urged", "Suggesting Vorontsov"."""
TWICE = 2
"""So often in a document must an unknown word do what persons do before it is taken for a name."""


def by_company(found: Found) -> None:
    """Add the names that stand where persons stand to those that are found already."""
    _offices(found)
    _doing(found)
    _rows(found)


def _offices(found: Found) -> None:
    """Who drafted or cleared, and whose office of several words stands before the name."""
    for match in CUE.finditer(found.text):
        found.put(match.start(1), match.end(1), match[1], "who drafted or cleared")
    for match in overlapping(OFFICE, found.text):
        parts = [word for word in match[2].split() if word[0].isupper()]
        if match[1] in found.words.naming_titles and parts and found.bad.issuperset(parts):
            found.put(match.start(3), match.end(3), match[3], "an office before the name")


def _doing(found: Found) -> None:
    """Who does what persons do, and with whom one speaks."""
    acting = [match for match in SPEAKS.finditer(found.text) if _may_act(found, match)]
    count = Counter(match[1] for match in acting)
    for match in acting:
        evidence = "what persons do" if count[match[1]] >= TWICE else "what persons do, once"
        found.put(_begin(found, match.start(1)), match.end(1), match[1], evidence)
    for pattern in (DEALT, GIVEN_TO):
        for match in pattern.finditer(found.text):
            if not match[1].endswith(PLURAL):
                found.put(match.start(1), match.end(1), match[1], "with whom one speaks")
    for match in SLAVIC.finditer(found.text):
        begin = _begin(found, match.start())
        before = found.text[max(begin - REACH, 0) : begin].split()
        if not before or before[-1].lower() not in PLACED:
            found.put(begin, match.end(), match[0], "a Slavic name")


def _may_act(found: Found, match: re.Match[str]) -> bool:
    """Whether a capital word may be a person: no people, nothing with an article, no noun behind "Western"."""
    before = found.text[max(match.start() - REACH, 0) : match.start()]
    word = before.rsplit(" ", 2)[-2] if before.endswith(" ") and " " in before[:-1] else before.strip()
    plain = word.strip(".,\"'([")
    if match[1].endswith("ly") and SENTENCE.search(before):
        return False
    if match[1].endswith(PLURAL) or "'" in match[1][-3:] or plain.lower() in ARTICLES:
        return False
    titles = found.words.titles | found.words.naming_titles
    return plain not in found.bad - titles or word != plain or plain in found.words.function_words


def _begin(found: Found, start: int) -> int:
    """Where a name begins before whose surname another capital word stands: "Selwyn Lloyd said"."""
    match = FORMER.search(found.text[max(start - REACH, 0) : start])
    if match is None or match[1] in found.bad or match[1].lower() in found.written:
        return start
    opens = SENTENCE.search(match.string[: match.start()]) is not None
    if opens and (
        match[1].lower() in UNLIKE or (match[1].endswith(OPENING) and match[1].lower() not in found.words.forenames)
    ):
        return start  # "Unlike Andropov"
    return start - len(match[1]) - 1


def _rows(found: Found) -> None:
    """Words that stand in a row with names: "Gromyko, Dobrynin and Alexandrov"; each may lead to a further one."""
    surnames = {name for _, name, _ in found.names.values()}
    waiting = [(start, end) for start, (end, _, _) in found.names.items()]
    waiting += [(start, end) for _, start, end in bare(found.text, surnames, found.words)]
    while waiting:
        start, end = waiting.pop()
        for first, last, word in (*_after(found.text, end), *_before(found, start)):
            if first in found.names or word.endswith(PLURAL) or _cut_short(found.text, first, last):
                continue
            if found.put(first, last, word, "in a row with names"):
                waiting.append((first, last))


def _after(text: str, end: int) -> Iterator[tuple[int, int, str]]:
    match = ROW.match(text, end)
    if match:
        yield match.start(1), match.end(1), match[1]


def _before(found: Found, start: int) -> Iterator[tuple[int, int, str]]:
    """The word before, but for the first of a sentence before a comma ("Finally, Rusk said"), and parts of names."""
    shift = max(start - REACH, 0)
    match = ROW_BEFORE.search(found.text[shift:start])
    if match is None or (match["first"] is not None and match["gap"].startswith(",")):
        return
    word = (match["word"] or "").strip()
    if word[:1].islower() or not word or word.strip(".") in found.words.naming_titles:
        yield match.start("name") + shift, match.end("name") + shift, match["name"]


def _cut_short(text: str, start: int, end: int) -> bool:
    """Whether a word is an abbreviation: "Vol. 110", "Dep. Asst."."""
    return end - start < SHORT and text[end : end + 2] == ". " and not text[end + 2 : end + 4].istitle()

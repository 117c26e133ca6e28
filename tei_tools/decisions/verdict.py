"""What stands in the column `decision`: accept, no, or a value, and what each means for an annotation of a kind.

"accept" takes the proposal of the row; "no" says that it is none; anything else is the value: an id, a date, the
correction, or attributes as TEI writes them (when=1984-02-14). A value in quotation marks is taken by its letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tei_tools import dates
from tei_tools.errors import DecisionError

ACCEPT = re.compile(r"(?:accept(?:ed)?|yes)", re.IGNORECASE)
REJECT = re.compile(r"(?:no|none|rejected|(?:is )?not an? [\w ]+)", re.IGNORECASE)
MERGE = re.compile(r"merge(?: into)? +(?P<id>\S+)", re.IGNORECASE)
QUOTED = re.compile(r"[\"“](?P<words>[^\"“”]+)[\"”]")
ATTRIBUTE = re.compile(r"(?P<key>[A-Za-z:]+)\s*=\s*[\"“”]?(?P<value>[^\s\"“”]+)[\"”]?(?:\s+|$)")
ID = re.compile(r"#?(?P<id>[A-Za-z_][\w.-]*)")
ENTRY = re.compile(r"(?:(?P<id>[A-Za-z_][\w.-]*) +)?(?P<line>\S.*)", re.DOTALL)
MOMENT = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?)?)?)?"
    r"|([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?"
)
TARGET = re.compile(r"https?://\S+|[\w.-]*#[A-Za-z_][\w.-]*|[A-Za-z_][\w.-]*")
NUMBER = re.compile(r"\d+|[ivxlcdm]+|[a-z]|[*†‡§║¶#]+")
WORD = re.compile(r"[A-Za-z][\w.-]*")
CORRECTION = re.compile(r".+", re.DOTALL)
BLOCKS = ("head", "p", "dateline", "salute", "signed", "seg", "item", "attachment")
DATES = dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), MOMENT)


@dataclass(frozen=True, slots=True)
class Kind:
    """How an annotation is decided: the attribute that a bare value stands for, and what each attribute looks like."""

    main: str
    attributes: Mapping[str, re.Pattern[str]]
    example: str
    listed: bool = False
    """Whether it points at an entry of an authority file."""


def _name(example: str) -> Kind:
    return Kind("ref", {"ref": ID, "role": WORD}, example, listed=True)


KINDS: Mapping[str, Kind] = {
    "persName": _name("p_SGP1"),
    "orgName": _name("o_EP1"),
    "placeName": _name("l_Geneva1"),
    "term": _name("t_NATO1"),
    "date": Kind("when", DATES, "when=1984-02-14, or from=1984-02-14 to=1984-02-16"),
    "time": Kind("when", DATES, "when=14:02:00"),
    "ref": Kind("target", {"target": TARGET}, "#d175"),
    "note": Kind("n", {"n": NUMBER}, "n=2"),
    "pb": Kind("n", {"n": NUMBER}, "n=621"),
    "sic": Kind("corr", {"corr": CORRECTION}, "altogether"),
    "block": Kind("element", {"element": WORD, "rend": WORD, "type": WORD}, "signed, or p rend=heading"),
}
"""Every kind of row. `block` is the line or paragraph as a whole."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`entry` is a new entry of the list, as it prints one; `id` the id that was given it, if any."""

    accepted: bool
    attributes: Mapping[str, str] = field(default_factory=dict)
    entry: str = ""
    id: str = ""


def verdict(kind: str, decision: str, proposal: str, place: str) -> Verdict | None:
    """The meaning of a row; None while nothing is decided. Raises `DecisionError`."""
    if not decision:
        return None
    if REJECT.fullmatch(decision):
        return Verdict(False)
    if ACCEPT.fullmatch(decision):
        again = proposal and not ACCEPT.fullmatch(proposal)
        return verdict(kind, proposal, "", place) if again else _without_value(kind, place)
    return _value(kind, decision, place)


def _without_value(kind: str, place: str) -> Verdict:
    """Accepted without a value: it is one, and no more is known."""
    if kind in ("sic", "block", "date", "time"):
        message = "the row accepts a proposal, but there is none"
        remedy = f"write what it is into the column decision: {KINDS[kind].example}"
        raise DecisionError(message, place=place, remedy=remedy)
    return Verdict(True)


def _value(kind: str, words: str, place: str) -> Verdict:
    known = KINDS[kind]
    quoted = QUOTED.fullmatch(words)
    words = quoted["words"] if quoted else words
    merged = MERGE.fullmatch(words)
    words = merged["id"] if merged else words
    if kind == "block" and not quoted:
        element, _, rest = words.partition(" ")
        words = f"element={element.lower()} {rest}" if "=" not in element else words
    if known.listed and not merged and (quoted or not ID.fullmatch(words)) and "=" not in words:
        return _entry(words)
    attributes = _attributes(words) if kind != "sic" and not quoted else {}
    attributes = attributes or _printed_date(kind, words) or {known.main: words}
    for key, value in attributes.items():
        _check(kind, key, value, place)
    return Verdict(True, {key: _pointer(key, value) for key, value in attributes.items()})


def _pointer(key: str, value: str) -> str:
    """An id without "#"; a target with it."""
    if key == "target":
        return value if "#" in value or "://" in value else f"#{value}"
    return value.lstrip("#") if key == "ref" else value


def _entry(words: str) -> Verdict:
    """A new entry of the list, perhaps with the id that it has got: "p_IV1 Isakov, Viktor, Minister-Counselor"."""
    match = ENTRY.fullmatch(words)
    assert match
    ident = match["id"] or ""
    if "_" in ident:
        return Verdict(True, {"ref": ident}, match["line"], ident)
    return Verdict(True, {}, words)


def _attributes(words: str) -> dict[str, str]:
    """Attributes as TEI writes them; none where the words are something else."""
    found = list(ATTRIBUTE.finditer(words))
    whole = "".join(match.group() for match in found)
    return {match["key"]: match["value"] for match in found} if whole.strip() == words.strip() else {}


def _printed_date(kind: str, words: str) -> dict[str, str]:
    """The attributes of a date that is written as texts write one: "February 14, 1984"."""
    moment = next(dates.find(words), None) if kind == "date" and not MOMENT.fullmatch(words) else None
    return moment.attributes if moment and moment.end - moment.start == len(words) else {}


def _check(kind: str, key: str, value: str, place: str) -> None:
    known = KINDS[kind]
    if key not in known.attributes:
        message = f"a {kind} has no {key!r} that could be decided"
        raise DecisionError(message, place=place, remedy=f"write it like {known.example}")
    right = known.attributes[key].fullmatch(value) and (key != "element" or value in BLOCKS)
    if not right:
        message = f"{value!r} is no value for a {kind}"
        remedy = f"write accept, no, or a value like {known.example}"
        if key == "element":
            remedy = f"a block is one of: {', '.join(BLOCKS)}"
        elif known.attributes[key] is MOMENT:
            remedy += "; spreadsheets turn bare dates into their own"
        raise DecisionError(message, place=place, remedy=remedy)

"""Terms and abbreviations of the edition's list: TEI term.

The term as the list prints it, capitals and small letters included; a plural s and the possessive stay outside. No term
is found in a file number (851G.01/12–1749), and none of one letter in a person's initials (C. S. Reed) or after a noun
that takes a letter (Tab C).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei_tools.authority.fold import fold
from tei_tools.authority.language import language
from tei_tools.authority.matcher import Matcher
from tei_tools.authority.model import Authority, Term
from tei_tools.authority.reading import Reading
from tei_tools.model import Annotation

PLURAL = re.compile(r"\(([sS])\)")
LETTERED = re.compile(
    r"\b(?:Tabs?|Annex|Appendix|Attachment|Box|Class|Course|Enclosure|Figure|Grade|Group|Item|Option|Paras?|Paragraph"
    r"|Part|Phase|Plan|Section|Table|Title) $"
)
INITIALS_BEFORE = re.compile(r"(?:\b[A-Z]\. ?|\b[A-Z][a-z]+ )$")
INITIALS_AFTER = re.compile(r"\.? ?(?:[A-Z]\.|[A-Z][a-z]+)")


class Terms:
    """The terms of an authority, ready for looking up. Built once per authority."""

    def __init__(self, authority: Authority) -> None:
        self.forms: dict[str, str] = {}
        for term in authority.terms:
            for form in _forms(term):
                self.forms.setdefault(form, term.id)
        printed = {fold(term.text) for term in authority.terms}
        capitals = {form.title() for form in self.forms if form.isupper()} - printed
        self.altered = frozenset(form for form in self.forms if form in capitals)
        words = language()
        names = {word for word in self.altered if word.lower() in words.forenames or word in words.places}
        self.forms = {form: ident for form, ident in self.forms.items() if form not in names}
        self.matcher = Matcher(self.forms, _whole)


def recognise(reading: Reading, terms: Terms) -> Iterator[Annotation]:
    """Annotations of element term in source order."""
    for form, start, end in terms.matcher.find(reading.text):
        if form in terms.altered and (
            reading.text.startswith("-", end) or re.search(rf"\b{form.lower()}\b", reading.text)
        ):
            continue  # CARE and SEA are organisations, "Care" and "Sea" are words
        attributes = {"ref": f"#{terms.forms[form]}"}
        yield Annotation("term", reading.span(start, end), attributes, "high", "term", "in the list of terms")


def _forms(term: Term) -> Iterator[str]:
    """The term as printed and as it is written otherwise: several in one entry, "bn(s)", HARVAN and Harvan."""
    for part in re.split(r",\s+|\s+or\s+|\s*;\s*", fold(term.text).strip(" :,")):
        plural = PLURAL.search(part)
        for form in (PLURAL.sub(r"\1", part), PLURAL.sub("", part).strip()) if plural else (part,):
            if form:
                yield from _spellings(form)


def _spellings(form: str) -> Iterator[str]:
    yield form
    if form.isalpha() and form.isupper() and len(form) > 2:
        yield form.title()
        for cut in range(2, len(form) - 1):
            yield form[:cut].title() + form[cut:].title()
    if form.isalpha() and not form.isupper() and len(form) > 2:
        yield form.upper()
        yield form[0].upper() + form[1:]
    if " " in form and form.replace(" ", "").isalpha():
        yield form.replace(" ", "")
    if form.endswith("tels"):
        yield form[:-1]


def _whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is no part of a longer word or of a file number."""
    before, word, after = text[max(start - 2, 0) : start], text[start:end], text[end : end + 3]
    if before[-1:].isalnum():
        return False
    if before[:1].isdigit() and before[1:] in ("-", ".", "&", "'", "/") and (before[1:] != "/" or len(word) < 4):
        return False
    if after[:1].isalnum() and not (
        after[0] == "s" and not after[1:2].isalnum() and len(word) > 1 and word[0].isupper()
    ):
        return False
    if word.endswith(".") and after[:1].isalpha():
        return False
    if after[1:2].isdigit() and (after[0] == "." or (after[0] in "-/" and len(word) == 1)):
        return False
    return len(word) > 1 or _letter(text, start, end)


def _letter(text: str, start: int, end: int) -> bool:
    """Whether one letter is an office, and no initial, no numbering, no word."""
    before, after = text[max(start - 14, 0) : start], text[end : end + 14]
    if LETTERED.search(before) or (text[start] in "AI" and before[-1:] not in ("(", "/")):
        return False
    if before[-1:] in (".", "-", "'", "&", '"') or after[:1] in ("-", "'", "&"):
        return False
    if before[-1:] == "(" and after[:1] == ")" and not before[:-1].rstrip()[-1:].isalpha():
        return False
    if (after[:1] == "/" or before[-1:] == "/") and not (before[-1:] == "(" or after[:1] == ")"):
        return False
    if before.endswith("\n") or not before:
        return not after.startswith((".", ")", ":"))
    if after.startswith(".") and INITIALS_AFTER.match(after):
        return False
    return not (INITIALS_BEFORE.search(before) and INITIALS_AFTER.match(after))

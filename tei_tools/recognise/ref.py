"""`ref`: references to documents, footnotes and pages of this volume and of others.

"See Document 175." links the words "Document 175"; in "Documents 309 and 310" each number has its own link, a range
links its first number; "footnote 2, Document 309" is one link; "footnote 3 above" links the footnote of this document;
a citation "Foreign Relations, 1961–1963, vol. XII, Document 276" is one link into `frus1961-63v12`. "Ibid.", "supra"
and "infra" alone are none. Targets are "#d175", "#d309fn2", "#pg_746" or "frus1961-63v12#d276": `link.references`
makes pointers of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tei_tools.model import Annotation, Document, Span
from tei_tools.numerals import number
from tei_tools.profile import Profile

SOURCE = "ref"
MOST = 2000
"""No volume has more documents."""

_ROMAN = r"[IVXLC]+|[ivxlc]+"
_YEARS = r"(?P<y1>1[89]\d\d|20\d\d)(?:\s?[–-]\s?(?P<y2>(?:1[89]|20)?\d\d))?"
_VOLUME = rf"(?:[Vv]ol(?:ume|\.)\s(?P<roman>{_ROMAN})\b(?:,\s[Pp]art\s(?P<part>\d|[IVX]+)\b)?)"
_NUMBERS = r"(?P<n>\d{1,4})(?P<more>(?:(?:,\sand\s|,\s|\sand\s|\sor\s|\s?[–-]\s?)\d{1,4}(?![\d/:.]\d|\w))*)"
VOLUME = re.compile(
    rf"Foreign\sRelations(?:\sof\sthe\sUnited\sStates)?,\s{_YEARS},\s{_VOLUME}"
    rf"(?P<title>,\s(?:The\s)?[A-Z][^,.()\[\]\d]{{3,60}}(?=,\spp?\.))?"
    rf"(?P<detail>(?:,\s(?![Dd]oc|p)[^,.()\[\]]{{3,60}}){{0,3}}?(?:,\spp?\.\s[\d–-]+)?,?\s"
    rf"(?:\((?=Document)|)(?P<word>Documents?)\s{_NUMBERS}\)?)?"
)
DESCRIBED = re.compile(r":\s[^.;:()\[\]]{5,160}?,\sp\.\s(?P<n>\d+)")
"""A document of a volume, in words: "Foreign Relations, 1947, vol. i: Recommendation by …, p. 777" (FRUS 1948)."""
PASSIM = re.compile(r",\spassim\b")
_PAGES = r"p(?:p?\.|ages?)\s(?P<n>\d+)(?P<more>(?:(?:,\s|\sand\s|,\sand\s)\d+(?!\w))*)"
PAGE_OF_VOLUME = re.compile(
    rf"(?:(?:Foreign\sRelations|[Ii]bid\.),\s{_YEARS},\s)?"
    rf"[Vv]ol(?:ume|\.)\s(?P<roman>[ivxl]+)(?:,\s[Pp]art\s(?P<part>\d))?,\s{_PAGES}"
)
PAGE_OF_YEAR = re.compile(rf"Foreign\sRelations,\s(?P<y1>1[89]\d\d),\s{_PAGES}")
LOCAL = re.compile(
    rf"(?<!\d,\s)(?:[Ff]ootnotes?|fn\.)\s(?P<fn>\d{{1,3}})(?!,?\s(?:[Ii]bid|to\s(?!Doc)|there|p\.\s))(?:(?:[,.]|\sto|\sin)\sDocument\s?(?P<fnd>\d{{1,4}})\b|(?:,\s(?P<near>supra|infra))?(?P<fnmore>(?:(?:,\s|\sand\s|\s?[–-]\s?)\d{{1,3}}(?!\w))*))"
    rf"|(?P<to>(?:(?<!the\s)[Aa]ttachments?(?:\s\w)?|[Ee]nclosures?)\sto\s)?\b[Dd]ocuments?\s*{_NUMBERS}(?P<andfn>\sand\sfootnote\s(?P<nfn>\d+)(?!,\sDoc)(?:\sthereto)?)?"
    r"|(?:(?<=[Aa]nte,\s)|(?<=[Pp]ost,\s)|(?<=[Ss]ee\s)|(?<=,\s)|(?<=printed\s)|(?<=\())p(?:p?\.|ages?)\s(?P<page>\d+)"
)
OTHER_BOOK = re.compile(
    r"[Vv]ol\b|[Ii]bid|Bulletin|Treat|Stat\.|Series|Congress|Papers|Yearbook|Record|Press|University|Relations"
    r"|\b[A-Z]\w+, 19\d\d,"
)
"""A page of another book: only the volumes up to 1951 refer to their own documents by page."""
LAST_YEAR_BY_PAGE = 1951
IBID = re.compile(r"\b[Ii]bid\.,?\s?$")
FOREIGN = re.compile(r"(?:U\.?N\.?|JCS|NSC|UN|GATT|Conf\.|NATO|Senate|House|Congress|C|Council)\s$")
WORDS = ("ocument", "ootnote", "fn.", "Foreign", "ol. ", "olume", "p. ", "(p.", " page")
"""One of these is in every reference: what has none is not searched."""
NUMBER = re.compile(r"\d+")


def recognise(document: Document, _profile: Profile) -> Iterator[Annotation]:
    """Every reference in text and notes, in source order; `ibid.` carries a volume on within one note or block."""
    cited = Cited()
    calls = {call.span.start for call in document.of("note")}
    text = _unpaged(document)
    for block in document.blocks:
        for leaf in block.leaves():
            words = document.source.slice(leaf.span)
            if not any(word in words for word in WORDS):
                continue
            for annotation in _in_leaf(document, text, leaf.span, cited):
                # "our October 28 document5 or" has a call behind the word (FRUS 1969–76 volume XII, document 162).
                if not any(offset in annotation.span for offset in calls):
                    yield annotation


@dataclass
class Cited:
    """The volume that was cited last: what "ibid." means, in a later note too."""

    volume: str = ""


def _unpaged(document: Document) -> str:
    """The text with blanks in place of its page marks: "Document [Page 5] 12" is one reference."""
    parts: list[str] = []
    at = 0
    for page in document.of("pb"):
        parts += (document.source.text[at : page.span.start], " " * len(page.span))
        at = page.span.end
    return "".join([*parts, document.source.text[at:]])


def _in_leaf(document: Document, text: str, span: Span, last: Cited) -> Iterator[Annotation]:
    at = span.start
    here = False
    while at < span.end:
        cited = VOLUME.search(text, at, span.end)
        paged = PAGE_OF_VOLUME.search(text, at, span.end)
        yearly = PAGE_OF_YEAR.search(text, at, span.end)
        local = LOCAL.search(text, at, span.end)
        match = min((m for m in (paged, yearly, cited, local) if m), key=lambda m: m.start(), default=None)
        if match is None:
            return
        at = match.end()
        if match is paged:
            volume = _volume(document, match)
            yield _ref(match.start(), match.end("n"), f"{volume}#pg_{match['n']}")
            yield from _further(match, f"{volume}#pg_")
        elif match is yearly:
            yield _ref(match.start(), match.end("n"), f"frus{match['y1']}#pg_{match['n']}")
        elif match is cited:
            last.volume = _volume(document, match)
            here = True
            described = None if match["detail"] else DESCRIBED.match(text, match.end(), span.end)
            if described:
                at = described.end()
                yield _ref(match.start(), at, f"{last.volume}#pg_{described['n']}")
            else:
                yield from _cited(match, last.volume)
        else:
            ibid = IBID.search(text, max(span.start, match.start() - 12), match.start())
            # "Foreign Relations, 1947, vol. i: Recommendation …, p. 777, and circular airgram …, p. 778" (FRUS 1948).
            carried = ibid or (match["page"] and here)
            yield from _local(document, span, match, last.volume if carried else "")


def _ref(start: int, end: int, target: str) -> Annotation:
    return Annotation("ref", Span(start, end), {"target": target}, source=SOURCE)


def _cited(match: re.Match[str], volume: str) -> Iterator[Annotation]:
    if not match["detail"]:
        passim = PASSIM.match(match.string, match.end())
        yield _ref(match.start(), passim.end() if passim else match.end(), volume)
        return
    end = match.end("n")
    if match.group().endswith(")") and not match["more"]:
        end = match.end()
    yield _ref(match.start(), end, f"{volume}#d{match['n']}")
    yield from _further(match, f"{volume}#d")


def _local(document: Document, span: Span, match: re.Match[str], volume: str) -> Iterator[Annotation]:
    own = document.metadata
    if match["page"]:
        before = document.source.text[max(span.start, match.start() - 200) : match.start()]
        if volume and _year(document) <= LAST_YEAR_BY_PAGE:
            yield _ref(match.start(), match.end(), f"{volume}#pg_{match['page']}")
            return
        bare = _year(document) and not OTHER_BOOK.search(before)
        own_page = re.search(r"(?:[Aa]nte|[Pp]ost|[Ss]ee),?\s$", before) or bare
        if not own_page or _year(document) > LAST_YEAR_BY_PAGE:
            return
        yield _ref(match.start(), match.end(), f"#pg_{match['page']}")
    elif match["fnd"]:
        yield _ref(match.start(), match.end(), f"#d{match['fnd']}fn{match['fn']}")
    elif match["near"]:
        yield from _beside(document, match)
    elif match["fn"]:
        yield _ref(match.start(), match.end("fn"), f"#{own.id}fn{match['fn']}")
        yield from _further(match, f"#{own.id}fn", "fnmore")
    elif match["andfn"] and not match["more"]:
        yield _ref(match.start(), match.end("andfn"), f"{volume}#d{match['n']}fn{match['nfn']}")
    elif int(match["n"]) <= MOST and not FOREIGN.search(
        document.source.text[max(0, match.start() - 10) : match.start()]
    ):
        yield _ref(match.start(), match.end("n"), f"{volume}#d{match['n']}")
        yield from _further(match, f"{volume}#d")


def _beside(document: Document, match: re.Match[str]) -> Iterator[Annotation]:
    """ "footnote 3, supra" is a note of the document before this one, "footnote 1, infra" of the next."""
    number = document.metadata.number
    if number and match["near"] == "supra":
        yield _ref(match.start(), match.end(), f"#d{int(number) - 1}fn{match['fn']}")
    elif number:
        # What comes next has no number yet for the reader of this text: only a document of the collection is known.
        target = {"target": f"#d{int(number) + 1}fn{match['fn']}", "_known": "only"}
        yield Annotation("ref", Span(match.start(), match.end()), target, source=SOURCE)


def _further(match: re.Match[str], prefix: str, group: str = "more") -> Iterator[Annotation]:
    """The other numbers of a list; one behind a dash ends a range and has no link of its own."""
    more, start = match[group] or "", match.start(group)
    for digits in NUMBER.finditer(more):
        if digits.start() and more[: digits.start()].rstrip()[-1:] not in "–-":
            yield _ref(start + digits.start(), start + digits.end(), prefix + digits.group())


def _year(document: Document) -> int:
    """The first year of the edition's volume; 0 where its identifier does not say."""
    found = re.search(r"\d{4}", document.metadata.edition)
    return int(found[0]) if found else 0


def _volume(document: Document, match: re.Match[str]) -> str:
    """ "1961–1963, vol. XII" is frus1961-63v12; without years it is a volume of the same year as this one's."""
    if match["y1"]:
        years = match["y1"] + (f"-{match['y2'][-2:]}" if match["y2"] else "")
    else:
        own = re.match(r"frus(\d{4}(?:-\d\d)?)", document.metadata.edition)
        years = own[1] if own else ""
    part = match["part"] or ""
    suffix = f"p{part if part.isdigit() else number(part)}" if part else ""
    return f"frus{years}v{number(match['roman']):02}{suffix}"

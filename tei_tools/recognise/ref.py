"""`ref`: references to documents, footnotes and pages of this volume and of others.

"See Document 175." links the words "Document 175"; in "Documents 309 and 310" and "Documents 309–312" each number has
its own link; "footnote 2, Document 309" is one link; "footnote 3 above" links the footnote of this document; a citation
"Foreign Relations, 1961–1963, vol. XII, Document 276" is one link into `frus1961-63v12`. "Ibid.", "supra" and "infra"
alone are none. Targets are "#d175", "#d309fn2", "#pg_746" or "frus1961-63v12#d276": `link.references`
makes pointers of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tei_tools.model import Annotation, Document, Span
from tei_tools.numerals import number
from tei_tools.profile import Profile
from tei_tools.recognise import ref_forms as forms

SOURCE = "ref"
MOST = 2000
"""No volume has more documents."""
LAST_YEAR_BY_PAGE = 1951
"""Up to this year the volumes of the series refer to their documents by page."""
FRESH = 1
"""In so many notes behind that of the citation "ibid., p. 614" still means it."""


def recognise(document: Document, _profile: Profile) -> Iterator[Annotation]:
    """Every reference in text and notes, in source order."""
    references = References(document)
    calls = {call.span.start for call in document.of("note")}
    for block in document.blocks:
        for leaf in block.leaves():
            words = document.source.slice(leaf.span)
            references.last.age += 1
            if not any(word in words for word in forms.WORDS):
                continue
            for annotation in references.within(leaf.span):
                # "our October 28 document5 or" has a call behind the word (FRUS 1969–76 volume XII, document 162).
                if calls.isdisjoint(range(annotation.span.start, annotation.span.end)):
                    yield annotation


@dataclass
class Cited:
    """The volume that was cited last: what "ibid." means, in a later note too."""

    volume: str = ""
    age: int = 0
    """How many blocks ago that was."""


class References:
    """Reads the references of one document, block by block."""

    def __init__(self, document: Document) -> None:
        self.own = document.metadata
        self.text = _unpaged(document)
        self.last = Cited()
        year = re.search(r"\d{4}", self.own.edition)
        self.by_page = year is not None and int(year[0]) <= LAST_YEAR_BY_PAGE

    def within(self, span: Span) -> Iterator[Annotation]:
        """The references of a block."""
        at = span.start
        here = False
        while at < span.end:
            found = [match for form in forms.ALL if (match := form.search(self.text, at, span.end))]
            if not found:
                return
            match = min(found, key=lambda m: m.start())
            at = match.end()
            if match.re is forms.LOCAL:
                yield from self._local(match, span, here)
            elif match.re is forms.VOLUME:
                here = True
                self.last = Cited(self._volume(match))
                described = None if match["detail"] else forms.DESCRIBED.match(self.text, match.end(), span.end)
                if described:
                    at = described.end()
                    yield _ref(match.start(), at, f"{self.last.volume}#pg_{described['n']}")
                else:
                    yield from self._cited(match)
            else:
                yield from self._paged(match)

    def _paged(self, match: re.Match[str]) -> Iterator[Annotation]:
        """A page of another volume or part, or two volumes."""
        if match.re is forms.TWO_VOLUMES:
            if self.by_page:
                yield _ref(match.start(), match.end("roman"), self._volume(match))
                yield _ref(match.start("second"), match.end(), self._volume(match, "second"))
            return
        if match.re is forms.PAGE_OF_YEAR:
            volume = f"frus{match['y1']}"
        elif match.re is forms.PAGE_OF_PART and self.own.edition:
            volume = re.sub(r"(?:p\d)?$", f"p{match['part']}", self.own.edition, count=1)
        elif match.groupdict().get("y1") or self.by_page:
            volume = self._volume(match)
            self.last = Cited(volume)
        else:
            return
        yield _ref(match.start(), match.end("n"), f"{volume}#pg_{match['n']}")
        yield from _further(match, f"{volume}#pg_")

    def _cited(self, match: re.Match[str]) -> Iterator[Annotation]:
        """A document of a volume, or the volume."""
        volume = self.last.volume
        if not match["detail"]:
            behind = forms.PASSIM.match(self.text, match.end()) or forms.TITLE.match(self.text, match.end())
            yield _ref(match.start(), behind.end() if behind else match.end(), volume)
            return
        end = match.end("n")
        if match.group().endswith(")") and not match["more"]:
            end = match.end()
        yield _ref(match.start(), end, f"{volume}#d{match['n']}")
        yield from _further(match, f"{volume}#d")

    def _local(self, match: re.Match[str], span: Span, here: bool) -> Iterator[Annotation]:
        """A document, footnote or page of this volume, or, behind "ibid.", of the one cited last."""
        ibid = forms.IBID.search(self.text, max(span.start, match.start() - 12), match.start())
        volume = self.last.volume if ibid else ""
        if match["page"]:
            yield from self._page(match, span, ibid, here)
        elif match["fnd"]:
            yield _ref(match.start(), match.end(), f"#d{match['fnd']}fn{match['fn']}")
        elif match["near"]:
            yield from self._beside(match)
        elif match["fn"]:
            yield _ref(match.start(), match.end("fn"), f"#{self.own.id}fn{match['fn']}")
            yield from _further(match, f"#{self.own.id}fn", "fn", "fnmore")
        elif match["andfn"] and not match["more"]:
            yield _ref(match.start(), match.end("andfn"), f"{volume}#d{match['n']}fn{match['nfn']}")
        elif int(match["n"]) <= MOST and not forms.FOREIGN.search(
            self.text[max(0, match.start() - 10) : match.start()]
        ):
            yield _ref(match.start(), match.end("n"), f"{volume}#d{match['n']}")
            yield from _further(match, f"{volume}#d")

    def _page(self, match: re.Match[str], span: Span, ibid: re.Match[str] | None, here: bool) -> Iterator[Annotation]:
        """A page; "ibid., p. 614" is one of the volume that this note or the one before it cites (FRUS 1948)."""
        if not self.by_page:
            return
        before = self.text[max(span.start, match.start() - 200) : match.start()]
        volume, start = "", match.start()
        if ibid and self.last.volume and self.last.age <= FRESH:
            volume, start = self.last.volume, ibid.start()
            self.last = Cited(volume)
        elif here:
            # "Foreign Relations, 1947, vol. i: Recommendation …, p. 777, and circular airgram …, p. 778" (FRUS 1948).
            volume = self.last.volume
        elif not forms.OWN_PAGE.search(before) and forms.OTHER_BOOK.search(before):
            return
        yield _ref(start, match.end("page"), f"{volume}#pg_{match['page']}")
        yield from _further(match, f"{volume}#pg_", "page", "pagemore")

    def _beside(self, match: re.Match[str]) -> Iterator[Annotation]:
        """ "footnote 3, supra" is a note of the document before this one, "footnote 1, infra" of the next."""
        if self.own.number and match["near"] == "supra":
            yield _ref(match.start(), match.end(), f"#d{int(self.own.number) - 1}fn{match['fn']}")
        elif self.own.number:
            # What comes next has no number yet for the reader of this text: only a document of the collection is known.
            target = {"target": f"#d{int(self.own.number) + 1}fn{match['fn']}", "_known": "only"}
            yield Annotation("ref", Span(match.start(), match.end()), target, source=SOURCE)

    def _volume(self, match: re.Match[str], group: str = "roman") -> str:
        """ "1961–1963, vol. XII" is frus1961-63v12; without years it is a volume of the same years as this one."""
        told = match.groupdict()
        if told.get("y1"):
            years = match["y1"] + (f"-{match['y2'][-2:]}" if match["y2"] else "")
        else:
            own = re.match(r"frus(\d{4}(?:-\d\d)?)", self.own.edition)
            years = own[1] if own else ""
        part = told.get("part") or ""
        suffix = f"p{part if part.isdigit() else number(part)}" if part else ""
        name = match[group]
        # Volumes that are published electronically alone: "vol. E–4" is ve04.
        volume = f"e{int(name[2:]):02}" if name.startswith("E") else f"{number(name):02}"
        return f"frus{years}v{volume}{suffix}"


def _unpaged(document: Document) -> str:
    """The text with blanks in place of its page marks: "Document [Page 5] 12" is one reference."""
    parts: list[str] = []
    at = 0
    for page in document.of("pb"):
        parts += (document.source.text[at : page.span.start], " " * len(page.span))
        at = page.span.end
    return "".join([*parts, document.source.text[at:]])


def _ref(start: int, end: int, target: str) -> Annotation:
    return Annotation("ref", Span(start, end), {"target": target}, source=SOURCE)


def _further(match: re.Match[str], prefix: str, first: str = "n", group: str = "more") -> Iterator[Annotation]:
    """The other numbers of a list, those that end a range among them; "948–49" ends with 949."""
    before, start = match[first], match.start(group)
    for digits in forms.NUMBER.finditer(match[group] or ""):
        told = digits.group()
        dash = match[group][: digits.start()].rstrip()[-1:] in "–-"
        whole = before[: -len(told)] + told if dash and len(told) < len(before) else told
        yield _ref(start + digits.start(), start + digits.end(), prefix + whole)
        before = whole

"""The forms in which a text refers to documents, footnotes, pages and volumes."""

from __future__ import annotations

import re

_ROMAN = r"[IVXLC]+|[ivxlc]+|E[–-]\d{1,2}"
_YEARS = r"(?P<y1>1[89]\d\d|20\d\d)(?:\s?[–-]\s?(?P<y2>(?:1[89]|20)?\d\d))?"
_VOLUME = rf"(?:[Vv]ol(?:ume|\.)\s(?P<roman>{_ROMAN})\b(?:,\s[Pp]art\s(?P<part>\d|[IVX]+)\b)?)"
_NUMBERS = r"(?P<n>\d{1,4})(?P<more>(?:(?:,\s?and\s|,\s?|\sand\s|\sor\s|\s?[–-]\s?)\d{1,4}(?![\d/:.]\d|\w))*)"
VOLUME = re.compile(
    rf"Foreign\sRelations(?:\sof\sthe\sUnited\sStates)?,\s{_YEARS},\s{_VOLUME}"
    rf"(?P<detail>(?:,\s(?!Documents?\s\d|p)[^,.()\[\]]{{3,60}}){{0,3}}?(?:,\s(?:pp?\.|pages?)\s[\d–-]+)?,?\s"
    rf"(?:\((?=Document)|)(?P<word>Documents?)\s{_NUMBERS}\)?)?"
)
TITLE = re.compile(r",\s(?:The\s)?[A-Z][^,.()\[\]\d]{3,80}(?=,\spp?\.|[.)]|$)")
"""The title of a volume behind its number: "vol. XVI, Cyprus; Greece; Turkey." (FRUS 1977–80 volume XXI, d162)."""
DESCRIBED = re.compile(r":\s[^.;:()\[\]]{5,160}?,\sp\.\s(?P<n>\d+)")
"""A document of a volume, in words: "Foreign Relations, 1947, vol. i: Recommendation by …, p. 777" (FRUS 1948)."""
PASSIM = re.compile(r",\spassim\b")
_PAGES = r"p(?:p?\.|ages?)\s(?P<n>\d+)(?P<more>(?:(?:,\s|\sand\s|,\sand\s|\s?[–-]\s?)\d+(?!\w))*)"
PAGE_OF_VOLUME = re.compile(
    rf"(?:(?:(?:Foreign\sRelations|[Ii]bid\.),\s{_YEARS},\s|\b)[Vv]ol(?:ume|\.)\s(?=[ivxl])"
    rf"|(?<=[Ss]ee\s)[Vv]olume\s|(?<=in\s)[Vv]olume\s)"
    rf"(?P<roman>{_ROMAN})(?:,\s[Pp]art\s(?P<part>\d))?,\s{_PAGES}"
)
"""A volume of the same years needs no title: "see volume II, pages 867 ff." (FRUS 1948 volume I part 2, d1)."""
TWO_VOLUMES = re.compile(rf"(?:(?<=[Ss]ee\s)|(?<=in\s))[Vv]olumes\s(?P<roman>{_ROMAN})\sand\s(?P<second>{_ROMAN})\b")
PAGE_OF_PART = re.compile(rf"\b[Pp]art\s(?P<part>\d)\sof\sthis\svolume,\s{_PAGES}")
PAGE_OF_YEAR = re.compile(rf"Foreign\sRelations,\s(?P<y1>1[89]\d\d),\s{_PAGES}")
LOCAL = re.compile(
    rf"(?<!\d,\s)(?:[Ff]ootnotes?|fn\.)\s(?P<fn>\d{{1,3}})(?!\d|,?\s(?:[Ii]bid|to\s(?!Doc)|there|p\.\s))(?:(?:[,.]|\sto|\sin)\sDocument\s?(?P<fnd>\d{{1,4}})\b|(?:,\s(?P<near>supra|infra))?(?P<fnmore>(?:(?:,\s|\sand\s|\s?[–-]\s?)\d{{1,3}}(?!\w))*))"
    rf"|\b[Dd]ocuments?\s*{_NUMBERS}(?P<andfn>\sand\sfootnote\s(?P<nfn>\d+)(?!,\sDoc))?"
    r"|(?:(?<=[Aa]nte,\s)|(?<=[Pp]ost,\s)|(?<=[Ss]ee\s)|(?<=,\s)|(?<=printed\s)|(?<=\())p(?:p?\.|ages?)\s(?P<page>\d+)(?P<pagemore>(?:(?:\s?[–-]\s?|\sand\s)\d+(?!\w))*)"
)
OTHER_BOOK = re.compile(
    r"[Vv]ol\b|[Ii]bid|Bulletin|Treat|Stat\.|Series|Congress|Papers|Yearbook|Record|Press|University|Relations"
    r"|\b[A-Z]\w+, 19\d\d,|\b[A-Z][a-z]+(?:\sand\s[A-Z][a-z]+|\sDiaries),\s$"
)
"""A page of another book: only the volumes up to 1951 refer to their own documents by page."""
IBID = re.compile(r"\b[Ii]bid\.,?\s?$")
FOREIGN = re.compile(r"(?:U\.?N\.?|JCS|NSC|UN|GATT|Conf\.|NATO|Senate|House|Congress|C|Council)\s$")
WORDS = ("ocument", "ootnote", "fn.", "Foreign", "ol. ", "olume", "p. ", "(p.", " page")
"""One of these is in every reference: what has none is not searched."""
NUMBER = re.compile(r"\d+")
OWN_PAGE = re.compile(r"(?:[Aa]nte|[Pp]ost|[Ss]ee),?\s$")
ALL = (PAGE_OF_VOLUME, PAGE_OF_YEAR, PAGE_OF_PART, TWO_VOLUMES, VOLUME, LOCAL)
"""Of forms that begin at one place the first counts."""

"""What is imperfect about a document: typed, placed, sorted, and never thrown away.

A code is "stage.problem" and is never renamed: scripts filter by it. `CODES` lists every code with what it means;
a diagnostic of an unlisted code can't be made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeVar

Result = TypeVar("Result")
Severity = Literal["error", "warning", "info"]
RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; line and column count from 1, 0 means "the file as a whole"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: `hint` says what an editor can do about it, `rule` where the rule stands that is broken."""

    code: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"diagnostic code {self.code!r} is not listed in tei_tools.diagnostics.CODES")

    def __str__(self) -> str:
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        rule = f"\n    rule: {self.rule}" if self.rule else ""
        return f"{self.place}: {self.severity}: {self.message} [{self.code}]{hint}{rule}"

    def as_json(self) -> dict[str, Any]:
        """The fields by name; without `rule` where no rule is named."""
        return {name: value for name, value in asdict(self).items() if name != "rule" or value}


def apart(results: Iterable[Result | Diagnostic], found: list[Diagnostic]) -> list[Result]:
    """The other ones among results; diagnostics go to `found`."""
    others: list[Result] = []
    for result in results:
        if isinstance(result, Diagnostic):
            found.append(result)
        else:
            others.append(result)
    return others


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each problem once, by place, then severity and code: the same problems always print alike."""
    return sorted(set(diagnostics), key=lambda d: (d.place, RANK[d.severity], d.code, d.message))


CODES: dict[str, str] = {
    "read.encoding-assumed": "The bytes are not UTF-8 and declare no encoding: the most likely one was taken.",
    "read.not-nfc": "The text has decomposed characters. They are kept as they are; matching folds them.",
    "segment.no-head": "The document does not begin with a heading.",
    "segment.no-number": "The heading has no document number; the file's name gives the id.",
    "segment.line-hyphen": "Hyphens part words at line ends. They are kept: some may be the words' own.",
    "recognise.note-call-missing": "A note of the list is not called in the text.",
    "recognise.note-missing": "A number in the text looks like a note call, but the list has no such note.",
    "recognise.note-number-repeated": "Two notes of the list have one number.",
    "recognise.note-number-order": "The numbers of the notes do not rise by one.",
    "recognise.note-renumbered": "The list counts its notes anew; the printed numbers were taken from the calls.",
    "recognise.page-order": "A page number does not follow the one before it.",
    "recognise.page-repeated": "Two page markers have one number.",
    "recognise.page-form": "Something looks like a page marker, but the text marks its pages in another form.",
    "recognise.overlap": "Two annotations claim the same text; the longer one was kept.",
    "link.crosses-markup": "A name crosses markup that a TEI file has already, and was not tagged.",
    "link.entry-double": "A list of persons has one entry twice.",
    "link.entry-open": "An entry of a list of persons points at an entry that is not there.",
    "link.entry-dates": "An office of a list of persons ends before it begins.",
    "link.duplicate-number": "Two documents of the collection have one number.",
    "link.reference-open": "A cross-reference points at nothing that is known.",
    "link.person-ambiguous": "A name may mean several persons of the authority file.",
    "link.name-ambiguous": "A name may mean several entries of a list of places or organisations.",
    "link.person-unknown": "A name that is in no authority file.",
    "link.decision-gone": "A decision's words stand nowhere any more, so it was not obeyed.",
    "link.decision-ambiguous": "A decision's words stand in several places, and it does not say which is meant.",
    "link.decision-conflict": "Two decisions contradict each other; the later row was obeyed.",
    "link.decision-unfit": "A decision can't be obeyed where it stands.",
    "link.decision-elsewhere": "Decisions about documents or names that this collection does not have.",
    "validate.unreadable": "The file can't be read.",
    "validate.given-up": "The file was not checked: it ended its worker, or took longer than it may.",
    "validate.well-formed": "The file is no well-formed XML.",
    "validate.grammar": "The TEI breaks the grammar.",
    "validate.pointer": "A pointer leads to nothing.",
    "validate.pointer-outside": "A pointer leads out of the collection, where nothing here can follow it.",
    "validate.duplicate-id": "Two elements have one xml:id, or two documents of an edition.",
    "validate.entry-conflict": "Two files of an edition mean two persons, organisations or places by one xml:id.",
    "validate.not-conserved": "The text of the TEI differs from the text of the source.",
    "validate.markup-lost": "A piece of declared markup can't be made again from its element.",
    "validate.more": "There are more problems of one kind in a file than are listed one by one.",
    "validate.document-id": "The id of a document does not follow from its number.",
    "validate.note-id": "The id of a note does not follow from that of its document.",
    "validate.page-id": "The id of a page does not follow from its number.",
    "validate.attachment-id": "The id of an attachment does not follow from that of its document.",
    "validate.page-repeated": "Two page breaks have one number.",
    "validate.page-order": "A page number does not follow the one before it.",
    "validate.page-first": "A page break is the first thing in a paragraph or its like; it stands before it.",
    "validate.page-last": "A page break is the last thing in a paragraph or its like; it stands after it.",
    "validate.page-in-word": "A page breaks inside a word and does not say so.",
    "validate.page-between-words": "A page break says that it is inside a word, but a blank stands beside it.",
    "validate.note-repeated": "Two notes of a document have one number.",
    "validate.note-order": "The numbers of the notes do not rise by one.",
    "validate.note-unnumbered": "A note at the foot of the page has no number.",
    "validate.note-empty": "A note has no text.",
    "validate.note-space": "A blank stands before the call of a note.",
    "validate.note-nested": "A note stands inside another one.",
    "validate.head-empty": "A heading has no words.",
    "validate.paragraph-empty": "A paragraph is empty.",
    "validate.gap-bracket": "A gap does not stand before the bracket that says what was left out.",
    "validate.table-columns": "A row has more cells than its table has columns.",
    "validate.name-nested": "A personal name stands inside another one.",
    "validate.reference-nested": "A reference stands inside another one.",
    "validate.person-entry": "The name of a person points at something that is no person.",
    "validate.organisation-entry": "The name of an organisation points at something that is none.",
    "validate.place-entry": "The name of a place points at something that is no place.",
    "validate.term-entry": "A term points at something that is no entry of a list of terms.",
    "validate.responsibility-entry": "The attribute resp points at nobody who could be responsible.",
    "validate.date-conflict": "The attributes of a date say two things of one time.",
    "validate.date-order": "A period ends before it begins.",
    "validate.date-year": "The text of a date has another year than its attributes.",
    "validate.part-main": "A main part is not the first of the parts of a document, or the only one.",
    "validate.document-number": "The heading of a document has another number than its division.",
    "validate.language-undeclared": "A language is used that the header does not declare.",
    "validate.header-date": "The header has another date than the dateline.",
    "validate.header-person": "The header names a person to whom no name of the text points.",
    "validate.header-role": "The text has a sender or addressee who is none in the header.",
    "validate.schematron": "A rule of an editor's own Schematron is broken.",
    "validate.schema-unknown": "The document names a schema that no catalog knows; it was not checked against it.",
    "validate.rule-failed": "A Schematron rule could not be checked.",
    "import.no-volume": "The file is no volume: no TEI, or without documents.",
    "import.no-id": "A document has no xml:id.",
    "import.id-repeated": "Two elements of the volume have one xml:id.",
    "import.element": "An element is none of ours here; its words were kept",
    "import.attribute": "An attribute is none of ours here, and was left out",
    "import.pointer": "A pointer leads to nothing in the volume",
    "import.page-moved": "A page break opened or closed a block, and now stands outside of it",
    "import.comment": "A comment was left out",
    "import.list-markup": "An entry of a list has markup that authority files lack; its words were kept.",
    "import.section": "A part of the volume is no document and no list; it stays in the frame.",
    "import.between": "Something stands between the documents of a chapter; it stays in the frame.",
    "import.not-conserved": "The words of a document differ from those of the volume; it was not written.",
    "import.not-valid": "A document would break the grammar or the rules; it was not written.",
    "publish.edited": "The file was changed by hand since the tool wrote it, so it was left alone.",
    "publish.picture-missing": "A picture can't be a part of the e-book, which has its words instead.",
    "publish.picture-undescribed": "A picture has no description for those who can't see it.",
    "publish.missing-glyph": "No font has a glyph for a character.",
    "publish.not-conserved": "The words of a file that was made of a TEI document are not those of the document.",
    "publish.low-contrast": "A colour of the site can't be read by everybody on one of its grounds.",
    "publish.dead-link": "A page of prose has a link to a page that the site has not.",
    "publish.search-missing": "The site was made without search, because Pagefind is not installed.",
    "publish.parquet-missing": "The tables were written as CSV only, because pyarrow is not installed.",
    "publish.nothing-to-write": "No document has what a format is about, so it has no file.",
    "publish.typst-warning": "Typst set the pages, and warned of something.",
    "transform.dead-pointer": "A pointer leads to nothing that the edition has, so it became no link.",
    "transform.wording-missing": "The wording of the interface lacks an entry.",
    "transform.message": "A stylesheet reported a problem.",
}

"""What holds for any text: no error but our own, nothing lost, valid TEI, offsets that hold, the same bytes twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_tools.errors import TeiToolsError
from tei_tools.model import Document
from tei_tools.pipeline import Converted, Settings, Source, convert
from tei_tools.transform import transform
from tests.case_files import shown

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
TEI = "{http://www.tei-c.org/ns/1.0}"
SETTINGS = Settings()

# What texts are made of: all that the recognisers look for, whole and in pieces, and any character that XML can hold.
MARKS = [
    "[Page 7]", "[Page 8]", "[Page xiv]", "[Page", "Page 7]", "1", "2", "12", "19512", ".2", ",3", "”1", "*", "†", "a",
    "1.", "(a)", "•", "[name not declassified]", "[3 lines not declassified]", "See Document 12", "4 p.m.1", "Source: ",
    "footnote 2, Document 5", "Documents 3 and 4", "Washington, May 3, 1951.", "undated", "Dear Sir:", "Sincerely,",
    "Foreign Relations, 1961–1963, vol. XII, Document 276", "P.S. ", "\u00a0", "\u200b", "\u2028", "e\u0301", "\ufeff",
    "𝔸", "<p>", "&amp;", "]]>", "--", "\t", " ", "  ", "    ",
]  # fmt: skip
WORDS = ["the", "Secretary", "of", "State", "agreed", "that", "President", "Reagan", "would", "write", "to", "Moscow"]
LINES = [
    "[Page 621]", "SUBJECT", "PARTICIPANTS", "Attachment", "[Enclosure]", "Tab A2", "a.", "Rusk", "Editorial Note",
    "Washington, March 3, 1965.", "secret", "Dear Mr. President,", "Sincerely yours,", "1", "No. 12", "a\tb\tc", "\t",
    "Letter From the Ambassador to the Secretary3", "A/B Files: Lot 3", "Subject: x", "13. Letter From X to Y1",
]  # fmt: skip
HEADS = [
    "12. Letter From the Ambassador to the Secretary1", "12. Editorial Note", "No. 12", "A/12–847: Telegram", "12. ",
    "12. Telegram From X to Y, October 20, 196912", "Memorandum", "", "[Page 5]",
]  # fmt: skip
STARTS = ["  • ", "    • ", "      • ", "  1. ", "  2. ", "  * ", "    ", "\t"]
CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"))
PIECE = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(MARKS), st.text(CHARACTERS, max_size=8)
)
SENTENCE = st.builds(lambda pieces, blank: blank.join(pieces), st.lists(PIECE, max_size=8), st.sampled_from(["", " "]))
LINE = st.one_of(SENTENCE, st.builds("{}{}".format, st.sampled_from(STARTS), SENTENCE), st.sampled_from(LINES))
BREAK = st.sampled_from(["\n", "\n\n", "\n\n\n", "\n\n\n\n", "\n \n", "\r\n\r\n"])
NOTE = st.builds("\n  {}. {}".format, st.sampled_from(["0", "1", "2", "3", "12", "a"]), SENTENCE)
TEXT = st.builds(
    lambda head, lines, notes: head + "".join(before + line for before, line in lines) + "".join(notes) + "\n",
    st.sampled_from(HEADS),
    st.lists(st.tuples(BREAK, LINE), max_size=12),
    st.lists(st.one_of(NOTE, st.builds("\n    {}".format, LINE)), max_size=5),
)
MODEST = settings(
    max_examples=150,
    suppress_health_check=list(HealthCheck),
    deadline=None,
    phases=(
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ),  # add Phase.shrink to find the smallest text: it takes minutes
)


def run(data: bytes) -> Converted:
    (result,) = convert([Source(Path("case.txt"), data)], SETTINGS)
    return result


def judge(text: str) -> None:
    """A text becomes valid TEI that conserves it, or is refused with a reason; twice the same."""
    result = run(text.encode("utf-8"))
    if result.error:
        assert isinstance(result.error, TeiToolsError)
        assert result.error.message
        return
    assert [str(d) for d in result.diagnostics if d.severity == "error"] == []
    assert result.tei is not None
    assert result.parts
    for part in result.parts:
        offsets_hold(part.document)
        no_letter_is_lost(part.document, part.tei)
    read = "".join(part.document.source.text for part in result.parts)
    assert letters(read) == letters(text), "a text of several documents is cut, and nothing is lost by it"
    again = run(text.encode("utf-8"))
    assert (again.tei, again.diagnostics) == (result.tei, result.diagnostics)


def offsets_hold(document: Document) -> None:
    for annotation in document.annotations:
        words = document.source.slice(annotation.span)
        assert len(words) == len(annotation.span)
        if annotation.element == "pb":
            assert words == f"[Page {annotation.attributes['n']}]"
        if annotation.element == "note":
            assert words in {"", annotation.attributes["n"]}
    assert len(document.of("note")) == len(document.notes)
    for block in document.blocks:
        for part in block.walk():
            assert 0 <= part.span.start <= part.span.end <= len(document.source.text)
            assert all(part.span.start <= c.span.start and c.span.end <= part.span.end for c in part.children)


def no_letter_is_lost(document: Document, tei: bytes) -> None:
    """An argument of its own, beside the proof: the number of letters."""
    markers = [part.marker for block in document.blocks for part in block.walk() if part.marker]
    markup = [annotation.span for annotation in (*document.of("pb"), *document.of("note"))]
    root = etree.fromstring(tei).find(f"{TEI}text")
    assert root is not None
    encoded = letters("".join(root.itertext(etree.Element)))
    assert encoded == letters(document.source.text) - sum(
        letters(document.source.slice(s)) for s in (*markers, *markup)
    )


def letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


@MODEST
@given(TEXT)
@example("120. Memorandum of Conversation\n\nThe paper was read.\n\n  1. Source: Files.\n  2. Not printed.\n")
@example("120. Memorandum of Conversation\n\nThe paper was read.\n\n  • \n")
@example("120. Memorandum of Conversation1\n\nThe paper was read.2\n\n  1. Source: Files.\n  2. \n")
def test_any_document_becomes_valid_tei_that_conserves_it(text: str) -> None:
    judge(text)


@MODEST
@given(st.lists(LINE, min_size=1, max_size=15).map("\n".join))
def test_any_lines_do(text: str) -> None:
    judge(text)


@settings(MODEST, max_examples=60)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_any_characters_are_encoded_or_refused(text: str) -> None:
    judge(text)


@settings(MODEST, max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_encoded_or_refused(data: bytes) -> None:
    result = run(data)
    assert (result.tei is None) == (result.error is not None)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_text_of_a_seeds_tei_becomes_the_same_tei(path: Path) -> None:
    (first,) = convert([Source(path)], SETTINGS)
    assert first.tei is not None
    text = transform(first.tei, "text").text
    (second,) = convert([Source(path, text.encode("utf-8"))], SETTINGS)
    assert second.tei is not None
    assert shown(second.tei) == shown(first.tei)

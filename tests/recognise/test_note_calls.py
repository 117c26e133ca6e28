"""note_calls: one call among the numbers of a sentence, and which of them it is."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.case_files import TEI, converted


def called(sentence: str, notes: int = 1, first: int = 1) -> list[str]:
    """The text before each call of a paragraph whose notes count from `first`."""
    listed = "".join(f"  {n}. Not printed.\n" for n in range(first, first + notes))
    result = converted(f"Memorandum for the Files\n\n{sentence}\n\n{listed}")
    assert result.tei is not None, result.diagnostics
    found = etree.fromstring(result.tei).iterfind(f".//{TEI}note[@place='bottom']")
    return [before(note) for note in found]


def before(note: etree._Element) -> str:
    """The word before a note."""
    previous, parent = note.getprevious(), note.getparent()
    text = (previous.tail or "".join(previous.itertext())) if previous is not None else (parent.text or "")
    return text.split(" ")[-1]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("They met on August 9, 19511 in Paris.", "1951"),
        ("They met on August 91 in Paris.", "9"),
        ("In 1951 they met,1 and in 1961 too.", "met,"),
        ("They met at 11:01 a.m.1 in Paris.", "a.m."),
        ("It cost $1, or 1 percent, or 1.1 million, as he said.1", "said."),
        ("Telegram 6301 and vol. 1 and paragraph 1 were read.1", "read."),
        ("The F–1 and the B1 flew over Article 1.1 It was seen.", "1."),
        ("1. It was “seen.”1 Then it went.", "“seen.”"),
        ("He wrote (in haste)1 to us.", "haste)"),
        ("It is so—he said1—and went.", "said"),
        ("It is so:1 he went.", "so:"),
        ("Re paragraph 11 your 42301 you may inform Ely.", "4230"),
        ("We hope to have a redraft by 2:15 today under Article 511 of the Charter.", "51"),
        ("It responds to your 11 April memorandum and to Attachment No. 11 too.", "1"),
        ("Bonn telegrams 207 and 2081 venture to submit reflections.", "208"),
        ("The levels in Washington are s1ivina your message 3831 and others.", "383"),
        ("The year 1951, the number 101, and the call1", "call"),
    ],
)
def test_the_call_among_decoys(sentence: str, word: str) -> None:
    assert called(sentence) == [word]


def test_calls_rise_though_decoys_stand_between() -> None:
    sentence = "One1 of 2 men, two2 of 3, on May 3, 1951,3 in vol. 4, saw telegram 44 and said so.4"
    assert called(sentence, notes=4) == ["One", "two", "1951,", "so."]


def test_a_call_of_two_digits_is_not_one_of_one() -> None:
    sentence = " ".join(f"word{n}" for n in range(1, 13))
    assert called(sentence, notes=12) == ["word"] * 12


def test_a_long_text_takes_no_long_time() -> None:
    """Two thousand numbers and two hundred notes: the sequence is found in one pass per note."""
    sentence = " ".join(f"In 19{n % 90 + 10} he saw {n} men,{n}" for n in range(1, 201))
    assert len(called(sentence, notes=200)) == 200

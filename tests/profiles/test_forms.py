"""Forms of marks find what they print, and which page marks a text uses is found by looking at all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_tools import forms, profile, wrapping
from tei_tools.forms import Form
from tei_tools.model import Annotation, Document, SourceText
from tei_tools.note_groups import groups
from tei_tools.pipeline import Settings, Source, prepare
from tei_tools.recognise import note_calls, note_marked, note_problems, note_puzzle, pb
from tei_tools.segment import lines

PLAIN = profile.load("plain")
ALL = [*PLAIN.page_forms, *PLAIN.note_calls, *PLAIN.note_labels, *profile.load("frus").note_labels]


def source(text: str) -> SourceText:
    starts = (0, *(i + 1 for i, c in enumerate(text) if c == "\n"))
    return SourceText(text, "d.txt", "utf-8", "", starts)


@given(st.sampled_from([form for form in ALL if form.count in ("n", "sup")]), st.integers(1, 999))
def test_a_form_finds_what_it_prints(form: Form, number: int) -> None:
    printed = form.printed(str(number))
    assert [mark.n for mark in forms.find(form, printed)] == [str(number)]
    assert form.is_printed(printed, str(number))
    assert not form.is_printed(printed, str(number + 1))
    assert not form.is_printed(f"word {printed}", str(number))


@pytest.mark.parametrize("text", ["", " ", "{n}{n}", "{n} of {sup}"])
def test_what_is_no_form(text: str) -> None:
    with pytest.raises(ValueError, match="no form"):
        Form(text)


def test_a_form_takes_what_it_counts_with() -> None:
    assert Form("[{n}]").takes("12")
    assert Form("{sup}").takes("12")
    assert Form("{a}. ").takes("b")
    assert Form("{s} ").takes("**")
    assert not Form("{n}").takes("a")
    assert not Form("\f").takes("1")


def pages(text: str) -> list[tuple[str, str]]:
    used, _ = forms.pages(PLAIN.page_forms, text)
    return [(mark.form.text, mark.n) for mark in used]


def test_the_form_with_the_best_sequence_is_used() -> None:
    text = "a\n\n{41}\n\nb |7| c {42} d |3| e\n\n{43}\n\nf"
    assert pages(text) == [("{{n}}", "41"), ("{{n}}", "42"), ("{{n}}", "43")]


def test_a_form_feed_is_a_mark_where_text_follows_and_no_number_stands_beside_it() -> None:
    assert pages("a\f\n[p. 12]\nb\fc\n\f\n") == [("[p. {n}]", "12"), ("\f", "")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a\fb\fc", [("2", "low"), ("3", "low")]),
        ("a [p. 12] b\fc", [("12", ""), ("13", "medium")]),
        ("a\fb [p. xv] c\fd", [("xiv", "medium"), ("xv", ""), ("xvi", "medium")]),
    ],
)
def test_pages_without_number_are_counted(text: str, numbers: list[tuple[str, str]]) -> None:

    found = [a for a in pb.recognise(Document(source(text), ()), PLAIN) if isinstance(a, Annotation)]
    assert [(a.attributes["n"], a.attributes.get("cert", "")) for a in found] == numbers


def test_a_hyphen_at_a_line_end_is_told_once() -> None:
    (found,) = lines.hyphens(source("the confer-\nence and the anti-\nCommunist and re-\nply"), PLAIN)
    assert found.code == "segment.line-hyphen"
    assert (found.place.line, found.place.column) == (1, 11)
    assert "line 1, 3" in found.message
    assert lines.hyphens(source("confer-\nence"), profile.load("frus")) == []


WRAPPED = "It is a truth that is told by\nevery one of those who read it\nand by some who do not do so\nat all.\n"


def test_a_wrapped_text_is_told_from_lines_that_are_paragraphs() -> None:
    assert wrapping.width("auto", WRAPPED) == 30
    assert wrapping.width("no", WRAPPED) == 0
    assert wrapping.width("auto", "A line that is a paragraph.\n\nAnother line that is one.\n") == 0
    assert wrapping.width("auto", "roses are\nred and\nviolets are very blue indeed\nas\nwe know\n") == 0
    assert wrapping.width("yes", "A line.\nAnother one.\n") == 12


def test_lines_of_a_wrapped_paragraph_are_one() -> None:
    found = lines.lines(source(WRAPPED), PLAIN)
    assert [line.text for line in found] == [WRAPPED.rstrip("\n")]


def cost(text: str, value: str, form: str) -> list[float]:
    return [place.cost for place in note_marked.candidates(text, value, Form(form))]


def test_what_speaks_against_a_marked_call() -> None:
    assert cost("He said.[1] Then", "1", "[{n}]") == [0.0]
    assert cost("He said [1] then", "1", "[{n}]") == [0.4]
    assert cost("as (1) the first", "1", "({n})")[0] > cost("He said.(1) Then", "1", "({n})")[0] + note_problems.LIKELY
    assert cost("5 km² of land", "2", "{sup}") == [2.0]
    assert cost("land²", "2", "{sup}") == [0.0]
    assert cost("land²³", "2", "{sup}") == []
    assert cost("land^12", "1", "^{n}") == []


def candidates(text: str, value: str) -> list[float]:
    form = Form("{n}")
    runs = note_calls.by_ending(note_calls.DIGITS.finditer(text), 8)
    return [place.cost for place in note_calls.candidates(text, value, "", runs, form)]


@pytest.mark.parametrize(
    "text", ["“12. Wider recognition in the free world", '"12. Wider recognition', "a\n\n  “12. Wider"]
)
def test_the_number_of_a_quoted_paragraph_is_no_call(text: str) -> None:
    """FRUS 1955–57 volume XV, document 222: 12 is no call, and no 1 with call 2 behind it."""
    assert min(candidates(text, "12")) >= note_calls.MISSING
    assert min(candidates(text, "2")) >= note_calls.MISSING


@pytest.mark.parametrize("text", ["his '67 Defense Budget", "the ’67 budget", "(’67 and ’68)", "’67"])
def test_a_year_cut_short_is_no_call(text: str) -> None:
    """FRUS 1964–68 volume XIII, document 193."""
    assert min(candidates(text, "67")) >= 5.0
    assert min(candidates(text, "7")) >= 5.0


def test_a_call_behind_a_quotation_is_one() -> None:
    assert candidates("the ‘truth’12 of", "12") == [0.0]


def test_calls_of_a_second_form_cost_more() -> None:
    (prepared,) = prepare(
        Source(Path("d.txt"), b"12. Letter[1]\n\nA word.(2)\n\n[1] Source: A.\n[2] B.\n"), Settings(profile=PLAIN)
    )
    puzzle = note_puzzle.Puzzle.of(prepared.document, groups(prepared.document), PLAIN)
    square, round_ = Form("[{n}]"), Form("({n})")
    (first,) = puzzle.candidates("2", "", [round_])
    (other,) = puzzle.candidates("2", "", [square, round_])
    assert other.cost == first.cost + note_puzzle.OTHER

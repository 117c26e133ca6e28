"""What only a browser can tell: layout, copied text, the console under the content security policy."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest

Browse = Callable[[str], tuple[str, list[str]]]
PAGES = ("d7.html", "d178.html", "d310.html", "index.html", "persons.html")


def ask(browse: Browse, page: str, question: str, width: int = 1440) -> str:
    dom, console = browse(f"probe.html?page={page}&width={width}&ask={question}")
    found = re.search(r'<pre id="answer">(.*?)</pre>', dom, re.DOTALL)
    assert found, console
    return html.unescape(found[1])


@pytest.mark.parametrize("page", ["d7.html", "index.html", "persons.html"])
def test_the_console_is_silent(browse: Browse, page: str) -> None:
    dom, console = browse(page)
    assert "<h1" in dom
    assert console == []


def test_a_forbidden_script_would_be_heard(browse: Browse) -> None:
    assert "Content Security Policy" in " ".join(browse("broken.html")[1])


@pytest.mark.parametrize("page", PAGES)
def test_nothing_sticks_out_at_360_pixels(browse: Browse, page: str) -> None:
    room, width, wide = ask(browse, page, "overflow", 360).split("|")
    assert (int(width), wide) == (int(room), "")
    assert int(room) == 360


def test_copied_text_has_the_word_whole(browse: Browse) -> None:
    for width in (360, 1440):
        copied = ask(browse, "d178.html", "copied", width)
        assert "was one area in which constructive steps were possible" in copied
        assert "623" not in copied


def test_find_in_page_finds_the_word(browse: Browse) -> None:
    assert ask(browse, "d178.html", "found") == "true"


def test_page_marks_stand_in_the_margin_where_there_is_one(browse: Browse) -> None:
    assert "absolute" not in ask(browse, "d178.html", "marks", 360)
    marks = ask(browse, "d178.html", "marks", 1440).split(" ")
    assert [mark.endswith("absolute") for mark in marks] == [True] * 4


def test_note_calls_can_be_hit(browse: Browse) -> None:
    assert set(ask(browse, "d178.html", "targets", 360).split()) == {"24"}


def test_names_are_underlined_when_asked_for(browse: Browse) -> None:
    assert ask(browse, "d310.html", "dashed") == "none underline"


def test_a_note_comes_beside_the_text_and_the_text_stays(browse: Browse) -> None:
    assert ask(browse, "d178.html", "beside", 1440) == "true true true"


def test_the_fonts_of_the_edition_are_used(browse: Browse) -> None:
    assert "Libertinus Serif" in ask(browse, "d310.html", "font")

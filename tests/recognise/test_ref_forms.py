"""The forms of references: what each finds, and what it leaves alone."""

from __future__ import annotations

import pytest

from tei_tools.recognise import ref_forms


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("VOLUME", "see Foreign Relations, 1969–1976, vol. E–4, Documents on Iran, Document 164.", "E–4"),
        ("VOLUME", "in Foreign Relations, 1952–1954, vol. IX, Part 1, p. 1389", "IX"),
        ("PAGE_OF_VOLUME", "see volume II, pages 867 ff.", "II"),
        ("PAGE_OF_VOLUME", "Foreign Relations, 1947, vol. iv, p. 614", "iv"),
        ("TWO_VOLUMES", "presented in volumes VII and VIII.", "VII"),
    ],
)
def test_a_volume_is_found(form: str, text: str, found: str) -> None:
    match = getattr(ref_forms, form).search(text)
    assert match is not None
    assert match["roman"] == found


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("PAGE_OF_VOLUME", "Foreign Relations, 1952–1954, vol. XIII, Part 2, p. 2309"),
        ("PAGE_OF_VOLUME", "Postwar Foreign Policy, Volume II, page 8"),
        ("LOCAL", "footnote 1 thereto"),
    ],
)
def test_what_is_no_reference_of_its_kind(form: str, text: str) -> None:
    assert getattr(ref_forms, form).search(text) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (", Cyprus; Greece; Turkey. For the account", ", Cyprus; Greece; Turkey"),
        (", The Geneva Conference, pp. 12–14", ", The Geneva Conference"),
        (", see the note.", None),
    ],
)
def test_the_title_of_a_volume_belongs_to_it(text: str, title: str | None) -> None:
    match = ref_forms.TITLE.match(text)
    assert (match and match.group()) == title


def test_a_footnote_of_a_page_is_a_page() -> None:
    match = ref_forms.LOCAL.search("see footnote 18, p. 681")
    assert match is not None
    assert (match["fn"], match["page"]) == (None, "681")

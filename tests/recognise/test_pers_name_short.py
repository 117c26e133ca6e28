"""Initials of speakers and forenames alone: names only where the document has the full one."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tei_tools.api import convert

# FRUS 1969–76 volume XII, document 107, shortened.
CALL = """107. Transcript of Telephone Conversation Between the President's Assistant for National Security Affairs \
(Kissinger) and the Soviet Ambassador (Dobrynin)1

Washington, December 19, 1969, 07:26 p.m.

D: Happy New Year to you.

K: I'm seeing you Monday night?

D: I got a telegram—still in the same position.

K: The final session is Monday.

  1. Source: Library of Congress, Manuscript Division, Kissinger Papers, Box 360.
"""
PERSONS = """Dobrynin, Anatoly F., Soviet Ambassador to the United States
Kissinger, Henry A., Assistant to the President for National Security Affairs
"""
NAME = "{http://www.tei-c.org/ns/1.0}persName"


def names(text: str, folder: Path) -> list[tuple[str, str]]:
    authority = folder / "persons.txt"
    authority.write_text(PERSONS)
    tei = convert(text.encode(), edition="frus1969-76v12", persons=authority).tei
    assert tei is not None
    body = etree.fromstring(tei).find("{*}text")
    assert body is not None
    return [("".join(map(str, name.itertext())), str(name.get("ref"))) for name in body.iter(NAME)]


def test_the_initials_of_speakers_are_the_persons_of_the_heading(tmp_path: Path) -> None:
    found = names(CALL, tmp_path)
    refs = {words: ref for words, ref in found if len(words) > 1}
    initials = [(words, ref) for words, ref in found if len(words) == 1]
    assert initials == [
        (letter, refs[name]) for letter, name in zip("DKDK", ["Dobrynin", "Kissinger"] * 2, strict=True)
    ]


def test_initials_of_nobody_in_the_heading_are_no_names(tmp_path: Path) -> None:
    other = CALL.replace("(Kissinger)", "").replace("(Dobrynin)", "")
    assert all(len(words) > 1 for words, _ in names(other, tmp_path))

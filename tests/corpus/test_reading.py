"""The running text, and from each of its offsets back to the element."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.corpus import Corpus, Reading, document, entries, reading

TEI = '<text xmlns="http://www.tei-c.org/ns/1.0"><body>{}</body></text>'


def read(body: str) -> Reading:
    return reading.read(etree.fromstring(TEI.format(body)))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>To  the\n  President</p><p>Yes</p>", "To the President\nYes"),
        ("<p>construc<pb n='13' break='no'/>tive</p>", "constructive"),
        ("<p>one<lb/>two</p>", "one two"),
        (
            "<p>He,<note xml:id='n1'>See <ref target='#d'>Document 1</ref>.</note> too</p><p>x</p>",
            "He, too\nx\nSee Document 1.",
        ),
        ("<p>to <choice><sic>althogether</sic><corr>altogether</corr></choice> end</p>", "to althogether end"),
        ("<p><choice><abbr>Gen.</abbr><expan>General</expan></choice> X</p>", "Gen. X"),
        ("<list><head>SUBJECT</head>\n<item>Talks</item>\n<item>A <hi>b</hi> </item></list>", "SUBJECT\nTalks\nA b"),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", "a\nb"),
        ("<p> <persName>Reagan</persName> said<!-- no --> so</p>", "Reagan said so"),
        ("<p/><p>  </p><p>a</p>", "a"),
    ],
)
def test_text(body: str, text: str) -> None:
    assert read(body).text == text


def test_every_offset_leads_to_an_element_and_back(cases: Path) -> None:
    for path in sorted((cases / "tei").glob("*.xml")):
        for found in Corpus.read([path]).documents():
            made = found.reading
            assert made.text
            for element, (start, end) in made.spans.items():
                if start < end and element.tag.endswith(("persName", "ref", "term")):
                    assert made.text[start:end] == entries.words(element)
                    inside = made.at(start).element
                    assert inside is element or element in inside.iterancestors()


def test_no_offset_outside() -> None:
    with pytest.raises(IndexError, match="no offset 9"):
        read("<p>a</p>").at(9)


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("Mr. Shultz went. He met Gen. Jones there. They spoke.", "Jones", "He met Gen. Jones there."),
        ("“We agree.” Dobrynin left.", "Dobrynin", "Dobrynin left."),
        ("George F. Kennan wrote it.", "Kennan", "George F. Kennan wrote it."),
    ],
)
def test_sentence(text: str, name: str, sentence: str) -> None:
    made = read(f"<p>Before.</p><p>{text}</p><p>After it.</p>")
    start = made.text.index(name)
    assert made.text[slice(*made.sentence(start, start + len(name)))] == sentence


def test_a_document_says_what_its_header_says(cases: Path) -> None:
    (found,) = Corpus.read([cases / "tei" / "letter.xml"]).documents()
    assert (found.id, found.number, found.kind, found.date) == (
        "d7",
        "7",
        "memorandum of conversation",
        ("1984-02-14",) * 2,
    )
    assert found.place is not None
    assert found.place.name == "Moscow"
    assert found.pages[:3] == ("11", "12", "13")
    doubtful = next(m for m in found.mentions if m.cert == "low")
    assert (doubtful.entry, doubtful.text, doubtful.page) == ("p_GAA1", "The Minister", "13")
    inside = next(m for m in found.mentions if m.text == "INF")
    assert (inside.kind, inside.note) == ("term", "d7fn2")


def test_a_volume_and_its_documents_are_the_same_corpus(
    seeds: Path, tmp_path: Path, run: Callable[..., object]
) -> None:
    run("build", seeds, "-o", tmp_path, "--only", "tei")
    volume = tmp_path / "tei" / "frus1981-88v04.xml"
    apart = Corpus.read(sorted((tmp_path / "tei").glob("d*.xml")))
    both, whole = Corpus.read([tmp_path / "tei"]), Corpus.read([volume])
    assert [d.id for d in both.documents()] == [d.id for d in apart.documents()] == ["d178", "d310"]
    for one, other in zip(apart.documents(), whole.documents(), strict=True):
        assert (one.text, one.senders, one.date) == (other.text, other.senders, other.date)
    assert document.documents
    assert set(apart.entries) == set(whole.entries) | set(both.entries)

"""Letters, a telegram and memoranda of three volumes gain a `correspDesc`, and keep every character.

The excerpts are documents of Foreign Relations of the United States (1961–1963, volume IV; 1969–1976, volume XII;
1977–1980, volume XXI), in the public domain, as `tei-tools import` reads them, without their `correspDesc`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_tools import convert

EXCERPTS = Path(__file__).parent / "excerpts"
MEMORANDUM, STUDY, LETTER, TELEGRAM = (
    f"{name}.xml" for name in ("frus1961-63v04-d194", "frus1969-76v12-d6", "frus1977-80v21-d148", "frus1977-80v21-d212")
)
TO = [("orgName", "Secretary of State", ""), ("orgName", "Secretary of Defense", "")]
SAID = {
    MEMORANDUM: (
        [
            ("persName", "McGeorge Bundy", "#p_BMG1"),
            ("placeName", "Washington", ""),
            ("date", "October 11, 1963", "1963-10-11"),
        ],
        [*TO, ("orgName", "Chairman of the Joint Chiefs of Staff", "")],
    ),
    STUDY: (
        [
            ("persName", "Henry A. Kissinger", "#p_KHA1"),
            ("placeName", "Washington", ""),
            ("date", "January 27, 1969", "1969-01-27"),
        ],
        [*TO, ("orgName", "Director of Central Intelligence", "")],
    ),
    LETTER: (
        [
            ("persName", "Carter", "#p_CJE_1"),
            ("placeName", "Washington", ""),
            ("date", "February 21, 1980", "1980-02-21"),
        ],
        [("persName", "Demirel", "")],
    ),
    TELEGRAM: (
        [
            ("orgName", "Department of State", ""),
            ("placeName", "Washington", ""),
            ("date", "January 3, 1981, 0556Z", "1981-01-03T05:56:00"),
        ],
        [("orgName", "Embassy in Greece", "")],
    ),
}


def upgraded(tei: str, tmp_path: Path) -> etree._Element:
    (tmp_path / "d.xml").write_text(tei, "utf-8")
    made = convert(tmp_path / "d.xml")
    assert made.tei is not None, made.diagnostics
    return etree.fromstring(made.tei)


def words(root: etree._Element) -> str:
    text = root.find("{*}text")
    assert text is not None
    return "".join(text.itertext())


def said(root: etree._Element, kind: str) -> list[tuple[str, str, str]]:
    """(element, words, @ref or @when) of an action, without the notes on evidence."""
    found = root.iterfind(f"{{*}}teiHeader/{{*}}profileDesc/{{*}}correspDesc/{{*}}correspAction[@type='{kind}']/*")
    return [
        (str(etree.QName(e).localname), "".join(e.itertext()), e.get("ref") or e.get("when") or "")
        for e in found
        if etree.QName(e).localname != "note"
    ]


@pytest.mark.parametrize("name", SAID)
def test_who_wrote_to_whom_when_and_where(name: str, tmp_path: Path) -> None:
    tei = (EXCERPTS / name).read_text("utf-8")
    assert "<correspDesc" not in tei
    root = upgraded(tei, tmp_path)
    assert (said(root, "sent"), said(root, "received")) == SAID[name]
    assert words(root) == words(etree.fromstring(tei.encode()))
    assert not root.findall(".//{*}text//{*}persName//{*}persName"), "what is tagged is not tagged again"


@pytest.mark.parametrize("name", SAID)
def test_a_dateline_without_tags_says_the_same(name: str, tmp_path: Path) -> None:
    """Place and date are tagged, too, as they are in plain text."""
    tei = (EXCERPTS / name).read_text("utf-8")
    line = re.search("<dateline>.*?</dateline>", tei)
    assert line is not None
    bare = re.sub(r"</?(placeName|date)\b[^>]*>", "", line[0])
    root = upgraded(tei.replace(line[0], bare), tmp_path)
    assert [(name, text) for name, text, _ in said(root, "sent")] == [(n, t) for n, t, _ in SAID[name][0]]
    assert said(root, "sent")[-1][2].startswith(SAID[name][0][-1][2][:10])
    dateline = root.find(".//{*}dateline")
    assert dateline is not None
    assert [etree.QName(e).localname for e in dateline] == ["placeName", "date"]
    assert words(root) == words(etree.fromstring(tei.encode()))


def test_a_header_without_profile_gets_one(tmp_path: Path) -> None:
    tei = (EXCERPTS / TELEGRAM).read_text("utf-8")
    root = upgraded(re.sub("<profileDesc>.*</profileDesc>", "", tei, flags=re.DOTALL), tmp_path)
    assert said(root, "received") == SAID[TELEGRAM][1]


def test_what_the_header_says_of_correspondence_stays(tmp_path: Path) -> None:
    own = '<correspDesc><correspAction type="sent"><name>Somebody</name></correspAction></correspDesc></profileDesc>'
    tei = (EXCERPTS / LETTER).read_text("utf-8").replace("</profileDesc>", own)
    root = upgraded(tei, tmp_path)
    assert (said(root, "sent"), said(root, "received")) == ([("name", "Somebody", "")], [])


def test_a_conversation_has_no_sender(tmp_path: Path) -> None:
    tei = (EXCERPTS / TELEGRAM).read_text("utf-8")
    head = "212. Telegram From the Department of State to the Embassy in Greece"
    assert head in tei
    root = upgraded(tei.replace(head, "212. Memorandum of Conversation"), tmp_path)
    assert root.find(".//{*}correspDesc") is None


def test_the_dateline_of_an_attachment_is_not_that_of_the_letter(tmp_path: Path) -> None:
    tei = (EXCERPTS / LETTER).read_text("utf-8")
    opener = re.search("<opener>.*?</opener>", tei)
    assert opener is not None
    attached = f'<div type="attachment" xml:id="d148a1"><head>Attachment</head>{opener[0]}<p>Words.</p></div>'
    main = re.search(r"(<head>148.*?</head>)(.*)(</div>\s*</body>)", tei, re.DOTALL)
    assert main is not None
    body = main[2].replace(opener[0], "<opener><salute>Dear Mr. Prime Minister:</salute></opener>")
    tei = tei.replace(main[0], f'{main[1]}<div type="main">{body}</div>{attached}{main[3]}')
    root = upgraded(tei, tmp_path)
    assert [name for name, *_ in said(root, "sent")] == ["persName", "date"], "no place"
    date = root.find(".//{*}correspAction/{*}date")
    assert date is not None
    assert (date.get("notBefore"), date.get("when"), date.get("cert")) == ("1980-02-21", None, "medium")

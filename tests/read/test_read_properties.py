"""Whatever the bytes are: a text that keeps its laws, or a `SourceError`, and nothing else."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tei_tools.errors import SourceError
from tei_tools.model import SourceText
from tei_tools.read import read
from tei_tools.read.text import FORBIDDEN

PRINTED = st.characters(codec="utf-8").filter(lambda char: not FORBIDDEN.match(char) and char not in "\r\f\v")
TEXTS = st.text(PRINTED, min_size=1).filter(
    lambda text: text.strip("\ufeff\u200b\u2060").strip() and text[0] != "\ufeff"
)
ODD = st.sampled_from(
    [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x93", b"\xed\xa0\x80", b"\0", b"\r\n", b"\f", b"a "]
)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_declared_encoding_gives_the_text_back(text: str, encoding: str, newline: str) -> None:
    if encoding == "utf-8" and re.match(r"%PDF-|PK\x03|\{\\rtf|GIF8", text):
        return
    source, diagnostics = read(None, text.replace("\n", newline).encode(encoding))
    assert source.text == text
    assert all(diagnostic.code == "read.not-nfc" for diagnostic in diagnostics)


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=200), st.lists(st.one_of(ODD, st.binary(max_size=6)), max_size=12).map(b"".join)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source, _ = read(None, data)
    except SourceError as error:
        refusal = error
    else:
        check(source)
        return
    assert refusal.place.startswith("stdin")
    assert refusal.remedy


def check(source: SourceText) -> None:
    assert source.text.strip()
    assert not FORBIDDEN.search(source.text)
    assert not set("\r\v") & set(source.text)
    assert [source.text[start - 1] for start in source.lines[1:]] == ["\n"] * source.text.count("\n")
    for offset in (0, len(source.text) // 2, len(source.text)):
        place = source.place(offset)
        assert source.lines[place.line - 1] + place.column - 1 == offset

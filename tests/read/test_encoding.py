"""Encodings: what is declared is obeyed, what is guessed is said to be guessed, what is broken is placed."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from tei_tools.errors import SourceError
from tei_tools.read import read

RUSSIAN = "Посольство СССР в Вашингтоне. Товарищ Громыко сказал, что встреча состоится в январе. " * 3
JAPANESE = "外務省は日米安全保障条約の改定について、米国側と協議した。" * 3


@pytest.fixture
def d36(cases: Path) -> str:
    """FRUS 1955–57, volume I, document 36: French names, curly quotation marks, dashes."""
    return (cases / "read" / "frus1955-57v01-d36.txt").read_text(encoding="utf-8")


def read_bytes(data: bytes) -> tuple[str, str, list[str]]:
    source, diagnostics = read(Path("d.txt"), data)
    return source.text, source.encoding, [diagnostic.code for diagnostic in diagnostics]


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(Path("d.txt"), data)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_declares_the_encoding(d36: str, mark: bytes, encoding: str) -> None:
    assert read_bytes(mark + d36.encode(encoding)) == (d36, encoding, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(d36: str, encoding: str) -> None:
    assert read_bytes(d36.encode(encoding)) == (d36, encoding, ["read.encoding-assumed"])
    assert read_bytes((RUSSIAN + "\r\n").encode(encoding))[0] == RUSSIAN + "\n"


def test_utf16_keeps_characters_beyond_the_first_plane() -> None:
    assert read_bytes(codecs.BOM_UTF16_LE + "a😀b".encode("utf-16-le"))[0] == "a😀b"


def test_a_mark_in_the_middle_is_text() -> None:
    assert read_bytes("a\ufeffb".encode())[0] == "a\ufeffb"


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_western_encodings_by_their_typography(d36: str, encoding: str) -> None:
    assert read_bytes(d36.encode(encoding)) == (d36, encoding, ["read.encoding-assumed"])
    short = "Chernenko’s letter—naïve “café”, Köln"
    assert read_bytes(short.encode(encoding)) == (short, encoding, ["read.encoding-assumed"])


def test_latin_1_is_read_as_what_contains_it() -> None:
    text = "The Chargé, señor Pérez, said ¿no? to the démarche of Thursday, and left for Málaga"
    assert read_bytes(text.encode("latin-1"))[0] == text


def test_dos_encoding() -> None:
    text = "The Chargé in Köln said that the démarche had certain défauts, and took no further steps"
    assert read_bytes(text.encode("cp850"))[:2] == (text, "cp850")


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp")]
)
def test_other_scripts_are_left_to_the_guesser(text: str, encoding: str) -> None:
    decoded, _, codes = read_bytes(text.encode(encoding))
    assert decoded == text
    assert codes == ["read.encoding-assumed"]


def test_the_diagnostic_names_the_encoding(d36: str) -> None:
    _, diagnostics = read(Path("d36.txt"), d36.encode("cp1252"))
    assert "cp1252 was assumed" in diagnostics[0].message
    assert diagnostics[0].severity == "warning"
    assert str(diagnostics[0].place) == "d36.txt"


def test_damaged_utf8_is_not_taken_for_a_legacy_encoding(d36: str) -> None:
    row = d36.index("February 9")
    data = d36[:row].encode() + b"\xff" + d36[row:].encode()
    error = refused(data)
    assert error.place == "d.txt:3:8"
    assert "0xFF" in error.message


def test_utf8_cut_within_a_character() -> None:
    assert refused("“Yes” and “no”".encode()[:-1]).place == "d.txt:1:14"


@pytest.mark.parametrize(
    "data", ["“so” \ud83d".encode(errors="surrogatepass"), b"\xff\xfe" + b"a\0" * 5 + b"\x3d\xd8a\0"]
)
def test_a_lone_surrogate(data: bytes) -> None:
    error = refused(data)
    assert "surrogate" in error.message
    assert error.place == "d.txt:1:6"


def test_utf16_with_half_a_character_at_the_end() -> None:
    assert refused(b"\xff\xfe" + b"a\0b\0c").place == "d.txt:1:3"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "ZIP"),
        (b"{\\rtf1\\ansi Telegram From the Embassy}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00", "binary"),
        (b"\x00\x01\x02\x03" * 40, "binary"),
        (b"text \xff\xfe\xfd\x00 text", "binary"),
    ],
)
def test_a_binary_file_is_no_source(data: bytes, kind: str) -> None:
    error = refused(data)
    assert kind in error.message
    assert error.place == "d.txt"

"""Lines and columns: of tags, attributes and words, in any encoding, and only as far as they are known."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_tools.validate.positions import Positions

SOURCE = """<?xml version="1.0"?>
<a
  one="1"
  xml:id="x" two = '>'>äö𝕏<b/> <c n="7" xml:n="8">words</c>
  <!-- no words --> after<d
/><e>
\tin e</e></a>
"""


def of(name: str, part: str = "", source: bytes = SOURCE.encode()) -> tuple[int, int]:
    elements = list(etree.fromstring(source).iter(etree.Element))
    element = next(element for element in elements if element.tag == name)
    return Positions(source, elements).of(element, part)


@pytest.mark.parametrize(
    ("name", "part", "place"),
    [
        ("a", "", (2, 1)),
        ("a", "@one", (3, 3)),
        ("a", "@xml:id", (4, 3)),
        ("a", "@two", (4, 14)),
        ("a", "text", (4, 24)),
        ("a", "@none", (2, 1)),
        ("b", "", (4, 27)),
        ("c", "@n", (4, 35)),
        ("c", "@xml:n", (4, 41)),
        ("c", "tail", (5, 21)),
        ("d", "", (5, 26)),
        ("e", "text", (7, 2)),
    ],
)
def test_places(name: str, part: str, place: tuple[int, int]) -> None:
    assert of(name, part) == place


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_newlines_of_other_systems(newline: str) -> None:
    source = SOURCE.replace("\n", newline).encode()
    for name, part in [("a", "@two"), ("c", "tail"), ("e", "text"), ("d", "")]:
        assert of(name, part, source) == of(name, part)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings(encoding: str) -> None:
    """Tags have their columns; attributes that of their tag, where the bytes are not those of UTF-8."""
    text = SOURCE.replace("𝕏", "x").replace('1.0"', f'1.0" encoding="{encoding.removesuffix("-sig")}"')
    source = text.encode(encoding)
    assert of("b", "", source) == (4, 27)
    assert of("c", "@n", source)[0] == 4


def test_an_encoding_that_expat_can_not_read() -> None:
    source = '<?xml version="1.0" encoding="EUC-JP"?>\n<a>\n <b/></a>'.encode("euc-jp")
    assert of("b", "", source) == (3, 0)


def test_without_the_bytes_a_line_is_all() -> None:
    (c,) = etree.fromstring(SOURCE.encode()).iter("c")
    assert Positions(None, [c]).of(c) == (4, 0)
    made = etree.Element("x")
    assert Positions(None, [made]).of(made) == (0, 0)


def test_lines_beyond_65535() -> None:
    source = ("<a>" + "\n" * 70_000 + " <b/></a>").encode()
    assert of("b", "", source) == (70_001, 2)


def test_the_first_tag_after_a_byte_order_mark() -> None:
    assert of("a", "@b", b"\xef\xbb\xbf<a b='1'/>") == (1, 4)

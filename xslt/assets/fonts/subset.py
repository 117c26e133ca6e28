"""Make the web fonts again: Libertinus Serif as the typst wheel carries it (the face of the print edition), cut down.

Call: python xslt/assets/fonts/subset.py (needs fonttools and brotli; typst is a dependency of the project)
"""

import io
import struct
from pathlib import Path

import typst
from fontTools import subset
from fontTools.ttLib import TTFont

STYLES = {
    "Libertinus Serif Regular": "regular",
    "Libertinus Serif Italic": "italic",
    "Libertinus Serif Semibold": "semibold",
}
RANGES = (
    "0020-007E,00A0-017F,0192,0218-021B,02BB-02BE,02C6-02DD,0300-0304,0306-030C,0323,0327-0328,1E00-1EF9,2000-2027,"
    "202F-2044,2070-208E,20AC,2116,2122,2150-215E,2190-2193,2212,25A0-25CF"
)
FEATURES = "kern,liga,calt,ccmp,locl,mark,mkmk,onum,lnum,pnum,tnum,smcp,c2sc,sups,case"


def fonts(data: bytes):
    """The OpenType fonts inside a binary file: each begins with OTTO and a table directory."""
    start = -1
    while (start := data.find(b"OTTO\x00", start + 1)) >= 0:
        (tables,) = struct.unpack_from(">H", data, start + 4)
        records = [struct.unpack_from(">4sLLL", data, start + 12 + 16 * row) for row in range(min(tables, 40))]
        size = max((offset + length for _, _, offset, length in records), default=0)
        if 0 < size < 2_000_000:
            yield data[start : start + size]


def main() -> None:
    binary = next(Path(typst.__file__).parent.glob("*.so"))
    wanted = dict(STYLES)
    for data in fonts(binary.read_bytes()):
        font = TTFont(io.BytesIO(data))
        if (style := wanted.pop(str(font["name"].getDebugName(4)), None)) is None:
            continue
        options = subset.Options(flavor="woff2", layout_features=FEATURES.split(","), hinting=False)
        options.desubroutinize = True
        cut = subset.Subsetter(options)
        cut.populate(unicodes=subset.parse_unicodes(RANGES))
        cut.subset(font)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        subset.save_font(font, str(Path(__file__).parent / f"libertinus-serif-{style}.woff2"), options)


if __name__ == "__main__":
    main()

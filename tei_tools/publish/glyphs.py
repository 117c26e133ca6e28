"""The fonts of the pages, and the characters that none of them has.

The fonts inside the typst wheel (Libertinus Serif: Latin, Greek, Cyrillic, Hebrew) are always there. Those of the
packages of the extra `fonts` (Arabic; Chinese, Japanese, Korean) and those of an edition come after them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from typst import Compiler, Fonts, TypstError

from tei_tools.errors import UsageError
from tei_tools.resources import resource

PACKAGES = {"fontpkg_amiri": "Amiri", "noto_cjk_sans_otc": "Noto Sans CJK SC"}
"""Packages that hold fonts, each with the family that is used of it."""
OURS = frozenset({"Libertinus Serif", "New Computer Modern", "New Computer Modern Math", "DejaVu Sans Mono"})
REFUSED = re.compile(r'the text (?:contains the disallowed codepoint )?`"(.+?)"`')
ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass
class Typesetter:
    """A compiler with its fonts: one for the process and a set of font files, so that fonts are read once."""

    compiler: Compiler
    families: tuple[str, ...]
    """Those that the text falls back to, after Libertinus Serif."""
    known: set[str] = field(default_factory=set)
    """Characters that some font has."""
    unknown: set[str] = field(default_factory=set)

    def missing(self, text: str) -> str:
        """The characters of the text that no font has, in their order of code points."""
        asked = {character for character in set(text) if ord(character) > 126} - self.known
        fresh = asked - self.unknown
        if fresh:
            refused = self._refused(sorted(fresh))
            self.unknown |= refused
            self.known |= fresh - refused
        return "".join(sorted(asked & self.unknown))

    def _refused(self, characters: Iterable[str]) -> set[str]:
        """PDF/UA refuses a character that it would have to show as a box, and tells which."""
        fonts = "".join(f'"{name}", ' for name in ("Libertinus Serif", *self.families))
        lines = (f'#"{_carried(character)}";#parbreak();' for character in characters)
        markup = f'#set document(title: "x");\n#set text(font: ({fonts}))\n{"".join(lines)}'
        try:
            self.compiler.compile(markup.encode("utf-8"), format="pdf", pdf_standards="ua-1", sys_inputs=None)
        except TypstError as error:
            texts = (ESCAPE.sub(lambda code: chr(int(code[1], 16)), text) for text in REFUSED.findall(error.diagnostic))
            return set("".join(texts)) & set(characters)
        return set()


def _carried(character: str) -> str:
    """A mark needs a letter to stand on."""
    return ("a" if unicodedata.category(character).startswith("M") else "") + character


@cache
def typesetter(fonts: tuple[Path, ...] = ()) -> Typesetter:
    """The typesetter with these font files beside those of the packages that are installed.

    Raises `UsageError` for a file that is not there, or is no font.
    """
    packages = {name: path for name in PACKAGES if (path := _folder(name))}
    found = Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[*packages.values(), *sorted({path.parent for path in fonts})],
    )
    own = _own(found, fonts)
    compiler = Compiler(root=resource("xslt", "typst"), font_paths=found, ignore_system_fonts=True)
    return Typesetter(compiler, (*own, *(PACKAGES[name] for name in packages)))


def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _own(found: Fonts, fonts: Sequence[Path]) -> tuple[str, ...]:
    """The families of the edition's own files, in the order in which it names them."""
    by_file = {Path(info.path).resolve(): info.family for info in found.fonts() if info.path}
    for path in fonts:
        if path.resolve() not in by_file:
            what = "can't be read as a font" if path.is_file() else "is not there"
            raise UsageError(f"the font {path} {what}", remedy="name files that end in .otf, .ttf or .ttc")
    return tuple(dict.fromkeys(by_file[path.resolve()] for path in fonts))

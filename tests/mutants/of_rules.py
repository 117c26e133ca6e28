"""Every rule of our Schematron, broken three times and more: `rules.txt` says how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.mutants.mutant import Mutant, line_and_column

HERE = Path(__file__).parent
DOCUMENT = (HERE / "valid" / "rules.xml").read_text("utf-8")
BLOCK = re.compile(r"^- (.*)\n\+ (.*)$", re.MULTILINE)


def mutants(_seed: int) -> Iterator[Mutant]:
    """In the file, `§` is where the error must be found; without one, it is where the text was changed."""
    for section in re.split(r"^=== ", (HERE / "rules.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]:
        rule, _, changes = section.partition("\n")
        for count, (old, new) in enumerate(BLOCK.findall(changes), 1):
            assert DOCUMENT.count(old) == 1, f"{rule}: {old!r} must stand once in rules.xml"
            broken = DOCUMENT.replace(old, new if "§" in new else f"§{new}")
            offset = broken.index("§")
            line, column = line_and_column(broken, offset)
            data = broken.replace("§", "").encode()
            yield Mutant((f"validate.{rule}",), f"rule {count}", data, f"validate.{rule}", line, column)

"""Case files of conversions: a title, a source, and the TEI and the diagnostics that are expected of it.

    === title
    the source, every line of it
    --- decisions           where the case is about what editors decided: the table
    --- expected
    the div of the document
    ! code line:column      one line for each diagnostic

A title that ends in "as frus1948v01p2 d1" names the edition under which the source is converted.

`pytest --accept` writes the expected parts anew. Read every change of them as an editor would before it is committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lxml import etree

from tei_tools.decisions import loads
from tei_tools.decisions.lists import extended
from tei_tools.model import Imprint
from tei_tools.pipeline import Converted, Settings, Source, convert

CASES = Path(__file__).parent / "cases"
NS = "{http://www.w3.org/XML/1998/namespace}"
TEI = "{http://www.tei-c.org/ns/1.0}"
DIVIDER = "\n--- expected\n"
DECIDED = "\n--- decisions\n"


@dataclass(frozen=True)
class Case:
    """One case of a file; its lines count from the line behind its title, as the places of diagnostics do."""

    file: str
    title: str
    source: str
    expected: str
    decisions: str = ""

    def __str__(self) -> str:
        return f"{Path(self.file).stem}: {self.title}"

    def check(self, *, accept: bool) -> None:
        """Compare with what the tool gives now, or write that into the file."""
        edition = re.search(r" as (\S+) d\d+$", self.title)
        found = outcome(self.source, edition[1] if edition else "", self.decisions)
        if accept:
            path = CASES / self.file
            written = [replace(c, expected=found) if c.title == self.title else c for c in read(path)]
            path.write_text("\n".join(map(_as_text, written)), encoding="utf-8")
        else:
            assert found == self.expected, f"{self}; if the new one is right: pytest --accept"


def cases(*names: str) -> list[Case]:
    """The cases of files in `tests/cases`, in order."""
    return [case for name in names for case in read(CASES / name)]


def read(path: Path) -> list[Case]:
    parts = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return list(_read(path.relative_to(CASES).as_posix(), parts))


def _read(file: str, parts: Sequence[str]) -> Iterator[Case]:
    titles: set[str] = set()
    for part in parts:
        title, _, rest = part.partition("\n")
        source, _, expected = rest.partition(DIVIDER)
        source, _, decisions = source.partition(DECIDED)
        assert title not in titles, f"{file}: two cases are called {title!r}"
        titles.add(title)
        yield Case(file, title, source.rstrip("\n") + "\n", expected.rstrip("\n"), decisions)


def _as_text(case: Case) -> str:
    decisions = f"{DECIDED}{case.decisions}" if case.decisions else ""
    return f"=== {case.title}\n{case.source.rstrip(chr(10))}{decisions}{DIVIDER}{case.expected}\n"


def converted(text: str | bytes, name: str = "case.txt", edition: str = "", decisions: str = "") -> Converted:
    """One text as TEI, without authority files; `decisions` is a table."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    given = settings(edition)
    if decisions:
        lists, decided = extended(given.authority, loads(decisions.encode(), "decisions.csv"))
        given = replace(given, authority=lists, decisions=decided)
    (result,) = convert([Source(Path(name), data)], given)
    return result


@cache
def settings(edition: str = "") -> Settings:
    return Settings(imprint=Imprint(edition=edition))


def outcome(text: str, edition: str = "", decisions: str = "") -> str:
    """The div of the document, or "nothing is written", and the diagnostics with their places.

    Names of persons have case files of their own: they are left out here.
    """
    result = converted(text, edition=edition, decisions=decisions)
    assert result.error is None, result.error
    lines = [shown(result.tei) if result.tei else "nothing is written"]
    told = [d for d in result.diagnostics if not d.code.startswith("link.person-")]
    lines += [f"! {d.code} {d.place.line}:{d.place.column}" for d in told]
    return "\n".join(lines)


def shown(tei: bytes) -> str:
    """The div of each document as text, without namespace and names, moved to the margin."""
    return "\n".join(map(_shown, etree.fromstring(tei).iterfind(f".//{TEI}div[@type='document']")))


def _shown(div: etree._Element) -> str:
    etree.strip_tags(div, f"{TEI}persName")
    text = etree.tostring(div, encoding="unicode", with_tail=False).replace(f' xmlns="{TEI[1:-1]}"', "")
    return re.sub(r"^ {6}", "", text, flags=re.MULTILINE)

"""What must hold for every text: no error but our own, nothing lost, valid TEI."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tei_tools.authority import load
from tei_tools.pipeline import Settings, Source, convert

FAULT = "a fault of the program"
"""How the pipeline tells an exception that is none of ours: it must never say so."""
SEEDS = Path(__file__).parent.parent.parent / "seeds"


class UnborneError(Exception):
    """A text that the program does not bear; the message tells what went wrong, alike for texts of one cause."""


@dataclass
class Counts:
    """How many texts were judged, and how many of them had what."""

    texts: int = 0
    refused: int = 0
    calls: int = 0
    marks: int = 0
    names: int = 0
    all_three: int = 0
    finds: dict[str, str] = field(default_factory=dict)


def settings() -> Settings:
    return Settings(authority=load(SEEDS / "persons.xml", "persons"))


def judge(text: str, given: Settings, counts: Counts) -> None:
    """Count a text; raises `UnborneError`."""
    counts.texts += 1
    (result,) = convert([Source(Path("fuzz.txt"), text.encode("utf-8"))], given)
    if result.error:
        if FAULT in result.error.message:
            raise UnborneError(result.error.message.partition(": ")[2][:120])
        counts.refused += 1
        return
    errors = [d for d in result.diagnostics if d.severity == "error"]
    if errors:
        raise UnborneError(f"{errors[0].code}: {errors[0].message[:40]}")
    if not result.parts or any(part.tei is None for part in result.parts):
        raise UnborneError("no error, and no TEI")
    found = {a.element for part in result.parts for a in part.document.annotations}
    has = [name in found for name in ("note", "pb", "persName")]
    counts.calls += has[0]
    counts.marks += has[1]
    counts.names += has[2]
    counts.all_three += all(has)

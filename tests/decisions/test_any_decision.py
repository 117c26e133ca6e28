"""Whatever is decided about whatever words: the document keeps all of its text, and is valid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tei_tools.authority import Authority, load
from tei_tools.decisions import Decisions, Table, loads, write_table
from tei_tools.decisions.lists import extended
from tei_tools.pipeline import Settings, Source, convert

ROOT = Path(__file__).parent.parent.parent
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
PERSONS = load(ROOT / "seeds" / "persons.xml")
VALUES = {
    "persName": ("#p_GAA1", "yes", "no", "p_Q1 Quark, Fred"),
    "orgName": ("yes", "no", "yes"),
    "placeName": ("yes", "no", "yes"),
    "date": ("1984-02-14", "from=1984 to=1985", "no"),
    "ref": ("d178", "https://example.org/a", "no", "yes"),
    "sic": ("korrekt", "no"),
    "note": ("no", "n=1", "n=3", "yes"),
    "pb": ("no", "yes"),
    "block": ("p", "head", "signed", "salute", "dateline", "seg", "item", "attachment", "p rend=heading", "no"),
}


@st.composite
def row(draw: st.DrawFn, text: str) -> dict[str, str]:
    """A decision about words that begin and end anywhere in the text."""
    kind = draw(st.sampled_from(sorted(VALUES)))
    start = draw(st.integers(0, len(text) - 2))
    end = start + draw(st.integers(0 if kind == "note" else 1, 40))
    before, words, after = text[max(0, start - 25) : start], text[start:end], text[end : end + 25]
    cut = before.find(" ") + 1, after.rfind(" ")
    return {
        "decision": draw(st.sampled_from(VALUES[kind])),
        "kind": kind,
        "before": before[cut[0] :],
        "text": words,
        "after": after[: cut[1]] if cut[1] > 0 else after,
        "occurrence": draw(st.sampled_from(("", "", "1", "all"))),
    }


def decided(rows: list[dict[str, str]]) -> tuple[Authority, Decisions]:
    words = [(n, cells) for n, cells in enumerate(rows, 2) if cells["text"].strip() or cells["before"].strip()]
    table = write_table(Table((), tuple((n, r) for n, r in words if r["text"].strip() or r["kind"] == "note")))
    return extended(PERSONS, loads(table, "d.csv"))


@pytest.mark.parametrize("number", range(len(TEXTS)))
@examples(max_examples=60)
@given(st.data())
def test_any_decision_is_obeyed_or_told(number: int, data: st.DataObject) -> None:
    text = TEXTS[number]
    authority, decisions = decided(data.draw(st.lists(row(text), min_size=1, max_size=6)))
    settings = replace(Settings(), authority=authority, decisions=decisions)
    (result,) = convert([Source(Path("d.txt"), text.encode())], settings)
    assert result.error is None
    assert [d for d in result.diagnostics if d.severity == "error"] == []
    assert result.tei is not None

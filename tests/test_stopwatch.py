"""What the work costs is told by stage and document, from wherever it was done, and once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei_tools import stopwatch
from tei_tools.build import Edition
from tei_tools.cli_output import by_code
from tei_tools.executor import InProcess, opened
from tei_tools.pipeline import STAGES, Settings, Source, convert
from tei_tools.run import Report, convert_into
from tei_tools.stopwatch import Ledger, measured, received, spent


@pytest.fixture
def cpu(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The CPU seconds that the test sets."""
    now = [0.0]
    monkeypatch.setattr(stopwatch, "_cpu", lambda: now[0])
    return now


def test_a_stage_within_a_stage_is_taken_off(cpu: list[float]) -> None:
    with measured() as ledger, spent("html"):
        cpu[0] += 1
        with spent("search"):
            cpu[0] += 4
        cpu[0] += 2
    assert ledger.rows == {("search", ""): 4, ("html", ""): 3}
    assert sum(ledger.stages().values()) == cpu[0]


def test_what_is_done_for_several_is_shared(cpu: list[float]) -> None:
    with measured() as ledger, spent("validate", "a.txt", Path("b.txt")):
        cpu[0] += 3
    assert ledger.rows == {("validate", "a.txt"): 1.5, ("validate", "b.txt"): 1.5}


def test_an_error_costs_too(cpu: list[float]) -> None:
    def fails() -> None:
        with spent("read", "a.txt"):
            cpu[0] += 1
            raise ValueError("no")

    with measured() as ledger, pytest.raises(ValueError, match="no"):
        fails()
    assert ledger.rows == {("read", "a.txt"): 1}


def test_nobody_who_does_not_ask_is_told(cpu: list[float]) -> None:
    with spent("read"):
        cpu[0] += 1
    with measured() as ledger:
        pass
    assert ledger.rows == {}


def test_a_ledger_in_a_ledger_has_its_own(cpu: list[float]) -> None:
    with measured() as outer:
        with measured() as inner, spent("read"):
            cpu[0] += 1
        received(stopwatch.Measured("result", inner.rows))
    assert outer.rows == inner.rows == {("read", ""): 1}


def test_what_ended_programs_took_is_counted() -> None:
    """What a program such as Pagefind does is work of its stage."""
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    with measured() as ledger, spent("search"):
        subprocess.run([sys.executable, "-c", busy], check=True)
    assert ledger.stages()["search"] >= 0.25


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_stage_of_each_source_is_told_wherever_it_runs(jobs: int, seeds: Path) -> None:
    sources = [Source(path) for path in sorted(seeds.glob("*.txt"))]
    with measured() as ledger, opened(jobs) as executor:
        assert all(converted.tei for converted in convert(sources, Settings(), executor))
    own = {key: seconds for key, seconds in ledger.rows.items() if key[0] in STAGES}
    assert {*own} == {(stage, str(source.path)) for stage in STAGES for source in sources}
    assert all(seconds > 0 for seconds in own.values())


def test_a_build_tells_each_format_of_each_document(seeds: Path, tmp_path: Path) -> None:
    formats = ("html", "text", "pdf", "epub", "json", "markdown", "docx")
    report = Edition.load(seeds).build(tmp_path, only=("tei", *formats))
    for stage in ("check", *formats):
        assert {document for name, document in report.ledger.rows if name == stage} >= {"d178", "d310"}, stage
    again = Edition.load(seeds).build(tmp_path)
    assert not [key for key in again.ledger.rows if key[1]], "nothing was done for a document"


# ---- the summary ----


def summaries(said: str) -> list[dict[str, object]]:
    return [table for line in said.splitlines() if "summary" in (table := json.loads(line))]


@pytest.fixture
def calls(seeds: Path, cases: Path, tmp_path: Path) -> dict[str, list[str | Path]]:
    tei = sorted((cases / "tei").glob("*.xml"))
    return {
        "convert": ["convert", *sorted(seeds.glob("*.txt")), tmp_path / "missing.txt", "-o", tmp_path / "out"],
        "build": ["build", seeds, "-o", tmp_path / "out", "--only", "tei", "--only", "text"],
        "validate": ["validate", *tei, "--format", "github"],
        "transform": ["transform", *tei, "--to", "text", "-o", tmp_path / "out"],
    }


@pytest.mark.parametrize("command", ["convert", "build", "transform"])
def test_the_summary_is_one_line_of_json(
    command: str, calls: dict[str, list[str | Path]], run: Callable[..., SimpleNamespace]
) -> None:
    said = run(*calls[command], "--log", "json").err
    (table,) = summaries(said)
    others = [row for line in said.splitlines() if "summary" not in (row := json.loads(line))]
    counted: dict[str, int] = {}
    for row in others:
        if "code" in row:
            counted[row["code"]] = counted.get(row["code"], 0) + 1
    assert table["summary"] == command
    assert table["doubts"] == counted
    assert table["failures"] == sum("error" in row for row in others) == (1 if command == "convert" else 0)
    assert {*table} == {"summary", "documents", "written", "output", "failures", "doubts", "seconds", "elapsed"}
    assert isinstance(table["seconds"], dict)
    assert table["seconds"]
    assert json.loads(said.splitlines()[-1]) == table, "it is the last line"


def test_the_summary_for_people(calls: dict[str, list[str | Path]], run: Callable[..., SimpleNamespace]) -> None:
    said = run(*calls["convert"]).err
    count = said.count("[link.reference-open]")
    assert count > 1
    assert f"{count} doubts: link.reference-open {count}\n" in said
    assert "\n1 failure\n" in said
    assert " CPU seconds in " in said.splitlines()[-1]


def test_validate_counts_what_it_prints(
    calls: dict[str, list[str | Path]], run: Callable[..., SimpleNamespace], cases: Path
) -> None:
    said = run(*calls["validate"], "--all", "--log", "json", "--jobs", "2")
    (table,) = summaries(said.err)
    assert table["documents"] == len(list((cases / "tei").glob("*.xml")))
    assert isinstance(table["doubts"], dict)
    assert sum(table["doubts"].values()) == len(said.out.splitlines()) > 0
    assert isinstance(table["seconds"], dict)
    assert table["seconds"]["validate"] > 0


@pytest.mark.parametrize("command", ["convert", "build", "transform", "validate"])
def test_who_wants_no_summary_gets_none(
    command: str, calls: dict[str, list[str | Path]], run: Callable[..., SimpleNamespace]
) -> None:
    assert "CPU seconds" not in run(*calls[command], "--quiet").err


def test_doubts_are_counted_as_they_are_told(seeds: Path, tmp_path: Path) -> None:
    sources = [Source(path) for path in sorted(seeds.glob("*.txt"))]
    report: Report = convert_into(sources, Settings(), tmp_path, authorities={}, executor=InProcess())
    assert by_code([*report.diagnostics, *report.diagnostics]) == by_code(report.diagnostics)
    assert report.ledger.elapsed > 0
    assert Ledger().stages() == {}

"""`validate` and `transform` on workers: the same words, files and exit status wherever the work is done."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from test_executor import collection, contents

from tei_tools.deliver import deliver
from tei_tools.errors import UsageError, WorkerError
from tei_tools.executor import InProcess
from tei_tools.executor.cores import singles
from tei_tools.executor.files import File
from tei_tools.executor.pool import ordered
from tei_tools.validate import files
from tests.validate.mutants import CASES

Run = Callable[..., SimpleNamespace]
TEXT = next(case for case in CASES if case.stem == "readings").read_text("utf-8")
PERSON = '<standOff><listPerson><person xml:id="p_1"><persName>{}</persName></person></listPerson></standOff><text>'
COUNT = 45


def damaged(folder: Path) -> list[Path]:
    """Files in more than one task, with each kind of problem: of a file by itself, and of two that know each other."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(1, COUNT + 1):
        text = TEXT.replace('xml:id="d1"', f'xml:id="d{n}" corresp="d{n % COUNT + 1}.xml#d{n % COUNT + 1}"')
        (folder / f"d{n}.xml").write_text(text.replace("<text>", PERSON.format("Ann"), 1), "utf-8")
    replaced = {
        3: ("</TEI>", ""),
        9: ("<p><choice>", "<blob/><p><choice>"),
        20: ("d21.xml#d21", "d21.xml#nothing"),
        30: ('xml:id="d30"', 'xml:id="d2"'),
        41: ("<persName>Ann<", "<persName>Bob<"),
        44: ("d45.xml#d45", "d450.xml"),
    }
    for n, (old, new) in replaced.items():
        path = folder / f"d{n}.xml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return [*(folder / f"d{n}.xml" for n in range(1, COUNT + 1)), folder / "none.xml"]


PROBLEMS = {
    "validate.well-formed",
    "validate.grammar",
    "validate.pointer",
    "validate.duplicate-id",
    "validate.entry-conflict",
    "validate.unreadable",
}


class Deadly(InProcess):
    """Document 3 ends its worker."""

    def map(self, step: Any, shared: object, tasks: Any, split: Any = singles) -> Iterator[tuple[Any, Any]]:
        def run(task: list[File] | list[tuple[File, object]]) -> Any:
            if "d3" in {file.stem if isinstance(file, File) else file[0].stem for file in task}:
                raise WorkerError("the worker died")
            return step(shared, task)

        yield from ordered(run, tasks, split, 1)


# ---- validate ----


def test_every_number_of_workers_finds_the_same(run: Run, tmp_path: Path) -> None:
    paths = damaged(tmp_path)
    said = [run("validate", *paths, "--format", "json", "--jobs", jobs) for jobs in (1, 2, 3)]
    assert {found.status for found in said} == {1}
    assert said[0].out == said[1].out == said[2].out
    assert {code for code in PROBLEMS if f'"{code}"' in said[0].out} == PROBLEMS
    assert said[0].out.count('"validate.pointer"') == 3, "of documents 20, 29 and 44"


def test_the_order_of_the_files_decides_which_one_is_the_second(tmp_path: Path) -> None:
    paths = damaged(tmp_path)
    there, back = files.check(paths), files.check(paths[::-1])
    named = [[d.place.file for d in found if d.code == "validate.duplicate-id"] for found in (there, back)]
    assert named == [[str(tmp_path / "d30.xml")], [str(tmp_path / "d2.xml")]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_standard_input_is_one_of_the_files(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """It has a pointer that no file answers, for which a file is read a second time."""
    paths = damaged(tmp_path)[:2]
    data = TEXT.replace('xml:id="d1"', 'xml:id="d1" corresp="d7.xml"').encode()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    found = run("validate", *paths, "-", "--jobs", jobs)
    assert found.status == 1
    assert '-:5:34: error: <div> has corresp="d7.xml", but the collection has no such file' in found.out


def test_a_file_that_ends_its_worker_is_given_up(tmp_path: Path) -> None:
    """The others are checked, and a pointer at that file is not judged: nobody knows its ids."""
    (found,) = files.check(damaged(tmp_path)[:3], executor=Deadly())
    assert (found.code, found.place.file) == ("validate.given-up", str(tmp_path / "d3.xml"))
    assert found.message == "the worker died"


def test_a_fault_of_the_program_stops_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(_tree: object, _source: bytes, name: str, **_: object) -> list[object]:
        if name.endswith("d2.xml"):
            raise RuntimeError("too large")
        return []

    monkeypatch.setattr(files, "checked", faulty)
    (found,) = [d for d in files.check(damaged(tmp_path)[:2]) if d.code == "validate.given-up"]
    assert found.place.file == str(tmp_path / "d2.xml")
    assert "RuntimeError" in found.message


def test_schemas_of_an_editor_are_not_where_the_workers_are(tmp_path: Path) -> None:
    class Elsewhere(InProcess):
        reach = "sent"

    paths = damaged(tmp_path)
    assert len(files.check(paths, ["tei_tools", "tei_tools.rng"], executor=Elsewhere())) > len(PROBLEMS)
    with pytest.raises(UsageError, match=r"house\.sch#draft: .*can't read schemas"):
        files.check(paths, ["house.sch#draft"], executor=Elsewhere())
    with pytest.raises(UsageError, match=r"catalog\.xml"):
        files.check(paths, [], [Path("catalog.xml")], executor=Elsewhere())


# ---- transform ----


def doubts(said: str) -> str:
    """What was said, without the summary: the folder is another one, and so is the time."""
    return "\n".join(line for line in said.splitlines() if not re.search("files written to | CPU seconds in ", line))


@pytest.mark.parametrize("to", ["html", "epub"])
def test_every_number_of_workers_writes_the_same(run: Run, tmp_path: Path, to: str) -> None:
    paths = damaged(tmp_path / "in")
    said = []
    for jobs in (1, 2, 3):
        found = run("transform", *paths, "--to", to, "-o", tmp_path / str(jobs), "--jobs", jobs)
        said.append((found.status, doubts(found.err)))
    assert said[0] == said[1] == said[2]
    assert said[0][0] == 1
    assert "d3.xml" in said[0][1]
    assert "none.xml: error: can't be read" in said[0][1]
    assert len(contents(tmp_path / "1")) > COUNT - 3
    assert contents(tmp_path / "1") == contents(tmp_path / "2") == contents(tmp_path / "3")


def test_pdf_on_workers(run: Run, tmp_path: Path) -> None:
    paths = damaged(tmp_path / "in")[:3]
    said = [doubts(run("transform", *paths, "--to", "pdf", "-o", tmp_path / str(n), "--jobs", n).err) for n in (1, 2)]
    assert said[0] == said[1]
    assert [*contents(tmp_path / "1")] == ["d1.pdf", "d2.pdf"]
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_a_file_that_ends_its_worker_is_named_and_the_others_are_written(tmp_path: Path) -> None:
    report = deliver(damaged(tmp_path / "in")[:4], "text", tmp_path / "out", executor=Deadly())
    assert [str(error) for error in report.errors] == [f"{tmp_path / 'in' / 'd3.xml'}: the worker died"]
    assert [*contents(tmp_path / "out")] == ["d1.txt", "d2.txt", "d4.txt"]


def test_standard_input_and_workers(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = damaged(tmp_path / "in")[:3]
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(paths[0].read_bytes())))
    run("transform", *paths, "-", "--to", "text", "-o", tmp_path / "out", "--jobs", 2)
    made = contents(tmp_path / "out")
    assert made["stdin.txt"] == made["d1.txt"]


def test_what_was_converted_is_valid_on_workers(run: Run, tmp_path: Path) -> None:
    run("convert", *collection(tmp_path / "in", 30), "-o", tmp_path / "tei")
    found = run("validate", *sorted((tmp_path / "tei").glob("*.xml")), "--jobs", 2)
    assert (found.status, found.out, doubts(found.err)) == (0, "", "30 files: no problem")

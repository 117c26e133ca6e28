"""Workers: the same result wherever it is made, and a document that ends its worker takes no other one with it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei_tools.errors import MemoryLimitError, UsageError, WorkerError
from tei_tools.executor import MOST, Executor, InProcess, chunks, memory, opened
from tei_tools.executor.cores import Cores

Run = Callable[..., SimpleNamespace]
LETTER = (
    "{n}. Letter From the Ambassador to Mr. {name}1\n\nI wrote to Mr. {name} and to Brown.\n\n  1. See Document {o}.\n"
)
NAMES = ("Brown", "Black", "Green", "White")


def collection(folder: Path, count: int) -> list[Path]:
    """Letters that need each other: for references, and for surnames that two of them know."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for n in range(1, count + 1):
        text = LETTER.format(n=n, name=NAMES[n % len(NAMES)], o=n % count + 1)
        paths.append(folder / f"d{n}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# ---- steps that workers run ----


def doubled(shared: int, task: list[int]) -> list[int]:
    return [shared + 2 * number for number in task]


def ending(shared: str, task: list[int]) -> list[int]:
    """Number 7 ends its worker."""
    if 7 in task:
        if shared == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(60)
    return [os.getpid() for _ in task]


def standing(_shared: object, _task: list[int]) -> list[int]:
    """Whoever stands still can't end himself."""
    os.kill(os.getpid(), signal.SIGSTOP)
    return []


def greedy(shared: int, task: list[int]) -> list[int]:
    """Number 7 takes so many bytes, and waits until that is seen."""
    if 7 in task:
        taken = b"x" * shared
        time.sleep(60)
        return [len(taken)]
    return [os.getpid() for _ in task]


def starving(shared: str, task: list[int]) -> list[int]:
    """Number 7 gets no memory: in Python, or in SaxonC."""
    if 7 in task and shared == "SaxonC":
        os._exit(99)
    if 7 in task:
        raise MemoryError
    return [os.getpid() for _ in task]


def refusing(_shared: object, _task: list[int]) -> list[int]:
    raise UsageError("not like that", place="here", remedy="otherwise")


READY: list[int] = []


def ready() -> None:
    """What a worker calls that loads this module."""
    READY.append(os.getpid())


def were_ready(_shared: object, task: list[int]) -> list[list[int]]:
    return [[*READY] for _ in task]


# ---- chunks ----


def test_chunks_are_small_in_number_and_size() -> None:
    assert [len(chunk) for chunk in chunks(range(2 * MOST + 3))] == [MOST, MOST, 3]
    assert [len(chunk) for chunk in chunks([1, 999_999, 5, 6], lambda size: size)] == [2, 2]
    assert list(chunks([])) == []


def test_a_few_documents_are_shared_out() -> None:
    assert [len(chunk) for chunk in chunks(range(8), width=2)] == [1] * 8


# ---- one process, or several ----


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    with opened(jobs) as executor:
        for shared in (1, 5):
            made = list(executor.map(doubled, shared, [[n, n + 1] for n in range(40)]))
            assert made == [([n, n + 1], [shared + 2 * n, shared + 2 * n + 2]) for n in range(40)]


def test_workers_get_ready_while_nobody_asks() -> None:
    with opened(2, loading=__name__) as executor:
        made = [each for _, row in executor.map(were_ready, None, [[1], [2], [3]]) for each in row]
    assert [len(each) for each in made] == [1, 1, 1]
    assert os.getpid() not in {pid for each in made for pid in each}


def test_what_can_not_be_loaded_is_told_by_the_task_that_needs_it() -> None:
    with opened(2, loading="no.such.module") as executor:
        assert [row for _, row in executor.map(doubled, 1, [[1], [2]])] == [[3], [5]]


def test_a_single_task_starts_no_worker() -> None:
    with Cores(2) as cores:
        assert list(cores.map(ending, "", [[1, 2]])) == [([1, 2], [os.getpid()] * 2)]


@pytest.mark.parametrize("way", ["kill", "hang"])
def test_who_ends_his_worker_is_alone_in_it(way: str) -> None:
    with opened(2, time_limit=1) as executor:
        made = list(executor.map(ending, way, [[1, 2], [6, 7, 8], [9]]))
    failed = [(task, result) for task, result in made if isinstance(result, WorkerError)]
    assert [task for task, _ in failed] == [[7]]
    assert [task for task, _ in made] == [[1, 2], [6], [7], [8], [9]]
    assert ("signal 9" if way == "kill" else "longer than 1 seconds") in failed[0][1].message


def test_who_stands_still_is_ended_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_tools.executor.cores.GRACE", 0.0)
    with opened(1, time_limit=1) as executor:
        ((task, error),) = executor.map(standing, None, [[7]])
    assert task == [7]
    assert isinstance(error, WorkerError)
    assert "longer than 1 seconds" in error.message


@pytest.mark.parametrize("jobs", [1, 2])
def test_who_takes_too_much_memory_is_alone_in_it(jobs: int) -> None:
    with opened(jobs, memory_limit=200_000_000) as executor:
        made = list(executor.map(greedy, 300_000_000, [[1, 2], [6, 7, 8], [9]]))
        workers = {number for _, result in made if isinstance(result, list) for number in result}
    failed = [(task, result) for task, result in made if isinstance(result, WorkerError)]
    assert [task for task, _ in made] == [[1, 2], [6], [7], [8], [9]]
    assert [(task, type(error), error.message) for task, error in failed] == [
        ([7], MemoryLimitError, "it needs more than 200 MB of memory")
    ]
    assert "--memory-limit" in failed[0][1].remedy
    assert os.getpid() not in workers
    assert jobs > 1 or len(workers) == 3  # one that was ended has a successor


@pytest.mark.parametrize("where", ["Python", "SaxonC"])
def test_who_gets_no_memory_is_alone_in_it(where: str) -> None:
    with opened(2) as executor:
        made = list(executor.map(starving, where, [[1, 2], [6, 7, 8], [9]]))
    failed = [(task, type(result)) for task, result in made if isinstance(result, WorkerError)]
    assert failed == [([7], MemoryLimitError)]


def test_memory_is_seen_with_a_table_of_processes_and_without(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    assert memory.held(os.getpid()) > 10_000_000
    assert memory.held(ended.pid) == 0
    if shutil.which("ps") is None:
        pytest.skip("there is no ps")
    monkeypatch.setattr(memory, "TABLE", tmp_path / "none")
    assert memory.held(os.getpid()) > 10_000_000
    assert memory.held(ended.pid) == 0


def test_a_cluster_has_a_limit_of_its_own() -> None:
    with (
        pytest.raises(UsageError, match="a limit of memory of their own") as caught,
        opened(1, "tcp://h:1", memory_limit=1),
    ):
        pass
    assert "--memory-limit 2GB" in caught.value.remedy


@pytest.mark.parametrize("executor", [InProcess(), Cores(2)], ids=["here", "cores"])
def test_what_concerns_the_whole_call_is_raised(executor: Executor) -> None:
    with pytest.raises(UsageError, match="not like that") as caught:
        list(executor.map(refusing, None, [[1], [2]]))
    assert (caught.value.place, caught.value.remedy) == ("here", "otherwise")


# ---- conversions ----


def test_every_number_of_workers_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    sources = collection(tmp_path / "in", 50)
    (tmp_path / "in" / "d7.txt").write_bytes(b"7. Letter\n\n\x07\n")
    said = []
    for jobs in (1, 2, 3):
        found = run("convert", *sources, "-o", tmp_path / str(jobs), "--jobs", jobs, "--keep", tmp_path / f"k{jobs}")
        assert found.status == 1
        told = [line for line in found.err.splitlines() if "CPU seconds" not in line]
        said.append("\n".join(line.removesuffix(f"/{jobs}") for line in told))
    assert said[0] == said[1] == said[2]
    assert "d7.txt" in said[0]
    for kind in ("", "k"):
        first = contents(tmp_path / f"{kind}1")
        assert len(first) > 49
        assert first == contents(tmp_path / f"{kind}2") == contents(tmp_path / f"{kind}3")


def test_a_source_that_never_ends_is_named_and_the_others_are_converted(run: Run, tmp_path: Path) -> None:
    sources = collection(tmp_path, 3)
    endless = tmp_path / "endless.txt"
    os.mkfifo(endless)
    found = run("convert", *sources, endless, "-o", tmp_path / "tei", "--time-limit", "6")
    assert found.status == 1
    assert f"{endless}: error: it took longer than 6 seconds" in found.err
    assert {"d1.xml", "d2.xml", "d3.xml"} < {path.name for path in (tmp_path / "tei").iterdir()}


def test_a_source_for_which_memory_does_not_suffice_is_named_and_the_others_are_converted(
    run: Run, tmp_path: Path
) -> None:
    """The file has no end within reach and takes no place on the disk."""
    sources = collection(tmp_path, 3)
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(3_000_000_000)
    options = ("--limit", 4000, "--memory-limit", "500MB", "--log", "json")
    found = run("convert", *sources, large, "-o", tmp_path / "tei", *options)
    assert found.status == 1
    told = [json.loads(line) for line in found.err.splitlines()]
    assert [(row["error"], row["place"]) for row in told if "error" in row] == [("MemoryLimitError", str(large))]
    assert {path.name for path in (tmp_path / "tei").glob("d*.xml")} == {"d1.xml", "d2.xml", "d3.xml"}
    large.unlink()
    assert run("convert", *sources, "-o", tmp_path / "tei", "--memory-limit", "500MB").status == 0
    run("convert", *sources, "-o", tmp_path / "alone")
    assert contents(tmp_path / "tei") == contents(tmp_path / "alone")


@pytest.mark.parametrize(
    ("size", "reason"), [("2", "is no size"), ("499MB", "without a document"), ("GB", "is no size")]
)
def test_limits_of_memory_that_can_not_be_kept_are_refused(run: Run, tmp_path: Path, size: str, reason: str) -> None:
    found = run("convert", *collection(tmp_path, 1), "-o", tmp_path / "tei", "--memory-limit", size)
    assert found.status == 2
    assert reason in found.err

"""A Dask cluster: a real scheduler and real workers on the loopback address, one of which dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from distributed import Client
from test_commands import damaged
from test_executor import collection, contents, greedy

from tei_tools import pipeline
from tei_tools.errors import WorkerError
from tei_tools.executor import opened
from tei_tools.model import Imprint
from tei_tools.pipeline import Source
from tei_tools.run import settings_of

Run = Callable[..., SimpleNamespace]
RULES = """\
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
  <ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
  <pattern><rule context="tei:person"><assert id="house-1" test="@n">it has no number</assert></rule></pattern>
</schema>
"""
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may take long to start a worker."""
    monkeypatch.setattr("tei_tools.executor.cluster.PATIENCE", 300)


@contextmanager
def program(name: str, *arguments: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": paths, "DASK_TEMPORARY_DIRECTORY": str(folder)}
    command = [sys.executable, "-m", f"distributed.cli.{name}", *arguments]
    with (folder / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=folder)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    told = folder / "scheduler.json"
    options = ["--host", "tcp://127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
    with program("dask_scheduler", *options, folder=folder):
        for _ in range(3000):
            if told.exists() and told.read_text().endswith("}"):
                break
            time.sleep(0.1)
        yield json.loads(told.read_text())["address"]


def worker(address: str, folder: Path, threads: int = 1) -> contextmanager:
    options = [address, "--nthreads", str(threads), "--no-nanny", "--no-dashboard", "--host", "tcp://127.0.0.1"]
    return program("dask_worker", *options, folder=folder)


def ready(address: str, count: int) -> None:
    """However slow the machine is: the patience of the program is not what is tested."""
    with Client(address, timeout=300, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=300)


def test_a_worker_dies_and_nothing_is_lost(run: Run, tmp_path: Path) -> None:
    """Sources are sent, as the workers share no folder; both halves are under way when the worker is killed."""
    sources = collection(tmp_path / "in", 120)
    assert run("convert", *sources, "-o", tmp_path / "here").status == 0
    with scheduler(tmp_path) as address, worker(address, tmp_path) as first, worker(address, tmp_path):
        ready(address, 2)
        made = []
        with opened(scheduler=address) as executor:
            assert executor.width == 4
            everything = [Source(path) for path in sources]
            for converted in pipeline.convert(everything, settings_of("frus", Imprint(), {}), executor):
                made.append(converted)
                if len(made) == 20:
                    first.kill()
        assert [converted.source.path for converted in made] == sources
        assert {f"{c.source.stem}.xml": c.tei for c in made}.items() <= contents(tmp_path / "here").items()
        for options in ([], ["--shared-disk"]):  # with one worker left
            found = run("convert", *sources, "-o", tmp_path / "there", "--scheduler", address, *options)
            assert found.status == 0, found.err
            assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_files_are_validated_and_transformed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workers stand in another folder: sent files need no path, and those of a shared disk get a whole one."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    paths = damaged(Path("in"))
    rules = Path("house.sch")
    rules.write_text(RULES, "utf-8")
    with scheduler(tmp_path) as address, worker(address, tmp_path), worker(address, tmp_path):
        ready(address, 2)
        ways = {"here": [], "sent": ["--scheduler", address], "disk": ["--scheduler", address, "--shared-disk"]}
        said = {name: run("validate", *paths, "--format", "json", *way) for name, way in ways.items()}
        ruled = {name: run("validate", *paths, "--schema", rules, *way) for name, way in ways.items()}
        wrote = {name: run("transform", *paths, "--to", "epub", "-o", name, "-q", *way) for name, way in ways.items()}
    for name in ways:
        assert (said[name].status, said[name].out) == (1, said["here"].out), name
        assert (wrote[name].status, wrote[name].err) == (1, wrote["here"].err), name
        assert contents(Path(name)) == contents(Path("here")), name
    assert (ruled["disk"].status, ruled["disk"].out) == (1, ruled["here"].out)
    assert "[validate.schematron]" in ruled["disk"].out
    assert (ruled["sent"].status, "give --shared-disk" in ruled["sent"].err) == (2, True)


def test_a_task_that_takes_more_memory_than_its_worker_may_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nanny ends the worker, and starts another one; who waited at it is tried again."""
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    options = ["--nthreads", "1", "--no-dashboard", "--host", "tcp://127.0.0.1", "--memory-limit", "400MB"]
    with (
        scheduler(tmp_path) as address,
        program("dask_worker", address, *options, folder=tmp_path) as nanny,
        opened(scheduler=address) as executor,
    ):
        made = list(executor.map(greedy, 600_000_000, [[1, 2], [7], [9]]))
        nanny.terminate()
        nanny.wait()
    failed = {task[0]: result for task, result in made if isinstance(result, WorkerError)}
    assert [number for task, _ in made for number in task] == [1, 2, 7, 9]
    assert list(failed) == [7]
    assert "died" in failed[7].message
    assert "--memory-limit" in failed[7].remedy


def test_workers_with_threads_are_refused(run: Run, tmp_path: Path) -> None:
    sources = collection(tmp_path / "in", 2)
    with scheduler(tmp_path) as address, worker(address, tmp_path, threads=2):
        ready(address, 1)
        found = run("convert", *sources, "-o", tmp_path / "tei", "--scheduler", address)
    assert found.status == 2
    assert "1 of 1 workers have several threads" in found.err
    assert "--nthreads 1" in found.err
    assert not (tmp_path / "tei").exists()


def test_no_scheduler(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_tools.executor.cluster.PATIENCE", 1)
    address = "tcp://127.0.0.1:1"
    found = run("convert", *collection(tmp_path / "in", 2), "-o", tmp_path / "tei", "--scheduler", address)
    assert found.status == 2
    assert f"{address}: error: there is no scheduler" in found.err

"""A Dask cluster: the workers of a scheduler that somebody started, on this machine or on others.

Dask is optional (`pip install 'tei-tools[cluster]'`). A worker must have one thread: two Saxon processors in the
threads of one process end it. The scheduler gives the tasks of a worker that dies to another one.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar

from tei_tools import __version__
from tei_tools.errors import UsageError, WorkerError
from tei_tools.executor import Reach, Step
from tei_tools.executor.cores import singles
from tei_tools.executor.enclosed import packed
from tei_tools.executor.pool import ordered
from tei_tools.executor.worker import performed

Task = TypeVar("Task")
Result = TypeVar("Result")
PATIENCE = 10
"""Seconds to wait for the scheduler, and for its first worker."""


class Cluster:
    """The workers of the scheduler at `address` ("tcp://host:8786"). Raises `UsageError` where they can't be used."""

    remote = True

    def __init__(self, address: str, limit: float = 0, *, disk: bool = False) -> None:
        self._limit = limit
        self.reach: Reach = "disk" if disk else "sent"
        self._client = _connected(address)
        try:
            self.width = 2 * self._checked(address)  # the next task waits at its worker
        except BaseException:
            self._client.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def _checked(self, address: str) -> int:
        """How many workers there are; all have one thread, and this version."""
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            remedy = f"start some: dask worker {address} --nthreads 1"
            raise UsageError("the scheduler has no workers", place=address, remedy=remedy) from error
        workers = self._client.scheduler_info(n_workers=-1)["workers"]
        many = sorted(name for name, told in workers.items() if told["nthreads"] != 1)
        if many:
            message = f"{len(many)} of {len(workers)} workers have several threads, as {many[0]} has"
            remedy = "start them with --nthreads 1, and with as many --nworkers as there are cores"
            raise UsageError(message, place=address, remedy=remedy)
        try:
            others = {name: version for name, version in self._client.run(_version).items() if version != __version__}
        except Exception as error:
            remedy = "install tei-tools where the workers run"
            raise UsageError(f"a worker can't load tei_tools: {error}", place=address, remedy=remedy) from error
        for name, version in others.items():
            message = f"the worker {name} has tei-tools {version}, and this is {__version__}"
            raise UsageError(message, place=address, remedy="install the same version everywhere")
        return len(workers)

    def map(
        self,
        step: Step[Task, Result],
        shared: object,
        tasks: Iterable[Task],
        split: Callable[[Task], Sequence[Task]] = singles,
    ) -> Iterator[tuple[Task, Result | WorkerError]]:
        """See `Executor`."""
        given = packed(shared, self.reach)
        name = f"tei-tools-{sha256(given).hexdigest()}"
        told = self._client.submit(
            bytes, given, key=name
        )  # a task itself, so that it outlives the workers that have it
        yield from ordered(partial(self._run, step, told, name), tasks, split, self.width)

    def _run(self, step: Step[Task, Result], shared: Any, name: str, task: Task) -> Result:
        from distributed import KilledWorker

        given = pickle.dumps((step, task), pickle.HIGHEST_PROTOCOL)
        try:
            kind, answer = self._client.submit(_performed, shared, name, given, self._limit, pure=False).result()
        except KilledWorker as error:
            limit = f", or it took longer than {self._limit:g} seconds" if self._limit else ""
            remedy = "look at the document, and at the logs of the workers; their --memory-limit may be small"
            raise WorkerError(f"each worker that had it died{limit}", remedy=remedy) from error
        if kind == "error":
            raise answer
        result: Result = answer
        return result


def _connected(address: str) -> Any:
    try:
        from distributed import Client

        connect: Callable[..., Any] = Client
    except ImportError as error:
        raise UsageError("Dask is not installed", remedy="pip install 'tei-tools[cluster]'") from error
    try:
        return connect(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        remedy = "give the address that dask scheduler prints: --scheduler tcp://HOST:8786"
        raise UsageError(f"there is no scheduler: {error}", place=address, remedy=remedy) from error


def _performed(shared: bytes, name: str, given: bytes, limit: float) -> tuple[str, Any]:
    """On the worker: a task. What all tasks share is unpacked once."""
    step, task = pickle.loads(given)
    return performed(step, _Unpacked.of(name, shared), task, limit)


class _Unpacked:
    """What was shared last; tasks of two runs may alternate."""

    _kept: ClassVar[dict[str, Any]] = {}

    @classmethod
    def of(cls, name: str, packed: bytes) -> Any:
        if name not in cls._kept:
            if len(cls._kept) > 1:
                cls._kept.clear()
            cls._kept[name] = pickle.loads(packed)
        return cls._kept[name]


def _version() -> str:
    return __version__

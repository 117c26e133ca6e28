"""The machine's cores: each worker is a Python process of its own, started when there is something for it to do.

They are started anew and never forked: a Saxon processor does not survive a fork, and two in the threads of one process
end it.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from queue import SimpleQueue
from selectors import EVENT_READ, DefaultSelector
from types import TracebackType
from typing import IO, Any, Self, TypeVar

from tei_tools.errors import MemoryLimitError, WorkerError
from tei_tools.executor import InProcess, Reach, Step
from tei_tools.executor.memory import Watch, held, words
from tei_tools.executor.pool import ordered, several
from tei_tools.executor.worker import LEFT, no_memory

Task = TypeVar("Task")
Result = TypeVar("Result")
REMEDY = "look at the document; --time-limit gives more time, and fewer --jobs leave each more memory"
MORE = "look at the document, or cut it in parts; a larger --memory-limit gives it more"
GRACE = 30.0
"""Seconds after its limit in which a process ends itself; one that does not stands still, and is ended."""
NO_MEMORY = 99
"""The status with which SaxonC ends a process that gets no memory."""


def singles(task: Any) -> Sequence[Any]:
    """The parts of a list of documents."""
    return [[thing] for thing in task] if isinstance(task, list) else [task]


class Cores:
    """`width` workers; to be used in a `with` block, at whose end they end.

    `limit` is in seconds for a task, `memory` in bytes for a worker; 0 is none.
    """

    remote = True
    reach: Reach = "here"

    def __init__(self, width: int, limit: float = 0, memory: int = 0) -> None:
        self.width = width
        self._apart = bool(limit or memory)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers = [_Worker(limit) for _ in range(width)]
        for worker in self._workers:
            self._idle.put(worker)
        self._numbers = count(1)
        self._watch = Watch([worker.look for worker in self._workers], memory) if memory else None

    def load(self, module: str) -> None:
        """Start the workers at once, so that they get ready for the steps of a module while settings are read here."""
        for worker in self._workers:
            worker.load(module)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watch is not None:
            self._watch.end()
        for worker in self._workers:
            worker.end()

    def map(
        self,
        step: Step[Task, Result],
        shared: object,
        tasks: Iterable[Task],
        split: Callable[[Task], Sequence[Task]] = singles,
    ) -> Iterator[tuple[Task, Result | WorkerError]]:
        """See `Executor`. A single task starts no worker, unless it has a limit."""
        many, tasks = several(tasks)
        if not many and not self._apart:
            yield from InProcess().map(step, shared, tasks)
            return
        packed = pickle.dumps(shared, pickle.HIGHEST_PROTOCOL)
        yield from ordered(partial(self._run, step, next(self._numbers), packed), tasks, split, self.width)

    def _run(self, step: Step[Task, Result], number: int, shared: bytes, task: Task) -> Result:
        worker = self._idle.get()
        try:
            answer: Result = worker(step, number, shared, task)
            return answer
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, and what it was told last; after its death the next task starts another."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None
        self._told = 0
        self._over: tuple[subprocess.Popen[bytes], int] | None = None
        """The process that held too much, and how much it might."""

    def __call__(self, step: Callable[[Any, Any], Any], number: int, shared: bytes, task: object) -> Any:
        try:
            process = self._started()
            assert process.stdin is not None
            assert process.stdout is not None
            if self._told != number:
                pickle.dump(("shared", shared), process.stdin, pickle.HIGHEST_PROTOCOL)
                self._told = number
            pickle.dump(("task", step, task), process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            if self._limit and not _heard(process.stdout, self._limit + GRACE):
                self.end()
                raise WorkerError(f"it took longer than {self._limit:g} seconds", remedy=REMEDY)
            kind, answer = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise self._death() from error
        if isinstance(answer, WorkerError):  # the next one finds all memory free
            self.end()
        if kind == "error":
            raise answer
        return answer

    def load(self, module: str) -> None:
        with suppress(OSError):  # one that died at once is noticed by its first task
            process = self._started()
            assert process.stdin is not None
            pickle.dump(("load", module), process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-m", "tei_tools.executor.worker", str(self._limit)]
            paths = os.pathsep.join(path for path in sys.path if path)
            environment = {**os.environ, "PYTHONPATH": paths}
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        return self._process

    def look(self, most: int) -> None:
        """End the process where it holds more than `most` bytes; called by another thread."""
        process = self._process
        if process is not None and held(process.pid) > most:
            self._over = (process, most)
            process.kill()

    def _death(self) -> WorkerError:
        """How the process ended."""
        process, over = self._process, self._over
        status = process.wait() if process else 0
        self.end()
        if over is not None and over[0] is process:
            return MemoryLimitError(f"it needs more than {words(over[1])} of memory", remedy=MORE)
        if status == -signal.SIGKILL:
            message = "the worker process was ended by signal 9, as systems do where memory runs out"
            return WorkerError(message, remedy=LEFT)
        if status == NO_MEMORY:
            return no_memory()
        if status < 0:
            return WorkerError(f"the worker process was ended by signal {-status}", remedy=REMEDY)
        if self._limit:
            message = f"it took longer than {self._limit:g} seconds, or ended its worker process"
            return WorkerError(message, remedy=REMEDY)
        return WorkerError(f"the worker process ended with status {status}", remedy=REMEDY)

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
        self._told = 0


def _heard(answers: IO[bytes], seconds: float) -> bool:
    """Whether an answer begins in that time; where pipes can't be waited for, it is taken for granted."""
    if os.name != "posix":
        return True
    with DefaultSelector() as selector:
        selector.register(answers, EVENT_READ)
        return bool(selector.select(seconds))

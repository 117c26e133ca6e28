"""Tasks for workers that may die: some are under way at a time, and the results come in the order of the tasks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from typing import TypeVar

from tei_tools.errors import WorkerError
from tei_tools.stopwatch import received

Task = TypeVar("Task")
Result = TypeVar("Result")
AHEAD = 3
"""So many tasks for each that is worked on may be finished before their turn: more would fill the memory."""


def ordered(
    run: Callable[[Task], Result], tasks: Iterable[Task], split: Callable[[Task], Sequence[Task]], width: int
) -> Iterator[tuple[Task, Result | WorkerError]]:
    """Each task with its result; `run` hands one to a worker and waits, and raises `WorkerError` where that died.

    The task is then split and its parts are tried one by one, each once more where it fails again.
    """
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    threads = ThreadPoolExecutor(width)
    try:
        for task in tasks:
            waiting.append((task, threads.submit(run, task)))
            if len(waiting) > AHEAD * width:
                yield from _settled(*waiting.popleft(), run, split)
        while waiting:
            yield from _settled(*waiting.popleft(), run, split)
    finally:
        threads.shutdown(cancel_futures=True)


def _settled(
    task: Task, future: Future[Result], run: Callable[[Task], Result], split: Callable[[Task], Sequence[Task]]
) -> Iterator[tuple[Task, Result | WorkerError]]:
    try:
        answer: Result = received(future.result())
    except WorkerError:
        parts = split(task)
    else:
        yield task, answer
        return
    for part in parts:
        yield part, received(_tried(part, run, 2 if len(parts) > 1 else 1))


def _tried(task: Task, run: Callable[[Task], Result], times: int) -> Result | WorkerError:
    for left in range(times - 1, -1, -1):
        try:
            return run(task)
        except WorkerError as error:
            if not left:
                return error
    raise AssertionError("tried at least once")


def several(tasks: Iterable[Task]) -> tuple[bool, Iterator[Task]]:
    """Whether there is more than one task; and all of them."""
    rest = iter(tasks)
    first = list(islice(rest, 2))
    return len(first) > 1, chain(first, rest)

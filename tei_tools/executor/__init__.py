"""Where the work on many documents is done: in this process, on the machine's cores, or on a Dask cluster.

    in process    `InProcess`           one task after the other, as they are asked for
    cores         `executor/cores.py`   spawned processes, each with a Saxon processor of its own
    cluster       `executor/cluster.py` the workers of a Dask scheduler

A task goes to a worker pickled, and its result comes back so; the results come in the order of the tasks. What all
tasks share goes to each worker once. A task whose worker dies, or takes longer than it may, is split; a single document
that ends its worker twice is given up with a `WorkerError`, and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal, Protocol, TypeVar

from tei_tools.errors import UsageError, WorkerError

__all__ = ["Executor", "InProcess", "Step", "WorkerError", "chunks", "opened"]

Task = TypeVar("Task")
Result = TypeVar("Result")
Step = Callable[[Any, Task], Result]
"""A function of a module, given what all tasks share, and a task."""
Split = Callable[[Task], Sequence[Task]]
"""The parts of a task, each of one document; what can't be split is its only part."""
Reach = Literal["here", "disk", "sent"]
MOST = 20
"""So many documents are a task: what they share is sent and compiled once."""
LARGEST = 1_000_000
"""A task is closed when its documents have this size, so that large ones don't fill the memory of a worker."""


class Executor(Protocol):
    """`width` tasks are worked on at a time; `remote` says that this is done in other processes.

    Workers read a file by its path ("here"), by its whole path ("disk": they share it), or are "sent" its bytes.
    """

    @property
    def remote(self) -> bool: ...
    @property
    def width(self) -> int: ...
    @property
    def reach(self) -> Reach: ...
    def map(
        self, step: Step[Task, Result], shared: object, tasks: Iterable[Task], split: Split[Task] = ...
    ) -> Iterator[tuple[Task, Result | WorkerError]]:
        """Each task, or part of one that had to be split, with what `step` makes of it, in the order of the tasks.

        Raises what `step` raises.
        """


class InProcess:
    """No other process: the next task is taken up when its result is asked for."""

    remote = False
    width = 1
    reach: Reach = "here"

    def map(
        self, step: Step[Task, Result], shared: object, tasks: Iterable[Task], split: Split[Task] | None = None
    ) -> Iterator[tuple[Task, Result | WorkerError]]:
        del split  # whoever dies here takes everybody with him
        for task in tasks:
            yield task, step(shared, task)


def chunks(
    things: Sequence[Task], size: Callable[[Task], int] = lambda _: 0, *, width: int = 1, most: int = MOST
) -> Iterator[list[Task]]:
    """Things in tasks that are small in number and size, and so many that `width` workers have something to do."""
    most = max(1, min(most, len(things) // (4 * width))) if width > 1 else most
    chunk: list[Task] = []
    held = 0
    for thing in things:
        chunk.append(thing)
        held += size(thing)
        if len(chunk) >= most or held >= LARGEST:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


@contextmanager
def opened(
    jobs: int = 1,
    scheduler: str = "",
    time_limit: float = 0,
    *,
    memory_limit: int = 0,
    disk: bool = False,
    loading: str = "",
) -> Iterator[Executor]:
    """The executor that was asked for; its processes end with the block. `time_limit` is in seconds, `memory_limit` in
    bytes, 0 is none; `disk` says that the workers of a scheduler have the same files under the same paths.
    `loading` is the module of the first steps: the processes of several jobs start at once, and load it.

    With a limit a single job has a process of its own, too: nobody can stop himself. Raises `UsageError`.
    """
    if scheduler and memory_limit:
        remedy = f"start them with it: dask worker {scheduler} --nthreads 1 --memory-limit 2GB"
        raise UsageError("the workers of a cluster have a limit of memory of their own", remedy=remedy)
    if scheduler:
        from tei_tools.executor.cluster import Cluster

        with Cluster(scheduler, time_limit, disk=disk) as cluster:
            yield cluster
    elif jobs > 1 or time_limit or memory_limit:
        from tei_tools.executor.cores import Cores

        with Cores(jobs, time_limit, memory_limit) as cores:
            if loading and jobs > 1:
                cores.load(loading)
            yield cores
    else:
        yield InProcess()

"""A process of `executor/cores.py`: reads tasks from its standard input, writes results to its standard output.

Messages are pickled: ("load", module) gets ready for the steps of a module, ("shared", bytes) is kept for the tasks
that follow, ("task", step, task) is answered with ("result", …) or ("error", exception). The process ends with its
input, so that none is left behind.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from tei_tools.errors import MemoryLimitError, TeiToolsError, fault
from tei_tools.stopwatch import Measured, measured

LEFT = "look at the document, or cut it in parts; fewer --jobs leave each more memory"
GARBAGE = 50_000
"""As in the command line: Python looks for circles of dead objects less often."""


def serve(given: IO[bytes], answers: IO[bytes], limit: float) -> None:
    """Answer every task; one that takes longer than `limit` seconds ends the process, and whoever waits for it sees."""
    shared: Any = None
    while True:
        try:
            message = pickle.load(given)
        except EOFError:
            return
        if message[0] == "load":
            load(message[1])
            continue
        if message[0] == "shared":
            shared = pickle.loads(message[1])
            continue
        answer = pickle.dumps(performed(message[1], shared, message[2], limit), pickle.HIGHEST_PROTOCOL)
        try:
            answers.write(answer)
            answers.flush()
        except BrokenPipeError:
            return


def load(name: str) -> None:
    """Import a module, and let it compile what it needs if it has a `ready`. What fails will fail in a task again."""
    with suppress(Exception):
        ready = getattr(import_module(name), "ready", None)
        if ready is not None:
            ready()


def performed(step: Callable[[Any, Any], Any], shared: object, task: object, limit: float) -> tuple[str, Any]:
    """("result", `Measured`), or ("error", exception). After `limit` seconds (0: never) the process ends."""
    with Path(os.devnull).open("w") as nowhere:
        if limit:  # a thread of C, which also stops what holds Python's lock
            faulthandler.dump_traceback_later(limit, exit=True, file=nowhere)
        try:
            with measured() as ledger:
                result = step(shared, task)
            return "result", Measured(result, ledger.rows)
        except TeiToolsError as error:
            return "error", error
        except MemoryError:
            return "error", no_memory()
        except Exception as error:
            return "error", fault(error, "")
        finally:
            faulthandler.cancel_dump_traceback_later()


def no_memory() -> MemoryLimitError:
    return MemoryLimitError("the worker process got no more memory", remedy=LEFT)


def main() -> None:
    gc.set_threshold(GARBAGE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this process ends it
    sys.modules.setdefault("rnc2rng", None)  # type: ignore[arg-type]
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anybody prints is no answer
    serve(sys.stdin.buffer, answers, float(sys.argv[1]))


if __name__ == "__main__":
    main()

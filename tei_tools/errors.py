"""What stops a document, or a call.

    TeiToolsError
    ├── UsageError       the call itself is wrong             exit 2
    ├── SourceError      a source can't be read               exit 1
    ├── ProfileError     a profile or edition file is wrong   exit 2
    ├── AuthorityError   an authority file is wrong           exit 2
    ├── DecisionError    a file of decisions is wrong         exit 2
    ├── EncodeError      a document can't be encoded          exit 1
    ├── SchemaError      a schema can't be used               exit 2
    ├── TransformError   a stylesheet failed                  exit 1
    │   └── CompileError     it does not compile
    ├── PublishError     a result can't be written            exit 1
    └── WorkerError      a document ended its worker          exit 1
        └── MemoryLimitError     it needs more than there is

An imperfect document is no error: see `tei_tools.diagnostics`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class TeiToolsError(Exception):
    """What happened, where (`place`, as "file" or "file:line:column"), and what to do about it (`remedy`)."""

    exit_code = 1

    def __init__(self, message: str, *, place: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message}" + (f" ({self.remedy})" if self.remedy else "")


class UsageError(TeiToolsError):
    exit_code = 2


class SourceError(TeiToolsError):
    pass


class ProfileError(TeiToolsError):
    exit_code = 2


class AuthorityError(TeiToolsError):
    exit_code = 2


class DecisionError(TeiToolsError):
    exit_code = 2


class EncodeError(TeiToolsError):
    pass


class SchemaError(TeiToolsError):
    exit_code = 2


class TransformError(TeiToolsError):
    pass


class CompileError(TransformError):
    """`faults` has the line and the words of each error, as the compiler gave them."""

    def __init__(
        self, message: str, *, place: str = "", remedy: str = "", faults: Sequence[tuple[int, str]] = ()
    ) -> None:
        super().__init__(message, place=place, remedy=remedy)
        self.faults = tuple(faults)


class PublishError(TeiToolsError):
    pass


class WorkerError(TeiToolsError):
    def at(self, place: object) -> WorkerError:
        """The same of another document."""
        return type(self)(self.message, place=str(place), remedy=self.remedy)


class MemoryLimitError(WorkerError):
    pass


def fault(error: Exception, place: str) -> EncodeError:
    """A fault of the program in one document, or one for which memory does not suffice: the other documents go on."""
    if isinstance(error, MemoryError):
        remedy = "cut it in parts, or convert it on a machine that has more"
        return EncodeError("there is no memory left for it", place=place, remedy=remedy)
    import traceback  # hardly ever needed

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    message = f"a fault of the program: {type(error).__name__} in {where}: {error}"
    return EncodeError(message, place=place, remedy="please report it with the source; nothing was written")

"""An edition to be disturbed, the commands that make files of it, and what must hold after each fault."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parent.parent.parent
TOOL = [sys.executable, "-m", "tei_tools.cli"]
ALL = ("tei", "html", "pdf", "epub", "text", "docx", "markdown", "json", "tables", "graph", "jsonld", "cmif")
FEW = ("tei", "html", "text")


class DisturbedError(AssertionError):
    """What did not hold."""


@dataclass(frozen=True)
class Command:
    """What makes files of an edition: `build`, or `convert` of its sources."""

    name: Literal["build", "convert"]

    def started(self, edition: Path, output: Path, *options: str) -> subprocess.Popen[bytes]:
        given = [str(edition)]
        if self.name == "convert":
            given = [str(path) for path in sorted((edition / "texts").iterdir())]
            given += ["--persons", str(edition / "persons.xml")]
        command = [*TOOL, self.name, *given, "-o", str(output), "-q", *options]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, edition: Path, output: Path, *options: str) -> tuple[int, str]:
        """(exit status, what was said)."""
        return ended(self.started(edition, output, *options))

    def completes(self, edition: Path, output: Path, *options: str) -> float:
        """The seconds of processor time that the run takes."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        status, said = self.run(edition, output, *options)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if status:
            raise DisturbedError(f"the next run does not complete: {status}, {said[:300]}")
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    def undisturbed(self, edition: Path, folder: Path) -> dict[str, bytes]:
        """The files that it makes in a folder of its own, when nothing happens."""
        self.completes(edition, folder)
        return files(folder)


COMMANDS = (Command("build"), Command("convert"))


def ended(run: subprocess.Popen[bytes]) -> tuple[int, str]:
    _, said = run.communicate()
    return run.returncode, said.decode("utf-8", "replace")


def make(folder: Path, documents: int, formats: tuple[str, ...]) -> Path:
    """An edition of so many documents: the samples in turn, with numbers of their own."""
    (folder / "texts").mkdir(parents=True)
    samples = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for number in range(1, documents + 1):
        text = re.sub(r"^\d+\.", f"{number}.", samples[number % len(samples)], count=1, flags=re.MULTILINE)
        (folder / "texts" / f"t{number:04}.txt").write_text(text, "utf-8")
    (folder / "persons.xml").write_bytes((ROOT / "seeds" / "persons.xml").read_bytes())
    listed = ", ".join(f'"{name}"' for name in formats)
    (folder / "edition.toml").write_text(
        f'id = "faults"\ntitle = "Faults"\nsources = ["texts/*.txt"]\nformats = [{listed}]\n'
        '[authorities]\npersons = "persons.xml"\n',
        "utf-8",
    )
    return folder


def spent(process: int) -> float:
    """The seconds of processor time that a process has taken, and those of its own that have ended.

    However busy the machine is, a share of them is the same place in a build. 0 where nobody tells of processes.
    """
    try:
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")


def workers(process: int) -> list[int]:
    """The processes that it has started and that still run; none where nobody tells of processes."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text()
        return [int(number) for number in told.split()]
    except OSError:
        return []


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def same(folder: Path, undisturbed: dict[str, bytes]) -> None:
    """Byte for byte what an undisturbed run has, and nothing else."""
    found = files(folder)
    differing = sorted(
        name for name in {*found, *undisturbed} if found.get(name) != undisturbed.get(name) and not _own(name)
    )
    if differing:
        raise DisturbedError(f"{len(differing)} files differ: {', '.join(differing[:5])}")


def whole(folder: Path, undisturbed: dict[str, bytes]) -> None:
    """Every output file that is there is what the undisturbed run has; a report tells what failed, and ends."""
    found = {name: data for name, data in files(folder).items() if not _own(name)}
    report = found.pop("report.html", b"</html>")
    broken = [name for name, data in found.items() if undisturbed.get(name, data) != data]
    broken += [] if report.rstrip().endswith(b"</html>") else ["report.html"]
    if broken:
        raise DisturbedError(f"{len(broken)} files are not whole: {', '.join(sorted(broken)[:5])}")


def _own(name: str) -> bool:
    """What the tool keeps for itself: its memory and its lock, which tell of the run."""
    return name.startswith(("manifest", "records", ".")) or name.endswith((".lock", ".journal"))

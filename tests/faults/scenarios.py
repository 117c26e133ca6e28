"""Each fault of disks and files as a function: it disturbs a run, and raises `DisturbedError` where something fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.edition import FEW, Command, DisturbedError, ended, files, make, same, whole

Scenario = Callable[[Path, Command], None]
NAMES = ("a b", "q\"u'o", "new\nline", "Größe-Ж-文", "x" * 200, "..dots", "-dash", "semi;colon&amp", "%41")


class SkippedError(Exception):
    """The privilege that a fault needs is missing here."""


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A disk of its own at a folder: in memory, or what stands there already (bind)."""
    what = ["-o", options, str(folder), str(folder)] if "bind" in options else ["-t", "tmpfs", "-o", options, "tmpfs"]
    where = [] if "bind" in options else [str(folder)]
    if subprocess.run(["mount", *what, *where], capture_output=True, check=False).returncode:
        raise SkippedError("mounting needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def full_disk(folder: Path, command: Command) -> None:
    """A small disk is full in the middle: an error that says so, whole files, and completion on a larger one."""
    edition, small = make(folder / "edition", 20, FEW), folder / "small"
    undisturbed = command.undisturbed(edition, folder / "undisturbed")
    small.mkdir()
    with mounted(small, f"size={sum(map(len, undisturbed.values())) // 2048}k"):
        status, said = command.run(edition, small / "out")
        if status != 1 or "space" not in said:
            raise DisturbedError(f"a full disk: status {status}, {said[:300]}")
        whole(small / "out", undisturbed)
        shutil.copytree(small / "out", folder / "large")
    command.completes(edition, folder / "large")
    same(folder / "large", undisturbed)


def no_permission(folder: Path, command: Command) -> None:
    """A folder that nobody, root neither, may write: exit 1 with its path, nothing written."""
    edition, closed = make(folder / "edition", 3, FEW), folder / "closed"
    closed.mkdir()
    with mounted(closed, "ro"):
        status, said = command.run(edition, closed / "out")
        if status not in {1, 2} or str(closed) not in said or list(closed.iterdir()):
            raise DisturbedError(f"a closed folder: {status}, {said[-300:]}")
    command.completes(edition, closed / "out")
    same(closed / "out", command.undisturbed(edition, folder / "undisturbed"))


def no_permission_within(folder: Path, command: Command) -> None:
    """What was made already may be written no more when a source has changed: exit 1, and the old files are whole."""
    edition, out = make(folder / "edition", 3, FEW), folder / "out"
    before = command.undisturbed(edition, out)
    source = edition / "texts" / "t0002.txt"
    source.write_text(source.read_text("utf-8") + "\nMore.\n", "utf-8")
    with mounted(out, "bind,ro"):
        status, said = command.run(edition, out)
        if status not in {1, 2} or str(out) not in said or files(out) != before:
            raise DisturbedError(f"a folder that is closed now: {status}, {said[-300:]}")
    command.completes(edition, out)
    same(out, command.undisturbed(edition, folder / "undisturbed"))


def changing_source(folder: Path, command: Command) -> None:
    """A source is rewritten while it is read: the next run takes it as it then is."""
    edition = make(folder / "edition", 40, FEW)
    source, out, count = edition / "texts" / "t0020.txt", folder / "out", 0
    text = source.read_text("utf-8")
    run = command.started(edition, out)
    while run.poll() is None:
        count += 1
        source.write_text(text[: len(text) // 2] if count % 2 else text + "\nMore.\n", "utf-8")
        time.sleep(0.01)
    ended(run)
    source.write_text(text, "utf-8")
    command.completes(edition, out)
    same(out, command.undisturbed(edition, folder / "undisturbed"))


def broken_manifest(folder: Path, command: Command) -> None:
    """Half a manifest: said with what to do; after that the run completes."""
    edition, out = make(folder / "edition", 5, FEW), folder / "out"
    undisturbed = command.undisturbed(edition, out)
    manifest = out / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:200])
    status, said = command.run(edition, out)
    if status and "manifest.json" not in said:
        raise DisturbedError(f"a broken manifest: status {status}, {said[:300]}")
    whole(out, undisturbed)
    manifest.unlink()
    command.completes(edition, out)
    same(out, undisturbed)


def two_at_once(folder: Path, command: Command) -> None:
    """A second run in the same folder is refused (2), and the first one, which stands still meanwhile, goes on."""
    edition, out = make(folder / "edition", 60, FEW), folder / "out"
    first = command.started(edition, out)
    while not (out / "manifest.journal").exists() and first.poll() is None:
        time.sleep(0.01)
    first.send_signal(signal.SIGSTOP)
    status, said = command.run(edition, out)
    first.send_signal(signal.SIGCONT)
    ended(first)
    if first.returncode or status != 2 or "another run" not in said:
        raise DisturbedError(f"two runs: {first.returncode} and {status}, {said[:300]}")
    same(out, command.undisturbed(edition, folder / "undisturbed"))


def clock_set_back(folder: Path, command: Command) -> None:
    """Files of tomorrow, a source changed yesterday: digests count, not times."""
    edition, out = make(folder / "edition", 5, FEW), folder / "out"
    command.completes(edition, out)
    tomorrow, yesterday = time.time() + 86_400, time.time() - 86_400
    for path in out.rglob("*"):
        os.utime(path, (tomorrow, tomorrow))
    source = edition / "texts" / "t0003.txt"
    source.write_text(source.read_text("utf-8") + "\nLeningrad.\n", "utf-8")
    os.utime(source, (yesterday, yesterday))
    command.completes(edition, out)
    same(out, command.undisturbed(edition, folder / "undisturbed"))


def odd_names(folder: Path, command: Command) -> None:
    """Names with blanks, quotes, line ends, 200 characters, dots: documents all the same, and none outside.

    The way to them leads up and down again, and one is a symbolic link to a file elsewhere.
    """
    edition, out = make(folder / "edition", 2, FEW), folder / "inside" / "out"
    text = (edition / "texts" / "t0001.txt").read_text("utf-8")
    for number, name in enumerate(NAMES, 100):
        (edition / "texts" / f"{name}.txt").write_text(text.replace("1. ", f"{number}. ", 1), "utf-8")
    (folder / "elsewhere.txt").write_text(text.replace("1. ", "99. ", 1), "utf-8")
    (edition / "texts" / "a link.txt").symlink_to(folder / "elsewhere.txt")
    before = set(folder.iterdir())
    status, said = command.run(edition / "texts" / "..", out)
    if status:
        raise DisturbedError(f"odd names: {status}, {said[:600]}")
    documents = [name for name in files(out) if name.endswith(".xml") and "schema" not in name]
    if len(documents) < len(NAMES) + 3:
        raise DisturbedError(f"{len(documents)} documents of {len(NAMES) + 3}")
    if set(folder.iterdir()) - before - {folder / "inside"}:
        raise DisturbedError("something was written outside of the output folder")
    same(out, command.undisturbed(edition, folder / "undisturbed"))


def links_out(folder: Path, command: Command) -> None:
    """Symbolic links in the output folder that lead out of it: nothing is written through them."""
    edition, out, elsewhere = make(folder / "edition", 3, FEW), folder / "out", folder / "elsewhere"
    undisturbed = command.undisturbed(edition, folder / "undisturbed")
    elsewhere.mkdir()
    (elsewhere / "d1.html").write_text("mine")
    out.mkdir()
    (out / "html").symlink_to(elsewhere, target_is_directory=True)
    (out / "t0001.xml").symlink_to(elsewhere / "d1.html")
    command.run(edition, out)
    if [path.name for path in elsewhere.iterdir()] != ["d1.html"] or (elsewhere / "d1.html").read_text() != "mine":
        raise DisturbedError("a link led out of the output folder, and was followed")
    whole(out, undisturbed)
    for link in [path for path in out.iterdir() if path.is_symlink()]:
        link.unlink()
    command.completes(edition, out)
    same(out, undisturbed)


def read_only_sources(folder: Path, command: Command) -> None:
    """Sources that nobody may write are read, and stay as they are."""
    edition, out = make(folder / "edition", 3, FEW), folder / "out"
    undisturbed, before = command.undisturbed(edition, folder / "undisturbed"), files(edition)
    for path in sorted(edition.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    edition.chmod(0o555)
    command.completes(edition, out)
    for path in [edition, *edition.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    same(out, undisturbed)
    if files(edition) != before:
        raise DisturbedError("the sources changed")


DISTURBED: tuple[Scenario, ...] = (
    full_disk, no_permission, no_permission_within, changing_source, broken_manifest, two_at_once, clock_set_back,
    odd_names, links_out, read_only_sources,
)  # fmt: skip

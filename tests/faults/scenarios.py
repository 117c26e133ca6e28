"""Each fault as a function: it disturbs a build, and raises `DisturbedError` where something does not hold."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.edition import FEW, DisturbedError, build, completes, files, make, same, spent, started, whole

NAMES = ("a b", "q\"u'o", "new\nline", "Größe-Ж-文", "x" * 200, "..dots", "-dash", "semi;colon&amp", "%41")


class SkippedError(Exception):
    """The privilege that a fault needs is missing here."""


def full_disk(folder: Path) -> None:
    """A small disk is full in the middle: an error that says so, whole files, and completion on a larger one."""
    edition, small = make(folder / "edition", 20, FEW), folder / "small"
    completes(edition, folder / "undisturbed")
    undisturbed = files(folder / "undisturbed")
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(small)], capture_output=True)
    if mounted.returncode:
        raise SkippedError("mounting needs root")
    try:
        status, said = build(edition, small / "out")
        if status != 1 or "space" not in said:
            raise DisturbedError(f"a full disk: status {status}, {said[:300]}")
        whole(small / "out", undisturbed)
        shutil.copytree(small / "out", folder / "large")
    finally:
        subprocess.run(["umount", str(small)], check=True)
    completes(edition, folder / "large")
    same(folder / "large", undisturbed)


def no_permission(folder: Path) -> None:
    """A folder that nobody, root neither, may write: exit 1 with its path, nothing written."""
    edition, closed = make(folder / "edition", 3, FEW), folder / "closed"
    closed.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(closed)], capture_output=True)
    if mounted.returncode:
        raise SkippedError("mounting needs root")
    try:
        status, said = build(edition, closed / "out")
        if status not in {1, 2} or str(closed) not in said or list(closed.iterdir()):
            raise DisturbedError(f"a closed folder: {status}, {said[-300:]}")
    finally:
        subprocess.run(["umount", str(closed)], check=True)


def changing_source(folder: Path) -> None:
    """A source is rewritten while it is read: the next run takes it as it then is."""
    edition = make(folder / "edition", 40, FEW)
    source, out = edition / "texts" / "t0020.txt", folder / "out"
    text = source.read_text("utf-8")
    run = started(edition, out)
    for count in range(200):
        source.write_text(text[: len(text) // 2] if count % 2 else text + "\nMore.\n", "utf-8")
        time.sleep(0.01)
        if run.poll() is not None:
            break
    run.communicate()
    source.write_text(text, "utf-8")
    completes(edition, out)
    completes(edition, folder / "undisturbed")
    same(out, files(folder / "undisturbed"))


def broken_manifest(folder: Path) -> None:
    """Half a manifest: said with what to do; after that the build completes."""
    edition, out = make(folder / "edition", 5, FEW), folder / "out"
    completes(edition, out)
    undisturbed = files(out)
    manifest = out / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:200])
    status, said = build(edition, out)
    if status and "manifest.json" not in said:
        raise DisturbedError(f"a broken manifest: status {status}, {said[:300]}")
    manifest.unlink()
    completes(edition, out)
    same(out, undisturbed)


def two_at_once(folder: Path) -> None:
    """A second build in the same folder is refused (2), and the first one is not disturbed."""
    edition, out = make(folder / "edition", 60, FEW), folder / "out"
    first = started(edition, out)
    while not out.exists() and first.poll() is None:
        time.sleep(0.01)
    time.sleep(0.5)
    status, said = build(edition, out)
    first.communicate()
    if first.returncode or status != 2:
        raise DisturbedError(f"two builds: {first.returncode} and {status}, {said[:300]}")
    completes(edition, folder / "undisturbed")
    same(out, files(folder / "undisturbed"))


def clock_set_back(folder: Path) -> None:
    """Files of tomorrow, a source changed yesterday: digests count, not times."""
    edition, out = make(folder / "edition", 5, FEW), folder / "out"
    completes(edition, out)
    tomorrow, yesterday = time.time() + 86_400, time.time() - 86_400
    for path in out.rglob("*"):
        os.utime(path, (tomorrow, tomorrow))
    source = edition / "texts" / "t0003.txt"
    source.write_text(source.read_text("utf-8").replace("Moscow", "Leningrad"), "utf-8")
    os.utime(source, (yesterday, yesterday))
    completes(edition, out)
    completes(edition, folder / "undisturbed")
    same(out, files(folder / "undisturbed"))


def odd_names(folder: Path) -> None:
    """Names with blanks, quotes, line ends, 200 characters, dots: documents all the same, and none outside."""
    edition, out = make(folder / "edition", 2, FEW), folder / "inside" / "out"
    text = (edition / "texts" / "t0001.txt").read_text("utf-8")
    for number, name in enumerate(NAMES, 100):
        (edition / "texts" / f"{name}.txt").write_text(text.replace("1. ", f"{number}. ", 1), "utf-8")
    before = set(folder.iterdir())
    status, said = build(edition, out)
    if status:
        raise DisturbedError(f"odd names: {status}, {said[:600]}")
    documents = [
        name for name in files(out) if name.startswith("tei/") and name.endswith(".xml") and "schema" not in name
    ]
    if len(documents) < len(NAMES) + 2:
        raise DisturbedError(f"{len(documents)} documents of {len(NAMES) + 2}")
    if set(folder.iterdir()) - before - {folder / "inside"}:
        raise DisturbedError("something was written outside of the output folder")


def links_out(folder: Path) -> None:
    """A symbolic link in the output folder that leads out of it: nothing is written through it."""
    edition, out, elsewhere = make(folder / "edition", 3, FEW), folder / "out", folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "d1.html").write_text("mine")
    out.mkdir()
    (out / "html").symlink_to(elsewhere, target_is_directory=True)
    build(edition, out)
    if [path.name for path in elsewhere.iterdir()] != ["d1.html"] or (elsewhere / "d1.html").read_text() != "mine":
        raise DisturbedError("a link led out of the output folder, and was followed")


def read_only_sources(folder: Path) -> None:
    """Sources that nobody may write are read, and stay as they are."""
    edition, out = make(folder / "edition", 3, FEW), folder / "out"
    before = files(edition)
    for path in sorted(edition.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    edition.chmod(0o555)
    completes(edition, out)
    for path in [edition, *edition.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    if files(edition) != before:
        raise DisturbedError("the sources changed")


def killed(edition: Path, undisturbed: dict[str, bytes], seconds: float, share: float, out: Path) -> str:
    """kill -9 after a share of the processor time of a build, in seconds; what was left then, in words."""
    run = started(edition, out)
    while run.poll() is None and spent(run.pid) < seconds * share:
        time.sleep(0.01)
    run.kill()
    run.communicate()
    left = len(files(out)) if out.exists() else 0
    if out.exists():
        whole(out, undisturbed)
    completes(edition, out)
    same(out, undisturbed)
    shutil.rmtree(out)
    return f"{left} of {len(undisturbed)} files were there"


def scenarios() -> Iterator[tuple[str, Callable[[Path], None]]]:
    for each in (
        full_disk, no_permission, changing_source, broken_manifest, two_at_once, clock_set_back, odd_names, links_out,
        read_only_sources,
    ):  # fmt: skip
        yield each.__name__, each

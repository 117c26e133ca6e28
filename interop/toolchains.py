"""Runs the recipes of docs/toolchains.md on the sample edition and on one of 30 documents: `make toolchains`.

    python interop/toolchains.py [--accept | TITLE …]

A recipe is a block of shell in the document; its first line is `# TOOL: how it tells its version`. It runs in an empty
folder; $EDITION is what was built, $SOURCE what it was built of, $PROJECT this checkout.
Exit status 1 where a recipe fails; --accept writes the table of tools, versions and outcomes into the document, a
TITLE runs the recipes alone that have it in their headings.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "toolchains.md"
RECIPE = re.compile(
    r"^### (?P<title>.+)\n(?:(?!^###).*\n)*?```sh\n# (?P<tool>[^:\n]+): (?P<version>.+)\n(?P<script>(?:.*\n)*?)```",
    re.MULTILINE,
)
BEGIN, END = "<!-- table -->\n", "<!-- end of table -->\n"
EDITIONS = ("seeds", "thirty")
SOURCES = {"seeds": ROOT / "seeds", "thirty": Path("source")}
"""Where an edition is described; the second is made, in the folder of the run."""


@dataclass(frozen=True)
class Recipe:
    title: str
    tool: str
    version: str
    script: str


def recipes() -> Iterator[Recipe]:
    for found in RECIPE.finditer(PAGE.read_text("utf-8")):
        yield Recipe(found["title"], found["tool"], found["version"], found["script"])


def main(arguments: list[str]) -> int:
    titles = [word for word in arguments if word != "--accept"]
    rows, failed = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder)
        for recipe in recipes():
            if titles and not any(title in recipe.title for title in titles):
                continue
            fails = [edition for edition in EDITIONS if not works(recipe, folder, edition)]
            failed += len(fails)
            version = run(recipe.version, folder, EDITIONS[0]).stdout.strip().splitlines()
            told = version[0][:40] if version else "?"
            outcome = f"**fails** on {', '.join(fails)}" if fails else "works on both editions"
            rows.append(f"| {recipe.title} | {recipe.tool} | {told} | {outcome} |\n")
    if "--accept" in arguments and not titles:
        before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        head = "| recipe | tool | version | outcome |\n|---|---|---|---|\n"
        PAGE.write_text(before + BEGIN + head + "".join(rows) + END + rest.partition(END)[2], "utf-8")
    return 1 if failed else 0


def works(recipe: Recipe, folder: Path, edition: str) -> bool:
    begun = time.monotonic()
    done = run(recipe.script, folder, edition)
    took = f"{time.monotonic() - begun:.0f} s"
    if done.returncode:
        print(f"{recipe.title} on {edition}: FAILS, {took}\n{done.stdout[-1500:]}", flush=True)
    else:
        print(f"{recipe.title} on {edition}: works, {took}", flush=True)
    return not done.returncode


def build(folder: Path) -> None:
    """Both editions, in the formats that recipes use."""
    tool = [sys.executable, "-m", "tei_tools.cli", "build"]
    formats = ("tei", "html", "epub", "json", "tables", "graph", "jsonld", "cmif", "dts", "xar")
    only = [word for name in formats for word in ("--only", name)]
    subprocess.run([*tool, ROOT / "seeds", "-o", folder / "seeds", "-q", *only], check=True)
    sys.path.insert(0, str(ROOT))
    from interop.thirty import edition

    subprocess.run([*tool, edition(folder / "source"), "-o", folder / "thirty", "-q", *only], check=True)


def run(script: str, folder: Path, edition: str) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as empty:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        own = {"PATH": path, "PROJECT": str(ROOT), "HOME": empty}
        own |= {"EDITION": str(folder / edition), "SOURCE": str(folder / SOURCES[edition])}
        command = ["bash", "-euo", "pipefail", "-c", script]
        return subprocess.run(
            command,
            cwd=empty,
            env={**os.environ, **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

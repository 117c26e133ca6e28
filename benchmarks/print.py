"""What print, e-book and drafts cost: `make bench`, or with volumes: python benchmarks/print.py VOLUME.xml …

Each line is one program from its start to its end: seconds of CPU, the most memory it held, the size of its file. Where
WeasyPrint is installed (it is no part of the tool), it prints the web page of the same document in the same run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tei_tools.build import Edition
from tei_tools.edition_book import Book
from tei_tools.printing import Printing

ROOT = Path(__file__).parent.parent
TOOL = [sys.executable, "-m", "tei_tools.cli", "transform"]
ENDINGS = {"pdf": "pdf", "epub": "epub", "docx": "docx", "markdown": "md"}
ROUNDS = 5
"""A short program is started so often; the median counts."""


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
        compared(folder / "tei" / "d178.xml", folder, rounds=ROUNDS)
        print(f"| 200 documents, a PDF each | {many(folder):.1f} per second and core | | | |")
        for volume in sys.argv[1:]:
            compared(Path(volume), folder, "--paper", "6x9in")
            for to in ("epub", "docx", "markdown"):
                print(f"| {Path(volume).name}, {to} | {cost([*TOOL, volume, '--to', to], folder, ENDINGS[to])} | |")


def compared(tei: Path, folder: Path, *options: str, rounds: int = 1) -> None:
    """The PDF of one file, and what WeasyPrint makes of its web page."""
    ours = sorted(cost([*TOOL, str(tei), "--to", "pdf", *options], folder, "pdf") for _ in range(rounds))[rounds // 2]
    print(f"| {tei.name} ({tei.stat().st_size / 1e6:.2f} MB), PDF | {ours} | |", flush=True)
    subprocess.run([*TOOL, str(tei), "--to", "html", "-o", folder], check=True, capture_output=True)
    page, made = folder / f"{tei.stem}.html", folder / f"{tei.stem}.pdf"
    try:
        call = [sys.executable, "-m", "weasyprint", str(page), str(made)]
        theirs = sorted(cost(call, folder, "pdf", made) for _ in range(rounds))[rounds // 2]
    except subprocess.CalledProcessError as error:
        print(f"| WeasyPrint | not installed, or it failed: {error} | | | |")
        return
    ratio = theirs.seconds / ours.seconds
    print(f"| {tei.name}, its web page by WeasyPrint | {theirs} | {ratio:.1f} times the CPU |", flush=True)


def many(folder: Path) -> float:
    """Documents per second, after the start; no page is set twice."""
    printing = Printing(Book())
    content = [Path(folder, "tei", f"{id_}.xml").read_bytes() for id_ in ("d178", "d310")]
    texts = [content[n % 2].replace(b"<p>", b"<p>%d " % n) for n in range(200)]
    start = time.process_time()
    for n, text in enumerate(texts):
        printing.document(text, f"{n}.xml")
    return len(texts) / (time.process_time() - start)


def cost(call: list[str], folder: Path, ending: str, made: Path | None = None) -> Cost:
    """Raises `CalledProcessError`. Without `made` the call is one of our commands, and gets the folder to write to."""
    file = made or folder / f"{Path(call[4]).stem}.{ending}"
    process = subprocess.Popen(
        [*call, *([] if made else ["-o", str(folder)])], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, spent = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, call[2])
    return Cost(spent.ru_utime + spent.ru_stime, spent.ru_maxrss // 1024, file.stat().st_size)


if __name__ == "__main__":
    main()

"""What print and e-book cost, in seconds of CPU: `make bench`, or with a volume: python benchmarks/print.py VOLUME.xml.

The sample edition is built first. Where WeasyPrint is installed (it is no part of the tool), it prints the web page of
the same document in the same run.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tei_tools.build import Edition
from tei_tools.edition_book import Book
from tei_tools.printing import Printing
from tei_tools.publish.epub import Facts

ROOT = Path(__file__).parent.parent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Edition.load(ROOT / "seeds").build(Path(folder), only=["tei"])
        tei = Path(folder, "tei", "d178.xml")
        call = [sys.executable, "-m", "tei_tools.cli", "transform", str(tei), "--to", "pdf", "-o", folder]
        said("one document, PDF, from start to end of the program", cold(call))
        printing = Printing(Book())
        content = [(id_, Path(folder, "tei", f"{id_}.xml").read_bytes()) for id_ in ("d178", "d310")]
        texts = [content[n % 2][1].replace(b"<p>", b"<p>%d " % n) for n in range(200)]  # no page is set twice
        seconds = spent(lambda: [printing.document(text, f"{n}.xml") for n, text in enumerate(texts)])
        print(f"200 documents, PDF: {200 / seconds:.1f} per second and core")
        said("one document, WeasyPrint, print style of the web page", weasyprint(tei, folder))
    for volume in sys.argv[1:]:
        of_volume(Path(volume), Printing(Book(paper="6x9in")))


def of_volume(path: Path, printing: Printing) -> None:
    tei = path.read_bytes()
    print(f"{path.name}, {len(tei) / 1e6:.1f} MB")
    book = Facts(path.stem, path.stem)
    said("  EPUB", spent(lambda: printing.ebook([(path.stem, tei)], book, path.parent, lambda _: None)))
    said("  PDF, as a book of 6 x 9 in", spent(lambda: printing.volume(tei, path.name)))
    print(f"  memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def said(what: str, seconds: float | None) -> None:
    print(f"{what}: {'not installed' if seconds is None else f'{seconds:.2f} s'}")


def spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def cold(call: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def weasyprint(tei: Path, folder: str) -> float | None:
    call = [sys.executable, "-m", "tei_tools.cli", "transform", str(tei), "--to", "html", "-o", folder]
    subprocess.run(call, check=True, capture_output=True)
    try:
        return cold([sys.executable, "-m", "weasyprint", f"{folder}/{tei.stem}.html", f"{folder}/weasyprint.pdf"])
    except subprocess.CalledProcessError:
        return None


if __name__ == "__main__":
    main()

"""TEI All accepts whatever the tests of conversion write: every real text, every case, the sample edition, volumes."""

from __future__ import annotations

from pathlib import Path

from tei_tools.build import Edition
from tei_tools.model import Imprint
from tei_tools.pipeline import Settings, Source, convert
from tests.case_files import CASES, converted, read
from tests.oracle import tei_all

FILES = sorted([*(CASES / "structure").glob("*.txt"), *(CASES / "notes").glob("*.txt")])


def everything(folder: Path, seeds: Path) -> list[Path]:
    paths: list[Path] = []

    def write(name: str, tei: bytes | None) -> None:
        if tei is not None:
            paths.append(folder / f"{len(paths)}-{name}.xml")
            paths[-1].write_bytes(tei)

    for style in ("full", "web", "webseq"):
        sources = [Source(path) for path in sorted((CASES / "dev" / style).glob("*.txt"))]
        for result in convert(sources, Settings(imprint=Imprint(edition="frus1955-57v01"))):
            write(f"{style}-{result.source.stem}", result.tei)
    for path in FILES:
        for number, case in enumerate(read(path)):
            try:
                write(f"{path.stem}-{number}", converted(case.source).tei)
            except ValueError:
                continue  # its own test tells
    Edition.load(seeds).build(folder / "edition", only=["tei"])
    return [*paths, *sorted((folder / "edition" / "tei").glob("*.xml"))]


def test_all_that_is_written_is_tei(tmp_path: Path, seeds: Path) -> None:
    paths = everything(tmp_path, seeds)
    assert len(paths) > 150
    assert tei_all.check(paths) == []


def test_a_file_that_is_not_tei_would_be_seen(tmp_path: Path, cases: Path) -> None:
    path = tmp_path / "wrong.xml"
    tei = converted((cases / "dev" / "full" / "frus1955-57v01-d298.txt").read_bytes()).tei
    assert tei is not None
    path.write_bytes(tei.replace(b"<pb ", b"<pagebreak "))
    assert tei_all.check([path])

"""What the tool writes is TEI for others too."""

from __future__ import annotations

from pathlib import Path

from tei_tools.pipeline import Settings, Source, convert
from tests.oracle import tei_all


def test_the_seeds_are_tei(seeds: Path, tmp_path: Path) -> None:
    sources = [Source(path) for path in sorted(seeds.glob("*.txt"))]
    assert sources
    paths = []
    for result in convert(sources, Settings()):
        assert result.tei is not None, result.diagnostics
        paths.append(tmp_path / f"{result.source.stem}.xml")
        paths[-1].write_bytes(result.tei)
    assert tei_all.check(paths) == []


def test_the_customisation_is_tei(root: Path) -> None:
    """What tools for ODD ask first: its elements, classes and lists are those of TEI's module tagdocs."""
    assert tei_all.check([root / "schemas" / "tei_tools.odd"]) == []

"""Measured tables in docs/performance.md: each stands between two comments with its name, and is written by its run."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"


def accepted(name: str, text: str, page: Path = PAGE) -> None:
    """Write the text between `<!-- name -->` and `<!-- end of name -->`. Raises ValueError where these are missing."""
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, ended, after = rest.partition(end)
    if not found or not ended:
        raise ValueError(f"{page} has no place for {name}")
    page.write_text(f"{before}{begin}{text}\n{ended}{after}", encoding="utf-8")

"""An edition of 30 documents: the samples fifteen times, each with a number and a date of its own."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DAYS = re.compile(r"(February 14|November 17)(, 1984)")


def sources() -> list[tuple[str, str]]:
    """(name, text): the numbers begin at 1, the days of datelines are moved, so that no two documents are alike."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    made = []
    for number in range(1, 31):
        text = re.sub(r"^\d+\.", f"{number}.", texts[number % len(texts)], count=1)
        made.append((f"{number:02}.txt", DAYS.sub(rf"March {number}\2", text)))
    return made


def edition(folder: Path) -> Path:
    """Write the edition into a folder."""
    (folder / "texts").mkdir(parents=True)
    for name, text in sources():
        (folder / "texts" / name).write_text(text, "utf-8")
    (folder / "persons.xml").write_bytes((ROOT / "seeds" / "persons.xml").read_bytes())
    (folder / "edition.toml").write_text(
        'id = "frusthirty"\ntitle = "Thirty documents"\nsources = ["texts/*.txt"]\n'
        '[authorities]\npersons = "persons.xml"\n',
        "utf-8",
    )
    return folder

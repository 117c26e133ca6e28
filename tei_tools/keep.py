"""The result of each stage, kept as files for looking at: `10-read.json` … `50-encode.xml` per document."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tei_tools.publish.folder import Folder
from tei_tools.settings import Keep


def keeper(path: Path) -> Keep:
    """What the pipeline calls with each result, writing `path/<stem>/<stage>.<json|xml>`. Raises `PublishError`."""
    Folder(path).prepare()
    return _Keeper(path)


@dataclass(frozen=True, slots=True)
class _Keeper:
    path: Path

    def __call__(self, stem: str, stage: str, result: Any) -> None:
        folder = Folder(self.path)
        if isinstance(result, bytes):
            folder.write(f"{stem}/{stage}.xml", result)
            return
        table = asdict(result)
        if "source" in table:
            table["source"] = {"path": result.source.path, "sha256": result.source.sha256}
        folder.write(f"{stem}/{stage}.json", json.dumps(table, ensure_ascii=False, indent=1) + "\n")

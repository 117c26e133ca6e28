"""For code scanning and for editors: SARIF 2.1.0 (OASIS), one run with the rules that were broken and where."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from tei_tools import __version__
from tei_tools.diagnostics import CODES, Diagnostic

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def report(found: Sequence[Diagnostic]) -> str:
    """Columns count code points. A fingerprint stays the same when lines move."""
    codes = sorted({diagnostic.code for diagnostic in found})
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "tei-tools", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the folder in which tei-tools was called"}}},
        "results": [_result(diagnostic, codes, seen) for diagnostic in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(code: str) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": CODES[code]}, "help": {"text": f"tei-tools explain {code}"}}


def _result(found: Diagnostic, codes: Sequence[str], seen: Counter[str]) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": _artifact(found.place.file)}
    if found.place.line:
        location["region"] = {"startLine": found.place.line}
        if found.place.column:
            location["region"]["startColumn"] = found.place.column
    same = f"{found.code} {found.place.file} {found.message}"
    seen[same] += 1
    extra = {name: value for name, value in (("hint", found.hint), ("rule", found.rule)) if value}
    return {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": LEVELS[found.severity],
        "message": {"text": f"{found.message}\nHint: {found.hint}" if found.hint else found.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"message/v1": hashlib.sha256(f"{same} {seen[same]}".encode()).hexdigest()},
        **({"properties": extra} if extra else {}),
    }


def _artifact(file: str) -> dict[str, str]:
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "SRCROOT"}

"""For programs: a JSON array of objects with code, severity, message, place, hint, and the rule where it has one."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tei_tools.diagnostics import Diagnostic


def report(found: Sequence[Diagnostic]) -> str:
    return json.dumps([diagnostic.as_json() for diagnostic in found], ensure_ascii=False, indent=1)

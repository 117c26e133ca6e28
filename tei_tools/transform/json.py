"""TEI as JSON without loss; `tei_tools.tei_json` tells the mapping, and the way back."""

from __future__ import annotations

from tei_tools.saxon import Result
from tei_tools.tei_json import to_json


def json(tei: str) -> Result:
    """The JSON of one TEI document."""
    return Result(to_json(tei.encode("utf-8")), {}, ())

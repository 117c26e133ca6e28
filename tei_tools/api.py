"""Conversion as one call, for programs and notebooks."""

from __future__ import annotations

from pathlib import Path

from tei_tools import pipeline
from tei_tools.model import Imprint
from tei_tools.pipeline import Converted, Source
from tei_tools.run import settings_of


def convert(
    source: str | Path | bytes,
    *,
    profile: str = "frus",
    edition: str = "",
    persons: str | Path | None = None,
    terms: str | Path | None = None,
    places: str | Path | None = None,
    orgs: str | Path | None = None,
    decisions: str | Path | None = None,
    names_model: str | Path | None = None,
    date: str = "",
) -> Converted:
    """One source as TEI: a file by its path, or the bytes of a text.

    `edition` is the identifier under which the document is published; `persons`, `terms`, `places` and `orgs` are
    authority files, `decisions` is a file of decisions. Without `persons` the
    model of names finds them, if python-crfsuite is there: `names_model` is another model's file, or "none".
    Raises `TeiToolsError` where the source can't be read or encoded; a document that fails the proof or the checks
    comes back without `tei`, its diagnostics saying why.
    """
    given = {"persons": persons, "terms": terms, "places": places, "orgs": orgs, "decisions": decisions}
    authorities = {kind: Path(path) for kind, path in given.items() if path is not None}
    settings = settings_of(profile, Imprint(edition=edition, date=date), authorities, names_model=names_model)
    one = Source(Path("text.txt"), source) if isinstance(source, bytes) else Source(Path(source))
    (converted,) = pipeline.convert([one], settings)
    if converted.error:
        raise converted.error
    return converted

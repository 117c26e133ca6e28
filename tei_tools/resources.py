"""Where the grammar, the stylesheets and the profiles are: at the top of a checkout, or inside an installed package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def resource(kind: str, name: str = "") -> Path:
    """The path of `schemas/name`, `xslt/name` or `profiles/name`.

    A wheel carries the two top folders inside the package; a checkout has them beside it.
    """
    inside = PACKAGE / kind
    return (inside if inside.is_dir() else PACKAGE.parent / kind) / name

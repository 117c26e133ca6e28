"""Plain text of documentary editions to validated TEI P5, and TEI to web and print editions.

import tei_tools
result = tei_tools.convert("d178.txt", persons="persons.xml")
result.tei, result.diagnostics
tei_tools.validate(result.tei)
tei_tools.transform(result.tei, to="html").text
tei_tools.Edition.load(Path("seeds")).build(Path("build"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Edition", "TeiToolsError", "__version__", "convert", "transform", "validate"]

if TYPE_CHECKING:
    from tei_tools.api import convert
    from tei_tools.build import Edition
    from tei_tools.errors import TeiToolsError
    from tei_tools.transform import transform
    from tei_tools.validate import validate

_HOMES = {
    "Edition": "build",
    "TeiToolsError": "errors",
    "convert": "api",
    "transform": "transform",
    "validate": "validate",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first asked for: a version number needs no XSLT processor."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tei_tools' has no attribute {name!r}")
    value = getattr(import_module(f"tei_tools.{_HOMES[name]}"), name)
    globals()[name] = value
    return value

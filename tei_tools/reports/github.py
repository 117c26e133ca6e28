"""For the pages of a pull request: workflow commands, which GitHub Actions turns into annotations at their lines."""

from __future__ import annotations

from collections.abc import Sequence

from tei_tools.diagnostics import Diagnostic

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(found: Sequence[Diagnostic]) -> str:
    """::error file=d1.xml,line=4,col=7,title=validate.grammar::…"""
    return "\n".join(map(_command, found))


def _command(found: Diagnostic) -> str:
    place = found.place
    values = {"file": place.file, "line": place.line, "col": place.column, "title": found.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value)
    hint = f"\n{found.hint}" if found.hint else ""
    return f"::{COMMANDS[found.severity]} {properties}::{_data(found.message + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

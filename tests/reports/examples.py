"""Diagnostics of every sort: with and without place, hint and rule, with characters that a format has to escape."""

from __future__ import annotations

from tei_tools.diagnostics import Diagnostic, Place

FOUND = [
    Diagnostic("validate.unreadable", "error", "can't be read: No such file", Place("tei/a, b:c 100%.xml")),
    Diagnostic(
        "validate.grammar", "error", "<blob> is no element", Place("tei/d1.xml", 41, 7), "write <p>", "a.rnc: div"
    ),
    Diagnostic(
        "validate.grammar", "error", "<blob> is no element", Place("tei/d1.xml", 43, 7), "write <p>", "a.rnc: div"
    ),
    Diagnostic("validate.pointer", "warning", "two\nlines: 50%, “quoted”", Place("/data/d2.xml", 7)),
    Diagnostic("validate.pointer-outside", "info", "leads out", Place("d3.xml", 1, 1)),
]

"""Schematron, feature by feature: a schema (the root may be left out), a document, and the report that is expected.

    === title
    --- phase x            (perhaps)
    --- schema
    --- file part.sch      (as many as it includes)
    --- document           (none: the schema is wrong, and what is said of it is expected)
    --- expected

`pytest --accept` writes the expected parts anew. The prefix svrl and the namespaces are left out of the reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_tools.errors import SchemaError
from tei_tools.validate.schematron import svrl

FOLDER = Path(__file__).parent / "schematron"
WRAPPED = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"
 xmlns:xsl="http://www.w3.org/1999/XSL/Transform">\n{}\n</schema>"""


def parts(case: str) -> dict[str, str]:
    """The sections of a case by their first lines."""
    sections = re.split(r"^--- (.+)\n", case, flags=re.MULTILINE)
    return {"title": sections[0].strip()} | dict(zip(sections[1::2], sections[2::2], strict=True))


def outcome(case: dict[str, str], folder: Path) -> str:
    """The report, an element a line; or the error, with places as they are in the case."""
    source = case["schema"].strip()
    whole = source if source.startswith(("<schema", "<!")) else WRAPPED.format(source)
    (folder / "house.sch").write_text(whole, encoding="utf-8")
    phase = ""
    for name, text in case.items():
        kind, _, value = name.partition(" ")
        if kind == "file":
            (folder / value).parent.mkdir(exist_ok=True)
            (folder / value).write_text(text.strip(), encoding="utf-8")
        phase = value if kind == "phase" else phase
    try:
        report = svrl(case.get("document", "<a/>").strip(), folder / "house.sch", phase)
    except SchemaError as error:
        return str(error).replace(f"{folder}/", "")
    report = re.sub(r'<\?xml.*?\?>| xmlns:\w+="[^"]*"|(?<=<)svrl:|(?<=</)svrl:', "", report)
    return re.sub(
        r"(?=<(?:active-pattern|fired-rule|failed-assert|successful-report|s:failed|ns-pre|/schem))", "\n", report
    )


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_features(path: Path, golden: Callable[[Path, str], None], tmp_path: Path) -> None:
    written = []
    for number, text in enumerate(re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]):
        kept = text.partition("--- expected\n")[0].rstrip()
        folder = tmp_path / str(number)
        folder.mkdir()
        written.append(f"=== {kept}\n--- expected\n{outcome(parts(kept + chr(10)), folder).strip()}\n")
    golden(path, "\n".join(written))

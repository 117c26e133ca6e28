"""ISO Schematron to XSLT 3.0: the passes of `xslt/schematron/`, and their errors in terms of the schema."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from lxml import etree

from tei_tools.cache import cached
from tei_tools.errors import CompileError, SchemaError
from tei_tools.resources import resource
from tei_tools.saxon import Stylesheet, stylesheet
from tei_tools.validate.schematron_files import Gathered, S, gather

TAG = re.compile(r"(<[^/!?][^>]*?)(/?>)")
PLAIN = (
    (r"Unexpected token <eof>.*", "the expression is not complete"),
    (
        r"Namespace prefix '?([^\s']+)'? has not been declared",
        r'the prefix \1 is not declared; add <ns prefix="\1" uri="…"/>',
    ),
    (r"Variable \$(\S+) has not been declared.*", r"there is no variable $\1 here"),
    (
        r"Cannot find a (\d+)-argument function named (?:Q\{[^}]*\})?([^\s(]+).*",
        r"there is no function \2 of \1 arguments",
    ),
)
"""Words of the compiler, and plainer ones."""


def compiled(schema: Path) -> str:
    """The stylesheet that a schema becomes, as text; kept between runs. Raises `SchemaError`."""
    gathered = gather(schema)
    return cached("schematron", _key(gathered), lambda: transpiled(gathered, schema))


def transpiled(gathered: Gathered, schema: Path) -> str:
    """The stylesheet, each start tag of which ends on a line of its own: so an error of it leads to an element."""
    text = stylesheet("schematron").run(gathered.xml).text
    root = etree.fromstring(text.encode())
    if root.tag == f"{S}problems":
        problems = [(str(problem.get("at")), str(problem.text)) for problem in root]
        raise _refused(problems, schema)
    return TAG.sub(r"\1\n\2", etree.tostring(root, encoding="unicode"))


def executable(xslt: str, schema: Path, phase: str = "", *, fired: bool = False) -> Stylesheet:
    """The stylesheet ready to run, for a phase (none: the default of the schema).

    Raises `SchemaError` where there is no such phase, or an expression of the schema is wrong.
    """
    phases = re.search(r':phases="([^"]*)"', xslt)
    known = ["#ALL", *(phases[1].split() if phases else ())]
    if phase and phase not in known:
        remedy = f"there are: {', '.join(known)}"
        raise SchemaError(f"the schema has no phase {phase!r}", place=str(schema), remedy=remedy)
    static = {f"{S}fired": "yes" if fired else "no"} | ({f"{S}phase": phase} if phase else {})
    try:
        return Stylesheet(schema, static, xslt)
    except CompileError as error:
        raise _refused(_places(xslt, error), schema) from error


def _key(gathered: Gathered) -> str:
    """A digest of the schema, the compiler, and the way it is used."""
    digest = hashlib.sha256(gathered.digest.encode())
    for path in [
        Path(__file__),
        resource("xslt", "schematron.xsl"),
        *sorted(resource("xslt", "schematron").glob("*.xsl")),
    ]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _places(xslt: str, error: CompileError) -> list[tuple[str, str]]:
    """The faults of the stylesheet with their places in the schema."""
    by_line = {element.sourceline: element for element in etree.fromstring(xslt.encode()).iter(etree.Element)}
    return [_fault(by_line.get(line), words) for line, words in error.faults]


def _fault(element: etree._Element | None, words: str) -> tuple[str, str]:
    for pattern, plain in PLAIN:
        words = re.sub(pattern, plain, words)
    place, what, expression = "", "", None
    while element is not None and not place:
        expression = expression or element.get("test") or element.get("match") or element.get("select")
        place, what = element.get(f"{S}at", ""), element.get(f"{S}what", "")
        element = element.getparent()
    shown = f"{what}: {words}" if what else words
    return place, f"{shown}, in “{expression}”" if expression else shown


def _refused(problems: list[tuple[str, str]], schema: Path) -> SchemaError:
    """The first problem with its place, the others behind it."""
    places = [(str(schema.parent / place) if place else str(schema), words) for place, words in problems]
    (place, words), *others = dict.fromkeys(places) or {(str(schema), "the schema does not compile"): None}
    return SchemaError(words + "".join(f"\n{at}: {also}" for at, also in others), place=place)

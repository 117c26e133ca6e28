"""A second engine on our grammar: RELAX NG beside the XSD. It has a say only where the two do not agree.

Both are derived from one grammar, so they never should differ. Whoever doubts a verdict, or a release of libxml2, asks.
"""

from __future__ import annotations

from lxml import etree

from tei_tools.resources import resource
from tei_tools.validate import grammar
from tei_tools.validate.findings import Finding

SECOND = "tei_tools.rng"
"""The name under which it is asked for, beside "tei_tools"."""
HINT = "the two engines ought to agree: please report it, with this file"


def find(tree: etree._ElementTree) -> list[Finding]:
    """Nothing where RELAX NG and the XSD agree; else what the one finds that the other does not."""
    first, second = grammar.find(tree), grammar.find(tree, resource("schemas", SECOND))
    if bool(first) == bool(second):
        return []
    if second:
        return [
            Finding(each.code, each.severity, f"{each.message} (RELAX NG only)", each.element, HINT, SECOND)
            for each in second
        ]
    message = "RELAX NG finds nothing wrong with the structure of this file"
    return [Finding("validate.grammar", "warning", message, tree.getroot(), HINT, SECOND)]

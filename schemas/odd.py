"""tei_tools.odd: the grammar as a customisation of TEI, for those who read ODD. Written by `make schemas`.

What it holds is taken from the grammar: the elements, the line that documents each, their attributes and listed values.
Here is only what the grammar has no place for: the prose, and the classes of TEI whose attributes are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from tei_tools.validate.content_model import Attribute, Grammar
from tei_tools.validate.patterns import Element

TEI = "http://www.tei-c.org/ns/1.0"
E = ElementMaker(namespace=TEI, nsmap={None: TEI})
LANG = {"{http://www.w3.org/XML/1998/namespace}lang": "en"}
PROSE = (
    "The TEI that tei_tools writes, and that an editor goes on with: documents of an edition, with a header that says "
    "who wrote to whom, entries for those who are named, and the text with its notes and page breaks.",
    "It is stricter than TEI All and a part of it: whatever it accepts, TEI All accepts. The grammar to validate by is "
    "tei_tools.rng, which is written by hand (tei_tools.rnc) and says also in which order things stand; this "
    "customisation documents it and lists its elements, attributes and values. What no grammar can say is in "
    "tei_tools.sch.",
)
GLOBAL = {
    "att.global": "xml:id n xml:lang",
    "att.global.rendition": "rend",
    "att.global.responsibility": "cert resp",
    "att.global.linking": "corresp",
}
"""Attributes of nearly all elements, described once."""
LEFT_OUT = {
    "att.global": "xml:base xml:space",
    "att.global.rendition": "style rendition",
    "att.global.linking": "synch copyOf next prev exclude select",
    "att.datable": "period",
    "att.pointing": "targetLang evaluate",
    "att.naming": "nymRef",
    "att.personal": "sort",
    "att.dimensions": "extent precision scope",
    "att.measurement": "commodity unitRef",
}
"""Attributes of TEI's classes that no element has here."""
GONE = (
    "att.global.change att.datable.iso att.datable.custom att.cReferencing att.sortable att.fragmentable att.declaring "
    "att.declarable att.written att.transcriptional att.ranging"
)
"""Classes none of whose attributes any element has here."""


def modules(grammar: str) -> dict[str, list[str]]:
    """The elements of each module of TEI, from the headings of the grammar in compact syntax."""
    found: dict[str, list[str]] = {}
    module = ""
    for heading, name in re.findall(r"^# ==== Module (\w+):|\belement (\w+) \{", grammar, re.MULTILINE):
        module = heading or module
        if name and name not in found.setdefault(module, []):
            found[module].append(name)
    return found


def odd(grammar: Path, derived: Path) -> bytes:
    """The customisation, of the grammar in compact and in XML syntax."""
    known = Grammar(derived)
    by_module = modules(grammar.read_text(encoding="utf-8"))
    schema = E.schemaSpec({"ident": "tei_tools", "start": "TEI", "docLang": "en"}, E.moduleRef({"key": "tei"}))
    for module, names in by_module.items():
        schema.append(E.moduleRef({"key": module, "include": " ".join(sorted(names))}))
    schema.extend(_class(name, known) for name in {**GLOBAL, **LEFT_OUT})
    schema.extend(E.classSpec({"ident": name, "type": "atts", "mode": "delete"}) for name in GONE.split())
    for module, names in by_module.items():
        schema.extend(_element(name, module, known) for name in names)
    body = E.body(E.head("The grammar of tei_tools"), *(E.p(text) for text in PROSE), schema)
    root = E.TEI(LANG, _header(), E.text(body))
    etree.indent(root)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _header() -> etree._Element:
    return E.teiHeader(
        E.fileDesc(
            E.titleStmt(E.title("tei_tools: TEI of documentary editions")),
            E.publicationStmt(
                E.publisher("tei_tools"),
                E.availability(E.licence("MIT licence", target="https://spdx.org/licenses/MIT")),
            ),
            E.sourceDesc(E.p("Written from schemas/tei_tools.rnc by schemas/derive.py.")),
        )
    )


def _class(name: str, known: Grammar) -> etree._Element:
    about = known.attributes(known.kinds("hi")[0])
    kept = [_attribute([about[attribute]], "opt") for attribute in GLOBAL.get(name, "").split()]
    gone = [E.attDef({"ident": attribute, "mode": "delete"}) for attribute in LEFT_OUT.get(name, "").split()]
    return E.classSpec({"ident": name, "type": "atts", "mode": "change"}, E.attList(*kept, *gone))


def _element(name: str, module: str, known: Grammar) -> etree._Element:
    made = E.elementSpec({"ident": name, "module": module, "mode": "change"})
    made.append(E.desc(LANG, " ".join(known.documentation(name).splitlines())))
    attributes = list(_attributes(known.kinds(name), known))
    if attributes:
        made.append(E.attList(*attributes))
    return made


def _attributes(kinds: list[Element], known: Grammar) -> Iterable[etree._Element]:
    """An attribute of several kinds of one element is required where all of them require it, with the values of all."""
    lists = [known.attributes(kind) for kind in kinds]
    everywhere = {name for names in GLOBAL.values() for name in names.split()}
    for name in sorted({name for each in lists for name in each}):
        same = [each[name] for each in lists if name in each]
        usage = "req" if len(same) == len(lists) and all(each.required for each in same) else "opt"
        if name in everywhere:
            yield E.attDef({"ident": name, "mode": "change", "usage": usage})
        else:
            yield _attribute(same, usage)


def _attribute(same: list[Attribute], usage: str) -> etree._Element:
    made = E.attDef({"ident": same[0].name, "mode": "change", "usage": usage})
    values = list(dict.fromkeys(value for each in same for value in each.values))
    free = [each for each in same if not each.values]
    if free:
        made.append(E.desc(LANG, f"Holds {free[0].value}."))
    if values:
        items = (E.valItem({"ident": value}) for value in values)
        made.append(E.valList({"type": "open" if free else "closed", "mode": "replace"}, *items))
    return made

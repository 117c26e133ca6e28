"""What a TEI file says of its schemas, so that Oxygen, jing, Emacs and VS Code check it at once (xml-model, W3C 2011).

A file names its schemas by a path beside it, `schema/tei_tools.rng`, and the folder that it is written to gets them.
Where a file was moved away alone, schemas/catalog.xml finds them by the end of that path.
"""

from __future__ import annotations

from functools import cache

from tei_tools.resources import resource

FOLDER = "schema"
MODELS = {
    "tei_tools.rng": "http://relaxng.org/ns/structure/1.0",
    "tei_tools.sch": "http://purl.oclc.org/dsdl/schematron",
}
"""The schemas that a file names, with the language of each."""
COMPANIONS = ("tei_tools.rnc",)
"""What stands beside them for editors that read this form only (Emacs)."""


@cache
def declaration() -> bytes:
    """What a file begins with: the XML declaration, and a processing instruction for each schema."""
    lines = ["<?xml version='1.0' encoding='UTF-8'?>"]
    lines += [
        f'<?xml-model href="{FOLDER}/{name}" type="application/xml" schematypens="{language}"?>'
        for name, language in MODELS.items()
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def companions() -> dict[str, bytes]:
    """The files that belong beside a TEI file, by their paths as it names them."""
    return {f"{FOLDER}/{name}": resource("schemas", name).read_bytes() for name in (*MODELS, *COMPANIONS)}

"""An editor's own grammar, ready to validate: RELAX NG in both syntaxes (.rng, .rnc), and XSD. Nothing is fetched.

A grammar of several files names them by relative paths. An address in an XSD is looked up in the catalog (`tei_tools.
catalog`), which knows that of the attributes xml:id, xml:lang and so on.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from lxml import etree

from tei_tools.catalog import Catalog
from tei_tools.errors import SchemaError

Schema = etree.XMLSchema | etree.RelaxNG
SUFFIXES = (".xsd", ".rng", ".rnc")
TRANG = "convert it with trang (`trang house.rnc house.rng`, in the Debian package trang), and give the .rng file"
INCLUDED = re.compile(r'\b(?:include|external)\s+["\']([^"\']+)["\']')
COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")


def load(path: Path) -> Schema:
    """The grammar of a file. Raises `SchemaError` where it can't be read or is no grammar."""
    try:
        if path.suffix == ".rnc":
            return _compact(path)
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        parser.resolvers.add(_ByCatalog())
        source = etree.parse(path, parser)
        return etree.RelaxNG(source) if path.suffix == ".rng" else etree.XMLSchema(source)
    except etree.XMLSyntaxError as error:
        place, remedy = f"{path}:{error.lineno}:{error.offset}", "a grammar is XML: mend it at this place"
        raise SchemaError(f"the schema is no well-formed XML: {error.msg}", place=place, remedy=remedy) from error
    except (OSError, etree.LxmlError) as error:
        remedy = "give the path of a grammar whose parts are files too: nothing is fetched"
        raise SchemaError(f"the schema can't be used: {_reason(error)}", place=str(path), remedy=remedy) from error


def _reason(error: Exception) -> str:
    """The first error of a schema processor is the cause."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}"
    first = next(iter(getattr(error, "error_log", ())), None)
    if first is None:
        return str(error)
    return f"{first.message} (line {first.line})" if first.line else str(first.message)


class _ByCatalog(etree.Resolver):
    """Gives the file of the catalog for an address; another one is given as nothing, and so can't be loaded."""

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:  # noqa: ARG002
        address = system_url or ""
        if not ADDRESS.match(address) or address.startswith("file:"):
            return None
        found = Catalog.own().find(address)
        return self.resolve_filename(str(found), context) if found else self.resolve_empty(context)


def _compact(path: Path) -> etree.RelaxNG:
    if sys.modules.get("rnc2rng") is None:  # kept away so far: see `cli.main`
        sys.modules.pop("rnc2rng", None)
    import rnc2rng  # only this case needs it

    try:
        _refuse_addresses(path, set())
        grammar = rnc2rng.dumps(rnc2rng.load(str(path)))
        return etree.RelaxNG(etree.fromstring(grammar.encode()))
    except (OSError, SchemaError):
        raise
    except Exception as error:  # its errors are of every kind
        place, reason = _of_rnc2rng(error, path)
        raise SchemaError(f"rnc2rng can't read this grammar: {reason}", place=place, remedy=TRANG) from error


def _of_rnc2rng(error: Exception, path: Path) -> tuple[str, str]:
    """Where and why it failed; at the end of a file it knows neither, and falls over that."""
    if isinstance(error, AttributeError):
        last = path.read_text("utf-8").rstrip().count("\n") + 1
        return f"{path}:{last}", "it ends before it is complete"
    location = getattr(error, "location", None)
    if location:
        file, line, column = location  # counted from 0
        return f"{file}:{line + 1}:{column + 1}", f"not expected here: {getattr(error, 'line', '').strip()}"
    return str(path), f"{type(error).__name__}: {_reason(error)}"


def _refuse_addresses(path: Path, seen: set[Path]) -> None:
    """rnc2rng would fetch what a grammar includes by its address."""
    seen.add(path)
    for name in INCLUDED.findall(COMMENT.sub("", path.read_text("utf-8"))):
        if ADDRESS.match(name):
            raise SchemaError(f"the grammar includes {name}, and nothing is fetched", place=str(path), remedy=TRANG)
        if path.parent / name not in seen:
            _refuse_addresses(path.parent / name, seen)

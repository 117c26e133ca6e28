"""The one place that talks to SaxonC.

A processor is locked after it has compiled one of our stylesheets, and before it compiles one of others: no file or
network address can be read and no external function called, whatever the stylesheet or a document says. A lock can't be
lifted, so each stylesheet has a processor of its own (3 ms each, after 50 ms for the first). Processors may not be made
in two threads at once.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from saxonche import PySaxonApiError, PySaxonProcessor

from tei_tools.errors import CompileError, TransformError
from tei_tools.resources import resource

MOST_SAID = 1_000_000
"""Bytes of what SaxonC says of an error; the first words name it."""
FEATURE = "http://saxon.sf.net/feature/"
KEPT = 8
"""How many parameters that are documents a stylesheet keeps parsed."""


class XmlText(str):
    """A stylesheet parameter whose value is the document node of this XML text."""


@dataclass(frozen=True, slots=True)
class Result:
    """The principal result, the secondary ones by their href, and what `xsl:message` said."""

    text: str
    documents: Mapping[str, str]
    messages: tuple[str, ...]


class Stylesheet:
    """A compiled stylesheet, to be run many times: a file of `xslt/`, or text that somebody else wrote.

    Text is compiled behind the lock, so that it can't include a file either; `path` then only names it.
    Raises `CompileError`.
    """

    def __init__(self, path: Path, static: Mapping[str, str] | None = None, text: str | None = None) -> None:
        self.path = path
        self._processor = PySaxonProcessor(license=False)
        self._nodes: dict[str, Any] = {}
        self._last: tuple[str, Any] = ("", None)
        compiler = self._processor.new_xslt30_processor()
        for name, value in (static or {}).items():
            compiler.set_parameter(name, self._processor.make_string_value(value))
        if text is not None:
            self._lock()
        try:
            with _standard_error():
                self._executable = (
                    compiler.compile_stylesheet(stylesheet_file=str(path))
                    if text is None
                    else compiler.compile_stylesheet(stylesheet_text=text)
                )
        except PySaxonApiError as error:
            message = f"the stylesheet does not compile: {error}"
            raise CompileError(message, place=str(path), faults=_faults(str(error))) from error
        self._lock()

    def _lock(self) -> None:
        self._processor.set_configuration_property(FEATURE + "allowedProtocols", "none")
        self._processor.set_configuration_property(FEATURE + "allow-external-functions", "false")

    def run(self, xml: str, parameters: Mapping[str, str | bool | int] | None = None) -> Result:
        """Transform a document given as text.

        Raises `TransformError` where the stylesheet or the document fails.
        """
        executable = self._executable.clone()
        with _standard_error() as said:
            try:
                node = self._source(xml)
                for name, value in (parameters or {}).items():
                    executable.set_parameter(name, self._value(value))
                executable.set_save_xsl_message(True)
                executable.set_capture_result_documents(True)
                executable.set_base_output_uri("file:///result/")
                text = executable.transform_to_string(xdm_node=node)
                captured = executable.get_result_documents() or {}
            except PySaxonApiError as error:
                reason = _reason(said) or str(error)
                raise TransformError(f"the transformation failed: {reason}", place=self.path.name) from error
        documents = {str(uri).partition("/result/")[2]: _serialised(value) for uri, value in captured.items()}
        messages = executable.get_xsl_messages()
        return Result(text or "", documents, tuple(str(message) for message in messages or ()))

    def _source(self, xml: str) -> Any:
        """The document to be transformed; one that is transformed again at once, for another view, is parsed once."""
        if self._last[0] is not xml:
            self._last = ("", None)
            self._last = (xml, self._processor.parse_xml(xml_text=xml))
        return self._last[1]

    def _value(self, value: str | bool | int) -> Any:
        if isinstance(value, XmlText):
            return self._node(value)
        if isinstance(value, bool):
            return self._processor.make_boolean_value(value)
        if isinstance(value, int):
            return self._processor.make_integer_value(value)
        return self._processor.make_string_value(value)

    def _node(self, text: XmlText) -> Any:
        """The document of a parameter. What many runs are given (the wording, the site) is parsed once."""
        if text not in self._nodes:
            if len(self._nodes) == KEPT:
                self._nodes.clear()
            self._nodes[text] = self._processor.parse_xml(xml_text=str(text))
        return self._nodes[text]


def _faults(said: str) -> tuple[tuple[int, str], ...]:
    """What SaxonC says of a stylesheet that does not compile: for each error its line and its words."""
    found = []
    for part in re.split(r"^ *(?=(?:Static |Type )?[Ee]rror\b)", said, flags=re.MULTILINE):
        line = re.search(r"on line (\d+)", part)
        words = re.search(r"^ +X[A-Z]{3}\d{4} +(.*)", part, re.MULTILINE | re.DOTALL)
        if line and words:
            found.append((int(line[1]), " ".join(words[1].split())))
    return tuple(found)


def _serialised(value: Any) -> str:
    """A secondary result as XML; one that is text only as that text, which str() would escape."""
    text = str(value)
    return text if text.startswith("<") else str(value.item_at(0).string_value)


@contextmanager
def _standard_error() -> Iterator[int]:
    """SaxonC has no other way to say where it failed than the standard error of the process: it goes to a file."""
    said = _scratch()
    os.ftruncate(said, 0)
    os.lseek(said, 0, os.SEEK_SET)
    try:
        kept = os.dup(2)
    except OSError:  # the process has none
        yield said
        return
    try:
        os.dup2(said, 2)
        yield said
    finally:
        os.dup2(kept, 2)
        os.close(kept)


@cache
def _scratch() -> int:
    """The descriptor of a file without name, which is there as long as the process."""
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _reason(said: int) -> str:
    """The sentence of SaxonC that names the error, without its stack of templates."""
    os.lseek(said, 0, os.SEEK_SET)
    lines = [line.strip() for line in os.read(said, MOST_SAID).decode("utf-8", "replace").splitlines()]
    words = [line for line in lines if line and not line.startswith(("In ", "at ", "Error ", "invoked"))]
    return " ".join(words[:2])


@cache
def stylesheet(name: str, profile: str = "", rules: str = "") -> Stylesheet:
    """The stylesheet `xslt/<name>.xsl`, compiled once in this process; `profile` and `rules` are static parameters."""
    static = {"profile": profile, "rules": rules}
    return Stylesheet(resource("xslt", f"{name}.xsl"), {key: value for key, value in static.items() if value})

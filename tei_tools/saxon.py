"""The one place that talks to SaxonC.

A processor is locked after it has compiled its stylesheet: no file or network address can be read and no external
function called, whatever the stylesheet or a document says. A lock can't be lifted, so each stylesheet has a processor
of its own (3 ms each, after 50 ms for the first). Processors may not be made in two threads at once.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from saxonche import PySaxonApiError, PySaxonProcessor

from tei_tools.errors import TransformError
from tei_tools.resources import resource

FEATURE = "http://saxon.sf.net/feature/"


class XmlText(str):
    """A stylesheet parameter whose value is the document node of this XML text."""


@dataclass(frozen=True, slots=True)
class Result:
    """The principal result, the secondary ones by their href, and what `xsl:message` said."""

    text: str
    documents: Mapping[str, str]
    messages: tuple[str, ...]


class Stylesheet:
    """A compiled stylesheet of `xslt/` (or any other file), to be run many times."""

    def __init__(self, path: Path, static: Mapping[str, str] | None = None) -> None:
        self.path = path
        self._processor = PySaxonProcessor(license=False)
        compiler = self._processor.new_xslt30_processor()
        for name, value in (static or {}).items():
            compiler.set_parameter(name, self._processor.make_string_value(value))
        try:
            self._executable = compiler.compile_stylesheet(stylesheet_file=str(path))
        except PySaxonApiError as error:
            raise TransformError(f"the stylesheet does not compile: {error}", place=str(path)) from error
        self._processor.set_configuration_property(FEATURE + "allowedProtocols", "none")
        self._processor.set_configuration_property(FEATURE + "allow-external-functions", "false")

    def run(self, xml: str, parameters: Mapping[str, str | bool | int] | None = None) -> Result:
        """Transform a document given as text.

        Raises `TransformError` where the stylesheet or the document fails.
        """
        executable = self._executable.clone()
        with _standard_error() as said:
            try:
                node = self._processor.parse_xml(xml_text=xml)
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
        documents = {str(uri).removeprefix("file:///result/"): str(value) for uri, value in captured.items()}
        messages = executable.get_xsl_messages()
        return Result(text or "", documents, tuple(str(message) for message in messages or ()))

    def _value(self, value: str | bool | int) -> Any:
        if isinstance(value, XmlText):
            return self._processor.parse_xml(xml_text=str(value))
        if isinstance(value, bool):
            return self._processor.make_boolean_value(value)
        if isinstance(value, int):
            return self._processor.make_integer_value(value)
        return self._processor.make_string_value(value)


@contextmanager
def _standard_error() -> Iterator[IO[bytes]]:
    """SaxonC has no other way to say where it failed than the standard error of the process: it goes to a file."""
    with tempfile.TemporaryFile() as said:
        try:
            kept = os.dup(2)
        except OSError:  # the process has none
            yield said
            return
        try:
            os.dup2(said.fileno(), 2)
            yield said
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _reason(said: IO[bytes]) -> str:
    """The sentence of SaxonC that names the error, without its stack of templates."""
    said.seek(0)
    lines = [line.strip() for line in said.read().decode("utf-8", "replace").splitlines()]
    words = [line for line in lines if line and not line.startswith(("In ", "at ", "Error ", "invoked"))]
    return " ".join(words[:2])


@cache
def stylesheet(name: str, profile: str = "") -> Stylesheet:
    """The stylesheet `xslt/<name>.xsl`, compiled once in this process; `profile` is its static parameter."""
    return Stylesheet(resource("xslt", f"{name}.xsl"), {"profile": profile} if profile else None)

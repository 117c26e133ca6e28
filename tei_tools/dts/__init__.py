"""Distributed Text Services 1.0 (https://dtsapi.org/versions/v1.0): an edition for programs that ask for passages.

library    the documents of an edition, found by id
units      the citation trees of a document: document, block, note; pages; notes
fragment   a passage, cut out of its document as TEI
addresses  how requests are written: as queries of a server, or as paths of files
responses  request → response, the same for both
static     every response that a client can ask for, as files
"""

from __future__ import annotations

from tei_tools.dts.addresses import Addresses, Paths, Queries
from tei_tools.dts.library import Library
from tei_tools.dts.responses import RequestError, Response, respond
from tei_tools.dts.static import dts

__all__ = ["Addresses", "Library", "Paths", "Queries", "RequestError", "Response", "dts", "respond"]

"""TEI that is there already: what recognisers and linker find in its text is added, what is tagged stays as it is.

reading    a TEI file as a `Document`: its running text, its blocks, the names that it has
insertion  annotations → elements in its tree
header     who is named, who wrote to whom, and which applications said so
"""

from __future__ import annotations

from tei_tools.existing.header import completed
from tei_tools.existing.insertion import inserted
from tei_tools.existing.reading import PRESENT, as_document, is_tei

__all__ = ["PRESENT", "as_document", "completed", "inserted", "is_tei"]

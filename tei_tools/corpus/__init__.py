"""Finished TEI, read for scholars: documents, persons, mentions, and the text with offsets.

reading   a document's running text, and from each offset back to its element
document  one document: what its header says, its mentions, pages, notes and references
entries   persons, places, organisations and terms of the lists
rows      all of it as tables, with the meaning of every column
collect   files → `Corpus`
"""

from __future__ import annotations

from tei_tools.corpus.collect import Corpus
from tei_tools.corpus.document import Document, Mention
from tei_tools.corpus.entries import Entry
from tei_tools.corpus.reading import Reading

__all__ = ["Corpus", "Document", "Entry", "Mention", "Reading"]

"""Names of persons without any list: by a title, a forename, initials, an office with brackets, and then everywhere.

What these rules find once in a document ("Secretary Rusk", "Dean Rusk") they find again as a bare surname in it; the
rest of the collection is the linker's. Annotations have no candidates, and never more than medium certainty.
"""

from __future__ import annotations

from collections.abc import Iterator

from tei_tools.authority.bare import bare
from tei_tools.authority.language import Language
from tei_tools.authority.reading import Reading
from tei_tools.authority.unlisted import named
from tei_tools.model import Annotation


def recognise(reading: Reading, words: Language) -> Iterator[Annotation]:
    """Annotations of element persName in source order, none overlapping; `surname` is what a bare mention would be."""
    found = named(reading, words)
    surnames = {name for _, name, _ in found.values()}
    taken = {offset for start, (end, _, _) in found.items() for offset in range(start, end)}
    for _, start, end in bare(reading.text, surnames, words):
        if start not in taken and end - 1 not in taken:
            found[start] = (end, "", "named in the document")
    last = 0
    for start in sorted(found):
        end, surname, evidence = found[start]
        if start >= last:
            told = {"surname": surname} if surname else {}
            yield Annotation("persName", reading.span(start, end), told, "medium", "pers_name", evidence)
            last = end

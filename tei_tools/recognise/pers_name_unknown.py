"""Persons whom the list lacks: names that forenames or an office show to be a person's, and that no entry accounts for.

They are reported, not tagged. It is done here and not by the linker since it needs the text as it is read, which is not
kept for the second half of the pipeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tei_tools.authority.language import language
from tei_tools.authority.model import Authority
from tei_tools.authority.reading import Reading
from tei_tools.authority.unlisted import named
from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, SourceText

CLEAR = ("a forename", "an office with a name in brackets")


def unknown(
    reading: Reading, source: SourceText, names: Sequence[Annotation], authority: Authority
) -> Iterator[Diagnostic]:
    """Each such surname once, where none of `names` has it. Emits link.person-unknown."""
    spans = [name.span for name in names] + [decided.span for decided in source.decisions("persName")]
    taken = {offset for span in spans for offset in range(span.start, span.end)}
    told = set(authority.words)
    for start, (end, surname, evidence) in sorted(named(reading, language(), clear=True).items()):
        span = reading.span(start, end)
        if evidence in CLEAR and span.start not in taken and span.end - 1 not in taken and surname not in told:
            told.add(surname)
            name = " ".join(source.slice(span).split())
            hint = "add the person to the list of persons if the edition wants the name tagged"
            yield Diagnostic(
                "link.person-unknown", "info", f"{name!r} is in no list of persons", source.place(span.start), hint
            )

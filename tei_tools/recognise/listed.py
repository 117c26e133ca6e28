"""Names of a list of places or organisations in a text: the same for both."""

from __future__ import annotations

from collections.abc import Iterator

from tei_tools.authority.entities import Forms
from tei_tools.authority.reading import Reading
from tei_tools.diagnostics import Diagnostic
from tei_tools.model import Annotation, Cert, SourceText


def listed(
    reading: Reading, source: SourceText, forms: Forms, element: str, recogniser: str
) -> Iterator[Annotation | Diagnostic]:
    """Annotations of an element where the text has a name of the list; one that several entries have has no `ref`.

    Emits link.name-ambiguous.
    """
    for form, start, end in forms.matcher.find(reading.text):
        span, ids = reading.span(start, end), forms.ids[form]
        sure = len(ids) == 1
        attributes = {"ref": f"#{ids[0]}"} if sure else {"_candidates": " ".join(ids)}
        cert: Cert = "high" if sure else "low"
        evidence = "in the list" if sure else "several have this name"
        yield Annotation(element, span, attributes, cert, recogniser, evidence)
        if not sure and not any(span.overlaps(each.span) for each in source.decisions(element)):
            words = " ".join(source.slice(span).split())
            message = f"“{words}” may be {', '.join(f'#{ident}' for ident in ids)}"
            hint = "say which is meant in the file of decisions"
            yield Diagnostic("link.name-ambiguous", "warning", message, source.place(span.start), hint)

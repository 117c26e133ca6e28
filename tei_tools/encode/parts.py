"""The documents of a volume put into its compilations and chapters, as `[[divs]]` of edition.toml says it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tei_tools.edition_divs import Div, holding
from tei_tools.encode.inline import XML_ID, element, tei


def in_parts(root: etree._Element, divs: Sequence[Div]) -> None:
    """Change the TEI of a volume: each document goes into its div, behind those that no div has.

    A div holds its documents, then the divs in it, each in the order of `divs`; see `holding` for those without any.
    """
    body = root.find(f"{tei('text')}/{tei('body')}")
    assert body is not None
    documents = {str(div.get(XML_ID)): div for div in body.findall(tei("div"))}
    ids = {str(each) for each in root.xpath("//@xml:id")}
    made = {"": body}
    for div in holding(divs, documents):
        made[div.id] = part = element(made[div.within], "div", {"type": div.type})
        if div.id not in ids:
            part.set(XML_ID, div.id)
        element(part, "head").text = div.title
        part.extend(documents[ident] for ident in div.documents)

"""TEI to HTML: a document to its page, a teiCorpus of headers to the index of an edition or its list of persons."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

from tei_tools.errors import UsageError
from tei_tools.saxon import Result, XmlText, stylesheet
from tei_tools.transform._own import overrides, wording


class Surroundings(TypedDict, total=False):
    """Where a page stands; each is explained in `xslt/lib/params.xsl`. `site` is XML, paths are within it."""

    site: str
    page: str
    previous_href: str
    previous_title: str
    next_href: str
    next_title: str
    formats: str
    view: str
    missing: str


def html(
    tei: str, *, locale: str = "en", profile: str = "", rules: str = "", **surroundings: Unpack[Surroundings]
) -> Result:
    """The page of one TEI document; of a teiCorpus the index, or the list of persons (`view="persons"`).

    `locale` is the language of the interface. `profile`, a file of `xslt/profiles`, and `rules`, the path of a
    stylesheet of the edition, override rules (docs/web.md). Raises `TransformError` where an element has no rule.
    """
    unknown = sorted(set(surroundings) - set(Surroundings.__annotations__))
    if unknown:
        known = ", ".join(sorted(Surroundings.__annotations__))
        raise UsageError(f"the format html has no option {', '.join(unknown)}", remedy=f"it has: {known}")
    parameters = {name.replace("_", "-"): str(value) for name, value in surroundings.items()}
    if "site" in parameters:
        parameters["site"] = XmlText(parameters["site"])
    own = Path(rules).absolute().as_uri() if rules else ""
    return stylesheet("html", overrides(profile), own).run(tei, {"locale": wording(locale), **parameters})

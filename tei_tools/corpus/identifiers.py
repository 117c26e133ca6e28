"""Identifiers of other authorities as addresses that linked data uses."""

from __future__ import annotations

PATTERNS = {
    "viaf": "http://viaf.org/viaf/{}",
    "gnd": "http://d-nb.info/gnd/{}",
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "http://www.geonames.org/{}",
    "lccn": "http://id.loc.gov/authorities/names/{}",
    "lc": "http://id.loc.gov/authorities/names/{}",
    "isni": "http://isni.org/isni/{}",
    "orcid": "https://orcid.org/{}",
    "bnf": "http://data.bnf.fr/ark:/12148/{}",
}
"""As correspSearch asks for them (CMIF: one address for one person, so none with https beside http)."""
ORDER = ("viaf", "gnd", "wikidata", "geonames", "lccn", "lc", "bnf", "isni", "orcid", "uri")


def address(kind: str, value: str) -> str:
    """The address of an identifier; one that is an address already stays, of an unknown kind it is ""."""
    if value.startswith(("http://", "https://")):
        return value
    pattern = PATTERNS.get(kind.casefold())
    return pattern.format(value.strip().replace(" ", "")) if pattern and value.strip() else ""


def addresses(identifiers: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """All addresses, the best known authority first."""
    known = sorted(identifiers, key=lambda pair: ORDER.index(kind) if (kind := pair[0].casefold()) in ORDER else 99)
    return tuple(dict.fromkeys(found for kind, value in known if (found := address(kind, value))))

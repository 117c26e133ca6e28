"""What all pages share: style sheets, scripts, icon, fonts and their licence, and what the edition adds to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tei_tools.edition_site import Site
from tei_tools.publish.html.colours import sheet
from tei_tools.resources import resource

ASSETS, OWN = "assets/", "assets/site/"
SERVED = frozenset({".css", ".js", ".svg", ".woff2", ".txt"})


def assets() -> Iterator[tuple[str, bytes]]:
    """(path in the site, bytes) of each file of `xslt/assets`."""
    folder = resource("xslt", "assets")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in SERVED:
            yield ASSETS + Path(path).relative_to(folder).as_posix(), path.read_bytes()


def sheets(site: Site) -> list[str]:
    """The paths of the edition's own style sheets, in the order in which pages name them."""
    return [path for path, _ in own(site) if path.endswith(".css")]


def logo(site: Site) -> str:
    """The path of the logo in the site, "" where the edition has none."""
    return f"{OWN}{site.logo.name}" if site.logo else ""


def own(site: Site) -> Iterator[tuple[str, bytes]]:
    """(path in the site, bytes) of what the edition adds: its colours, its style sheet, its logo."""
    if colours := sheet(site):
        yield f"{OWN}colours.css", colours.encode()
    if site.style:
        yield f"{OWN}{site.style.name}", site.style.read_bytes()
    if site.logo:
        yield logo(site), site.logo.read_bytes()

"""The colours that an edition sets, as a style sheet of custom properties, and whether a reader can see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from tei_tools.diagnostics import Diagnostic, Place
from tei_tools.edition_site import Site
from tei_tools.resources import resource

GROUNDS, INKS = ("paper", "shade", "glow"), ("ink", "quiet", "accent")
LEAST = 4.5
"""The contrast that WCAG 2.2 AA asks of text (success criterion 1.4.3)."""


def sheet(site: Site) -> str:
    """The style sheet, "" where the edition sets no colour; it has no say on paper and where contrast is asked for."""
    schemes = [(name, colours) for name, colours in (("light", site.colours), ("dark", site.dark)) if colours]
    return "".join(
        f"@media screen and (prefers-color-scheme: {name}) {{\n"
        "  @media not (prefers-contrast: more) {\n"
        f"    :root {{ {' '.join(f'--{token}: {colour};' for token, colour in colours.items())} }}\n"
        "  }\n}\n"
        for name, colours in schemes
    )


def faint(site: Site, place: str) -> Iterator[Diagnostic]:
    """Emits `publish.low-contrast` for each ink that can't be read on one of the grounds."""
    light, dark = palettes()[:2]
    for key, palette in (("colours", {**light, **site.colours}), ("dark", {**dark, **site.dark})):
        for ink, ground in product(INKS, GROUNDS):
            found = contrast(palette[ink], palette[ground])
            if found < LEAST:
                message = (
                    f"site.{key}: {ink} {palette[ink]} on {ground} {palette[ground]} has a contrast of {found:.1f}:1"
                )
                hint = f"make one of them darker or lighter: text needs {LEAST}:1"
                yield Diagnostic("publish.low-contrast", "warning", message, Place(place), hint)


def palettes() -> list[dict[str, str]]:
    """The tokens of the tool: light, dark, and both for readers who want more contrast."""
    css = resource("xslt", "assets/css/tokens.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return [dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block)) for block in blocks]


def contrast(one: str, other: str) -> float:
    """The ratio of two colours as WCAG defines it: from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

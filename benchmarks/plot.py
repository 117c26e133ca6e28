"""A plot of some measured points as SVG: the same text for the same points, no library, readable in light and dark."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 72, 24, 48, 56
STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#222}.title{font-weight:600}.grid{stroke:#ccc}"
    ".line{fill:none;stroke:#0b5394;stroke-width:2}.dot{fill:#0b5394}.floor{stroke:#a61c00;stroke-dasharray:6 4}"
    ".low{fill:#a61c00}"
    "@media(prefers-color-scheme:dark){.paper{fill:#16191d}text{fill:#ddd}.grid{stroke:#444}"
    ".line{stroke:#7fb3e6}.dot{fill:#7fb3e6}.floor{stroke:#f0907a}.low{fill:#f0907a}}"
)


def plot(
    title: str, across: str, up: str, points: Mapping[float, float], *, floor: float = 0.0, level: bool = False
) -> str:
    """The points with their values, the axis across in powers of ten; so is the other one unless `level`.

    `floor` is a line that the points are to stay above, on a level axis.
    """
    decades = [
        10.0**power for power in range(math.floor(math.log10(min(points))), math.ceil(math.log10(max(points))) + 1)
    ]
    if level:
        ticks = [float(number) for number in range(math.ceil(max(*points.values(), floor) * 1.2) + 1)]
    else:
        low, high = math.floor(math.log10(min(points.values()))), math.ceil(math.log10(max(points.values())))
        ticks = [10.0**power for power in range(low, high + 1)]
    x = _scale(decades, LEFT, WIDTH - RIGHT, math.log10)
    y = _scale(ticks, HEIGHT - BOTTOM, TOP, float if level else math.log10)
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    said = "; ".join(f"{_number(value)} at {_number(at)}" for at, value in points.items())
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(title)}</title><desc>{escape(f'{up} by {across}: {said}')}</desc><style>{STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        _text(LEFT, 24, f"{title}: {up}", kind="title"),
        _text((LEFT + right) / 2, HEIGHT - 14, across, "middle"),
    ]
    for tick in ticks:
        lines.append(f'<path class="grid" d="M{LEFT} {y(tick):.1f}H{right}"/>')
        lines.append(_text(LEFT - 8, y(tick) + 5, _number(tick), "end"))
    for tick in decades:
        lines.append(f'<path class="grid" d="M{x(tick):.1f} {TOP}V{bottom}"/>')
        lines.append(_text(x(tick), bottom + 20, _number(tick), "middle"))
    if floor:
        lines.append(f'<path class="floor" d="M{LEFT} {y(floor):.1f}H{right}"/>')
        lines.append(_text(LEFT + 8, y(floor) + 18, f"asked for: {_number(floor)}", kind="low"))
    way = "L".join(f"{x(at):.1f} {y(value):.1f}" for at, value in points.items())
    lines.append(f'<path class="line" d="M{way}"/>')
    for at, value in points.items():
        lines.append(f'<circle class="dot" cx="{x(at):.1f}" cy="{y(value):.1f}" r="4"/>')
        lines.append(_text(x(at), y(value) - 10, _number(value), "end" if at == max(points) else "middle"))
    return "\n".join([*lines, "</svg>", ""])


def _scale(ticks: list[float], start: float, end: float, form: Callable[[float], float]) -> Callable[[float], float]:
    """From a value to a place between `start` and `end`."""
    low, high = form(ticks[0]), form(ticks[-1])
    return lambda value: start + (form(value) - low) / (high - low) * (end - start)


def _text(x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> str:
    style = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{style}>{escape(words)}</text>'


def _number(value: float) -> str:
    """Two figures behind the point at most, thousands apart."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}".removesuffix(".0") if value >= 1 else f"{value:.2g}"

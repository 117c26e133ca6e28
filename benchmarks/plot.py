"""A plot of some measured points as SVG: the same text for the same points, no library, readable in light and dark."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

Scale = Callable[[float], float]
WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 72, 24, 48, 56
NAMES = 96
"""Room for the names of lines, at their ends."""
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
    decades = _decades(list(points))
    if level:
        ticks = [float(number) for number in range(math.ceil(max(*points.values(), floor) * 1.2) + 1)]
    else:
        ticks = _decades(list(points.values()))
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    x = _scale(decades, LEFT, right, math.log10)
    y = _scale(ticks, bottom, TOP, float if level else math.log10)
    said = "; ".join(f"{_number(value)} at {_number(at)}" for at, value in points.items())
    lines = [*_head(f"{title}: {up}", f"{up} by {across}: {said}", across, (LEFT + right) / 2)]
    lines += _grid(decades, ticks, x, y, right)
    if floor:
        lines.append(f'<path class="floor" d="M{LEFT} {y(floor):.1f}H{right}"/>')
        lines.append(_text(LEFT + 8, y(floor) + 18, f"asked for: {_number(floor)}", kind="low"))
    lines += _line(points, x, y)
    for at, value in points.items():
        lines.append(_text(x(at), y(value) - 10, _number(value), "end" if at == max(points) else "middle"))
    return "\n".join([*lines, "</svg>", ""])


def curves(title: str, across: str, up: str, lines: Mapping[str, Mapping[float, float]]) -> str:
    """Several lines, each with its name at its end; both axes in powers of ten."""
    every = [(at, value) for points in lines.values() for at, value in points.items()]
    decades, ticks = _decades([at for at, _ in every]), _decades([value for _, value in every])
    right, bottom = WIDTH - RIGHT - NAMES, HEIGHT - BOTTOM
    x, y = _scale(decades, LEFT, right, math.log10), _scale(ticks, bottom, TOP, math.log10)
    said = "; ".join(
        f"{name}: " + ", ".join(f"{_number(value)} at {_number(at)}" for at, value in points.items())
        for name, points in lines.items()
    )
    drawn = [*_head(f"{title}: {up}", f"{up} by {across}: {said}", across, (LEFT + right) / 2)]
    drawn += _grid(decades, ticks, x, y, right)
    ends: list[float] = []
    for name, points in sorted(lines.items(), key=lambda line: line[1][max(line[1])], reverse=True):
        drawn += _line(points, x, y)
        last = max(points)
        ends.append(max(y(points[last]) + 5, ends[-1] + 16 if ends else 0.0))  # no name stands on another one
        drawn.append(_text(x(last) + 10, ends[-1], f"{name} {_number(points[last])}"))
    return "\n".join([*drawn, "</svg>", ""])


def _grid(decades: list[float], ticks: list[float], x: Scale, y: Scale, right: float) -> Iterator[str]:
    bottom = HEIGHT - BOTTOM
    for tick in ticks:
        yield f'<path class="grid" d="M{LEFT} {y(tick):.1f}H{right}"/>'
        yield _text(LEFT - 8, y(tick) + 5, _number(tick), "end")
    for tick in decades:
        yield f'<path class="grid" d="M{x(tick):.1f} {TOP}V{bottom}"/>'
        yield _text(x(tick), bottom + 20, _number(tick), "middle")


def _line(points: Mapping[float, float], x: Scale, y: Scale) -> Iterator[str]:
    way = "L".join(f"{x(at):.1f} {y(value):.1f}" for at, value in points.items())
    yield f'<path class="line" d="M{way}"/>'
    for at, value in points.items():
        yield f'<circle class="dot" cx="{x(at):.1f}" cy="{y(value):.1f}" r="4"/>'


def _decades(values: Sequence[float]) -> list[float]:
    """The powers of ten from below the least value to above the greatest."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return [10.0**power for power in range(low, max(high, low + 1) + 1)]


def _head(title: str, said: str, across: str, middle: float) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    yield f"<title>{escape(title)}</title><desc>{escape(said)}</desc><style>{STYLE}</style>"
    yield f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    yield _text(LEFT, 24, title, kind="title")
    yield _text(middle, HEIGHT - 14, across, "middle")


def _scale(ticks: list[float], start: float, end: float, form: Scale) -> Scale:
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

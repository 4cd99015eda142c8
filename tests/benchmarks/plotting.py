"""A plot as SVG: lines over two logarithmic scales, each with its name at its end."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 860, 420
LEFT, RIGHT, TOP, BOTTOM = 60, 270, 40, 50
_APART = 15  # pixels between two names
_COLOURS = ("#0b6e99", "#b3541e", "#3a7d2c", "#7b3f98", "#a3263c", "#5b6770", "#96710f", "#1d3f8f")


@dataclass(frozen=True)
class Line:
    """A name and its points, both coordinates above 0."""

    name: str
    points: list[tuple[float, float]]


def draw(title: str, across: str, lines: Sequence[Line]) -> str:
    """The plot; `across` says what the horizontal scale counts."""
    scale = _Scale(lines)
    ends = _spread([scale.y(line.points[-1][1]) for line in lines])
    body = [_text(LEFT, 22, title, "title"), _text(LEFT, HEIGHT - 10, across, "axis")]
    body += _grid(scale)
    for number, (line, end) in enumerate(zip(lines, ends, strict=True)):
        colour = _COLOURS[number % len(_COLOURS)]
        points = " ".join(f"{scale.x(x):.1f},{scale.y(y):.1f}" for x, y in line.points)
        body.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        last = f"{line.name}: {line.points[-1][1]:.1f} ms"
        body.append(_text(WIDTH - RIGHT + 10, end + 4, last, "line", colour))
    style = "text{font:12px sans-serif;fill:#555}.title{font-size:15px;fill:#222}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' role="img" aria-label="{escape(title)}">\n<style>{style}</style>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


class _Scale:
    """Where a point stands in the picture."""

    def __init__(self, lines: Sequence[Line]) -> None:
        xs, ys = zip(*(point for line in lines for point in line.points), strict=True)
        self.across = _powers(min(xs), max(xs))
        self.up = _powers(min(ys), max(ys))

    def x(self, value: float) -> float:
        return LEFT + _share(value, self.across) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        return HEIGHT - BOTTOM - _share(value, self.up) * (HEIGHT - TOP - BOTTOM)


def _powers(low: float, high: float) -> list[float]:
    """The powers of ten from the one below to the one above."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    return [10.0**power for power in range(first, max(last, first + 1) + 1)]


def _share(value: float, powers: Sequence[float]) -> float:
    low, high = math.log10(powers[0]), math.log10(powers[-1])
    return (math.log10(value) - low) / (high - low)


def _grid(scale: _Scale) -> list[str]:
    below = HEIGHT - BOTTOM + 18
    drawn = [_text(scale.x(x) - 15, below, f"{x:,.0f}", "tick") for x in scale.across]
    for y in scale.up:
        at = scale.y(y)
        drawn.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        drawn.append(_text(8, at + 4, f"{y:g} ms", "tick"))
    return drawn


def _spread(heights: Sequence[float]) -> list[float]:
    """The same heights in the same order, moved apart where names would touch."""
    spread = list(heights)
    above = -math.inf
    for place in sorted(range(len(heights)), key=heights.__getitem__):
        spread[place] = above = max(heights[place], above + _APART)
    over = max(0.0, above - (HEIGHT - BOTTOM))
    return [height - over for height in spread]


def _text(x: float, y: float, words: str, kind: str, colour: str | None = None) -> str:
    fill = f' style="fill:{colour}"' if colour else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}"{fill}>{escape(words)}</text>'

"""Time over size as a picture: an SVG of lines on logarithmic axes, words included."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

_WIDTH, _HEIGHT = 760, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 190, 56, 56
_INK = {
    "own": "#b3261e",
    "own-pages": "#d98880",
    "mkdocs": "#5b6470",
    "zensical": "#8a6d1f",
    "hugo-markdown": "#2f6fb3",
    "hugo-data": "#1d7a57",
}
_DASHES = {"own-pages": "6 4", "hugo-markdown": "6 4", "zensical": "2 4"}
_FONT = "font-family=\"'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif\""


def draw(builds: Sequence[dict[str, Any]], variant: str, title: str, note: str) -> str:
    """The whole picture of one variant."""
    points = [one for one in builds if one["variant"] == variant and "failed" not in one]
    sizes = sorted({one["items"] for one in points})
    times = [one["wall"] for one in points]
    frame = _Frame(sizes, min(times), max(times))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
            f'width="{_WIDTH}" height="{_HEIGHT}" role="img" aria-label="{escape(title)}" {_FONT}>',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            f'<text x="{_LEFT}" y="24" font-size="16" font-weight="700">{escape(title)}</text>',
            f'<text x="{_LEFT}" y="43" font-size="12" fill="#555">{escape(note)}</text>',
            *frame.axes(),
            *_lines(points, frame),
            "</svg>\n",
        ]
    )


class _Frame:
    """Where a size and a time stand."""

    def __init__(self, sizes: Sequence[int], least: float, most: float) -> None:
        self.sizes = sizes
        self.low = math.floor(math.log10(least) * 3) / 3
        self.high = math.ceil(math.log10(most) * 3) / 3

    def x(self, size: int) -> float:
        if len(self.sizes) == 1:
            return (_LEFT + _WIDTH - _RIGHT) / 2
        span = math.log(self.sizes[-1] / self.sizes[0])
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * math.log(size / self.sizes[0]) / span

    def y(self, seconds: float) -> float:
        part = (math.log10(seconds) - self.low) / (self.high - self.low)
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * part

    def axes(self) -> Iterator[str]:
        bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
        for seconds in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500):
            if self.low <= math.log10(seconds) <= self.high:
                y = self.y(seconds)
                yield f'<path d="M{_LEFT} {y:.1f}H{right}" stroke="#ddd"/>'
                yield (
                    f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" font-size="12" fill="#333" '
                    f'text-anchor="end">{seconds:g} 秒</text>'
                )
        for size in self.sizes:
            yield (
                f'<text x="{self.x(size):.1f}" y="{bottom + 20}" font-size="12" fill="#333" '
                f'text-anchor="middle">{size:,} 件</text>'
            )
        yield f'<path d="M{_LEFT} {bottom}H{right}" stroke="#333"/>'


def _lines(points: Sequence[dict[str, Any]], frame: _Frame) -> Iterator[str]:
    """A line an engine, its name at the end, names kept apart."""
    ends = []
    for key, ink in _INK.items():
        own = sorted((one for one in points if one["engine"] == key), key=lambda one: one["items"])
        if not own:
            continue
        at = [(frame.x(one["items"]), frame.y(one["wall"])) for one in own]
        dash = f' stroke-dasharray="{_DASHES[key]}"' if key in _DASHES else ""
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in at)
        width = 3 if key == "own" else 2
        yield f'<path d="M{path}" fill="none" stroke="{ink}" stroke-width="{width}"{dash}/>'
        for x, y in at:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{ink}"/>'
        ends.append((at[-1][1], at[-1][0], ink, f"{own[-1]['name']} {own[-1]['wall']:.1f} 秒"))
    below: dict[float, float] = {}
    for y, x, ink, words in sorted(ends):
        at_y = below[x] = max(y + 4, below.get(x, 0.0) + 16)
        yield f'<text x="{x + 10:.1f}" y="{at_y:.1f}" font-size="12" fill="{ink}">{words}</text>'

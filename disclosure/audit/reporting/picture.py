"""The trend of the last runs as an SVG picture: one column a run, the worst at the bottom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from disclosure.audit.standing import Standing

_COLOURS = {
    Standing.RED: "#b3261e",
    Standing.RECHECK: "#b26a00",
    Standing.PERSON: "#8a6d00",
    Standing.CONFIRMED: "#4b6a88",
    Standing.WAIVED: "#6b6b6b",
    Standing.UNCHECKED: "#c4c4c4",
    Standing.OK: "#2e7d32",
}
_WIDTH, _HEIGHT, _LEFT, _TOP, _FOOT = 640, 220, 44, 12, 48
_MOST = 40


class Point(NamedTuple):
    """One run."""

    day: str
    counts: Mapping[str, int]
    """By standing."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def picture(points: Sequence[Point]) -> str:
    """The picture, or nothing where there is nothing to compare. Its text says the same."""
    points = [one for one in points if one.total][-_MOST:]
    if not points:
        return ""
    most = max(one.total for one in points)
    step = (_WIDTH - _LEFT) / len(points)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT + _FOOT}" '
        'role="img" aria-labelledby="trend-title trend-text" font-family="sans-serif" '
        'font-size="12">'
        f'<title id="trend-title">历次核验结果</title><desc id="trend-text">{escape(words(points))}</desc>',
        f'<line x1="{_LEFT}" y1="{_HEIGHT}" x2="{_WIDTH}" y2="{_HEIGHT}" stroke="currentColor"/>',
    ]
    for share in (0, 0.5, 1):
        y = _HEIGHT - share * (_HEIGHT - _TOP)
        parts.append(
            f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end" fill="currentColor">{round(most * share)}</text>'
        )
    every = max(1, -(-len(points) // 8))
    for n, one in enumerate(points):
        x = _LEFT + n * step
        parts += _column(one, x + step * 0.1, step * 0.8, most)
        if n % every == 0:
            parts.append(
                f'<text x="{x + step / 2:.1f}" y="{_HEIGHT + 16}" text-anchor="middle" fill="currentColor">{escape(one.day[5:])}</text>'
            )
    parts.append(_legend(points))
    return "".join([*parts, "</svg>"])


def _column(one: Point, x: float, width: float, most: int) -> list[str]:
    parts, y = [], float(_HEIGHT)
    for at_hand, colour in _COLOURS.items():
        count = one.counts.get(at_hand.value, 0)
        if count:
            # A single fault among thousands must still be seen.
            height = max(count / most * (_HEIGHT - _TOP), 2.0 if at_hand.open else 0.0)
            y -= height
            parts.append(
                f'<rect x="{x:.1f}" y="{max(y, 0):.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}">'
                f"<title>{escape(one.day)} {at_hand.label} {count}</title></rect>"
            )
    return parts


def _legend(points: Sequence[Point]) -> str:
    used = [one for one in Standing if any(p.counts.get(one.value) for p in points)]
    parts, x = [], float(_LEFT)
    for one in used:
        parts.append(
            f'<rect x="{x}" y="{_HEIGHT + 27}" width="11" height="11" fill="{_COLOURS[one]}"/>'
            f'<text x="{x + 15}" y="{_HEIGHT + 37}" fill="currentColor">{one.label}</text>'
        )
        x += 30 + 13 * len(one.label)
    return "".join(parts)


def words(points: Sequence[Point]) -> str:
    """The same for those who do not see it."""
    last = points[-1]
    said = "，".join(
        f"{one.label} {last.counts.get(one.value, 0)}"
        for one in Standing
        if last.counts.get(one.value)
    )
    first = points[0]
    broken = f"断开的网址从 {first.counts.get('red', 0)} 个到 {last.counts.get('red', 0)} 个"
    return f"{first.day} 至 {last.day}，{len(points)} 次核验；{broken}；最近一次：{said}。"

"""White lines and dots over a colour, which tell the posts apart on a grey print."""

from __future__ import annotations

from collections.abc import Iterator
from math import pi, sin

from desktop.charts.scene import Rect, Texture

Stroke = tuple[tuple[float, float], ...]
STEP = 5.0
THICKNESS = 0.7
DOT = 0.7


def strokes_of(rect: Rect, texture: Texture) -> list[Stroke]:
    """Gives the white lines that cover a box; the painter clips them to it."""
    makers = {
        "rising": [_rising],
        "falling": [_falling],
        "cross": [_rising, _falling],
        "horizontal": [_horizontal],
        "vertical": [_vertical],
        "waves": [_waves],
    }
    return [stroke for maker in makers.get(texture, []) for stroke in maker(rect)]


def dots_of(rect: Rect, texture: Texture) -> list[tuple[float, float]]:
    """Gives the white dots of the manure texture, in staggered rows."""
    if texture != "dots":
        return []
    rows = _rows(rect)
    return [
        (x, y)
        for row, y in enumerate(rows)
        for x in _steps(rect.x + STEP / 2 + (row % 2) * STEP / 2, rect.x + rect.width, STEP)
    ]


def hatch_of(rect: Rect) -> list[Stroke]:
    """Gives the slanted lines that mean "still estimated"."""
    return list(_rising(rect))


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    for n in range(max(0, int((end - start) / step) + 1)):
        yield start + n * step


def _rows(rect: Rect) -> list[float]:
    """Gives the heights of even rows, with the same margin above and below."""
    count = max(1, int(rect.height / STEP))
    margin = (rect.height - (count - 1) * STEP) / 2
    return [rect.y + margin + n * STEP for n in range(count)]


def _rising(rect: Rect) -> Iterator[Stroke]:
    bottom = rect.y + rect.height
    for x in _steps(rect.x - rect.height + 1.0, rect.x + rect.width, STEP):
        yield ((x, bottom), (x + rect.height, rect.y))


def _falling(rect: Rect) -> Iterator[Stroke]:
    bottom = rect.y + rect.height
    for x in _steps(rect.x - rect.height + 1.0, rect.x + rect.width, STEP):
        yield ((x, rect.y), (x + rect.height, bottom))


def _horizontal(rect: Rect) -> Iterator[Stroke]:
    for y in _rows(rect):
        yield ((rect.x, y), (rect.x + rect.width, y))


def _vertical(rect: Rect) -> Iterator[Stroke]:
    for x in _steps(rect.x + STEP / 2, rect.x + rect.width, STEP):
        yield ((x, rect.y), (x, rect.y + rect.height))


def _waves(rect: Rect) -> Iterator[Stroke]:
    length, height = 10.0, 1.2
    for y in _rows(rect):
        xs = list(_steps(rect.x, rect.x + rect.width + 1.25, 1.25))
        yield tuple((x, y + height * sin(2 * pi * (x - rect.x) / length)) for x in xs)

"""Arcs of an icon as curves, which are what a page can draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import acos, ceil, copysign, cos, hypot, pi, sin, sqrt, tan

Point = tuple[float, float]
Curve = tuple[float, float, float, float, float, float]
NEAR = 1e-9


def arc(start: Point, radius: Point, flags: tuple[bool, bool], end: Point) -> Iterator[Curve]:
    """Gives an upright elliptic arc as curves of a quarter turn at most.

    ``flags``: whether the longer way round is taken, and whether it turns clockwise on the page.
    """
    if hypot(end[0] - start[0], end[1] - start[1]) < NEAR:
        return
    (cx, cy), (rx, ry), first, turn = _ellipse(start, radius, flags, end)
    parts = ceil(abs(turn) / (pi / 2) - NEAR)
    step = turn / parts
    reach = 4 / 3 * tan(step / 4)
    for n in range(parts):
        a, b = first + n * step, first + (n + 1) * step
        yield (
            cx + rx * (cos(a) - reach * sin(a)),
            cy + ry * (sin(a) + reach * cos(a)),
            cx + rx * (cos(b) + reach * sin(b)),
            cy + ry * (sin(b) - reach * cos(b)),
            cx + rx * cos(b),
            cy + ry * sin(b),
        )


def _ellipse(
    start: Point, radius: Point, flags: tuple[bool, bool], end: Point
) -> tuple[Point, Point, float, float]:
    """The centre, the radii (grown where they are too small), the first angle and the turn."""
    long, clockwise = flags
    halves = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x, y = halves[0] / radius[0], halves[1] / radius[1]
    grown = max(1.0, hypot(x, y))
    rx, ry = radius[0] * grown, radius[1] * grown
    x, y = x / grown, y / grown
    away = sqrt(max(0.0, 1.0 / (x * x + y * y) - 1.0)) * (-1.0 if long == clockwise else 1.0)
    u, v = away * y, -away * x
    centre = ((start[0] + end[0]) / 2 + rx * u, (start[1] + end[1]) / 2 + ry * v)
    first, last = _angle(x - u, y - v), _angle(-x - u, -y - v)
    turn = last - first
    if clockwise and turn < 0:
        turn += 2 * pi
    elif not clockwise and turn > 0:
        turn -= 2 * pi
    return centre, (rx, ry), first, turn


def _angle(x: float, y: float) -> float:
    return copysign(acos(max(-1.0, min(1.0, x / hypot(x, y)))), y)


def as_flags(numbers: Sequence[float]) -> tuple[bool, bool]:
    """The two flags of an arc as they stand in an icon file."""
    return bool(numbers[0]), bool(numbers[1])

"""Pictograms on the page: the outline of an icon file as a path, so that it prints as a vector."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from desktop import paths
from desktop.report.arcs import Point, arc, as_flags

if TYPE_CHECKING:
    from reportlab.pdfgen.pathobject import PDFPathObject

    from desktop.report.templates import Page

SIDE = 256.0
OUTLINE = re.compile(r' d="([^"]+)"')
COMMAND = re.compile(r"([MLHVCSQAZ])([^MLHVCSQAZ]*)", re.IGNORECASE)
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}
NON_ZERO = 1

Step = tuple[str, tuple[float, ...]]
"""A part of an outline: "M" moves, "L" draws a line, "C" a curve, "Z" closes it."""


def draw_pictogram(page: Page, name: str, at: Point, side: float, colour: str) -> None:
    """Draws an icon in a square, its top left corner at the given place of the page."""
    path, scale = page.canvas.beginPath(), side / SIDE
    for command, places in outline(name):
        pairs = zip(places[::2], places[1::2], strict=True)
        put = [v for x, y in pairs for v in (at[0] + x * scale, page.up(at[1] + y * scale))]
        _add(path, command, put)
    page.canvas.setFillColorRGB(*page.colour(colour))
    page.canvas.drawPath(path, stroke=0, fill=1, fillMode=NON_ZERO)


def _add(path: PDFPathObject, command: str, places: list[float]) -> None:
    match command:
        case "M":
            path.moveTo(*places)
        case "L":
            path.lineTo(*places)
        case "C":
            path.curveTo(*places)
        case _:
            path.close()


@cache
def outline(name: str) -> tuple[Step, ...]:
    """The outline of an icon file, in its own square of 256."""
    found = OUTLINE.findall(paths.icon(name).read_text("utf-8"))
    return tuple(step for text in found for step in follow(text))


def follow(text: str) -> Iterator[Step]:
    """Gives the steps of one outline."""
    at = start = handle = (0.0, 0.0)
    for kind, relative, numbers in _commands(text):
        base = at if relative else (0.0, 0.0)
        if kind == "Z":
            at = start
            yield "Z", ()
            continue
        steps = list(_steps(kind, at, base, numbers, handle))
        yield from steps
        if steps:
            last = steps[-1][1]
            at = (last[-2], last[-1])
        if kind == "M":
            start = at
        handle = _handle(kind, at, steps)


def _commands(text: str) -> Iterator[tuple[str, bool, list[float]]]:
    """Gives each command with one set of numbers; a move with more places goes on in lines."""
    for letter, rest in COMMAND.findall(text):
        kind, relative = letter.upper(), letter.islower()
        numbers = [float(number) for number in NUMBER.findall(rest)]
        if kind == "Z":
            yield kind, relative, []
            continue
        size = TAKES[kind]
        for n in range(0, len(numbers), size):
            yield "L" if kind == "M" and n else kind, relative, numbers[n : n + size]


def _steps(
    kind: str, at: Point, base: Point, numbers: Sequence[float], handle: Point
) -> Iterator[Step]:
    """Draws one command with what a page knows: moves, lines and curves."""
    if kind == "A":
        radius, end = (numbers[0], numbers[1]), (base[0] + numbers[5], base[1] + numbers[6])
        yield from (("C", curve) for curve in arc(at, radius, as_flags(numbers[3:5]), end))
    elif kind == "H":
        yield "L", (base[0] + numbers[0], at[1])
    elif kind == "V":
        yield "L", (at[0], base[1] + numbers[0])
    elif kind in "ML":
        yield kind, _put(base, numbers)
    elif kind == "Q":
        qx, qy, x, y = _put(base, numbers)
        two_thirds = (at[0] + 2 / 3 * (qx - at[0]), at[1] + 2 / 3 * (qy - at[1]))
        yield "C", (*two_thirds, x + 2 / 3 * (qx - x), y + 2 / 3 * (qy - y), x, y)
    else:
        mirrored = () if kind == "C" else (2 * at[0] - handle[0], 2 * at[1] - handle[1])
        yield "C", (*mirrored, *_put(base, numbers))


def _put(base: Point, numbers: Sequence[float]) -> tuple[float, ...]:
    return tuple(number + base[n % 2] for n, number in enumerate(numbers))


def _handle(kind: str, at: Point, steps: Sequence[Step]) -> Point:
    """The handle that a smooth curve mirrors: that of the last curve, else the place."""
    if kind in "CS" and steps:
        return steps[-1][1][2], steps[-1][1][3]
    return at

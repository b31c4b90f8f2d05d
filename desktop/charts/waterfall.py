"""The way from gross to net: what each stock takes off, or adds where carbon is lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.charts import sentences, waterfall_words
from desktop.charts.balance import Balance
from desktop.charts.posts import STORAGE_FILL, STORAGE_TEXTURE
from desktop.charts.scene import (
    REGULAR,
    SEMIBOLD,
    Bounds,
    Line,
    Mark,
    Measure,
    Rect,
    Scene,
    Shape,
    Text,
)
from desktop.charts.waterfall_frame import (
    PAGE,
    SCREEN,
    Column,
    Frame,
    Look,
    frame_of,
)

if TYPE_CHECKING:
    from desktop.words import Words

__all__ = ["PAGE", "SCREEN", "Look", "waterfall"]

DASH = (3.0, 3.0)
LOST_FILL = "muted"
CAP = 5.0
BETWEEN = 1.0


def waterfall(
    balance: Balance,
    words: Words,
    measure: Measure,
    width: float,
    look: Look = PAGE,
    grid: float = 0.0,
) -> Scene:
    """Lays out the waterfall; `grid` is the pixel to which edges are rounded on a screen."""
    frame = frame_of(balance, words, measure, width, look, grid)
    shapes = [*_connectors(frame), *_gross(frame), *_steps(frame), *_net(frame), _zero(frame)]
    shapes += [*_whisker(frame), *_figures(frame), *_names(frame)]
    return Scene(
        width=width,
        height=frame.height,
        shapes=tuple(shapes),
        marks=tuple(_mark(column, frame) for column in frame.columns),
        title=waterfall_words.conclusion(words, balance),
        table=waterfall_words.twin(words, balance),
        subtitle=sentences.unit_phrase(words, balance.unit),
    )


def _gross(frame: Frame) -> list[Shape]:
    """Stacks the posts from zero upwards, with the background between them."""
    column, reached = frame.columns[0], 0.0
    shapes: list[Shape] = []
    for portion in frame.balance.portions:
        foot, reached = frame.y(reached), reached + portion.value
        top = frame.y(reached)
        gap = min(BETWEEN, (foot - top) / 3)
        if foot - top > 0:
            box = (column.left, top + gap, column.width, foot - top - gap)
            post = portion.post
            shapes.append(Rect(*box, post.fill, texture=post.texture, hatch=portion.estimated))
    return shapes


def _steps(frame: Frame) -> list[Shape]:
    """Draws what is stored downwards; what is lost goes up and is no storage green."""
    shapes: list[Shape] = []
    for column in frame.columns[1:-1]:
        top, foot = frame.span(column)
        box = (column.left, top, column.width, foot - top)
        if column.value < 0:
            shapes.append(Rect(*box, LOST_FILL))
        elif column.value > 0:
            shapes.append(Rect(*box, STORAGE_FILL, texture=STORAGE_TEXTURE))
    return shapes


def _net(frame: Frame) -> list[Shape]:
    column = frame.columns[-1]
    top, foot = frame.span(column)
    return [Rect(column.left, top, column.width, foot - top, "text")] if foot > top else []


def _connectors(frame: Frame) -> list[Shape]:
    return [
        Line(one.right, frame.y(one.end), other.left, frame.y(one.end), "border", 1.0, DASH)
        for one, other in pairwise(frame.columns)
    ]


def _zero(frame: Frame) -> Line:
    y = frame.y(0.0)
    return Line(frame.columns[0].left, y, frame.columns[-1].right, y, "text", 1.5)


def _whisker(frame: Frame) -> list[Shape]:
    """Draws the range of the net, light where it lies on the dark bar."""
    low, high = frame.balance.low, frame.balance.high
    if low is None or high is None:
        return []
    x, inside = frame.columns[-1].middle, sorted((0.0, frame.balance.net))
    cuts = sorted({low, high, *(end for end in inside if low < end < high)})
    shapes: list[Shape] = []
    for one, other in pairwise(cuts):
        ink = "background" if inside[0] <= (one + other) / 2 <= inside[1] else "text"
        shapes.append(Line(x, frame.y(one), x, frame.y(other), ink, 1.5))
    for end in (low, high):
        ink = "background" if inside[0] < end < inside[1] else "text"
        shapes.append(Line(x - CAP, frame.y(end), x + CAP, frame.y(end), ink, 1.5))
    return shapes


def _figures(frame: Frame) -> list[Shape]:
    """Writes each figure over its bar, that of a net below zero under it."""
    shapes: list[Shape] = []
    for column in frame.columns:
        y = frame.figure_at(column)
        look = frame.look
        shapes.append(
            Text(column.middle, y, column.figure, look.value, weight=SEMIBOLD, anchor="middle")
        )
    return shapes


def _names(frame: Frame) -> list[Shape]:
    size = frame.name_size
    return [
        Text(
            column.middle,
            frame.names_top + size * (1 + 1.25 * number),
            line,
            size,
            weight=REGULAR,
            anchor="middle",
        )
        for column, lines in zip(frame.columns, frame.name_lines, strict=True)
        for number, line in enumerate(lines)
    ]


def _mark(column: Column, frame: Frame) -> Mark:
    top, foot = frame.span(column)
    bounds = Bounds(column.left, top, column.width, max(foot - top, 2.0))
    return Mark(column.key, column.name, column.value, bounds, column.sentence)

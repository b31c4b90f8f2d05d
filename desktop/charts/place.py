"""The place of a farm among others of its kind: what is published of a group, and nothing assumed.

A group whose percentiles are published is a box and a median; of most only a mean is known, of
some only two single farms. Each is drawn as what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts import place_words
from desktop.charts.place_words import Point, Standing, standing_of
from desktop.charts.scale import Scale
from desktop.charts.scene import (
    REGULAR,
    SEMIBOLD,
    Bounds,
    Line,
    Mark,
    Measure,
    Polygon,
    Rect,
    Scene,
    Shape,
    Text,
)

if TYPE_CHECKING:
    from desktop.words import Words

__all__ = ["PAGE", "SCREEN", "Look", "place_strip", "standing_of"]

AROUND = 0.08
BETWEEN = 8.0
CAP = 5.0
ROW_STEP = 1.35
Labels = list[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Look:
    """The sizes of the strip: one set for the page, one for the screen."""

    label: float = 10.0
    value: float = 10.5
    diamond: float = 6.0
    band: float = 12.0


PAGE = Look()
SCREEN = Look(label=13.0, value=14.0, diamond=8.0, band=18.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all parts of the strip need to know: the figures, the axis and the sizes."""

    standing: Standing
    words: Words
    measure: Measure
    look: Look
    scale: Scale

    @property
    def farm_row(self) -> float:
        """Gives the height of the diamond, under its words."""
        return self.look.value + 8.0 + self.look.diamond

    @property
    def group_row(self) -> float:
        """Gives the height of the line of the group."""
        return self.farm_row + self.look.diamond + 8.0 + self.look.band / 2

    @property
    def first_text(self) -> float:
        """Gives the baseline of the words under the line."""
        return self.group_row + self.look.band / 2 + 5.0 + self.look.label

    def clamped(self, x: float, half: float) -> float:
        """Keeps the middle of a text so far inside that nothing of it is cut."""
        return min(max(x, half), self.scale.left + self.scale.width - half)


def place_strip(
    standing: Standing,
    words: Words,
    measure: Measure,
    width: float,
    look: Look = PAGE,
    grid: float = 0.0,
) -> Scene:
    """Lays out the strip of a farm that `standing_of` has set beside a group."""
    low, high = _ends(standing)
    scale = Scale(low, high, look.diamond, width - 2 * look.diamond, grid)
    frame = Frame(standing, words, measure, look, scale)
    under, rows = _under(frame)
    shapes = (*_band(frame), *_ticks(frame), *_farm(frame), *under)
    return Scene(
        width=width,
        height=frame.first_text + look.label * (ROW_STEP * (rows - 1) + 0.4),
        shapes=shapes,
        marks=_marks(frame),
        title=place_words.conclusion(words, standing),
        table=place_words.twin(words, standing),
        subtitle=place_words.group_line(words, standing),
    )


def _ends(standing: Standing) -> tuple[float, float]:
    """Gives the two ends of the line: all figures are inside, with a little room around."""
    known = [standing.value, *(point.value for point in standing.points)]
    known += [end for end in (standing.low, standing.high) if end is not None]
    low, high = min(known), max(known)
    around = AROUND * (high - low) or max(abs(high), 1.0) * AROUND
    return low - around, high + around


def _band(frame: Frame) -> list[Shape]:
    """Draws the group: a box for half of the farms and one for nine in ten, else a plain line."""
    y, band, scale = frame.group_row, frame.look.band, frame.scale
    end = scale.left + scale.width
    shapes: list[Shape] = [Line(scale.left, y, end, y, "border", 1.0)]
    parts = frame.standing.percentiles
    for low, high, fill in ((0, -1, "track"), (1, -2, "border")) if parts else ():
        left, right = scale.x(parts[low]), scale.x(parts[high])
        shapes.append(Rect(left, y - band / 2, right - left, band, fill))
        corners = ((left, y - band / 2), (right, y - band / 2),
                   (right, y + band / 2), (left, y + band / 2))  # fmt: skip
        sides = zip(corners, (*corners[1:], corners[0]), strict=True)
        shapes += [Line(*one, *other, "border", 1.0) for one, other in sides]
    return shapes


def _ticks(frame: Frame) -> list[Shape]:
    """Draws a tick where a figure of the group lies; the middle one is the strongest."""
    y, half = frame.group_row, frame.look.band / 2
    shapes: list[Shape] = []
    for point in frame.standing.points:
        x = frame.scale.x(point.value)
        if point.is_middle:
            if frame.standing.percentiles:
                shapes.append(Line(x, y - half, x, y + half, "background", 4.0))
            shapes.append(Line(x, y - half - 3.0, x, y + half + 3.0, "text", 2.0))
        elif not frame.standing.percentiles:
            shapes.append(Line(x, y - half * 0.6, x, y + half * 0.6, "border", 1.5))
    return shapes


def _farm(frame: Frame) -> list[Shape]:
    """Draws the farm above the line: its words, its range and its diamond."""
    standing, look, y = frame.standing, frame.look, frame.farm_row
    x, half = frame.scale.x(standing.value), look.diamond
    shapes: list[Shape] = []
    if standing.low is not None and standing.high is not None:
        left, right = frame.scale.x(standing.low), frame.scale.x(standing.high)
        shapes.append(Line(left, y, right, y, "text", 1.5))
        shapes += [Line(end, y - CAP, end, y + CAP, "text", 1.5) for end in (left, right)]
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    shapes.append(Polygon(points, "text", "background", 2.0))
    said = place_words.farm_label(frame.words, standing)
    at = frame.clamped(x, frame.measure(said, look.value, SEMIBOLD) / 2)
    return [*shapes, Text(at, look.value, said, look.value, weight=SEMIBOLD, anchor="middle")]


def _under(frame: Frame) -> tuple[list[Shape], int]:
    """Writes the middle of the group under its tick, then the ends in a row of their own."""
    points = frame.standing.points
    middle = [point for point in points if point.is_middle]
    ends = [point for point in points if not point.is_middle and point.is_written]
    rows = [labels for labels in (_labels(frame, middle), *_end_rows(frame, ends)) if labels]
    step = frame.look.label * ROW_STEP
    shapes = [
        text
        for number, labels in enumerate(rows)
        for text in _row_of(frame, labels, frame.first_text + number * step)
    ]
    return shapes, len(rows)


def _labels(frame: Frame, points: Sequence[Point]) -> Labels:
    words, standing = frame.words, frame.standing
    return [(p.value, place_words.point_label(words, p, standing)) for p in points]


def _end_rows(frame: Frame, ends: Sequence[Point]) -> list[Labels]:
    """Sets both ends in one row, or in two where they are too wide for it."""
    labels = _labels(frame, ends)
    widths = [frame.measure(label, frame.look.label, REGULAR) for _, label in labels]
    fit = sum(widths) + BETWEEN * (len(widths) - 1) <= frame.scale.width
    return [labels] if fit else [[label] for label in labels]


def _row_of(frame: Frame, labels: Labels, y: float) -> list[Shape]:
    """Writes one label at its place, or the first and the last apart from each other."""
    size = frame.look.label
    widths = [frame.measure(label, size, REGULAR) for _, label in labels]
    middles = [
        frame.clamped(frame.scale.x(value), width / 2)
        for (value, _), width in zip(labels, widths, strict=True)
    ]
    if len(labels) > 1:
        middles = _parted(middles, widths, frame)
    return [
        Text(middle, y, label, size, "muted", anchor="middle")
        for middle, (_, label) in zip(middles, labels, strict=True)
    ]


def _parted(middles: list[float], widths: list[float], frame: Frame) -> list[float]:
    """Moves two labels apart, the left one to the left, as far as the line allows."""
    needed = (widths[0] + widths[1]) / 2 + BETWEEN
    lacking = max(0.0, needed - (middles[1] - middles[0]))
    left = frame.clamped(middles[0] - lacking / 2, widths[0] / 2)
    right = frame.clamped(max(middles[1], left + needed), widths[1] / 2)
    return [min(left, max(widths[0] / 2, right - needed)), right]


def _marks(frame: Frame) -> tuple[Mark, ...]:
    standing, words, look = frame.standing, frame.words, frame.look
    x, half = frame.scale.x(standing.value), look.diamond
    farm = Mark(
        standing.key,
        place_words.farm_label(words, standing),
        standing.value,
        Bounds(x - half, frame.farm_row - half, 2 * half, 2 * half),
        place_words.farm_sentence(words, standing),
    )
    y, tall = frame.group_row - look.band / 2, look.band
    marks = [farm]
    for point in standing.points:
        at = frame.scale.x(point.value)
        bounds = Bounds(at - 4.0, y, 8.0, tall)
        label = place_words.point_label(words, point, standing)
        sentence = f"{label}. {place_words.group_line(words, standing)}."
        marks.append(Mark(point.key, label, point.value, bounds, sentence))
    return tuple(marks)

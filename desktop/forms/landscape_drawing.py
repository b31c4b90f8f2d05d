"""Three landscapes seen from above: the same fields, with few, some or many hedges.

Everything is measured in a frame 100 wide and 46 high.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from desktop.theme import Theme
from desktop.widgets.painting import faded

WIDE, HIGH = 100.0, 46.0
Line = tuple[tuple[float, float], ...]

UPPER: Line = ((-2, 13.5), (28, 11), (52, 8.6), (74, 7.5), (102, 4.2))
MIDDLE: Line = ((-2, 28.8), (18, 26.6), (37, 23.2), (62, 20), (81, 17.4), (102, 13))
LOWER: Line = ((51, 37.2), (66, 35), (76, 35.2), (102, 30))
NORTH_WEST: Line = ((30, -2), (33, 10), (36.5, 23.2))
SOUTH_WEST: Line = ((18, 26.6), (21, 36), (25, 48))
NORTH: Line = ((71.5, -2), (71, 8), (69, 19.2))
SOUTH: Line = ((69, 19.2), (75, 35), (80, 48))
CENTRE: Line = ((44, 22.2), (51, 37.2), (55, 48))
WEST: Line = ((-2, 40.5), (22.6, 40.2))
BOUNDARIES = (
    UPPER, MIDDLE, LOWER, NORTH_WEST, SOUTH_WEST, NORTH, SOUTH, CENTRE, WEST,
)  # fmt: skip
FIELDS: tuple[Line, ...] = (
    ((33, 10.6), (52, 8.6), (71, 7.7), (69, 19.2), (62, 20), (36.5, 23.2)),
    ((18, 26.6), (36.5, 23.2), (44, 22.2), (51, 37.2), (55, 48), (25, 48), (21, 36)),
    ((69, 19.2), (81, 17.4), (102, 13), (102, 30), (76, 35.2)),
    ((-2, -2), (30, -2), (33, 10), (28, 11), (-2, 13.5)),
)


class Landscape(Enum):
    """How many hedges there are between the fields."""

    OPEN = "open"
    HALF = "half"
    BOCAGE = "bocage"


HEDGES: dict[Landscape, tuple[Line, ...]] = {
    Landscape.OPEN: ((*MIDDLE[:3], (46, 21.8)),),
    Landscape.HALF: (MIDDLE, NORTH_WEST, SOUTH, LOWER[:3]),
    Landscape.BOCAGE: (
        UPPER, MIDDLE, LOWER, NORTH_WEST, SOUTH_WEST, NORTH, SOUTH, CENTRE,
    ),
}  # fmt: skip
STEP = 1.75
"""From one tree of a hedge to the next."""

# Trees are not all alike; the order is fixed, so that the drawing is always the same.
CROWNS = (1.2, 0.9, 1.45, 1.05, 0.8, 1.35, 0.95)
ASIDE = (0.1, -0.45, 0.3, 0.5, -0.25, -0.1, 0.4)


def paint_landscape(painter: QPainter, theme: Theme, box: QRectF, landscape: Landscape) -> None:
    """Paint fields, their boundaries and the hedges into a box with rounded corners."""
    frame = QPainterPath()
    frame.addRoundedRect(box, theme.px(4), theme.px(4))
    painter.save()
    painter.setClipPath(frame)
    painter.fillRect(box, theme.colours.surface)
    painter.translate(box.topLeft())
    painter.scale(box.width() / WIDE, box.height() / HIGH)
    _paint_fields(painter, theme)
    _paint_hedges(painter, theme, HEDGES[landscape])
    painter.restore()


def _paint_fields(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(theme.colours.track, 0.55))
    for field in FIELDS:
        painter.drawPolygon(_polygon(field))
    painter.setPen(QPen(theme.colours.hairline, 0.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for boundary in BOUNDARIES:
        painter.drawPolyline(_polygon(boundary))


def _paint_hedges(painter: QPainter, theme: Theme, hedges: tuple[Line, ...]) -> None:
    ink = theme.named("series.storage")
    pen = QPen(ink, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for hedge in hedges:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_polygon(hedge))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for crown, size in trees_of(hedge):
            painter.drawEllipse(crown, size, size)


def trees_of(hedge: Line) -> Iterator[tuple[QPointF, float]]:
    """Give the middle and the size of each tree along a hedge."""
    count, spare = 0, 0.0
    for (left, top), (right, foot) in pairwise(hedge):
        length = hypot(right - left, foot - top)
        across, down = (right - left) / length, (foot - top) / length
        while spare <= length:
            aside = ASIDE[count % len(ASIDE)]
            middle = QPointF(
                left + across * spare - down * aside, top + down * spare + across * aside
            )
            yield middle, CROWNS[count % len(CROWNS)]
            count, spare = count + 1, spare + STEP
        spare -= length


def _polygon(line: Line) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in line])

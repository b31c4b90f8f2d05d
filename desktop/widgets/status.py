"""Where a step stands, told by shape first: ring, half disc, disc with a tick, triangle, dash."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.theme import Role, Theme
from desktop.widgets.painting import Edge, Side, paint_line, paint_text
from desktop.words import Words


class Progress(Enum):
    """How far a step is."""

    UNTOUCHED = "untouched"
    STARTED = "started"
    COMPLETE = "complete"
    TO_CHECK = "to check"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True)
class StepStatus:
    """How far a step is, in figures: fields answered, fields asked, points to check."""

    progress: Progress = Progress.UNTOUCHED
    answered: int = 0
    asked: int = 0
    to_check: int = 0

    def said(self, words: Words) -> str:
        """Say the status as the screen reader does."""
        if self.progress is Progress.TO_CHECK:
            return words.count("{n} point to check", "{n} points to check", self.to_check)
        if self.progress is Progress.STARTED and self.asked:
            return words.say(
                "started, {answered} of {asked} fields", answered=self.answered, asked=self.asked
            )
        plain = {
            Progress.UNTOUCHED: words.say("not started"),
            Progress.STARTED: words.say("started"),
            Progress.COMPLETE: words.say("complete"),
            Progress.NOT_APPLICABLE: words.say("not applicable"),
        }
        return plain[self.progress]


def paint_progress(painter: QPainter, theme: Theme, box: QRectF, progress: Progress) -> None:
    """Paint the sign of a progress in a square box."""
    colours = theme.colours
    if progress is Progress.UNTOUCHED:
        _ring(painter, box, colours.border, 1.5 * theme.scale)
    elif progress is Progress.STARTED:
        _ring(painter, box, colours.primary, 1.5 * theme.scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.primary)
        painter.drawPie(box, 90 * 16, 180 * 16)
    elif progress is Progress.COMPLETE:
        paint_tick_disc(painter, theme, box)
    elif progress is Progress.TO_CHECK:
        paint_triangle(painter, theme, box, colours.unusual)
    else:
        middle, reach = box.center(), box.width() / 4
        edge = Edge(colours.text_muted, 1.5 * theme.scale)
        paint_line(painter, middle - QPointF(reach, 0), middle + QPointF(reach, 0), edge)


def _ring(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def paint_tick_disc(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Paint a disc with a tick: done."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colours.primary)
    painter.drawEllipse(box)
    pen = QPen(theme.colours.background, box.width() / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([_within(box, *at) for at in _TICK]))


_TICK = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.36))
_TRIANGLE = ((0.50, 0.15), (0.93, 0.88), (0.07, 0.88))


def paint_triangle(painter: QPainter, theme: Theme, box: QRectF, colour: QColor) -> None:
    """Paint a filled triangle with an exclamation mark: something to look at."""
    path = QPainterPath(_within(box, *_TRIANGLE[0]))
    for at in _TRIANGLE[1:]:
        path.lineTo(_within(box, *at))
    path.closeSubpath()
    pen = QPen(colour, box.width() / 8)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour)
    painter.drawPath(path)
    _paint_exclamation(painter, box, theme.colours.background)


def _paint_exclamation(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, box.width() / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(_within(box, 0.5, 0.43), _within(box, 0.5, 0.60))
    painter.drawPoint(_within(box, 0.5, 0.76))


def paint_cross_disc(painter: QPainter, theme: Theme, box: QRectF, colour: QColor) -> None:
    """Paint a disc with a cross: this cannot be."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box)
    pen = QPen(theme.colours.background, box.width() / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(_within(box, 0.33, 0.33), _within(box, 0.67, 0.67))
    painter.drawLine(_within(box, 0.67, 0.33), _within(box, 0.33, 0.67))


def paint_count(painter: QPainter, theme: Theme, box: QRectF, count: int) -> None:
    """Paint how many points there are to check."""
    letters = theme.font(Role.STRONG)
    paint_text(painter, box, str(count), letters, theme.colours.unusual, Side.END)


def _within(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + across * box.width(), box.top() + down * box.height())

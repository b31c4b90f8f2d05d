"""The few strokes that all painted widgets share: boxes, rings, text on its baseline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPaintDevice, QPainter, QPen

from desktop.theme import Theme


class Side(Enum):
    """Where a text stands in its box."""

    START = 0
    MIDDLE = 1
    END = 2


@dataclass(frozen=True)
class Edge:
    """The border of a box: its colour, its width in pixels, full or dashed."""

    colour: QColor
    width: float = 1.0
    dashed: bool = False


def painter_of(widget: QPaintDevice) -> QPainter:
    """Give a smooth painter on a widget or picture; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def paint_box(
    painter: QPainter, box: QRectF, fill: QColor | None, edge: Edge | None, radius: float
) -> None:
    """Paint a rounded box; its border lies inside, so that 1 px lines stay sharp."""
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(edge) if edge is not None else Qt.PenStyle.NoPen)
    inset = edge.width / 2 if edge is not None else 0.0
    inner = box.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def _pen(edge: Edge) -> QPen:
    pen = QPen(edge.colour, edge.width)
    if edge.dashed:
        pen.setDashPattern([4.0, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_focus(painter: QPainter, theme: Theme, box: QRectF, radius: float = 9) -> None:
    """Paint the focus ring around a control: 2 px wide, 2 px away from it."""
    away, width = theme.px(2), theme.px(2)
    grown = box.adjusted(-away - width, -away - width, away + width, away + width)
    paint_box(painter, grown, None, Edge(theme.colours.focus, width), theme.px(radius))


def baseline(top: float, height: float, font: QFont) -> float:
    """Give the baseline that centres capitals and figures in a box."""
    return top + (height + QFontMetricsF(font).capHeight()) / 2


def text_width(font: QFont, text: str) -> float:
    """Give the width of one line of text."""
    return QFontMetricsF(font).horizontalAdvance(text)


def paint_text(
    painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor, side: Side = Side.START
) -> None:
    """Paint one line of text in a box, centred on the height of its capitals."""
    room = box.width() - text_width(font, text)
    left = box.left() + room * side.value / 2
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(left, baseline(box.top(), box.height(), font)), text)


def paint_line(painter: QPainter, start: QPointF, end: QPointF, edge: Edge) -> None:
    """Paint a straight line with flat ends."""
    pen = _pen(edge)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(start, end)


def faded(colour: QColor, opacity: float) -> QColor:
    """Give a colour that lets its ground through."""
    paler = QColor(colour)
    paler.setAlphaF(opacity)
    return paler

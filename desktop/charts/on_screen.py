"""Draws a chart on the screen from the same scene as on the page of the report."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop.charts import textures
from desktop.charts.scene import Line, Measure, Polygon, Rect, Ribbon, Scene, Shape, Text
from desktop.theme import Theme

HATCH_THICKNESS, HATCH_OUTLINE = 2.0, 1.5
PATTERN_THICKNESS, PATTERN_DOT = 1.1, 1.1
"""Stronger than on paper: a screen has fewer dots."""

LEFT_OUT = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a text stands before its place."""


def measure_with(theme: Theme) -> Measure:
    """Give the measure of a text in the letters of the screen, for laying charts out."""

    def width(string: str, size: float, weight: int) -> float:
        return QFontMetricsF(theme.letters(size, weight)).horizontalAdvance(string)

    return width


def paint(scene: Scene, painter: QPainter, theme: Theme) -> None:
    """Paint every shape of a scene; in high contrast the posts have their patterns."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in scene.shapes:
        painter.save()
        _paint_shape(shape, painter, theme)
        painter.restore()


def _paint_shape(shape: Shape, painter: QPainter, theme: Theme) -> None:
    if isinstance(shape, Rect):
        _paint_rect(shape, painter, theme)
    elif isinstance(shape, Line):
        _paint_line(shape, painter, theme)
    elif isinstance(shape, Text):
        _paint_text(shape, painter, theme)
    elif isinstance(shape, Polygon):
        _paint_polygon(shape, painter, theme)
    else:
        _paint_ribbon(shape, painter, theme)


def _paint_rect(rect: Rect, painter: QPainter, theme: Theme) -> None:
    outline, colour = _outline(rect), theme.named(rect.fill)
    painter.setOpacity(rect.opacity)
    if rect.hatch:
        _paint_hatched(rect, outline, colour, painter, theme)
        return
    painter.fillPath(outline, colour)
    if theme.patterns:
        painter.setClipPath(outline)
        painter.setPen(QPen(theme.colours.background, PATTERN_THICKNESS))
        _paint_strokes(textures.strokes_of(rect, rect.texture), painter)
        _paint_dots(rect, painter, theme)


def _paint_hatched(
    rect: Rect, outline: QPainterPath, colour: QColor, painter: QPainter, theme: Theme
) -> None:
    """Paint "still estimated": slanted lines inside an outline."""
    painter.fillPath(outline, theme.colours.background)
    painter.setClipPath(outline)
    painter.setPen(QPen(colour, HATCH_THICKNESS))
    _paint_strokes(textures.hatch_of(rect), painter)
    # Twice as thick, because the clip keeps the inner half.
    pen = QPen(colour, 2 * HATCH_OUTLINE)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawPath(outline)


def _outline(rect: Rect) -> QPainterPath:
    """Give the outline of a box, rounded only at the corners that the scene asks for."""
    box = QRectF(rect.x, rect.y, rect.width, rect.height)
    path = QPainterPath()
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    if radius <= 0 or rect.corners == "none":
        path.addRect(box)
        return path
    path.addRoundedRect(box, radius, radius)
    square = {
        "left": box.adjusted(radius, 0, 0, 0),
        "right": box.adjusted(0, 0, -radius, 0),
    }.get(rect.corners)
    if square is None:
        return path
    straight = QPainterPath()
    straight.addRect(square)
    return path.united(straight)


def _paint_strokes(strokes: list[textures.Stroke], painter: QPainter) -> None:
    for stroke in strokes:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke]))


def _paint_dots(rect: Rect, painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colours.background)
    for x, y in textures.dots_of(rect, rect.texture):
        painter.drawEllipse(QPointF(x, y), PATTERN_DOT, PATTERN_DOT)


def _paint_line(line: Line, painter: QPainter, theme: Theme) -> None:
    pen = QPen(theme.named(line.stroke), line.thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.dash:
        # Qt counts dashes in widths of the pen, the scene in points.
        pen.setDashPattern([length / line.thickness for length in line.dash])
    painter.setPen(pen)
    painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))


def _paint_text(text: Text, painter: QPainter, theme: Theme) -> None:
    letters = theme.letters(text.size, text.weight)
    width = QFontMetricsF(letters).horizontalAdvance(text.string)
    painter.setFont(letters)
    painter.setPen(theme.named(text.colour))
    painter.drawText(QPointF(text.x - width * LEFT_OUT[text.anchor], text.y), text.string)


def _paint_polygon(polygon: Polygon, painter: QPainter, theme: Theme) -> None:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in polygon.points]))
    path.closeSubpath()
    if polygon.stroke:
        # The outline first, twice as thick: it stays outside and the shape keeps its size.
        pen = QPen(theme.named(polygon.stroke), 2 * polygon.thickness)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.strokePath(path, pen)
    painter.setOpacity(polygon.opacity)
    painter.fillPath(path, theme.named(polygon.fill))


def _paint_ribbon(ribbon: Ribbon, painter: QPainter, theme: Theme) -> None:
    middle = (ribbon.x1 + ribbon.x2) / 2
    low1, low2 = ribbon.top1 + ribbon.thickness1, ribbon.top2 + ribbon.thickness2
    path = QPainterPath(QPointF(ribbon.x1, ribbon.top1))
    path.cubicTo(middle, ribbon.top1, middle, ribbon.top2, ribbon.x2, ribbon.top2)
    path.lineTo(ribbon.x2, low2)
    path.cubicTo(middle, low2, middle, low1, ribbon.x1, low1)
    path.closeSubpath()
    painter.setOpacity(ribbon.opacity)
    painter.fillPath(path, theme.named(ribbon.fill))

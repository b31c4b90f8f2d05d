"""Text that wraps inside painted lists, where a label for each line would be too many widgets."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.theme import Role, Theme

NARROWEST = 1.0
"""Qt lays nothing out in less width than this."""


def wrapped_height(theme: Theme, role: Role, text: str, width: float) -> int:
    """Give the height of a text in a width; a word longer than the line is broken."""
    if QFontMetricsF(theme.font(role)).horizontalAdvance(text) <= width:
        return theme.line_height(role)
    return _laid_out(theme, role, text, width)[1]


def paint_wrapped(
    painter: QPainter, theme: Theme, role: Role, text: str, box: QRectF, ink: QColor
) -> None:
    """Paint a text from the top of a box, over as many lines as it needs."""
    painter.setPen(ink)
    _laid_out(theme, role, text, box.width())[0].draw(painter, box.topLeft())


def _laid_out(theme: Theme, role: Role, text: str, width: float) -> tuple[QTextLayout, int]:
    """Break a text into lines at the distance of the theme; give the layout and its height."""
    layout = QTextLayout(text, theme.font(role))
    layout.setTextOption(_option())
    step, count = theme.line_height(role), 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(NARROWEST, width))
        line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
        count += 1
    layout.endLayout()
    return layout, max(1, count) * step


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option

"""A count with its sign and its words: how many values are impossible, rare, or not given."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text, Tone


class DashedRing(QWidget):
    """The sign of a value that nobody has given: a ring drawn with gaps."""

    def __init__(self, look: Look, size: int = 20) -> None:
        super().__init__()
        self.look = look
        self._side = look.theme.px(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter, theme = painter_of(self), self.look.theme
        pen = QPen(theme.colours.text_muted, 1.5 * theme.scale)
        pen.setDashPattern([2.4, 2.0])
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = theme.px(2)
        painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()


class CountTile(QWidget):
    """A tinted box; a count of nothing is quiet."""

    def __init__(self, look: Look, sign: str, tone: Tone, tint: str) -> None:
        super().__init__()
        self.look = look
        self._tone: Tone = tone
        self._tint = tint
        self._count = Text(look, "", Role.FIGURE_STRONG, tone)
        self._words = Text(look, "", Role.BODY, wraps=True)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(12), px(12), px(12))
        row.setSpacing(px(10))
        ring = DashedRing(look) if not sign else Symbol(look, sign, 20, tone)
        for widget in (ring, self._count):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_count(self, count: str, words: str) -> None:
        """Show another count with its words."""
        self._count.show_text(count)
        self._words.show_text(words)
        self.setAccessibleName(f"{count} {words}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tint."""
        painter, theme = painter_of(self), self.look.theme
        paint_box(painter, QRectF(self.rect()), theme.named(self._tint), None, theme.radius)
        painter.end()

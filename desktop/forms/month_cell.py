"""One month of a strip: filled as far as its days count, with their number in it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, Side, paint_box, paint_text, painter_of, text_width

HIGH = 40
"""How high a cell is, its name not counted (pixels at 100 %)."""

NARROWEST = 36


class MonthCell(Pressable):
    """Painted by the strip it stands in, which also moves the focus and the brush."""

    keyed = Signal(int, object)
    """A key was pressed: its number and its modifiers."""

    pressed_down = Signal()
    """The mouse begins to paint here."""

    dragged = Signal(QPoint)
    """The mouse paints on, at this place of the screen."""

    let_go = Signal()
    """The mouse stops painting."""

    moved = Signal()
    """The focus came or went."""

    def __init__(self, look: Look, short_name: str) -> None:
        super().__init__(look, short_name)
        self._short_name = short_name
        self._share = 0.0
        self._late = False
        self._reference = False
        self._figure = ""
        self.setCheckable(True)

    def show_days(self, share: float, figure: str, *, late: bool, is_reference: bool) -> None:
        """Show how much of the month counts; `late` fills it from its end."""
        self._share, self._figure = share, figure
        self._late, self._reference = late, is_reference
        self.setChecked(share > 0)
        self.update()

    @property
    def share(self) -> float:
        """How much of the month is filled."""
        return self._share

    @property
    def figure(self) -> str:
        """The number of days in the cell."""
        return self._figure

    @property
    def narrowest(self) -> int:
        """The least width in which the name of the month can be read."""
        theme = self.look.theme
        name = ceil(text_width(theme.font(Role.SECONDARY), self._short_name))
        return max(theme.px(NARROWEST), name)

    def sizeHint(self) -> QSize:
        """Ask for the cell and the name below it."""
        theme = self.look.theme
        return QSize(self.narrowest, theme.px(HIGH + 4) + theme.line_height(Role.SECONDARY))

    def nextCheckState(self) -> None:
        """Leave it to the strip which months are in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the strip; it may pass one on to the page."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_down.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Paint on wherever the mouse goes."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop painting."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the strip that the focus came."""
        super().focusInEvent(event)
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the strip that the focus went."""
        super().focusOutEvent(event)
        self.moved.emit()

    @property
    def frame(self) -> QRectF:
        """The cell without the name below it."""
        return QRectF(0, 0, self.width(), self.look.theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the filled part, the number in both colours, the name below."""
        theme, painter, frame = self.look.theme, painter_of(self), self.frame
        colours = theme.colours
        ground = colours.surface if self.underMouse() else colours.background
        paint_box(painter, frame, ground, None, theme.radius)
        letters = theme.font(Role.REFERENCE if self._reference else Role.LABEL)
        letters.setPixelSize(theme.font(Role.LABEL).pixelSize())
        ink = colours.text if self._share > 0 else colours.text_muted
        paint_text(painter, frame, self._figure, letters, ink, Side.MIDDLE)
        self._paint_filled(painter, letters)
        edge = Edge(self._edge_ink, theme.line, dashed=self._reference)
        paint_box(painter, frame, None, edge, theme.radius)
        below = QRectF(0, frame.bottom() + theme.px(4), frame.width(), self.height())
        below.setBottom(self.height())
        small, quiet = theme.font(Role.SECONDARY), colours.text_muted
        paint_text(painter, below, self._short_name, small, quiet, Side.MIDDLE)
        painter.end()

    @property
    def _edge_ink(self) -> QColor:
        colours = self.look.theme.colours
        return colours.primary if self._share > 0 else colours.border

    def _paint_filled(self, painter: QPainter, letters: QFont) -> None:
        """Paint the filled part over the rest; the number changes its colour at the border."""
        if self._share <= 0:
            return
        theme, frame = self.look.theme, self.frame
        colours, width = theme.colours, round(frame.width() * self._share)
        left = frame.right() - width if self._late else frame.left()
        inside = QPainterPath()
        inside.addRoundedRect(frame, theme.radius, theme.radius)
        painter.save()
        painter.setClipPath(inside)
        painter.setClipRect(QRectF(left, 0, width, frame.height()), Qt.ClipOperation.IntersectClip)
        fill, ink = colours.primary, colours.on_primary
        if self._reference:
            fill, ink = colours.complete_tint, colours.text
        painter.fillRect(frame, fill)
        paint_text(painter, frame, self._figure, letters, ink, Side.MIDDLE)
        painter.restore()

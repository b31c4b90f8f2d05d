"""A small sign beside a text: a pictogram, or the shape of a state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.status import (
    Progress,
    paint_cross_disc,
    paint_progress,
    paint_tick_disc,
    paint_triangle,
)
from desktop.widgets.text import Tone


class Symbol(QWidget):
    """A pictogram, or one of the drawn shapes "warning", "impossible" and "done"."""

    def __init__(self, look: Look, name: str, size: int = 20, tone: Tone = "text") -> None:
        super().__init__()
        self.look = look
        self._name = name
        self._tone: Tone = tone
        self._side = look.theme.px(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_symbol(self, name: str, tone: Tone) -> None:
        """Show another sign."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter, theme = painter_of(self), self.look.theme
        box, ink = QRectF(self.rect()), theme.named(self._tone)
        if self._name == "warning":
            paint_triangle(painter, theme, box, ink)
        elif self._name == "impossible":
            paint_cross_disc(painter, theme, box, ink)
        elif self._name == "done":
            paint_tick_disc(painter, theme, box)
        elif self._name:
            self.look.icons.paint(painter, self._name, box, ink)
        painter.end()


class ProgressSign(QWidget):
    """The shape of a progress alone, for tables and lists; the words stand beside it."""

    def __init__(self, look: Look, progress: Progress, size: int = 16) -> None:
        super().__init__()
        self.look = look
        self._progress = progress
        self._side = look.theme.px(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape."""
        painter = painter_of(self)
        paint_progress(painter, self.look.theme, QRectF(self.rect()), self._progress)
        painter.end()

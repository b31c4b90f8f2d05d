"""Thin lines that separate, and never are the only edge of a control."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of


class Hairline(QWidget):
    """A thin line, lying or standing, with an optional margin at both ends."""

    def __init__(
        self, look: Look, *, standing: bool = False, margin: int = 0, strong: bool = False
    ) -> None:
        super().__init__()
        self.look = look
        self._standing = standing
        self._margin = look.theme.px(margin)
        self._strong = strong
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        self.setSizePolicy(*((fixed, free) if standing else (free, fixed)))

    @property
    def ink(self) -> QColor:
        """The colour of the line; a strong one closes a sum."""
        colours = self.look.theme.colours
        return colours.border if self._strong else colours.hairline

    def sizeHint(self) -> QSize:
        """Ask for the thickness of the line; the length comes from the layout."""
        line = self.look.theme.line
        return QSize(line, 2 * self._margin) if self._standing else QSize(2 * self._margin, line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line between its margins."""
        painter, margin = painter_of(self), float(self._margin)
        box = QRectF(self.rect())
        box = (
            box.adjusted(0, margin, 0, -margin)
            if self._standing
            else box.adjusted(margin, 0, -margin, 0)
        )
        painter.fillRect(box, self.ink)
        painter.end()

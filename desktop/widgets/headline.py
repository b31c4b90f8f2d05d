"""The one number above 40 pixels: the figure and its unit on the same baseline."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import baseline, painter_of, text_width
from desktop.widgets.rows import WhyButton


class Headline(WhyButton):
    """A large figure; the unit goes below when the room beside it is too narrow."""

    def __init__(self, look: Look, key: str, role: Role = Role.HEADLINE) -> None:
        super().__init__(look, key)
        self._large = look.theme.font(role)
        self._small = look.theme.font(Role.BODY)
        self._line = look.theme.line_height(role)
        self._value, self._unit = "", ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figure(self, value: str, unit: str) -> None:
        """Show a figure and its unit."""
        self._value, self._unit = value, unit
        self.call_it(f"{value} {unit}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the figure and its unit beside it."""
        width = ceil(self._beside + text_width(self._small, self._unit)) + self._inset
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut the figure."""
        pieces = (text_width(self._large, self._value), text_width(self._small, self._unit))
        width = ceil(max(pieces)) + 2 * self._inset
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Give one line, or two when the unit goes below."""
        below = self.look.theme.line_height(Role.BODY) if self._goes_below(width) else 0
        return self._line + below

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, then the unit on its baseline or below it."""
        super().paintEvent(event)
        painter, colours = painter_of(self), self.look.theme.colours
        foot = baseline(0, self._line, self._large)
        painter.setFont(self._large)
        painter.setPen(colours.text)
        # The first figure has a little air at its left; without this it looks indented.
        bearing = max(0.0, QFontMetricsF(self._large).leftBearing(self._value[:1] or "0"))
        painter.drawText(QPointF(self._inset - bearing, foot), self._value)
        painter.setFont(self._small)
        painter.setPen(colours.text_muted)
        step = self.look.theme.line_height(Role.BODY) if self._goes_below(self.width()) else 0
        painter.drawText(QPointF(self._inset if step else self._beside, foot + step), self._unit)
        painter.end()

    @property
    def _inset(self) -> int:
        return self.look.theme.halo

    @property
    def _beside(self) -> float:
        gap = self.look.theme.px(6)
        return self._inset + text_width(self._large, self._value) + gap

    def _goes_below(self, width: int) -> bool:
        beside = self._beside + text_width(self._small, self._unit)
        return bool(self._unit) and beside > width

"""What the last answer changed: a signed difference that stays, and a tint that goes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text

TINTED = 1200
"""For so many milliseconds a new difference has a ground; nothing moves."""


class DifferenceLine(QWidget):
    """An arrow and "−0.02 since this morning", in blue: a fall is not good, a rise not bad."""

    def __init__(self, look: Look, tinted: int = TINTED) -> None:
        super().__init__()
        self.look = look
        self._arrow = Symbol(look, "arrow-down", 16, "info")
        self._text = Text(look, "", Role.SECONDARY_STRONG, "info", wraps=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(tinted)
        self._timer.timeout.connect(self._on_tint_over)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), px(5), px(8), px(5))
        row.setSpacing(px(6))
        row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def shown(self) -> str:
        """The difference as it is read."""
        return self._text.shown

    @property
    def is_tinted(self) -> bool:
        """Whether the ground of a fresh difference is still there."""
        return self._timer.isActive()

    def show_difference(self, sentence: str, direction: int) -> None:
        """Show a difference; the same one again does not light up again."""
        if self.look.motion and sentence and sentence != self._text.shown:
            self._timer.start()
        self._text.show_text(sentence)
        self._arrow.show_symbol("arrow-down" if direction < 0 else "arrow-up", "info")
        self._arrow.setVisible(direction != 0)
        self.setVisible(bool(sentence))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground while the difference is fresh."""
        if not self.is_tinted:
            return
        painter, theme = painter_of(self), self.look.theme
        paint_box(painter, QRectF(self.rect()), theme.colours.info_tint, None, theme.px(4))
        painter.end()

    @Slot()
    def _on_tint_over(self) -> None:
        self.update()

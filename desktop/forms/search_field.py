"""A line to search with: what is typed narrows the list at once, Escape shows everything again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop.forms.number_box import is_history
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, Side, paint_box, paint_focus, paint_text, painter_of


class SearchField(QLineEdit):
    """A painted line with a magnifier; Down goes to the first of what was found."""

    down = Signal()
    """The user wants to go on to what was found."""

    def __init__(self, look: Look, name: str, hint: str) -> None:
        super().__init__()
        self.look = look
        self._hint = hint
        theme = look.theme
        self.setFont(theme.font(Role.BODY))
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextMargins(theme.halo + theme.px(36), theme.halo, theme.px(12), theme.halo)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

    def sizeHint(self) -> QSize:
        """Ask for the room of a few words."""
        theme = self.look.theme
        return QSize(theme.px(280), theme.px(40) + 2 * theme.halo)

    def minimumSizeHint(self) -> QSize:
        """Never get narrower than a word."""
        return QSize(self.look.theme.px(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the whole application."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape empty the line, and Down or Enter go on to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the magnifier and what can be searched, then the text."""
        painter, theme = painter_of(self), self.look.theme
        box = QRectF(self.rect()).adjusted(theme.halo, theme.halo, -theme.halo, -theme.halo)
        edge = Edge(theme.colours.border, theme.line)
        paint_box(painter, box, theme.colours.background, edge, theme.radius)
        side = theme.px(20)
        sign = QRectF(box.left() + theme.px(10), box.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, "magnifying-glass", sign, theme.colours.text_muted)
        if not self.text():
            words = box.adjusted(theme.px(40), 0, -theme.px(12), 0)
            muted = theme.colours.text_muted
            paint_text(painter, words, self._hint, theme.font(Role.BODY), muted, Side.START)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()
        super().paintEvent(event)

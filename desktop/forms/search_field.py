"""A line to search with: it waits for a short silence, and Escape empties it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop.forms.number_box import ground_of, is_history
from desktop.forms.number_model import State
from desktop.theme import Role
from desktop.widgets.buttons import IconButton
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, Side, paint_box, paint_focus, paint_text, painter_of
from desktop.widgets.painting import text_width as width_of

SILENCE = 100
"""After so many milliseconds without a key the search begins."""

INTO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """A magnifier, a placeholder, the key that leads here, and a cross that empties the line."""

    searched = Signal(str)
    """The text to search for, after a short silence; empty shows everything again."""

    down = Signal()
    """The user wants to go on to what was found."""

    def __init__(
        self, look: Look, name: str, hint: str, key: str = "", silence: int = SILENCE
    ) -> None:
        """`hint` says what can be searched while the line is empty, `key` what leads here."""
        super().__init__()
        self.look = look
        self._hint = hint
        self._key = key
        self._searched = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(silence)
        self.cross = IconButton(look, "x", look.words.say("Clear the search"), 28, 16)
        self.cross.setParent(self)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        self.cross.hide()
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self._prepare()
        self.textChanged.connect(self._on_changed)
        self._timer.timeout.connect(self._on_silence)
        self.cross.clicked.connect(self._on_cross)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable line and the room of the focus ring."""
        theme = self.look.theme
        return QSize(theme.px(280) + 2 * theme.halo, theme.px(40) + 2 * theme.halo)

    def minimumSizeHint(self) -> QSize:
        """Accept a narrower place."""
        return QSize(self.look.theme.px(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the whole application."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line with Escape, go to what was found, or type."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.text():
            self._on_cross()
        elif key == Qt.Key.Key_Escape or is_history(event):
            event.ignore()
        elif key in INTO_LIST:
            self._on_silence()
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel to the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the right."""
        super().resizeEvent(event)
        side, inset = self.cross.sizeHint(), self.look.theme.px(4)
        left = self.width() - self.look.theme.halo - inset - side.width()
        self.cross.setGeometry(left, (self.height() - side.height()) // 2, *side.toTuple())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the magnifier, the words of an empty line, then the text."""
        theme, painter = self.look.theme, painter_of(self)
        halo = theme.halo
        box = QRectF(self.rect()).adjusted(halo, halo, -halo, -halo)
        paint_box(painter, box, *ground_of(theme, State.TYPED), theme.radius)
        side = theme.px(20)
        sign = QRectF(box.left() + theme.px(10), box.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, "magnifying-glass", sign, theme.colours.text_muted)
        if not self.text():
            self._paint_empty(painter, box)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()
        super().paintEvent(event)

    def _paint_empty(self, painter: QPainter, box: QRectF) -> None:
        """Paint the placeholder as far as there is room, and the key that leads here."""
        theme, muted = self.look.theme, self.look.theme.colours.text_muted
        words = box.adjusted(theme.px(40), 0, -theme.px(12), 0)
        hint = theme.font(Role.KEY_HINT)
        wide = width_of(hint, self._key) + theme.px(12) if self._key else 0.0
        place = QRectF(words.right() - wide, box.center().y() - theme.px(10), wide, theme.px(20))
        if self._key and not self.hasFocus():
            paint_box(painter, place, None, Edge(theme.colours.border, theme.line), theme.px(4))
            paint_text(painter, place, self._key, hint, muted, Side.MIDDLE)
            words.setRight(place.left() - theme.px(8))
        letters = theme.font(Role.BODY)
        end = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._hint, end, round(words.width()))
        paint_text(painter, words, shown, letters, muted)

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        self.cross.setVisible(bool(text))
        self._timer.start()

    @Slot()
    def _on_silence(self) -> None:
        self._timer.stop()
        if self.text() != self._searched:
            self._searched = self.text()
            self.searched.emit(self._searched)

    @Slot()
    def _on_cross(self) -> None:
        self.clear()
        self._on_silence()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _prepare(self) -> None:
        theme = self.look.theme
        self.setFont(theme.font(Role.BODY))
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        left, right = theme.halo + theme.px(40) - 2, theme.halo + theme.px(36)
        self.setTextMargins(left, theme.halo, right, theme.halo)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

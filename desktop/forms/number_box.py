"""The box in which a number is typed: every sign is accepted, nothing changes by accident."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop.forms.number_model import State
from desktop.number_style import THIN
from desktop.theme import Role, Theme
from desktop.widgets.look import Look
from desktop.widgets.painting import (
    Edge,
    Side,
    paint_box,
    paint_focus,
    paint_text,
    painter_of,
)

WIDTHS = {4: 96, 9: 144, 12: 184}
"""How wide a box is (pixels at 100 %) for so many digits."""

KEYS = {
    Qt.Key.Key_F1: "why",
    Qt.Key.Key_F2: "note",
    Qt.Key.Key_F4: "reference",
    Qt.Key.Key_Escape: "back",
    Qt.Key.Key_Return: "next",
    Qt.Key.Key_Enter: "next",
}


class NumberBox(QLineEdit):
    """A line of text painted by ourselves, with the keys of a number field."""

    wished = Signal(str)
    """A key asks for something: why, note, reference, back, next, clear, up, down, units."""

    entered = Signal()
    """The focus came in."""

    left = Signal()
    """The focus went away."""

    def __init__(self, look: Look, digits: int) -> None:
        super().__init__()
        self.look = look
        self._digits = digits
        self._state = State.EMPTY
        self._standing_in = ""
        self._clicked_in = False
        self.setFont(look.theme.font(Role.VALUE))
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._clear_ground()

    def show_state(self, state: State, standing_in: str = "") -> None:
        """Show how the field stands; `standing_in` is the value used while the box is empty."""
        self._state, self._standing_in = state, standing_in
        self.setReadOnly(state is State.READ_ONLY)
        self._set_margins()
        self.update()

    @property
    def state(self) -> State:
        """How the field stands."""
        return self._state

    @property
    def standing_in(self) -> str:
        """The value used while the box is empty."""
        return self._standing_in

    def sizeHint(self) -> QSize:
        """Ask for the room of the expected digits and of the focus ring."""
        theme = self.look.theme
        fitting = [width for digits, width in WIDTHS.items() if digits >= self._digits]
        width = theme.px(min(fitting, default=max(WIDTHS.values())))
        return QSize(width + 2 * theme.halo, theme.px(40) + 2 * theme.halo)

    def minimumSizeHint(self) -> QSize:
        """Keep the size."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the whole application, which remembers more than this line."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the keys of the field into wishes; everything else is typing."""
        wish = self._wish_of(event)
        if wish:
            self.wished.emit(wish)
            if wish == "back":
                event.ignore()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
        elif is_history(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self._copy_plain()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel to the page: scrolling must never change a number."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        self.entered.emit()
        self._clicked_in = event.reason() == Qt.FocusReason.MouseFocusReason
        self.selectAll()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select everything after the click that brought the focus, which had put a caret."""
        super().mouseReleaseEvent(event)
        if self._clicked_in and not self.hasSelectedText():
            self.selectAll()
        self._clicked_in = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left; a menu or another window only borrows the focus."""
        super().focusOutEvent(event)
        borrowed = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in borrowed:
            self.left.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box of the state, the value standing in, then the text."""
        theme, painter = self.look.theme, painter_of(self)
        halo = theme.halo
        box = QRectF(self.rect()).adjusted(halo, halo, -halo, -halo)
        fill, edge = ground_of(theme, self._state)
        paint_box(painter, box, fill, edge, theme.radius)
        if self._state in (State.IMPORTED, State.GIVEN, State.OUT_OF_DATE):
            self._paint_link(painter, box)
        if not self.text() and self._standing_in:
            inside = box.adjusted(theme.px(12), 0, -theme.px(12), 0)
            letters, ink = theme.font(Role.REFERENCE), theme.colours.text_muted
            paint_text(painter, inside, self._standing_in, letters, ink, Side.END)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()
        super().paintEvent(event)

    def _paint_link(self, painter: QPainter, box: QRectF) -> None:
        theme = self.look.theme
        side = theme.px(16)
        place = QRectF(box.left() + theme.px(10), box.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, "link-simple", place, theme.colours.text_muted)

    def _wish_of(self, event: QKeyEvent) -> str:
        key, pressed = Qt.Key(event.key()), event.modifiers()
        plain = pressed in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if pressed == Qt.KeyboardModifier.ControlModifier:
                return "up" if key == Qt.Key.Key_Up else "down"
            opens = pressed == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down
            return "units" if opens else ""
        if key == Qt.Key.Key_Delete and plain and self.selectedText() == self.text():
            return "clear"
        return KEYS.get(key, "") if plain else ""

    def _copy_plain(self) -> None:
        """Give the plain number to other programs, which would not read thin spaces."""
        QGuiApplication.clipboard().setText(self.selectedText().replace(THIN, ""))

    def _set_margins(self) -> None:
        theme = self.look.theme
        # Qt keeps two pixels of its own at each side of the text, and room for the caret.
        side = theme.halo + theme.px(12) - 4
        linked = self._state in (State.IMPORTED, State.GIVEN, State.OUT_OF_DATE)
        left = theme.halo + theme.px(30) if linked else theme.halo + theme.px(6)
        self.setTextMargins(left, theme.halo, side, theme.halo)

    def _clear_ground(self) -> None:
        palette = self.look.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self._set_margins()


def is_history(event: QEvent) -> bool:
    """Tell whether keys ask for undo or redo."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


def ground_of(theme: Theme, state: State) -> tuple[QColor, Edge]:
    """Give the ground and the border of a box: dashed for a reference value, tinted to look at."""
    colours, line = theme.colours, theme.line
    warned = line * 1.5
    if state is State.REFERENCE:
        return colours.background, Edge(colours.border, line, dashed=True)
    if state in (State.AMBIGUOUS, State.UNUSUAL, State.OUT_OF_DATE):
        return colours.unusual_tint, Edge(colours.unusual, warned)
    if state in (State.IMPOSSIBLE, State.UNREADABLE):
        return colours.impossible_tint, Edge(colours.impossible, warned)
    if state is State.READ_ONLY:
        return colours.surface, Edge(colours.hairline, line)
    return colours.background, Edge(colours.border, line)

"""A choice among many: type a few letters, accents or not, and take one of the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop.forms.choice_model import Option, found, meant
from desktop.forms.number_box import ground_of, is_history
from desktop.forms.number_model import State
from desktop.forms.option_popup import OptionPopup
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, paint_focus, paint_text, painter_of

WISHES = {Qt.Key.Key_F1: "why", Qt.Key.Key_F2: "note", Qt.Key.Key_F4: "reference"}


class ChoiceList(QLineEdit):
    """A line of text with a list below it that follows the letters."""

    picked = Signal(str)
    """The user chooses the option with this code; an empty one is "not given"."""

    unmatched = Signal(str)
    """The user leaves a text that names no option."""

    wished = Signal(str)
    """A key asks for something: why, note, reference, clear, next."""

    entered = Signal()
    """The focus came in."""

    left = Signal()
    """The focus went away."""

    def __init__(self, look: Look, options: tuple[Option, ...]) -> None:
        super().__init__()
        self.look = look
        self._options = options
        self._state = State.EMPTY
        self._standing_in = ""
        self._kept = ""
        self.popup = OptionPopup(look, self)
        self._prepare()
        self.textEdited.connect(self._on_edited)
        self.popup.taken.connect(self._on_taken)

    def show_text(self, text: str, state: State, standing_in: str) -> None:
        """Show the answer as kept, or the reference used without one."""
        self._state, self._standing_in, self._kept = state, standing_in, text
        self.setText(text)
        self.popup.hide()
        self.update()

    @property
    def state(self) -> State:
        """How the field stands."""
        return self._state

    @property
    def standing_in(self) -> str:
        """The label of the option used while nothing is given."""
        return self._standing_in

    def sizeHint(self) -> QSize:
        """Ask for a comfortable line and the room of the focus ring."""
        theme = self.look.theme
        return QSize(theme.px(280) + 2 * theme.halo, theme.px(40) + 2 * theme.halo)

    def minimumSizeHint(self) -> QSize:
        """Accept a narrower place."""
        return QSize(self.look.theme.px(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the whole application, which remembers more than this line."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take a line, close it, or type."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle(self.popup.marked)
            self.wished.emit("next")
        elif key == Qt.Key.Key_Escape and (self.popup.isVisible() or self.text() != self._kept):
            self._go_back()
        elif key in WISHES:
            self.wished.emit(WISHES[key])
        elif key == Qt.Key.Key_Delete and self.selectedText() == self.text():
            self.wished.emit("clear")
        elif is_history(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel to the page: scrolling must never change an answer."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        self.entered.emit()
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what the text surely means; keep and name any other text."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._settle(None)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box of the state, the mark of a list, then the text."""
        theme, painter = self.look.theme, painter_of(self)
        halo = theme.halo
        box = QRectF(self.rect()).adjusted(halo, halo, -halo, -halo)
        paint_box(painter, box, *ground_of(theme, self._state), theme.radius)
        side = theme.px(12)
        mark = QRectF(box.right() - 2 * side, box.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, "caret-down", mark, theme.colours.text)
        if not self.text() and self._standing_in:
            inside = box.adjusted(theme.px(12), 0, -theme.px(30), 0)
            letters, ink = theme.font(Role.REFERENCE), theme.colours.text_muted
            paint_text(painter, inside, self._standing_in, letters, ink)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()
        super().paintEvent(event)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._state = State.TYPED
        self.popup.offer(found(self._options, text))

    @Slot(str)
    def _on_taken(self, code: str) -> None:
        self.popup.hide()
        self.picked.emit(code)

    def _move(self, step: int) -> None:
        """Open the whole list, or mark the next option of the open one."""
        if self.popup.isVisible():
            self.popup.move_mark(step)
            return
        labels = [option.label for option in self._options]
        here = labels.index(self.text()) if self.text() in labels else 0
        self.popup.offer(self._options, here)

    def _settle(self, marked: Option | None) -> None:
        """Hand over the marked option, or the one that the text surely means."""
        self.popup.hide()
        if marked is None and self.text() == self._kept:
            return
        option = marked or meant(self._options, self.text())
        if option is not None or not self.text().strip():
            self.picked.emit(option.code if option is not None else "")
        else:
            self.unmatched.emit(self.text())

    def _go_back(self) -> None:
        """Return to the answer that last took effect."""
        self.show_text(self._kept, self._state, self._standing_in)
        self.selectAll()

    def _prepare(self) -> None:
        theme = self.look.theme
        self.setFont(theme.font(Role.VALUE))
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        side = theme.halo + theme.px(12) - 2
        self.setTextMargins(side, theme.halo, theme.halo + theme.px(28), theme.halo)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

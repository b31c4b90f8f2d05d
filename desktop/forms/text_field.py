"""A line of words: what the farm is called, and the year it is about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot

from desktop.forms.field_frame import FieldFrame
from desktop.forms.next_question import go_to_next
from desktop.forms.number_box import NumberBox
from desktop.forms.number_model import State
from desktop.widgets.look import Look


class TextBox(NumberBox):
    """A line of words, painted and with the keys of the other fields."""

    def __init__(self, look: Look, width: int) -> None:
        self._wide = width
        super().__init__(look, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Ask for the width of the words that are expected."""
        theme = self.look.theme
        return QSize(theme.px(self._wide) + 2 * theme.halo, theme.px(40) + 2 * theme.halo)


class TextField(FieldFrame):
    """A line of words with a label; a text that cannot be taken says why and stays."""

    typed = Signal(str)
    """A text that can be taken, after each key."""

    left = Signal()
    """The focus went away: the visit of this field is over."""

    def __init__(
        self, look: Look, key: str, label: str, width: int, reason: Callable[[str], str]
    ) -> None:
        """`reason` says why a text cannot be taken; an empty reason takes it."""
        super().__init__(look, label, explained=False, optional=False)
        self.box = TextBox(look, width)
        self._reason = reason
        self._kept = ""
        self.setObjectName(key)
        self.box.setObjectName(f"{key}.box")
        self.box.setAccessibleName(label)
        self.label_row.label.setBuddy(self.box)
        self.middle.addWidget(self.box)
        self.middle.addStretch(1)
        self.setFocusProxy(self.box)
        self.box.textEdited.connect(self._on_edited)
        self.box.left.connect(self._on_left)
        self.box.wished.connect(self._on_wished)

    def show_kept(self, text: str) -> None:
        """Show what is kept; what is being typed stays."""
        self._kept = text
        if not self.box.hasFocus():
            self._show(text)

    def _show(self, text: str) -> None:
        self.box.setText(text)
        self.box.setCursorPosition(0)
        self._say("")

    def _say(self, reason: str) -> None:
        state = State.IMPOSSIBLE if reason else State.TYPED
        self.box.show_state(state)
        self.hint_row.show_message(reason, state)
        self.box.setAccessibleDescription(reason)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        reason = self._reason(text)
        self._say(reason)
        if not reason:
            self.typed.emit(text)

    @Slot()
    def _on_left(self) -> None:
        self._show(self._kept)
        self.left.emit()

    @Slot(str)
    def _on_wished(self, wish: str) -> None:
        if wish == "next":
            go_to_next(self, self.box)
        elif wish == "back":
            self._show(self._kept)
        elif wish == "clear":
            self.box.clear()
            self._on_edited("")

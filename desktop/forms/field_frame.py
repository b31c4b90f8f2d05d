"""What stands around every field: the label above, the question mark, the line below."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.number_model import State
from desktop.theme import Role
from desktop.widgets.buttons import IconButton
from desktop.widgets.look import Look
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text, Tone

TONES: dict[State, Tone] = {
    State.AMBIGUOUS: "unusual",
    State.UNUSUAL: "unusual",
    State.OUT_OF_DATE: "unusual",
    State.UNREADABLE: "impossible",
    State.IMPOSSIBLE: "impossible",
}
SIGNS = {
    State.AMBIGUOUS: "warning",
    State.UNUSUAL: "warning",
    State.OUT_OF_DATE: "warning",
    State.UNREADABLE: "impossible",
    State.IMPOSSIBLE: "impossible",
}


def state_said(look: Look, state: State) -> str:
    """Say a state in a word for the screen reader; nothing for a plain value."""
    say = look.words.say
    return {
        State.REFERENCE: say("reference value used"),
        State.IMPORTED: say("imported"),
        State.AMBIGUOUS: say("two possible readings"),
        State.UNREADABLE: say("to check"),
        State.UNUSUAL: say("unusual"),
        State.IMPOSSIBLE: say("impossible"),
        State.OUT_OF_DATE: say("to be updated"),
        State.READ_ONLY: say("calculated"),
    }.get(state, "")


TIP = 400
"""So much of a long note is seen under the pointer; the whole of it is in its box."""


class LabelRow(QWidget):
    """The label, the button that explains the question, that of its note, and "optional"."""

    why_asked = Signal()
    """The user wants to know what the question is for."""

    note_asked = Signal()
    """The user wants to read or write a note about the answer."""

    def __init__(self, look: Look, label: str, *, explained: bool, optional: bool) -> None:
        super().__init__()
        px = look.theme.px
        self.label = Text(look, label, Role.LABEL, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.halo, 0, look.theme.halo, 0)
        row.setSpacing(px(4))
        row.addWidget(self.label)
        # As high with the button as without, so that fields keep their distance.
        self.setMinimumHeight(px(24))
        self.info = self._info(look, label)
        row.addWidget(self.info)
        self.info.setVisible(explained)
        self.pencil = self._pencil(look, label)
        row.addWidget(self.pencil)
        self.pencil.hide()
        if optional:
            row.addSpacing(px(4))
            row.addWidget(Text(look, look.words.say("optional"), Role.BODY, "text_muted"))
        row.addStretch(1)

    def show_note(self, note: str, *, offered: bool) -> None:
        """Show a pencil where there is a note, and where one is offered."""
        self.pencil.setAccessibleDescription(note)
        # Written as markup so that it is never read as markup.
        tip = f"<p style='white-space:pre-wrap'>{escape(note[:TIP])}</p>"
        self.pencil.setToolTip(tip if note else self.pencil.accessibleName())
        self.pencil.setVisible(bool(note) or offered)

    def _pencil(self, look: Look, label: str) -> IconButton:
        name = look.words.say("Note: {label}", label=label)
        pencil = IconButton(look, "note-pencil", name, 16, 16)
        # F2 in the field does the same, so Tab need not stop here.
        pencil.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pencil.clicked.connect(self.note_asked)
        return pencil

    def _info(self, look: Look, label: str) -> IconButton:
        info = IconButton(look, "info", look.words.say("Why: {label}", label=label), 16, 16)
        # F1 in the field does the same, so Tab need not stop here.
        info.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        info.clicked.connect(self.why_asked)
        return info


class HintRow(QWidget):
    """The line below: what is usual, where a value comes from, or what to look at."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._sign = Symbol(look, "", 16, "unusual")
        self._text = Text(look, "", Role.SECONDARY, "text_muted", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.halo, 0, look.theme.halo, 0)
        row.setSpacing(look.theme.px(6))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._sign.hide()

    @property
    def shown(self) -> str:
        """The sentence as it is read."""
        return self._text.shown

    def show_message(self, message: str, state: State, mark: str = "") -> None:
        """Show a sentence in the colour and with the sign of a state, or with another mark."""
        sign, tone = SIGNS.get(state, mark), TONES.get(state, "text_muted")
        self._sign.show_symbol(sign, tone)
        self._sign.setVisible(bool(sign) and bool(message))
        self._text.show_text(message, tone)


class FieldFrame(QWidget):
    """A field with its label above and its line below; what is between is the field's own."""

    why_asked = Signal()
    """The user wants to know what the question is for."""

    def __init__(self, look: Look, label: str, *, explained: bool, optional: bool) -> None:
        super().__init__()
        self.look = look
        self.label_row = LabelRow(look, label, explained=explained, optional=optional)
        self.hint_row = HintRow(look)
        self.middle = QHBoxLayout()
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.middle.setSpacing(look.theme.px(4))
        px, halo = look.theme.px, look.theme.halo
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label_row)
        column.addSpacing(max(0, px(4) - halo))
        column.addLayout(self.middle)
        column.addSpacing(max(0, px(4) - halo))
        column.addWidget(self.hint_row)
        self.label_row.why_asked.connect(self.why_asked)

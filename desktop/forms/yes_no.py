"""A question of the gate: yes or no, two cards of which one holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.forms.field_frame import FieldFrame, state_said
from desktop.forms.next_question import go_to_next
from desktop.forms.number_model import State
from desktop.forms.radio import RING, Radio, RadioGroup
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_focus, paint_text, painter_of, text_width

KEYS = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True)
class YesNoModel:
    """What the question is told; `reference` is what holds as long as nobody answers."""

    key: str
    label: str
    help: str = ""
    hint: str = ""
    reference: bool | None = None


class YesNoCard(Radio):
    """A ring and a word in a box."""

    def __init__(self, look: Look, key: str, word: str) -> None:
        super().__init__(look, key, word)
        self._word = word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the strong letters, so that nothing moves when chosen."""
        theme = self.look.theme
        words = text_width(theme.font(Role.STRONG), self._word)
        width = max(theme.px(112), ceil(words) + theme.px(12 + RING + 10 + 16))
        return QSize(width + 2 * theme.halo, theme.px(40) + 2 * theme.halo)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its ring and its word, and the focus ring."""
        painter, theme, box = painter_of(self), self.look.theme, self.box
        self.paint_card(painter, box)
        side = theme.px(RING)
        ring = QRectF(box.left() + theme.px(12), box.center().y() - side / 2, side, side)
        self.paint_ring(painter, ring)
        letters = theme.font(Role.STRONG if self.isChecked() else Role.BODY)
        letters.setItalic(self.is_reference)
        words = box.adjusted(theme.px(12 + RING + 10), 0, 0, 0)
        paint_text(painter, words, self._word, letters, theme.colours.text)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()


class YesNo(FieldFrame):
    """The same label, line below and keys as the other fields; answers with true or false."""

    chosen = Signal(bool)
    """The user answers."""

    cleared = Signal()
    """The user takes the answer back."""

    left = Signal()
    """The focus went away: the visit of this question is over."""

    note_asked = Signal()
    """The user wants to write a note about this answer."""

    def __init__(self, model: YesNoModel, look: Look) -> None:
        super().__init__(look, model.label, explained=bool(model.help), optional=False)
        self.model = model
        self._answer: bool | None = None
        say = look.words.say
        self.yes = YesNoCard(look, KEYS[True], say("Yes"))
        self.no = YesNoCard(look, KEYS[False], say("No"))
        self._group = RadioGroup((self.yes, self.no), self)
        self.setObjectName(model.key)
        self.label_row.label.setBuddy(self.yes)
        for card in (self.yes, self.no):
            self.middle.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self.middle.addStretch(1)
        self._connect()
        self.show_answer(None)

    def show_answer(self, answer: bool | None) -> None:
        """Show what is kept; nothing leaves the reference standing in."""
        self._answer = answer
        reference = self.model.reference
        self._group.show_chosen(KEYS[answer], KEYS[reference])
        self.setFocusProxy(self._group.stop)
        state = self.state
        said = self.look.words.say("Reference value") if state is State.REFERENCE else ""
        self.hint_row.show_message(said or self.model.hint, state)
        parts = (self.model.label, state_said(self.look, state), self.hint_row.shown)
        for card in (self.yes, self.no):
            card.setAccessibleDescription(". ".join(part for part in parts if part))

    @property
    def answer(self) -> bool | None:
        """What is shown as the farm's own answer."""
        return self._answer

    @property
    def state(self) -> State:
        """How the question stands."""
        if self._answer is not None:
            return State.TYPED
        return State.REFERENCE if self.model.reference is not None else State.EMPTY

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        answer = key == KEYS[True]
        changed = answer is not self._answer
        self.show_answer(answer)
        if changed:
            self.chosen.emit(answer)

    @Slot(str)
    def _on_wished(self, wish: str) -> None:
        self._acts[wish]()

    def _clear(self) -> None:
        if self._answer is not None:
            self.show_answer(None)
            self.cleared.emit()

    def _take_reference(self) -> None:
        if self.model.reference is not None:
            self._on_picked(KEYS[self.model.reference])

    def _go_on(self) -> None:
        inside = self._group.focused
        if inside is not None:
            go_to_next(self, inside)

    def _connect(self) -> None:
        self._acts: dict[str, Callable[[], None]] = {
            "why": self.why_asked.emit,
            "note": self.note_asked.emit,
            "reference": self._take_reference,
            "clear": self._clear,
            "next": self._go_on,
        }
        self._group.picked.connect(self._on_picked)
        self._group.wished.connect(self._on_wished)
        self._group.left.connect(self.left)

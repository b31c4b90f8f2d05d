"""A question answered by one of several options: cards for a few, a list for many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.choice_cards import CardRow
from desktop.forms.choice_list import ChoiceList
from desktop.forms.choice_model import FEW, ChoiceAnswer, ChoiceContents, ChoiceModel, shortened
from desktop.forms.field_frame import state_said
from desktop.forms.next_question import go_to_next
from desktop.forms.noted_frame import NotedFrame
from desktop.forms.number_model import State
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.look import Look


class ChoiceField(NotedFrame):
    """The same label, line below, keys and signals as a number field."""

    typed = Signal(str)
    """The text after each key, where one types."""

    committed = Signal(object)
    """A `ChoiceAnswer` takes effect."""

    left = Signal()
    """The focus went away: the visit of this field is over."""

    def __init__(self, model: ChoiceModel, look: Look) -> None:
        super().__init__(look, model.label, explained=bool(model.help), optional=model.optional)
        self.model = model
        self._contents = ChoiceContents()
        self._state = State.EMPTY
        self.cards: CardRow | None = None
        self.list: ChoiceList | None = None
        if len(model.options) <= FEW and not model.compact:
            self.cards = CardRow(look, model.options)
        else:
            self.list = ChoiceList(look, model.options)
        accept = look.words.say("Accept")
        self._accept = PaintedButton(look, Face(accept, Kind.LINK, key="F4", height=40))
        self._accept.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()
        self._connect()
        self.show_contents(ChoiceContents())

    def show_contents(self, contents: ChoiceContents) -> None:
        """Show what is kept: an option, a text that names none, or nothing."""
        self._contents = contents
        self._state = self._state_of(contents)
        option, reference = (
            self.model.option(contents.code),
            self.model.option(self.model.reference),
        )
        standing_in = reference.label if reference is not None else ""
        if self.cards is not None:
            self.cards.show_chosen(contents.code, self.model.reference)
            self.setFocusProxy(self.cards.stop)
        if self.list is not None:
            text = option.label if option is not None else contents.text
            self.list.show_text(text, self._state, standing_in)
        self._accept.setVisible(self._state is State.REFERENCE)
        self.hint_row.show_message(self._message(), self._state)
        self.describe()

    def show_reference(self, code: str) -> None:
        """Show the option that stands in while nothing is given."""
        if code != self.model.reference:
            self.model = replace(self.model, reference=code)
            self.show_contents(self._contents)

    @property
    def state(self) -> State:
        """How the field stands."""
        return self._state

    def settle(self) -> None:
        """Nothing waits here: a choice takes effect at once."""

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        changed = code != self._contents.code or bool(self._contents.text)
        self.show_contents(ChoiceContents(code))
        if changed:
            self.committed.emit(ChoiceAnswer(self.model.key, code))

    @Slot(str)
    def _on_unmatched(self, text: str) -> None:
        self.show_contents(replace(self._contents, code="", text=text, origin="answer", source=""))
        self.committed.emit(ChoiceAnswer(self.model.key, "", text))
        self.look.announcer.speak(self, self.hint_row.shown)

    @Slot(str)
    def _on_wished(self, wish: str) -> None:
        self._acts[wish]()

    def return_focus(self) -> None:
        """Put the focus back on the chosen card, or into the list."""
        inside: QWidget = self if self.cards is None else self.cards.stop
        inside.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_entered(self) -> None:
        self.come()

    @Slot()
    def _on_left(self) -> None:
        self.go()
        self.left.emit()

    @Slot()
    def take_reference(self) -> None:
        """Take the reference value as the answer."""
        if self.model.reference:
            self._on_picked(self.model.reference)

    def _clear(self) -> None:
        self._on_picked("")

    def _go_on(self) -> None:
        inside = self.list if self.list is not None else self._focused_card()
        if inside is not None:
            go_to_next(self, inside)

    def _focused_card(self) -> QWidget | None:
        cards = self.cards.cards if self.cards is not None else []
        return next((card for card in cards if card.hasFocus()), None)

    def _state_of(self, contents: ChoiceContents) -> State:
        if contents.code:
            return State.IMPORTED if contents.origin == "imported" else State.TYPED
        if contents.text:
            return State.UNREADABLE
        return State.REFERENCE if self.model.reference else State.EMPTY

    def _message(self) -> str:
        say = self.look.words.say
        if self._state is State.UNREADABLE:
            text = shortened(self._contents.text)
            return say('"{text}" is not in the list. It is not used.', text=text)
        if self._state is State.REFERENCE:
            origin = self.model.reference_origin
            said = say("Reference value · {origin}", origin=origin)
            return said if origin else say("Reference value")
        return self._contents.source or self.model.hint

    def describe(self) -> None:
        """Tell the screen reader how the field stands, and that there is a note."""
        parts = (state_said(self.look, self._state), self._message(), self.note_said)
        said = ". ".join(part for part in parts if part)
        inner: QWidget = self if self.list is None else self.list
        inner.setAccessibleName(self.model.label)
        inner.setAccessibleDescription(said)

    def _arrange(self) -> None:
        self.setObjectName(self.model.key)
        top = Qt.AlignmentFlag.AlignTop
        if self.cards is not None:
            self.middle.addWidget(self.cards, 1)
            self.label_row.label.setBuddy(self.cards.cards[0])
        if self.list is not None:
            self.list.setObjectName(f"{self.model.key}.list")
            self.middle.addWidget(self.list, 0, top)
            self.middle.addStretch(1)
            self.label_row.label.setBuddy(self.list)
            self.setFocusProxy(self.list)
        self.middle.addWidget(self._accept, 0, top)

    def _connect(self) -> None:
        self._acts: dict[str, Callable[[], None]] = {
            "why": self.why_asked.emit,
            "note": self.note_asked.emit,
            "reference": self.take_reference,
            "clear": self._clear,
            "next": self._go_on,
        }
        if self.cards is not None:
            self.cards.picked.connect(self._on_picked)
            self.cards.wished.connect(self._on_wished)
            self.cards.entered.connect(self._on_entered)
            self.cards.left.connect(self._on_left)
        if self.list is not None:
            self.list.picked.connect(self._on_picked)
            self.list.unmatched.connect(self._on_unmatched)
            self.list.wished.connect(self._on_wished)
            self.list.entered.connect(self._on_entered)
            self.list.left.connect(self._on_left)
            self.list.textEdited.connect(self.typed)
        self._accept.clicked.connect(self.take_reference)
